import { strFromU8, strToU8, unzipSync } from 'fflate';
import { isWrittenMemory, MEMORY_FOLDER } from '../folder/paths.ts';
import { isInnerPath } from '../shared/paths.ts';
import { isList, isMaybe, isShape, isText } from '../shared/shapes.ts';
import { sha256 } from '../shared/sha256.ts';
import { zipPieces } from '../shared/zip.ts';

/** What happened to one file. */
export interface RecordedFile {
  /** Inside the planning folder, `/` between parts. */
  readonly path: string;
  /** SHA-256 of the bytes; null: no file. */
  readonly before: string | null;
  readonly after: string | null;
  /** The name it had, in other letters, on a disk that takes them for the same. */
  readonly was?: string;
}

export interface RecordHead {
  /** Grows when the shape changes. */
  readonly format: 1;
  readonly command: string;
  /** By the clock on the wall: `2027-03-14T10:22`. */
  readonly since: string;
  /** In the order of writing; each changes something. */
  readonly files: readonly RecordedFile[];
  /** Made for these files, the outermost first. */
  readonly folders: readonly string[];
  /** What the caller wants to find again, as JSON. */
  readonly carry?: unknown;
}

/** One run: what it changes, and the bytes that were there before. */
export interface RunRecord extends RecordHead {
  bytesBefore(path: string): Uint8Array;
}

/** More is no record of ours: so much is not unpacked into the memory of a computer. In bytes. */
const MAX_UNPACKED = 1_000_000_000;
/** Of them the manifest: a run over a thousand files has a hundredth of it. */
const MAX_MANIFEST = 20_000_000;
const MANIFEST = 'manifest.json';
/** In the zip, so that a person who opens it finds their file. */
const place = (path: string): string => `avant/${path}`;

/** The bytes of the record, piece by piece: `manifest.json`, then `avant/<path>` for each file that there was. */
export function encodeRecord({ bytesBefore, ...head }: RunRecord): Iterable<Uint8Array> {
  const files = head.files.flatMap(({ path, before }) => (before === null ? [] : [[place(path), bytesBefore(path)] as const]));
  return zipPieces([[MANIFEST, strToU8(JSON.stringify(head))], ...files]);
}

/** Undefined unless every byte is what it was. Anybody may have written it: no path in it leads out of the folder, or to a hidden place. */
export function decodeRecord(zip: Uint8Array): RunRecord | undefined {
  try {
    let left = MAX_UNPACKED;
    const parts = unzipSync(zip, { filter: ({ name, originalSize }) => (left -= originalSize) >= 0 && isReadable(name, originalSize) });
    const head = headIn(parts);
    return head?.files.every((file) => hasItsBytes(file, parts[place(file.path)]))
      ? { ...head, bytesBefore: (path) => parts[place(path)] ?? new Uint8Array() } : undefined;
  } catch {
    return undefined;
  }
}

/** What a record says of its run, without its bytes; undefined when it does not read. Cheap: nothing else is unpacked. */
export function readRecordHead(zip: Uint8Array): RecordHead | undefined {
  try {
    return headIn(unzipSync(zip, { filter: ({ name, originalSize }) => name === MANIFEST && isReadable(name, originalSize) }));
  } catch {
    return undefined;
  }
}

const isReadable = (name: string, size: number): boolean => name !== MANIFEST || size <= MAX_MANIFEST;

function headIn(parts: Readonly<Record<string, Uint8Array>>): RecordHead | undefined {
  const head: unknown = JSON.parse(strFromU8(parts[MANIFEST] ?? new Uint8Array()));
  return isHead(head) ? head : undefined;
}

const hasItsBytes = ({ before }: RecordedFile, bytes: Uint8Array | undefined): boolean =>
  (before === null ? bytes === undefined : bytes !== undefined && sha256(bytes) === before);

/** A run changes documents, the answers, and of the tool's memory what it wrote last and with which kit. */
const isPath = (path: unknown): path is string => isInnerPath(path) || (isText(path) && isWrittenMemory(path));
const isFolder = (path: unknown): path is string => isInnerPath(path) || path === MEMORY_FOLDER;
const isHash = (hash: unknown): boolean => hash === null || (isText(hash) && /^[0-9a-f]{64}$/.test(hash));

const isHead = isShape<RecordHead>({
  format: (value) => value === 1,
  command: (value) => isText(value) && /^[^\p{C}\p{Zl}\p{Zp}]{1,60}$/u.test(value),
  since: (value) => isText(value) && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value),
  files: isList(isShape<RecordedFile>({ path: isPath, before: isHash, after: isHash, was: isMaybe(isPath) })),
  folders: isList(isFolder),
  carry: () => true,
});
