import { describe, expect, it } from 'vitest';
import { rememberDocument, type DocumentBase } from '../../src/folder/baseline.ts';
import { readTextContent } from '../../src/folder/content.ts';
import { reconcile, type FileTools, type FolderView, type Made, type MergedFile, type Sides, type Written } from '../../src/folder/reconcile.ts';
import { allotPaths } from '../../src/folder/allot-paths.ts';
import type { CopyDocument, DocumentSpec, TextDocument } from '../../src/model.ts';
import { sha256 } from '../../src/shared/sha256.ts';

const utf8 = new TextEncoder();
const words = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);

const furniture = { title: 'A', footer: '' };
const specOf = (path: string): DocumentSpec => ({ id: 'a', path, kind: 'copy', title: 'A', purpose: '', readers: '' });
const copyOf = (content: string, path: string): CopyDocument => ({ kind: 'copy', spec: specOf(path), path, content });

/** What the kit gives now, and where it wants it. */
interface Next {
  readonly wants: string;
  at(path: string): Made;
}
const copy = (content: string, path = 'a.html'): Next => ({
  wants: path,
  at: (place) => ({ kind: 'copy', document: async () => copyOf(content, place), furniture, encode: async () => utf8.encode(content) }),
});

const baseOf = (content: string, path = 'a.html', more: Partial<DocumentBase> = {}): DocumentBase =>
  ({ ...rememberDocument(copyOf(content, path), { furniture }, utf8.encode(content)).file, ...more });

/** Path → content; `@` stands for a folder, `@link` for a link. */
function disk(files: Readonly<Record<string, string>>): FolderView {
  return {
    kindOf: (path) => (files[path] === undefined ? 'missing' : files[path] === '@' ? 'folder' : files[path] === '@link' ? 'other' : 'file'),
    find: (path) => (files[path] === undefined ? undefined : path),
    read: (path) => utf8.encode(files[path]),
    hash: (path) => sha256(files[path] ?? ''),
  };
}

/** Two copies are the same when their bytes are; a merge is what the test says. */
const tools = (merged: MergedFile = { kind: 'left-alone', why: 'copy-edited' }): FileTools => ({
  isSame: async (base, next) => base.sha256 === sha256(((await next.document()) as CopyDocument).content),
  merge: async () => merged,
});

interface Case {
  readonly base?: DocumentBase;
  readonly next?: Next;
  readonly files: Readonly<Record<string, string>>;
  readonly merged?: MergedFile;
  readonly moving?: readonly string[];
  readonly noMemory?: boolean;
}

/** One document alone in its folder; `moving`: what stands there belongs to a document that leaves. */
function sidesOf(base: DocumentBase | undefined, next: Next | undefined, view: FolderView, moving: readonly string[] = []): Sides {
  const others = moving.map((path, rank): DocumentBase => ({ ...baseOf('x', path), document: `autre-${rank}` }));
  const planned = new Map([...(next ? [['a', next.wants] as const] : []), ...others.map(({ document }, rank) => [document, `ailleurs-${rank}`] as const)]);
  const place = allotPaths([...(base ? [base] : []), ...others], planned, view).get('a');
  if (!place) throw new Error('no place');
  return { place, ...(next && { next: next.at(place.path) }) };
}

async function outcome({ base, next, files, merged, moving = [], noMemory = false }: Case) {
  const { change, remembered } = await reconcile(sidesOf(base, next, disk(files), moving), disk(files), tools(merged), noMemory);
  const file = remembered?.file as DocumentBase | undefined;
  return {
    ...(change && {
      said: [change.kind, change.reason].filter(Boolean).join(' '), path: change.path,
      ...(change.from !== undefined && { from: change.from }),
      ...(change.bytes && { writes: words(change.bytes) }),
      ...(change.beside && { beside: change.beside.path }),
      ...(change.beside?.bytes && { besideWrites: words(change.beside.bytes) }),
      ...(change.notes && { notes: change.notes.map(({ code }) => code) }),
    }),
    base: file === undefined ? 'forgotten' : file.sha256 === sha256('1') ? '1' : file.sha256 === sha256('2') ? '2' : file.sha256 === '' ? 'edited' : 'other',
    ...(file?.conflict && { conflict: file.conflict.beside }),
  };
}

const [one, two] = [baseOf('1'), copy('2')];

