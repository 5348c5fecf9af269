import { crc32, deflateRawSync } from 'node:zlib';

/** One entry as it should stand in the file, faults included. */
export interface RawEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly deflate?: boolean;
  /** Sizes and check sum behind the data and not in the local header, as programs write that stream. */
  readonly descriptor?: boolean;
  readonly extra?: string;
  readonly comment?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly localName?: string;
  readonly size?: number;
  readonly crc?: number;
}

export interface RawZip {
  readonly bytes: Buffer;
  /** Header, data and descriptor of each entry, by its name. */
  readonly locals: ReadonlyMap<string, Buffer>;
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** A zip written byte by byte (APPNOTE 4.3), so that tests choose what a library decides by itself. */
export function rawZip(entries: readonly RawEntry[], { comment = '', zip64 = false, disk = 0, before = '' } = {}): RawZip {
  const locals = new Map<string, Buffer>();
  const records: Buffer[] = [];
  let at = Buffer.byteLength(before);
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const data = entry.deflate ? deflateRawSync(content) : content;
    const sums = [u32(entry.crc ?? crc32(content)), u32(data.length), u32(entry.size ?? content.length)];
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0);
    const [name, localName] = [Buffer.from(entry.name), Buffer.from(entry.localName ?? entry.name)];
    const [extra, note] = [Buffer.from(entry.extra ?? ''), Buffer.from(entry.comment ?? '')];
    const start = [u16(20), u16(flags), u16(entry.method ?? (entry.deflate ? 8 : 0)), u32(0x6b3c4d21)];
    const local = Buffer.concat([
      u32(0x04034b50), ...start, ...(entry.descriptor ? [u32(0), u32(0), u32(0)] : sums),
      u16(localName.length), u16(extra.length), localName, extra, data,
      ...(entry.descriptor ? [u32(0x08074b50), ...sums] : []),
    ]);
    records.push(Buffer.concat([
      u32(0x02014b50), u16(0x314), ...start, ...sums, u16(name.length), u16(extra.length), u16(note.length),
      u16(0), u16(0), u32(0x81a40000), u32(zip64 ? 0xffffffff : at), name, extra, note,
    ]));
    locals.set(entry.name, local);
    at += local.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.concat([
    u32(0x06054b50), u16(disk), u16(disk), u16(records.length), u16(records.length), u32(directory.length), u32(at),
    u16(Buffer.byteLength(comment)), Buffer.from(comment),
  ]);
  return { bytes: Buffer.concat([Buffer.from(before), ...locals.values(), directory, end]), locals };
}
