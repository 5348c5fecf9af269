import { zipSync, type Zippable } from 'fflate';

/**
 * Smaller files are stored as they are: a whole run is then a fifth faster, and a text still weighs 50 kB. The programs
 * that people use compress it at the first save.
 */
const WORTH_COMPRESSING = 128 * 1024;

/** 0 stores, 1 is quick, 6 is small. */
export type ZipLevel = 0 | 1 | 6;

/**
 * A zip whose bytes depend on nothing but its files, in their order. fflate reads a time without offset as local and
 * writes it as local: the same bytes in every time zone. Its own compression is the same on every machine, which the
 * zlib of each Node version is not.
 */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>, level: ZipLevel = 6): Uint8Array {
  const mtime = '1980-01-01T12:00:00';
  const entries: Zippable = Object.fromEntries(Object.entries(files).map(([path, bytes]) =>
    [path, [bytes, { level: bytes.length < WORTH_COMPRESSING ? 0 : level, mtime }]]));
  return zipSync(entries);
}
