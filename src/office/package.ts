import { crc32, inflateRawSync } from 'node:zlib';
import { zipFiles } from '../shared/zip.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

/** The parts of a `.docx` or `.xlsx` file. */
export interface OfficePackage {
  /** In the order of the zip. */
  readonly names: readonly string[];
  /** The text of a part; undefined when there is none of that name, or when it is damaged or not UTF-8. */
  text(name: string): string | undefined;
}

/** No person's file comes near; a file made to fill the memory goes beyond. In bytes. */
const MAX_PART = 50_000_000;
const MAX_TOTAL = 200_000_000;

function unpack(bytes: Uint8Array, { method, data, compressedSize, size, crc }: ZipEntry): Uint8Array | undefined {
  const packed = bytes.subarray(data, data + compressedSize);
  try {
    const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    return content.length === size && crc32(content) === crc ? content : undefined;
  } catch {
    return undefined;
  }
}

/** A byte order mark stays in the text, so that what is not changed goes back as it was. */
function decode(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/**
 * Opens an office file. Undefined when it cannot be edited safely: not a zip (as files with a password, which are CFB),
 * encrypted entries, zip64, two entries of one name, damaged, or too large once unpacked. Parts are unpacked when asked.
 */
export function openPackage(bytes: Uint8Array): OfficePackage | undefined {
  const entries = readDirectory(bytes)?.entries;
  const total = entries?.reduce((sum, { size }) => sum + size, 0) ?? 0;
  if (!entries || total > MAX_TOTAL || entries.some(({ size }) => size > MAX_PART)) return undefined;
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: [...byName.keys()],
    text(name) {
      const entry = byName.get(name);
      const content = entry && unpack(bytes, entry);
      return content && decode(content);
    },
  };
}

/** A central record that points to another place of the file. */
function placeRecord(record: Uint8Array, start: number): Uint8Array {
  const placed = record.slice();
  new DataView(placed.buffer).setUint32(42, start, true);
  return placed;
}

function closeDirectory(tail: Uint8Array, count: number, size: number, start: number): Uint8Array {
  const placed = tail.slice();
  const data = new DataView(placed.buffer);
  for (const at of [8, 10]) data.setUint16(at, count, true);
  data.setUint32(12, size, true);
  data.setUint32(16, start, true);
  return placed;
}

const sizeOf = (chunks: readonly Uint8Array[]): number => chunks.reduce((sum, { length }) => sum + length, 0);

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(sizeOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

interface Piece {
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

/** A new entry: its date is fixed, so that the same words give the same bytes. */
function pack(name: string, text: string): Piece | undefined {
  const zip = zipFiles({ [name]: new TextEncoder().encode(text) }, 1);
  const entry = readDirectory(zip)?.entries[0];
  return entry && { local: zip.slice(entry.start, entry.end), record: entry.record };
}

/**
 * The file with some parts replaced or added (at the end), and some removed. Every other entry keeps its bytes, its
 * place in the file and its place in the directory; the comment of the zip stays. `bytes` is a file that
 * {@link openPackage} opens.
 */
export function replaceParts(
  bytes: Uint8Array, parts: Readonly<Record<string, string>>, removed: readonly string[] = [],
): Uint8Array {
  const directory = readDirectory(bytes);
  if (!directory) throw new Error('replaceParts needs a file that openPackage opens');
  const kept = directory.entries.filter(({ name }) => !removed.includes(name));
  const added = Object.keys(parts).filter((name) => !kept.some((entry) => entry.name === name));
  const packed = new Map(Object.entries(parts).map(([name, text]) => [name, pack(name, text)]));
  const pieces = new Map<string, Piece>(kept.map((entry) => (
    [entry.name, packed.get(entry.name) ?? { local: bytes.subarray(entry.start, entry.end), record: entry.record }]
  )));
  for (const name of added) {
    const piece = packed.get(name);
    if (piece) pieces.set(name, piece);
  }
  const inFile = [...kept].sort((a, b) => a.start - b.start).map(({ name }) => name).concat(added);
  const locals: Uint8Array[] = [];
  const starts = new Map<string, number>();
  let at = 0;
  for (const name of inFile) {
    const local = pieces.get(name)?.local ?? new Uint8Array();
    starts.set(name, at);
    locals.push(local);
    at += local.length;
  }
  const records = [...pieces].map(([name, { record }]) => placeRecord(record, starts.get(name) ?? 0));
  return join([...locals, ...records, closeDirectory(directory.tail, records.length, sizeOf(records), at)]);
}
