import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docxWords, living, rewriteFirstText, type Living } from '../support/living.ts';
import { ROOT } from '../support/shell.ts';
import { workspace } from '../support/workspace.ts';

const CHARTER = '1-cadrage/charte.docx';
const ROLES = '1-cadrage/comites-et-roles.docx';
const NOTE = '1-cadrage/note-de-cadrage.docx';
const BOARD = 'tableau-de-bord.html';
const MILESTONES = '2-calendrier/jalons.ics';
const LATER = '2027-11-04';

describe('files that went away', () => {
  it('U13, U17 a deleted text comes back in the format that the team has now, by either name', async () => {
    for (const name of ['1-cadrage/charte.md', 'charte.docx']) {
      const folder = await living();
      folder.remove(CHARTER);
      await folder.run('generer', '--set', 'textes=markdown');
      expect((await folder.run('restaurer', name)).said).toEqual({ '1-cadrage/charte.md': 'create' });
    }
  });

  it('U13 a deleted dashboard is named once, not every day', async () => {
    const folder = await living();
    folder.remove(BOARD);
    const told = async (day: string) => (await folder.run('generer', '--today', day)).changes.find(({ path }) => path === BOARD)?.notes;
    expect(await told('2026-11-24')).toEqual([{ code: 'deleted-file' }]);
    expect(await told('2026-11-25')).toBeUndefined();
    expect(await told('2026-12-25')).toBeUndefined();
  });

  it('U36 an edited dashboard is a conflict once, not every day', async () => {
    const folder = await living();
    folder.write(BOARD, 'à nous');
    expect((await folder.run('generer', '--today', '2026-11-24')).exit).toBe(3);
    folder.remove('tableau-de-bord.nouveau.html');
    const next = await folder.run('generer', '--today', '2026-11-25');
    expect([next.exit, next.said[BOARD]]).toEqual([0, 'keep edited']);
  });

  it('D11 a calendar that comes back goes on with its numbers', async () => {
    const folder = await living();
    await folder.run('reporter', LATER);
    const before = folder.text(MILESTONES);
    folder.remove(MILESTONES);
    await folder.run('restaurer', 'jalons');
    expect(folder.text(MILESTONES)).toBe(before);
  });

  it('U36 of two versions the person deleted their own: it is said what to do', async () => {
    const folder = await living();
    folder.write(BOARD, 'à nous');
    await folder.run('generer', '--today', '2026-11-24');
    folder.remove(BOARD);
    const { changes } = await folder.run('generer', '--today', '2026-11-25');
    expect(changes.find(({ path }) => path === BOARD)?.notes).toEqual([{ code: 'only-new-version', path: 'tableau-de-bord.nouveau.html' }]);
  });

  it('U05 a file that could not be merged is replaced by the new version: from then on it is ours again', async () => {
    const folder = await living();
    folder.write(NOTE, 'abîmé');
    await folder.run('reporter', LATER);
    const beside = '1-cadrage/note-de-cadrage.nouveau.docx';
    folder.write(NOTE, folder.bytes(beside));
    folder.remove(beside);
    expect((await folder.run('generer')).said).not.toHaveProperty(NOTE);
    const next = await folder.run('reporter', '2027-11-18');
    expect([next.exit, next.said[NOTE]]).toEqual([0, 'update']);
  });

  it('T07 a workbook that became an .ods: it is said, though the .xlsx is gone', async () => {
    const folder = await living();
    folder.write('3-budget/budget.ods', 'ods');
    folder.remove('3-budget/budget.xlsx');
    const { changes } = await folder.run('generer');
    expect(changes.find(({ path }) => path === '3-budget/budget.xlsx')?.notes).toContainEqual({ code: 'other-format', path: '3-budget/budget.ods' });
  });
});

