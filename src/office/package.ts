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

/** A central record that points to another place of the file. (`slice` of a `Buffer` would not copy.) */
function placeRecord(record: Uint8Array, start: number): Uint8Array {
  const placed = new Uint8Array(record);
  new DataView(placed.buffer).setUint32(42, start, true);
  return placed;
}

function closeDirectory(tail: Uint8Array, count: number, size: number, start: number): Uint8Array {
  const placed = new Uint8Array(tail);
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
  /** Where it stood in the file; new ones come last. */
  readonly was: number;
  readonly local: Uint8Array;
  readonly record: Uint8Array;
}

const keep = (bytes: Uint8Array, { start, end, record }: ZipEntry): Piece => (
  { was: start, local: bytes.subarray(start, end), record }
);

/** The pieces of a new entry. Its date is fixed, so that the same words give the same bytes. */
function pack(name: string, text: string, was: number): readonly Piece[] {
  const zip = zipFiles({ [name]: new TextEncoder().encode(text) }, 1);
  return readDirectory(zip)?.entries.map((entry) => ({ ...keep(zip, entry), was })) ?? [];
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
  const replaced = new Map(Object.entries(parts));
  const added = [...replaced].filter(([name]) => kept.every((entry) => entry.name !== name));
  const pieces = [
    ...kept.flatMap((entry) => {
      const text = replaced.get(entry.name);
      return text === undefined ? [keep(bytes, entry)] : pack(entry.name, text, entry.start);
    }),
    ...added.flatMap(([name, text]) => pack(name, text, Infinity)),
  ];
  const inFile = pieces.toSorted((a, b) => a.was - b.was);
  const starts = new Map<Piece, number>();
  let at = 0;
  for (const piece of inFile) {
    starts.set(piece, at);
    at += piece.local.length;
  }
  const records = pieces.map((piece) => placeRecord(piece.record, starts.get(piece) ?? 0));
  const end = closeDirectory(directory.tail, records.length, sizeOf(records), at);
  return join([...inFile.map(({ local }) => local), ...records, end]);
}
