import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeRecord, encodeRecord, readRecordHead, type RecordHead, type RunRecord } from '../../src/io/run-record.ts';
import { sha256 } from '../../src/shared/sha256.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAD: RecordHead = {
  format: 1, command: 'generer', since: '2027-03-14T10:22', folders: ['b'], carry: { a: [1, 'é'] },
  files: [
    { path: 'a.txt', before: sha256('A'), after: sha256('A2') },
    { path: 'b/é c.txt', before: null, after: sha256('') },
    { path: 'vide.txt', before: sha256(''), after: null },
    { path: 'note.md', before: sha256('N'), after: sha256('N'), was: 'Note.md' },
  ],
};
const BYTES = new Map([['a.txt', encode('A')], ['vide.txt', new Uint8Array()], ['note.md', encode('N')]]);
const record: RunRecord = { ...HEAD, bytesBefore: (path) => BYTES.get(path) ?? new Uint8Array() };
const encoded = (): Uint8Array => Buffer.concat([...encodeRecord(record)]);
const good = encoded();

/** A record that anybody could have made. */
const forged = (head: unknown, files: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({ 'manifest.json': encode(JSON.stringify(head)), ...files });

describe('the record of a run', () => {
  it('is read as it was written', () => {
    const { bytesBefore, ...head } = decodeRecord(good) ?? (() => { throw new Error('unreadable'); })();
    expect(head).toEqual(HEAD);
    expect([...BYTES].map(([path]) => bytesBefore(path))).toEqual([...BYTES.values()]);
  });

  it('depends on nothing but the run', () => expect(Buffer.from(encoded()).equals(good)).toBe(true));

  it('opened by a person, shows their files under « avant »', () => {
    expect(Buffer.from(good).toString('latin1')).toContain('avant/a.txt');
  });

  it('with any byte of its files damaged, is worth nothing', () => {
    const at = Buffer.from(good).indexOf('avant/a.txtA') + 'avant/a.txt'.length;
    expect(at).toBeGreaterThan(20);
    const damaged = Uint8Array.from(good);
    damaged[at] = 0x42;
    expect(decodeRecord(damaged)).toBeUndefined();
  });

  it('cut short anywhere, is worth nothing', () => {
    for (let length = 0; length < good.length; length += 7) expect(decodeRecord(good.subarray(0, length)), `${length}`).toBeUndefined();
  });

  it.each<[what: string, head: unknown]>([
    ['no text', null],
    ['another format', { ...HEAD, format: 2 }],
    ['no files', { ...HEAD, files: undefined }],
    ['no folders', { ...HEAD, folders: undefined }],
    ['a hash that is a number', { ...HEAD, files: [{ path: 'a', before: null, after: 3 }] }],
    ['bytes that are missing', { ...HEAD, files: [{ path: 'a', before: sha256('x'), after: null }] }],
    ['bytes that nobody announced', { ...HEAD, files: [{ path: 'a.txt', before: null, after: sha256('x') }] }],
    ...['../x', '/x', '', '.', './x', 'a/../../x', 'a/..', 'a//b', 'a/', 'C:\\x', '..\\x', 'a\0b', 3, null, ['a'], {},
      '.git/config', 'a/.b', '.nec-local/verrou.json', '.nec-local/x', '.nec-local', 'a:b', 'a.', 'a /b', 'a\nb'].flatMap((path): [string, unknown][] => [
      [`P06: the path ${JSON.stringify(path)}`, { ...HEAD, files: [{ path, before: null, after: null }] }],
      // A run makes the folder of the memory where it is gone.
      ...(path === '.nec-local' ? [] : [[`P06: the folder ${JSON.stringify(path)}`, { ...HEAD, files: [], folders: [path] }] satisfies [string, unknown]]),
      [`P06: the former name ${JSON.stringify(path)}`, { ...HEAD, files: [{ path: 'a', before: null, after: null, was: path }] }],
    ]),
  ])('with %s, is worth nothing', (_, head) => {
    expect(decodeRecord(forged(head, { 'avant/a.txt': encode('A'), 'avant/vide.txt': new Uint8Array(), 'avant/note.md': encode('N') }))).toBeUndefined();
  });

  it.each<[what: string, head: unknown]>([
    ['nothing', null],
    ['files that are none', { ...HEAD, files: 7 }],
    ...[7, null, '', 'x', '2027-03-14', '2027-03-14T10:22\n', '2027-03-14T10:22:00'].map((since): [string, unknown] => [`since ${JSON.stringify(since)}`, { ...HEAD, since }]),
    ...[7, null, '', 'x\u001b[2J', 'a\nb', '\u202e', 'x'.repeat(61), ['generer']].map((command): [string, unknown] => [`the command ${JSON.stringify(command)}`, { ...HEAD, command }]),
  ])('P06: of %s, nothing is believed', (_, head) => {
    const { bytesBefore: _bytes, ...good } = record;
    expect(readRecordHead(forged(good))).toEqual(HEAD);
    expect(readRecordHead(forged(head))).toBeUndefined();
    expect(decodeRecord(forged(typeof head === 'object' && head && 'files' in head && Array.isArray(head.files) ? { ...head, files: [] } : head))).toBeUndefined();
  });

  it('may name what a run writes of the memory', () => {
    const files = ['.nec-local/baseline.zip', '.nec-local/kit.zip'].map((path) => ({ path, before: null, after: sha256('x') }));
    expect(decodeRecord(forged({ ...HEAD, files, folders: ['.nec-local'] }))).toMatchObject({ files });
  });

  it('P06: a manifest larger than any of ours is not read', () => {
    const large = forged({ ...HEAD, files: [], carry: 'x'.repeat(20_000_001) });
    expect([decodeRecord(large), readRecordHead(large)]).toEqual([undefined, undefined]);
  });

  it('that would fill the memory is worth nothing', () => {
    const bomb = Buffer.from(zipSync({ 'manifest.json': encode(JSON.stringify({ ...HEAD, files: [] })), 'avant/x': new Uint8Array(1_000) }));
    expect(decodeRecord(bomb)).toBeDefined();
    // The sizes that the directory of the zip announces: two gigabytes for the manifest.
    const at = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24;
    bomb.writeUInt32LE(2_000_000_000, at);
    expect(decodeRecord(bomb)).toBeUndefined();
  });
});
