import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPackage, replaceParts } from '../../src/office/package.ts';
import { rawZip, type RawEntry } from '../support/raw-zip.ts';

const A: RawEntry = { name: 'a.xml', content: '<a>é</a>', deflate: true };
const B: RawEntry = { name: 'b.xml', content: '<b/>', extra: 'XX\u0002\u0000ab', comment: 'note' };
const C: RawEntry = { name: 'media/c.png', content: Uint8Array.from({ length: 300 }, (_, index) => index), descriptor: true };
const PICTURE = new Uint8Array([0x89, 0x50, 0xff]);
const zip = (...entries: readonly RawEntry[]): Uint8Array => rawZip(entries).bytes;
const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);

/** The zip with one byte changed, counted from where a mark first stands. */
function replaced(bytes: Buffer, mark: string, offset: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[bytes.indexOf(mark, 0, 'latin1') + offset] = value;
  return changed;
}

describe('openPackage', () => {
  it('gives the text of the parts that are asked', () => {
    const file = openPackage(zip(A, B, C));
    expect(file?.names).toEqual(['a.xml', 'b.xml', 'media/c.png']);
    expect(['a.xml', 'b.xml', 'A.XML', 'none', '__proto__'].map((name) => file?.text(name)))
      .toEqual(['<a>é</a>', '<b/>', undefined, undefined, undefined]);
  });

  it('reads an empty part, and keeps a byte order mark', () => {
    const file = openPackage(zip({ name: 'a', content: '', deflate: true }, { name: 'b', content: '\uFEFF<b/>' }));
    expect([file?.text('a'), file?.text('b')]).toEqual(['', '\uFEFF<b/>']);
  });

  it.each<[string, RawEntry]>([
    ['another check sum', { ...A, crc: 1 }],
    ['another size', { ...A, size: 5 }],
    ['a stream that breaks off', { name: 'a.xml', content: 'not a deflate stream', method: 8 }],
    ['Latin-1', { name: 'a.xml', content: Buffer.from('é', 'latin1') }],
    ['UTF-16', { name: 'a.xml', content: Buffer.from('\uFEFF<é/>', 'utf16le') }],
    ['more than it says, which could fill the memory', { name: 'a.xml', content: 'a'.repeat(1e6), deflate: true, size: 10 }],
  ])('has no text for a part with %s', (_, entry) => {
    const file = openPackage(zip(entry, B));
    expect(file?.text('a.xml')).toBeUndefined();
    expect(file?.text('b.xml')).toBe('<b/>');
  });

  const whole = rawZip([A, B, C]).bytes;
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['words', Buffer.from('Bonjour. '.repeat(20))],
    ['a file with a password (CFB)', CFB],
    ['half a zip', whole.subarray(0, whole.length / 2)],
    ['a zip without its last byte', whole.subarray(0, -1)],
    ['something before the zip', Buffer.concat([Buffer.from('#!'), whole])],
    ['a program that unpacks itself', rawZip([A, B], { before: 'MZ program' }).bytes],
    ['an entry that reaches into the next', replaced(rawZip([A, B]).bytes, 'PK\u0001\u0002', 20, 60)],
    ['something after the zip', Buffer.concat([whole, Buffer.from('x')])],
    ['an encrypted entry', zip({ ...A, flags: 1 })],
    ['strong encryption', zip({ ...A, flags: 0x40 })],
    ['zip64', rawZip([A], { zip64: true }).bytes],
    ['several volumes', rawZip([A], { disk: 1 }).bytes],
    ['two entries of one name', zip(A, B, { ...A, content: 'x' })],
    ['two entries whose names differ by case', zip(A, { ...A, name: 'A.xml' })],
    ['a local name that says something else', zip({ ...A, localName: 'z.xml' })],
    ['a compression that we do not read', zip({ ...A, method: 9 })],
    ['a stored entry that says another size', zip({ ...B, size: 100 })],
    ['a part of more than 50 MB', zip({ ...A, size: 50_000_001 })],
    ['more than 200 MB', zip(...Array.from({ length: 5 }, (_, index) => ({ ...A, name: `${index}`, size: 45_000_000 })))],
  ])('refuses %s', (_, bytes) => expect(openPackage(bytes)).toBeUndefined());

  it('survives any damage', () => {
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
      const damaged = Buffer.from(whole);
      damaged[at] = value;
      const file = openPackage(damaged);
      for (const name of file?.names ?? []) file?.text(name);
    }), { numRuns: 500 });
  });
});

