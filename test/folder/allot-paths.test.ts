import { describe, expect, it } from 'vitest';
import { allotPaths } from '../../src/folder/allot-paths.ts';
import type { DocumentBase } from '../../src/folder/baseline.ts';
import type { FolderView } from '../../src/folder/reconcile.ts';
import { sha256 } from '../../src/shared/sha256.ts';

const base = (document: string, path: string, more: Partial<DocumentBase> = {}): DocumentBase =>
  ({ kind: 'copy', document, path, sha256: sha256(document), ...more } as DocumentBase);

const view = (files: Readonly<Record<string, string>>): FolderView => ({
  kindOf: (path) => (files[path] === undefined ? 'missing' : 'file'),
  find: (path) => (files[path] === undefined ? undefined : path),
  read: () => new Uint8Array(),
  hash: (path) => sha256(files[path] ?? ''),
});

/** Each document as `from → path`, `!` where the path is somebody else's, `?` where the kit wanted another. */
function allot(bases: readonly DocumentBase[], planned: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>) {
  return Object.fromEntries([...allotPaths(bases, new Map(Object.entries(planned)), view(files))].map(([id, { from, path, isFree, wanted }]) =>
    [id, `${from ?? '-'} → ${path}${isFree ? '' : '!'}${wanted === undefined ? '' : ` ?${wanted}`}`]));
}

const [a, b] = [base('a', 'a.x'), base('b', 'b.x')];
const openConflict = { conflict: { beside: 'b.nouveau.x', why: 'both-changed' as const, pieces: [] } };

describe('whose each path is', () => {
  it.each<readonly [string, readonly DocumentBase[], Readonly<Record<string, string>>, Readonly<Record<string, string>>, object]>([
    ['nothing moves', [a, b], { a: 'a.x', b: 'b.x' }, { 'a.x': 'a', 'b.x': 'b' }, { a: 'a.x → a.x', b: 'b.x → b.x' }],
    ['U29 two swap names', [a, b], { a: 'b.x', b: 'a.x' }, { 'a.x': 'a', 'b.x': 'b' }, { a: 'a.x → b.x', b: 'b.x → a.x' }],
    ['U29 a chain', [a, b], { a: 'b.x', b: 'c.x' }, { 'a.x': 'a', 'b.x': 'b' }, { a: 'a.x → b.x', b: 'b.x → c.x' }],
    ['a chain whose end is taken: nobody moves', [a, b], { a: 'b.x', b: 'c.x' }, { 'a.x': 'a', 'b.x': 'b', 'c.x': 'moi' }, { a: 'a.x → a.x ?b.x', b: 'b.x → b.x ?c.x' }],
    ['a document in open conflict does not leave: the next one stays too', [a, base('b', 'b.x', openConflict)], { a: 'b.x', b: 'c.x' },
      { 'a.x': 'a', 'b.x': 'moi', 'b.nouveau.x': 'b' }, { a: 'a.x → a.x ?b.x', b: 'b.x → b.x' }],
    ['a deleted document does not take the file that moved to its place', [base('a', 'b.x', { gone: true }), b], { a: 'c.x', b: 'b.x' }, { 'b.x': 'b' }, { a: '- → c.x', b: 'b.x → b.x' }],
    ['a deleted document in a swap: the other one’s file is not its own', [a, b], { a: 'b.x', b: 'a.x' }, { 'b.x': 'b' }, { a: '- → b.x', b: 'b.x → a.x' }],
    ['a deleted file that comes back is its own again', [base('a', 'a.x', { gone: true })], { a: 'a.x' }, { 'a.x': 'a' }, { a: 'a.x → a.x' }],
    ['an id that the kit changed without a word keeps its file', [a], { neuf: 'a.x' }, { 'a.x': 'moi' }, { neuf: 'a.x → a.x' }],
    ['a new document where one goes that is ours alone', [a], { neuf: 'n.x' }, { 'a.x': 'a' }, { neuf: '- → n.x', a: 'a.x → a.x' }],
    ['a new document where somebody’s file is', [], { neuf: 'n.x' }, { 'n.x': 'moi' }, { neuf: '- → n.x!' }],
    ['a person gave the file the kit’s new name already', [a], { a: 'n.x' }, { 'n.x': 'moi' }, { a: 'n.x → n.x' }],
  ])('%s', (_, bases, planned, files, expected) => expect(allot(bases, planned, files)).toEqual(expected));
});