describe('one file, three sides', () => {
  it.each<readonly [string, Case, object]>([
    ['U01 M=B=N: nothing', { base: one, next: copy('1'), files: { 'a.html': '1' } }, { said: 'keep same', base: '1' }],
    ['U02 M=B, N≠B: becomes N', { base: one, next: two, files: { 'a.html': '1' } }, { said: 'update', writes: '2', base: '2' }],
    ['U03 M≠B, N=B: kept', { base: one, next: copy('1'), files: { 'a.html': 'moi' } }, { said: 'keep edited', base: '1' }],
    ['U05 both changed: M stays, N beside', { base: one, next: two, files: { 'a.html': 'moi' } },
      { said: 'conflict copy-edited', beside: 'a.nouveau.html', besideWrites: '2', base: '2', conflict: 'a.nouveau.html' }],
    ['U06 M=N≠B: adopted', { base: one, next: two, files: { 'a.html': '2' } }, { said: 'keep same', base: '2' }],
    ['U11 emptied is edited, not deleted', { base: one, next: two, files: { 'a.html': '' } }, { said: 'conflict copy-edited', base: '2', besideWrites: '2' }],
    ['U12 deleted, N=B: stays away, no word', { base: one, next: copy('1'), files: {} }, { said: 'keep deleted', base: '1' }],
    ['U13 deleted, N≠B: stays away, said once', { base: one, next: two, files: {} }, { said: 'keep deleted', notes: ['deleted-file'], base: '1' }],
    ['U18 new: created', { next: two, files: {} }, { said: 'create', writes: '2', base: '2' }],
    ['U19 new, the path is taken: beside', { next: two, files: { 'a.html': 'moi' } }, { said: 'conflict path-taken', beside: 'a.nouveau.html', base: '2' }],
    ['U20 new, the same is there: adopted', { next: two, files: { 'a.html': '2' } }, { said: 'keep same', base: '2' }],
    ['U21 a folder stands there: beside', { base: one, next: two, files: { 'a.html': '@' } }, { said: 'conflict path-taken', beside: 'a.nouveau.html' }],
    ['F15 a link stands there: kept, beside', { base: one, next: two, files: { 'a.html': '@link' } }, { said: 'conflict path-taken', beside: 'a.nouveau.html' }],
    ['F15 a link stands there and nothing is new: kept', { base: one, next: copy('1'), files: { 'a.html': '@link' } }, { said: 'keep edited', base: '1' }],
    ['U22 gone from the kit, ours: removed', { base: one, files: { 'a.html': '1' } }, { said: 'remove', base: 'forgotten' }],
    ['U23 gone from the kit, edited: kept as orphan', { base: one, files: { 'a.html': 'moi' } }, { said: 'keep orphan', base: '1' }],
    ['U24 gone from the kit and from the disk: nothing, but remembered', { base: one, files: {} }, { base: '1' }],
    ['U25 renamed, ours', { base: one, next: copy('2', 'b.html'), files: { 'a.html': '1' } }, { said: 'update renamed', path: 'b.html', from: 'a.html', writes: '2', base: '2' }],
    ['U25 renamed, same content', { base: one, next: copy('1', 'b.html'), files: { 'a.html': '1' } }, { said: 'update renamed', path: 'b.html', from: 'a.html', writes: '1', base: '1' }],
    ['U26 renamed, edited: the edits follow', { base: one, next: copy('1', 'b.html'), files: { 'a.html': 'moi' } }, { said: 'update renamed', path: 'b.html', from: 'a.html', writes: 'moi', base: '1' }],
    ['U26 renamed, edited, changed: moved, beside', { base: one, next: copy('2', 'b.html'), files: { 'a.html': 'moi' } },
      { said: 'conflict copy-edited', path: 'b.html', from: 'a.html', writes: 'moi', beside: 'b.nouveau.html' }],
    ['U26 renamed, the person did it already', { base: one, next: copy('2', 'b.html'), files: { 'b.html': '1' } }, { said: 'update', path: 'b.html', writes: '2' }],
    ['U26 renamed onto somebody’s file: theirs stays, ours keeps its name and follows, said', { base: one, next: copy('2', 'b.html'), files: { 'a.html': '1', 'b.html': 'moi' } },
      { said: 'update', path: 'a.html', writes: '2', notes: ['name-taken'] }],
    ['U29 renamed onto a path that its own file leaves', { base: one, next: copy('2', 'b.html'), files: { 'a.html': '1', 'b.html': 'x' }, moving: ['b.html'] },
      { said: 'update renamed', path: 'b.html', from: 'a.html', writes: '2' }],
    ['A04 the baseline is lost: beside', { next: two, files: { 'a.html': 'moi' }, noMemory: true }, { said: 'conflict no-memory', beside: 'a.nouveau.html' }],
    ['merged', { base: one, next: two, files: { 'a.html': 'moi' }, merged: { kind: 'merged', bytes: utf8.encode('moi2'), pieces: [], notes: [] } },
      { said: 'merge', writes: 'moi2', base: 'edited' }],
    ['merged, nothing to write', { base: one, next: two, files: { 'a.html': 'moi' }, merged: { kind: 'merged', pieces: [], notes: [] } },
      { said: 'keep edited', base: 'edited' }],
    ['merged in part', { base: one, next: two, files: { 'a.html': 'moi' }, merged: { kind: 'merged', bytes: utf8.encode('moi2'), pieces: [{ place: 'p', mine: 'm', next: 'n', base: 'b' }], notes: [] } },
      { said: 'conflict both-changed', writes: 'moi2', beside: 'a.nouveau.html', base: '2', conflict: 'a.nouveau.html' }],
    ['U36 open conflict: kept, nothing stacked', { base: baseOf('1', 'a.html', { conflict: { beside: 'a.nouveau.html', why: 'copy-edited', pieces: [] } }), next: two, files: { 'a.html': 'moi', 'a.nouveau.html': '1' } },
      { said: 'keep open-conflict', beside: 'a.nouveau.html', base: '1', conflict: 'a.nouveau.html' }],
    ['a conflict is settled when the file beside is gone', { base: baseOf('1', 'a.html', { conflict: { beside: 'a.nouveau.html', why: 'copy-edited', pieces: [] } }), next: copy('1'), files: { 'a.html': 'moi' } },
      { said: 'keep edited', base: '1' }],
    ['our version taken in its place settles it too', { base: baseOf('1', 'a.html', { conflict: { beside: 'a.nouveau.html', why: 'copy-edited', pieces: [] } }), next: two, files: { 'a.html': '1' } },
      { said: 'update', writes: '2', base: '2' }],
    ['a file beside that is somebody’s is not written over', { base: one, next: two, files: { 'a.html': 'moi', 'a.nouveau.html': 'le mien' } },
      { said: 'conflict copy-edited', beside: 'a.nouveau-2.html' }],
    ['a file beside that a killed run left is taken again', { base: one, next: two, files: { 'a.html': 'moi', 'a.nouveau.html': '2' } },
      { said: 'conflict copy-edited', beside: 'a.nouveau.html' }],
  ])('%s', async (_, given, expected) => {
    expect(await outcome(given)).toMatchObject(expected);
    if (!('conflict' in expected) && !String((expected as { said?: string }).said).startsWith('conflict')) expect(await outcome(given)).not.toHaveProperty('conflict');
  });

  it('U13 says it once, and again for the next version', async () => {
    const first = await reconcile(sidesOf(one, two, disk({})), disk({}), tools(), false);
    const again = { base: first.remembered?.file as DocumentBase };
    expect(await outcome({ ...again, next: two, files: {} })).not.toHaveProperty('notes');
    expect(await outcome({ ...again, next: copy('3'), files: {} })).toHaveProperty('notes', ['deleted-file']);
  });

  it('a deleted file that comes back is merged from what it was', async () => {
    const first = await reconcile(sidesOf(one, two, disk({})), disk({}), tools(), false);
    const base = first.remembered?.file as DocumentBase;
    expect(await outcome({ base, next: two, files: { 'a.html': '1' } })).toMatchObject({ said: 'update', writes: '2' });
  });

  it('U32 switched off, then on again after it was deleted: stays away, said', async () => {
    const off = await reconcile(sidesOf(one, undefined, disk({})), disk({}), tools(), false);
    const base = off.remembered?.file as DocumentBase;
    expect(await outcome({ base, next: two, files: {} })).toMatchObject({ said: 'keep deleted', notes: ['deleted-file'] });
  });

  describe('a text that could not be merged at all', () => {
    const textOf = (words: string, path: string): TextDocument =>
      ({ kind: 'text', spec: specOf(path), path, blocks: [{ id: 'p1', kind: 'paragraph', cells: [[{ text: words }]], values: [], depth: 0 }] });
    const text = (words: string): Next => ({
      wants: 'a.docx',
      at: (path) => ({ kind: 'text', document: async () => textOf(words, path), furniture, encode: async () => utf8.encode(words) }),
    });
    const base = (words: string): Written => rememberDocument(textOf(words, 'a.docx'), { furniture }, utf8.encode(words));
    const merges: Written[] = [];
    const leaving: FileTools = {
      isSame: async (one, next) => one.content === rememberDocument(await next.document(), next, undefined).file.content,
      merge: async (one) => { merges.push(one); return { kind: 'left-alone', why: 'unreadable' }; },
    };
    const go = async ({ file, part = new Uint8Array() }: Written, next: Next, files: Readonly<Record<string, string>>) => {
      const { change, remembered } = await reconcile({ ...sidesOf(file, next, disk(files)), basePart: part }, disk(files), leaving, false);
      return { change, remembered: remembered as Written };
    };
    const wordsIn = ({ part }: Written): string | undefined => readTextContent(part)?.blocks[0]?.cells[0]?.[0]?.text;

    it('keeps its older base: nothing of the new version is in it', async () => {
      const { change, remembered } = await go(base('1'), text('2'), { 'a.docx': 'moi' });
      expect([change?.kind, change?.beside?.path]).toEqual(['conflict', 'a.nouveau.docx']);
      expect(remembered.file).toMatchObject({ conflict: { beside: 'a.nouveau.docx' } });
      expect(wordsIn(remembered)).toBe('1');
    });

    it('is not asked about again once the file beside is gone; a newer version is merged from the older base', async () => {
      const first = (await go(base('1'), text('2'), { 'a.docx': 'moi' })).remembered;
      const settled = await go(first, text('2'), { 'a.docx': 'moi' });
      expect([settled.change?.kind, settled.change?.reason]).toEqual(['keep', 'edited']);
      merges.length = 0;
      const later = await go(settled.remembered, text('3'), { 'a.docx': 'moi' });
      expect(later.change?.kind).toBe('conflict');
      expect(merges.map(wordsIn)).toEqual(['1']);
    });
  });
});
