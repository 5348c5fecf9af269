import { posix } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { sha256 } from '../shared/sha256.ts';
import { zipFiles } from '../shared/zip.ts';

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
const MANIFEST = 'manifest.json';
/** In the zip, so that a person who opens it finds their file. */
const place = (path: string): string => `avant/${path}`;

/** The bytes of the record: `manifest.json`, then `avant/<path>` for each file that there was. */
export function encodeRecord({ bytesBefore, ...head }: RunRecord): Uint8Array {
  const files = head.files.flatMap(({ path, before }) => (before === null ? [] : [[place(path), bytesBefore(path)] as const]));
  return zipFiles({ [MANIFEST]: strToU8(JSON.stringify(head)), ...Object.fromEntries(files) }, 0);
}

/** Undefined unless every byte is what it was. Anybody may have written it: no path in it leads out of the folder. */
export function decodeRecord(zip: Uint8Array): RunRecord | undefined {
  try {
    let left = MAX_UNPACKED;
    const parts = unzipSync(zip, { filter: ({ originalSize }) => (left -= originalSize) >= 0 });
    const head = JSON.parse(strFromU8(parts[MANIFEST] ?? new Uint8Array())) as RecordHead;
    const isWhole = head.format === 1 && head.folders.every(isInside) && head.files.every((file) => isRecordedFile(file, parts[place(file.path)]));
    return isWhole ? { ...head, bytesBefore: (path) => parts[place(path)] ?? new Uint8Array() } : undefined;
  } catch {
    return undefined;
  }
}

/** What a record says of its run, without its bytes; undefined when it does not read. Cheap: nothing else is unpacked. */
export function readRecordHead(zip: Uint8Array): RecordHead | undefined {
  try {
    const parts = unzipSync(zip, { filter: ({ name, originalSize }) => name === MANIFEST && originalSize <= MAX_UNPACKED });
    return JSON.parse(strFromU8(parts[MANIFEST] ?? new Uint8Array())) as RecordHead;
  } catch {
    return undefined;
  }
}

function isRecordedFile({ path, before, after, was }: RecordedFile, bytes: Uint8Array | undefined): boolean {
  return isInside(path) && (was === undefined || isInside(was)) && (after === null || typeof after === 'string')
    && (before === null ? bytes === undefined : bytes !== undefined && sha256(bytes) === before);
}

/** `3-budget/budget.xlsx`: relative, and written in one way only. Whether a link stands in its way is for the disk to say. */
function isInside(path: unknown): boolean {
  return typeof path === 'string' && !/[\\\u0000]/.test(path) && posix.normalize(`/${path}`) === `/${path}` && !/^\/?$|\/$/.test(path);
}
