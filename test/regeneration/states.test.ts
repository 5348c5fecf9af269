import { describe, expect, it } from 'vitest';
import { docxWords, living, rewriteFirstText, type Living } from '../support/living.ts';

/** The states of a file, through the whole command; the table of all states is `test/folder/reconcile.test.ts`. */

const NOTE = '1-cadrage/note-de-cadrage.docx';
const CHARTER = '1-cadrage/charte.docx';
const FORM = '6-inscriptions/formulaire-inscription.html';
/** The answer `appel` switches it off and on. */
const CALL = '5-contributions/formulaire-contribution.html';
const BUDGET = '3-budget/budget.xlsx';
const LATER = '2027-11-04';
const PROFILE_DATE = '2027-10-14';

const editNote = (folder: Living, words = 'Une phrase à nous.'): void =>
  folder.write(NOTE, rewriteFirstText(folder.bytes(NOTE), words));

describe('states of a file', () => {
  it('U01, F20 nothing changed: nothing is written, times stay', async () => {
    const folder = await living();
    const times = folder.times();
    const { exit, said } = await folder.run('generer');
    expect([exit, said]).toEqual([0, {}]);
    expect(folder.times()).toEqual(times);
  });

  it('U02, D01 the date moves and nobody worked in the folder: every file is as if made for that date', async () => {
    const folder = await living();
    const { exit, said } = await folder.run('reporter', LATER);
    expect(exit).toBe(0);
    expect(new Set(Object.values(said))).toEqual(new Set(['update']));
    const fresh = await living('--set', `date=${LATER}`, '--set', 'debut=2026-11-23');
    const sameInBoth = (path: string): boolean => !path.startsWith('.nec-local') && !path.endsWith('.ics') && path !== 'nec-local.yaml';
    for (const [path, bytes] of Object.entries(folder.snapshot()).filter(([path]) => sameInBoth(path))) {
      expect(bytes === fresh.snapshot()[path], path).toBe(true);
    }
  });

  it('U03 only a person changed it: kept byte for byte', async () => {
    const folder = await living();
    editNote(folder);
    const mine = folder.bytes(NOTE);
    expect((await folder.run('generer')).said).toEqual({ [NOTE]: 'keep edited' });
    expect(folder.bytes(NOTE)).toEqual(mine);
  });

  it('U04 both changed, different places: both are there, no conflict', async () => {
    const folder = await living();
    editNote(folder);
    const { exit, said } = await folder.run('reporter', LATER);
    expect([exit, said[NOTE]]).toEqual([0, 'merge']);
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toMatch(/Une phrase à nous\.[\s\S]*4 novembre 2027/);
  });

  it('U05, F01 both changed one copy: mine stays, theirs is beside, exit 3', async () => {
    const folder = await living();
    folder.write(FORM, '<p>Notre formulaire à nous</p>');
    const { exit, said } = await folder.run('reporter', LATER);
    expect([exit, said[FORM]]).toEqual([3, 'conflict copy-edited']);
    expect(folder.text(FORM)).toBe('<p>Notre formulaire à nous</p>');
    expect(folder.text('6-inscriptions/formulaire-inscription.nouveau.html')).toContain('4 novembre 2027');
  });

  it('U11, F01 a file that a person emptied is edited, not deleted', async () => {
    const folder = await living();
    folder.write(NOTE, '');
    const { said } = await folder.run('reporter', LATER);
    expect(said[NOTE]).toBe('conflict unreadable');
    expect(folder.bytes(NOTE)).toHaveLength(0);
  });

  it('U12, U13, U17 a deleted file stays deleted, is named once, and comes back when asked', async () => {
    const folder = await living();
    folder.remove(CHARTER);
    expect((await folder.run('generer')).said).toEqual({ [CHARTER]: 'keep deleted' });
    const { changes, exit } = await folder.run('reporter', LATER);
    expect(exit).toBe(0);
    expect(changes.find(({ path }) => path === CHARTER)?.notes).toEqual([{ code: 'deleted-file' }]);
    expect((await folder.run('generer')).changes.find(({ path }) => path === CHARTER)?.notes).toBeUndefined();
    expect(folder.has(CHARTER)).toBe(false);

    const restored = await folder.run('restaurer', 'charte.docx');
    expect(restored.said).toEqual({ [CHARTER]: 'create' });
    expect(docxWords(folder.bytes(CHARTER)).length).toBeGreaterThan(5);
    expect((await folder.run('generer')).said).toEqual({});
  });

  it('U15 a deleted name is no pattern: the same name elsewhere is not touched', async () => {
    const folder = await living();
    folder.remove(CHARTER);
    folder.write('2-calendrier/charte.docx', 'à moi');
    await folder.run('reporter', LATER);
    expect(folder.text('2-calendrier/charte.docx')).toBe('à moi');
  });

  it('U16 a folder that a person deleted is not made again, not even empty', async () => {
    const folder = await living();
    Object.keys(folder.snapshot()).filter((path) => path.startsWith('5-contributions/')).forEach((path) => folder.remove(path));
    folder.removeFolder('5-contributions');
    const { exit } = await folder.run('reporter', LATER);
    expect(exit).toBe(0);
    expect(folder.folders()).not.toContain('5-contributions');
  });

  it('U18, U22, U31 an answer switches files off and on: they go and come', async () => {
    const folder = await living();
    const off = await folder.run('generer', '--set', 'appel=aucun');
    expect(off.said[CALL]).toBe('remove');
    expect(folder.has(CALL)).toBe(false);
    const on = await folder.run('generer', '--set', 'appel=contributions');
    expect(on.said[CALL]).toBe('create');
    expect(folder.has(CALL)).toBe(true);
  });

  it('U23, U31, U33 switched off after edits: kept and listed; switched on again: the edits are still known', async () => {
    const folder = await living();
    folder.write(CALL, `${folder.text(CALL)}<!-- à nous -->`);
    const off = await folder.run('generer', '--set', 'appel=aucun');
    expect(off.said[CALL]).toBe('keep orphan');
    expect((await folder.run('generer', '--set', 'appel=contributions')).said[CALL]).toBe('keep edited');
    expect(folder.text(CALL)).toContain('à nous');
  });

  it('U24, U32 switched off, deleted, switched on again: not brought back without a word', async () => {
    const folder = await living();
    folder.write(CALL, `${folder.text(CALL)}<!-- à nous -->`);
    await folder.run('generer', '--set', 'appel=aucun');
    folder.remove(CALL);
    expect((await folder.run('generer')).said).toEqual({});
    const on = await folder.run('generer', '--set', 'appel=contributions');
    expect(on.said[CALL]).toBe('keep deleted');
    expect(folder.has(CALL)).toBe(false);
  });

  it('U19 a new file of the kit finds a person’s file at its place: theirs stays, ours goes beside', async () => {
    const folder = await living('--set', 'appel=aucun');
    folder.write(CALL, 'à moi');
    const { exit, said } = await folder.run('generer', '--set', 'appel=contributions');
    expect([exit, said[CALL]]).toEqual([3, 'conflict path-taken']);
    expect(folder.text(CALL)).toBe('à moi');
  });

  it('U20 a new file of the kit is already there, the same: adopted', async () => {
    const folder = await living();
    const content = folder.bytes(CALL);
    await folder.run('generer', '--set', 'appel=aucun');
    folder.write(CALL, content);
    expect((await folder.run('generer', '--set', 'appel=contributions')).said).not.toHaveProperty(CALL);
  });

  it('U21 a person made a folder where a file goes: it stays, ours goes beside, the rest goes on', async () => {
    const folder = await living();
    folder.remove(FORM);
    folder.makeFolder(FORM);
    const { exit, said } = await folder.run('reporter', LATER);
    expect([exit, said[FORM], said[CHARTER]]).toEqual([3, 'conflict path-taken', 'update']);
  });

  it('U28 a person renamed a file: not made again, and its new name is told', async () => {
    const folder = await living();
    const renamed = '1-cadrage/note-de-cadrage-version-elus.docx';
    folder.write(renamed, folder.bytes(NOTE));
    folder.remove(NOTE);
    const { changes } = await folder.run('reporter', LATER);
    const change = changes.find(({ path }) => path === NOTE);
    expect([change?.kind, change?.reason]).toEqual(['keep', 'deleted']);
    expect(change?.notes).toContainEqual({ code: 'renamed-by-person', path: renamed });
    expect(folder.has(NOTE)).toBe(false);
  });

  it('U36 an open conflict: nothing is stacked on it; deleting the file beside settles it', async () => {
    const folder = await living();
    folder.write(FORM, 'à moi');
    const beside = '6-inscriptions/formulaire-inscription.nouveau.html';
    await folder.run('reporter', LATER);
    const first = folder.text(beside);
    const again = await folder.run('reporter', '2027-11-18');
    expect([again.exit, again.said[FORM]]).toEqual([3, 'keep open-conflict']);
    expect(folder.text(beside)).toBe(first);
    folder.remove(beside);
    const settled = await folder.run('generer');
    expect(settled.said[FORM]).toBe('conflict copy-edited');
    folder.remove(beside);
    expect((await folder.run('generer')).exit).toBe(0);
    expect(folder.text(FORM)).toBe('à moi');
  });

  it('U37 no file ever holds markers of a conflict', async () => {
    const folder = await living();
    editNote(folder);
    [FORM, '2-calendrier/jalons.ics', 'LISEZ-MOI.html'].forEach((path) => folder.write(path, 'à moi'));
    await folder.run('reporter', LATER);
    for (const [path, text] of Object.entries(folder.snapshot())) expect(text.includes('<<<<<<<'), path).toBe(false);
  });

  it('U38 the second run writes nothing', async () => {
    const folder = await living();
    editNote(folder);
    folder.write(FORM, 'à moi');
    await folder.run('reporter', LATER);
    const after = folder.snapshot();
    await folder.run('generer');
    expect(folder.snapshot()).toEqual(after);
  });

  it('U39, D13 answers there and back: the same bytes but for the revisions in the calendars', async () => {
    const folder = await living();
    const before = folder.snapshot();
    await folder.run('reporter', LATER);
    await folder.run('reporter', PROFILE_DATE);
    const after = folder.snapshot();
    for (const [path, bytes] of Object.entries(before).filter(([path]) => !path.startsWith('.nec-local'))) {
      expect(withoutRevisions(after[path] ?? '') === withoutRevisions(bytes), path).toBe(true);
    }
  });

  it('D13 the same with edits: they are still there, and every date is back', async () => {
    const folder = await living();
    editNote(folder);
    const mine = docxWords(folder.bytes(NOTE));
    await folder.run('reporter', LATER);
    await folder.run('reporter', PROFILE_DATE);
    expect(docxWords(folder.bytes(NOTE))).toEqual(mine);
  });

  it('U40, U41, F18 a person’s own files, hidden ones and empty folders are never listed nor touched', async () => {
    const folder = await living();
    const own = { '.gitignore': '*', '.git/config': '[core]', '1-cadrage/photo.jpg': 'jpeg', 'notes perso.docx': 'à moi', '.cache/x': 'y' };
    for (const [path, text] of Object.entries(own)) folder.write(path, text);
    folder.makeFolder('9-vide');
    const { changes } = await folder.run('reporter', LATER);
    for (const [path, text] of Object.entries(own)) {
      expect(folder.text(path)).toBe(text);
      expect(changes.map((change) => change.path)).not.toContain(path);
    }
    expect(folder.folders()).toContain('9-vide');
  });

  it('T07, F01 a workbook that is none any more: left alone, the new version beside', async () => {
    const folder = await living();
    folder.write(BUDGET, 'du texte');
    const { exit, said } = await folder.run('reporter', LATER);
    expect([exit, said[BUDGET]]).toEqual([3, 'conflict unreadable']);
    expect(folder.text(BUDGET)).toBe('du texte');
  });

  it('X07, T07 another format beside: ours follows its own row, and the run says that the other is there', async () => {
    const folder = await living();
    folder.write(NOTE.replace('.docx', '.odt'), 'odt');
    folder.write(BUDGET.replace('.xlsx', '.ods'), 'ods');
    folder.write(NOTE.replace('.docx', '.pdf'), 'pdf');
    const { exit, changes } = await folder.run('reporter', LATER);
    expect(exit).toBe(0);
    const notes = changes.flatMap(({ notes = [] }) => notes);
    expect(notes).toContainEqual({ code: 'other-format', path: NOTE.replace('.docx', '.odt') });
    expect(notes).toContainEqual({ code: 'other-format', path: BUDGET.replace('.xlsx', '.ods') });
    expect(notes).toHaveLength(2);
  });

  it('X08 from Word to Markdown: refused while a text was edited, done without loss otherwise', async () => {
    const folder = await living();
    editNote(folder);
    const refused = await folder.run('generer', '--set', 'textes=markdown');
    expect([refused.exit, refused.problems[0]?.code]).toEqual([65, 'format-edited']);
    const untouched = await living();
    const done = await untouched.run('generer', '--set', 'textes=markdown');
    expect(done.exit).toBe(0);
    expect(untouched.has(NOTE)).toBe(false);
    expect(untouched.text(NOTE.replace('.docx', '.md'))).toContain('14 octobre 2027');
  });
});

/** A calendar without what says when it was revised (RFC 5545 §3.8.7). */
const withoutRevisions = (text: string): string => text.replace(/^(SEQUENCE|DTSTAMP|LAST-MODIFIED):.*$/gm, '$1');
