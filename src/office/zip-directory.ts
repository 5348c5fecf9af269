/** One entry of a zip, by the central directory. Offsets are in bytes from the start of the file. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Its own bytes: local header, data, data descriptor, and what stands before the next entry. */
  readonly start: number;
  readonly end: number;
  /** Where its compressed data starts. */
  readonly data: number;
  /** Its record in the central directory. */
  readonly record: Uint8Array;
}

export interface ZipDirectory {
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** The end record, with the comment of the zip. */
  readonly tail: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
/** Encrypted, strong encryption, masked headers (APPNOTE 4.4.4). */
const REFUSED_FLAGS = 0x2041;
const UTF8_NAME = 0x0800;
/** A field that says so stands in the zip64 records, which we do not read. */
const IN_ZIP64 = 0xffffffff;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The end record closes the file with its comment: one that does not is a file with something behind it. */
function findEnd(bytes: Uint8Array): number | undefined {
  const data = view(bytes);
  const first = Math.max(0, bytes.length - END_SIZE - 0xffff);
  for (let at = bytes.length - END_SIZE; at >= first; at -= 1) {
    const closes = data.getUint32(at, true) === END && at + END_SIZE + data.getUint16(at + 20, true) === bytes.length;
    if (closes) return at;
  }
  return undefined;
}

/** Names that are not marked as UTF-8 are in a code page; in an office file they are ASCII. */
function readName(bytes: Uint8Array, flags: number): string {
  return new TextDecoder(flags & UTF8_NAME ? 'utf-8' : 'latin1').decode(bytes);
}

type Draft = Omit<ZipEntry, 'end'>;

/** Reads one central record and checks that the local header says the same; undefined: it does not. */
function readEntry(bytes: Uint8Array, at: number, limit: number): Draft | undefined {
  const data = view(bytes);
  if (at + 46 > limit || data.getUint32(at, true) !== CENTRAL) return undefined;
  const [flags, method] = [data.getUint16(at + 8, true), data.getUint16(at + 10, true)];
  const [crc, compressedSize, size] = [16, 20, 24].map((offset) => data.getUint32(at + offset, true)) as [number, number, number];
  const nameLength = data.getUint16(at + 28, true);
  const recordSize = 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  const start = data.getUint32(at + 42, true);
  const isOdd = (flags & REFUSED_FLAGS) !== 0 || (method !== 0 && method !== 8) || data.getUint16(at + 34, true) !== 0
    || [compressedSize, size, start].includes(IN_ZIP64) || (method === 0 && size !== compressedSize);
  if (isOdd || at + recordSize > limit || start + 30 > limit || data.getUint32(start, true) !== LOCAL) return undefined;
  const name = readName(bytes.subarray(at + 46, at + 46 + nameLength), flags);
  const localLength = data.getUint16(start + 26, true);
  const localName = readName(bytes.subarray(start + 30, start + 30 + localLength), flags);
  const content = start + 30 + localLength + data.getUint16(start + 28, true);
  if (name !== localName || data.getUint16(start + 6, true) & REFUSED_FLAGS) return undefined;
  return { name, method, crc, compressedSize, size, start, data: content, record: bytes.subarray(at, at + recordSize) };
}

/** Entries fill the file from its first byte to the directory, and none reaches into the next. */
function placeEntries(drafts: readonly Draft[], directory: number): readonly ZipEntry[] | undefined {
  const starts = [...drafts.map(({ start }) => start), directory].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, rank) => [start, starts[rank + 1] ?? start]));
  const entries = drafts.map((draft) => ({ ...draft, end: ends.get(draft.start) ?? draft.start }));
  const fits = starts[0] === 0 && entries.every(({ data, compressedSize, end }) => data + compressedSize <= end);
  return fits ? entries : undefined;
}

/**
 * The directory of a zip (PKWARE APPNOTE 6.3.10). Undefined for what cannot be copied entry by entry without doubt: not
 * a zip, encrypted, zip64, in several volumes, damaged, with bytes before or after it, or two entries of one name
 * (names differ by more than case: ECMA-376 part 2, 6.2.2.3).
 */
export function readDirectory(bytes: Uint8Array): ZipDirectory | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const data = view(bytes);
  const count = data.getUint16(end + 10, true);
  const start = data.getUint32(end + 16, true);
  const isWhole = data.getUint32(end + 4, true) === 0 && data.getUint16(end + 8, true) === count
    && start + data.getUint32(end + 12, true) === end;
  if (!isWhole) return undefined;
  const drafts: Draft[] = [];
  let at = start;
  while (at < end) {
    const draft = readEntry(bytes, at, end);
    if (!draft) return undefined;
    drafts.push(draft);
    at += draft.record.length;
  }
  const names = new Set(drafts.map(({ name }) => name.toLowerCase()));
  const entries = drafts.length === count && names.size === count ? placeEntries(drafts, start) : undefined;
  return entries && { entries, tail: bytes.subarray(end) };
}