describe('a kit that moves files', () => {
  /** The shipped kit, newer, with other paths. */
  function kitWith(...moves: readonly (readonly [from: string, to: string])[]): string {
    const kit = join(workspace(), 'kit');
    cpSync(join(ROOT, 'kits/nec'), kit, { recursive: true });
    const change = (file: string, edit: (text: string) => string): void => writeFileSync(join(kit, file), edit(readFileSync(join(kit, file), 'utf8')));
    change('kit.yaml', (text) => text.replace(/^version: .*/m, 'version: 9.0.0'));
    change('documents.yaml', (text) => moves.reduce((current, [from], rank) => current.replace(`path: ${from}\n`, `path: @${rank}\n`), text)
      .replace(/@(\d+)/g, (_, rank: string) => moves[Number(rank)]?.[1] ?? ''));
    return kit;
  }
  const update = (folder: Living, kit: string) => folder.run('kit', 'mettre-a-jour', '--appliquer', '--kit', kit);
  const edit = (folder: Living, path: string, words: string): void =>
    folder.write(path, rewriteFirstText(folder.bytes(path), words));

  it('U29 two files swap names: contents right, the edits follow', async () => {
    const folder = await living();
    edit(folder, CHARTER, 'Ceci est la charte.');
    const { exit } = await update(folder, kitWith(['1-cadrage/charte', '1-cadrage/comites-et-roles'], ['1-cadrage/comites-et-roles', '1-cadrage/charte']));
    expect(exit).toBe(0);
    expect(docxWords(folder.bytes(ROLES))).toContain('Ceci est la charte.');
    expect(docxWords(folder.bytes(CHARTER)).join('\n')).toContain('Comités');
    expect((await folder.run('generer')).said).toEqual({ [ROLES]: 'keep edited' });
  });

  it('U29 pages swap names too', async () => {
    const folder = await living();
    const [readme, board] = [folder.text('LISEZ-MOI.html'), folder.text(BOARD)];
    const { exit } = await update(folder, kitWith(['LISEZ-MOI.html', 'tableau-de-bord.html'], ['tableau-de-bord.html', 'LISEZ-MOI.html']));
    expect(exit).toBe(0);
    const title = (text: string): string | undefined => /<title>([^<]*)/.exec(text)?.[1];
    expect([title(folder.text(BOARD)), title(folder.text('LISEZ-MOI.html'))]).toEqual([title(readme), title(board)]);
  });

  it('U26, U36 a file in open conflict stays, and the one that should take its name does too: nothing of a person is written over', async () => {
    const folder = await living();
    folder.write(ROLES, 'le mien');
    expect((await folder.run('reporter', LATER)).exit).toBe(3);
    await update(folder, kitWith(['1-cadrage/charte', '1-cadrage/comites-et-roles'], ['1-cadrage/comites-et-roles', '1-cadrage/gouvernance']));
    expect(folder.text(ROLES)).toBe('le mien');
    expect(docxWords(folder.bytes(CHARTER)).length).toBeGreaterThan(5);
  });

  it('U26 the new name is taken by a person’s file: ours keeps its name and still follows the dates', async () => {
    const folder = await living();
    edit(folder, CHARTER, 'Ceci est la charte.');
    folder.write('1-cadrage/grille.docx', 'à moi');
    const { changes } = await update(folder, kitWith(['1-cadrage/charte', '1-cadrage/grille']));
    expect(changes.find(({ path }) => path === CHARTER)?.notes).toContainEqual({ code: 'name-taken', path: '1-cadrage/grille.docx' });
    expect(folder.text('1-cadrage/grille.docx')).toBe('à moi');
    expect(docxWords(folder.bytes(CHARTER))).toContain('Ceci est la charte.');
  });

  it('U28, U29 a deleted file does not take the one that moved to its place', async () => {
    const folder = await living();
    folder.remove(CHARTER);
    await update(folder, kitWith(['1-cadrage/charte', '1-cadrage/grille'], ['1-cadrage/comites-et-roles', '1-cadrage/charte']));
    const roles = folder.bytes(CHARTER);
    expect((await folder.run('generer')).said).toEqual({ '1-cadrage/grille.docx': 'keep deleted' });
    expect(folder.bytes(CHARTER)).toEqual(roles);
  });
});
