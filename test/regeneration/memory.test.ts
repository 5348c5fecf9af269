import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/shared/sha256.ts';
import { living, rewriteFirstText, type Living } from '../support/living.ts';

/** The tool's memory as anybody may have written it, through the whole command. */

const BASELINE = '.nec-local/baseline.zip';
const MINE = '[core]';

/** The record of a run that would bring this file back. */
const recordOf = (path: string, more: object = {}): Uint8Array => zipSync({
  'manifest.json': strToU8(JSON.stringify({
    format: 1, command: 'generer', since: '2026-11-23T10:22', folders: [], files: [{ path, before: sha256(MINE), after: null }], ...more,
  })),
  [`avant/${path}`]: strToU8(MINE),
});

describe('P06 a record that somebody forged', () => {
  it('would work for a document: it is put back', async () => {
    const folder = await living();
    folder.write('.nec-local/en-cours.zip', recordOf('note.md'));
    await folder.say('generer');
    expect(folder.text('note.md')).toBe(MINE);
  });

  it.each(['en-cours', 'annuler'])('%s.zip names a hidden file: nothing is made there', async (name) => {
    const folder = await living();
    folder.write(`.nec-local/${name}.zip`, recordOf('.git/config'));
    const { exit, err } = await folder.say(name === 'annuler' ? 'annuler' : 'generer', '--yes');
    expect(err).not.toContain('erreur du programme');
    expect([exit, folder.has('.git/config'), folder.folders().includes('.git')]).toEqual([name === 'annuler' ? 1 : 0, false, false]);
  });

  it.each([{ since: 7 }, { command: null }, { files: 7 }, { folders: null }])('annuler.zip with %j: it does not read, nothing changes', async (more) => {
    const folder = await living();
    folder.write('.nec-local/annuler.zip', recordOf('note.md', more));
    const before = folder.snapshot();
    expect((await folder.run('annuler')).problems[0]?.code).toBe('undo-unreadable');
    expect(folder.snapshot()).toEqual(before);
    expect((await folder.run('generer')).exit).toBe(0);
  });
});

/** Changes what is remembered of every file of one kind. */
function forge(folder: Living, kind: string, change: object): void {
  const parts = unzipSync(folder.bytes(BASELINE));
  const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array())) as { readonly files: readonly { readonly kind: string }[] };
  const files = manifest.files.map((file) => (file.kind === kind ? { ...file, ...change } : file));
  expect(files).not.toEqual(manifest.files);
  folder.write(BASELINE, zipSync({ ...parts, 'manifest.json': strToU8(JSON.stringify({ ...manifest, files })) }));
}

describe('P06 a baseline of another shape', () => {
  it.each<[kind: string, change: object]>([
    ['calendar', { content: 7 }],
    ['calendar', { content: sha256('another') }],
    ['copy', { conflict: { beside: 'LISEZ-MOI.html', why: 'both-changed', pieces: 7 } }],
    ['copy', { document: 7 }],
    ['copy', { path: '.git/config' }],
    ['text', { content: undefined }],
    ['text', { madeFrom: [] }],
    ['table', { path: 'nec-local.yaml' }],
  ])('%s with %j: lost, and said so; nothing is written', async (kind, change) => {
    const folder = await living();
    forge(folder, kind, change);
    const before = folder.snapshot();
    const { exit, problems } = await folder.run('generer');
    expect([exit, problems.map(({ code }) => code)]).toEqual([4, ['memory-lost']]);
    expect(folder.snapshot()).toEqual(before);
    expect((await folder.say('etat')).err).not.toContain('erreur du programme');
  });
});

/** Puts this content in the place of that of every file of one kind, with its right hash. */
function forgeContent(folder: Living, kind: string, content: object): void {
  const parts = unzipSync(folder.bytes(BASELINE));
  const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array())) as { readonly files: readonly { readonly kind: string; readonly document: string }[] };
  const part = strToU8(JSON.stringify(content));
  const files = manifest.files.map((file) => (file.kind === kind ? { ...file, content: sha256(part), madeFrom: undefined } : file));
  const forged = manifest.files.flatMap(({ kind: other, document }) => (other === kind ? [[`documents/${document}`, part] as const] : []));
  expect(forged).not.toEqual([]);
  folder.write(BASELINE, zipSync({ ...parts, ...Object.fromEntries(forged), 'manifest.json': strToU8(JSON.stringify({ ...manifest, files })) }));
}

describe('P06 a content of another shape', () => {
  const NOTE = '1-cadrage/note-de-cadrage.docx';

  it('of texts: what a person wrote stays, the new version goes beside', async () => {
    const folder = await living();
    folder.write(NOTE, rewriteFirstText(folder.bytes(NOTE), 'Nos mots à nous.'));
    const mine = folder.bytes(NOTE);
    forgeContent(folder, 'text', { blocks: [{ id: 'a' }] });
    const { exit, changes } = await folder.run('reporter', '2027-11-04', '--yes', '--force');
    expect([exit, changes.find(({ path }) => path === NOTE)]).toMatchObject([3, { kind: 'conflict', reason: 'no-memory' }]);
    expect(folder.bytes(NOTE)).toEqual(mine);
    expect(folder.has('1-cadrage/note-de-cadrage.nouveau.docx')).toBe(true);
  });

  it.each<[kind: string, content: object]>([
    ['calendar', { name: 'c', items: [{ uid: 'u', sequence: 0, revisedOn: '2026-11-23', content: 'zz' }] }], ['table', { sheets: [{ name: 'x' }] }],
  ])('of a %s: it is written anew, every command goes on', async (kind, content) => {
    const folder = await living();
    forgeContent(folder, kind, content);
    expect((await folder.say('etat')).err).not.toContain('erreur du programme');
    expect((await folder.run('generer')).exit).toBe(0);
    expect((await folder.run('reporter', '2027-11-04', '--yes', '--force')).exit).toBe(0);
  });
});