const entries = fc.uniqueArray(fc.record({
  name: fc.stringMatching(/^[a-z]{1,8}\.xml$/), content: fc.string({ unit: 'binary' }), deflate: fc.boolean(),
  descriptor: fc.boolean(), extra: fc.constantFrom('', 'XX\u0001\u0000a'), comment: fc.constantFrom('', 'é'),
}), { selector: ({ name }) => name, minLength: 1, maxLength: 6 });

/** What stands between the directory and the end, entry by entry, without the place of each. */
function records(bytes: Uint8Array): readonly string[] {
  const start = Buffer.from(bytes).readUInt32LE(bytes.length - 22 - Buffer.from(bytes).readUInt16LE(bytes.length - 2) + 16);
  return Buffer.from(bytes.subarray(start)).toString('latin1').split('PK\u0001\u0002').slice(1)
    .map((record) => (record.slice(0, 38) + record.slice(42)).split('PK\u0005\u0006')[0] ?? '');
}

describe('replaceParts', () => {
  it('replaces, adds and removes', () => {
    const bytes = replaceParts(zip(A, B, C), { 'b.xml': '<b>À</b>', 'd.xml': '<d/>' }, ['a.xml']);
    const found = unzipSync(bytes);
    expect(Object.keys(found)).toEqual(['b.xml', 'media/c.png', 'd.xml']);
    expect(['b.xml', 'd.xml'].map((name) => strFromU8(found[name] ?? PICTURE))).toEqual(['<b>À</b>', '<d/>']);
    expect(found['media/c.png']).toEqual(C.content);
  });

  it('gives the same bytes when nothing changes', () => {
    fc.assert(fc.property(entries, fc.constantFrom('', 'commentaire'), (list, comment) => {
      const { bytes } = rawZip(list, { comment });
      expect(Buffer.from(replaceParts(bytes, {})).equals(bytes)).toBe(true);
    }), { numRuns: 200 });
  });

  it('keeps the bytes, the order and the records of all other entries, and the comment', () => {
    fc.assert(fc.property(entries, fc.string(), fc.nat(5), (list, text, rank) => {
      const { bytes, locals } = rawZip(list, { comment: '' });
      const name = list[rank % list.length]?.name ?? '';
      const changed = Buffer.from(replaceParts(bytes, { [name]: text }));
      expect(Buffer.from(replaceParts(bytes, { [name]: text })).equals(changed)).toBe(true);
      expect(openPackage(changed)?.names).toEqual(list.map((entry) => entry.name));
      expect(openPackage(changed)?.text(name)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(text)));
      let at = 0;
      for (const entry of list) {
        const local = locals.get(entry.name) ?? Buffer.alloc(0);
        if (entry.name !== name) expect(changed.subarray(at, at + local.length).equals(local)).toBe(true);
        at += entry.name === name ? changed.indexOf('PK', at + 4) - at : local.length;
      }
    }), { numRuns: 200 });
  });

  it('keeps entries that stand in another order in the file than in the directory', () => {
    const { bytes } = rawZip([A, B, C]);
    const start = bytes.readUInt32LE(bytes.length - 6);
    const second = bytes.indexOf('PK\u0001\u0002', start + 4, 'latin1');
    const third = bytes.indexOf('PK\u0001\u0002', second + 4, 'latin1');
    const mixed = Buffer.concat([
      bytes.subarray(0, start), bytes.subarray(second, third), bytes.subarray(start, second), bytes.subarray(third),
    ]);
    const changed = Buffer.from(replaceParts(mixed, { 'a.xml': '<changed/>' }));
    expect(openPackage(changed)?.names).toEqual(['b.xml', 'a.xml', 'media/c.png']);
    expect(['a.xml', 'b.xml'].map((name) => openPackage(changed)?.text(name))).toEqual(['<changed/>', '<b/>']);
    expect(changed.indexOf('a.xml')).toBe(30);
    expect(records(changed)[0]).toBe(records(mixed)[0]);
  });

  it('keeps the comment of the zip', () => {
    const { bytes } = rawZip([A, B], { comment: 'fait à la main' });
    expect(Buffer.from(replaceParts(bytes, { 'a.xml': 'x' })).toString().endsWith('fait à la main')).toBe(true);
  });

  it('dates what it writes in 1980', () => {
    const bytes = Buffer.from(replaceParts(zip(A), { 'a.xml': 'x' }));
    expect(bytes.readUInt16LE(12)).toBe(0x21);
  });

  it('is not asked about a file that does not open', () => {
    expect(() => replaceParts(CFB, {})).toThrow(/openPackage/);
  });
});
