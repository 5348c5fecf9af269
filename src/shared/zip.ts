import { Zip, ZipPassThrough, zipSync, type Zippable } from 'fflate';

/**
 * Smaller files are stored as they are: a whole run is then a fifth faster, and a text still weighs 50 kB. The programs
 * that people use compress it at the first save.
 */
const WORTH_COMPRESSING = 128 * 1024;

/** 0 stores, 1 is quick, 6 is small. */
export type ZipLevel = 0 | 1 | 6;

/** fflate reads a time without offset as local and writes it as local: the same bytes in every time zone. */
const MTIME = '1980-01-01T12:00:00';

/**
 * A zip whose bytes depend on nothing but its files, in their order. Its own compression is the same on every machine, which the
 * zlib of each Node version is not.
 */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>, level: ZipLevel = 6): Uint8Array {
  const entries: Zippable = Object.fromEntries(Object.entries(files).map(([path, bytes]) =>
    [path, [bytes, { level: bytes.length < WORTH_COMPRESSING ? 0 : level, mtime: MTIME }]]));
  return zipSync(entries);
}

/** A zip of files stored as they are, piece by piece: only one file at a time is copied. */
export function* zipPieces(files: Iterable<readonly [path: string, bytes: Uint8Array]>): Generator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [path, bytes] of files) {
    const entry = new ZipPassThrough(path);
    entry.mtime = MTIME;
    zip.add(entry);
    entry.push(bytes, true);
    yield* pieces.splice(0);
  }
  zip.end();
  yield* pieces.splice(0);
}
