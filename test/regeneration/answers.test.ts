import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxWords, FIRST_DAY, living } from '../support/living.ts';
import { memoryDisk } from '../support/memory-disk.ts';
import { runIn } from '../support/shell.ts';

const NOTE = '1-cadrage/note-de-cadrage.docx';
const ANSWERS = 'nec-local.yaml';

describe('the answers of a living folder', () => {
  it('A01 no folder here: says so and how to start; with one below, how to get there', async () => {
    const nowhere = await runIn({ disk: memoryDisk({ 'rien/': '' }) }, 'generer');
    expect(nowhere.exit).toBe(65);
    expect(nowhere.err).toMatch(/n’est pas un dossier de préparation.*nec-local init/s);
    const folder = await living();
    const above = await runIn({ disk: folder.disk }, 'etat', '--today', FIRST_DAY);
    expect(above.err).toContain('cd dossier');
  });

  it('A01 the answers file was deleted: says how to bring it back, and that does it', async () => {
    const folder = await living();
    const before = folder.text(ANSWERS);
    folder.remove(ANSWERS);
    const refused = await folder.run('generer');
    expect([refused.exit, refused.problems[0]?.code]).toEqual([65, 'answers-gone']);
    expect(refused.problems[0]?.message).toContain('restaurer nec-local.yaml');
    expect((await folder.run('restaurer', ANSWERS)).said).toEqual({ [ANSWERS]: 'create' });
    expect(folder.text(ANSWERS)).toBe(before);
    expect((await folder.run('generer')).said).toEqual({});
  });

  it('A02 edited by hand, with comments and another order: the change goes through, every other byte stays', async () => {
    const folder = await living();
    const edited = folder.text(ANSWERS).replace(/^jauge: .*$/m, 'jauge: 90   # vu avec Mme la maire').replace(/\n/g, '\r\n');
    folder.write(ANSWERS, edited);
    const { exit } = await folder.run('generer');
    expect(exit).toBe(0);
    expect(folder.text(ANSWERS).split('\r\n').filter((line) => !line.startsWith('#'))).toEqual(edited.split('\r\n').filter((line) => !line.startsWith('#')));
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('90');
  });

  it('A02 bad values are told with their line, and nothing is written', async () => {
    const folder = await living();
    folder.write(ANSWERS, folder.text(ANSWERS).replace(/^jauge: .*$/m, 'jauge: beaucoup'));
    const before = folder.snapshot();
    const { exit, problems } = await folder.run('generer');
    expect([exit, problems[0]?.code]).toEqual([65, 'answer-invalid']);
    expect(problems[0]).toHaveProperty('at', expect.objectContaining({ file: ANSWERS, line: expect.any(Number) }));
    expect(folder.snapshot()).toEqual(before);
  });

  it.each([
    ['A03 empty', ''],
    ['A03 not YAML', 'jauge: [1, 2'],
    ['A03 markers of a merge', '<<<<<<< HEAD\njauge: 80\n=======\njauge: 90\n>>>>>>> x\n'],
    ['A03 too large', `# ${'x'.repeat(1_100_000)}\n`],
    ['A15 an unknown key, with the nearest', 'collectivite: departement:23\njaugee: 80\n'],
  ])('%s: told, and nothing is written', async (name, text) => {
    const folder = await living();
    folder.write(ANSWERS, text);
    const before = folder.snapshot();
    const { exit, problems } = await folder.run('generer');
    expect([exit, problems.length > 0]).toEqual([65, true]);
    expect(folder.snapshot()).toEqual(before);
    if (name.startsWith('A15')) expect(problems[0]?.message).toContain('jauge');
  });

  it('A03, F02 not UTF-8: told, and nothing is written', async () => {
    const folder = await living();
    folder.write(ANSWERS, Buffer.from('lieu: Médiathèque\n', 'latin1'));
    expect((await folder.run('generer')).problems[0]?.code).toBe('not-utf8');
  });

  it('A04 what was last written is lost: refused without consent; with it nothing is overwritten', async () => {
    const folder = await living();
    folder.write(NOTE, 'à moi');
    folder.remove('.nec-local/baseline.zip');
    const refused = await folder.run('generer');
    expect([refused.exit, refused.problems[0]?.code]).toEqual([4, 'memory-lost']);
    const { exit, said } = await folder.run('generer', '--force');
    // The dashboard says that the note has two versions: it cannot be told from one that a person changed.
    expect([exit, said]).toEqual([3, { [NOTE]: 'conflict no-memory', 'tableau-de-bord.html': 'conflict no-memory' }]);
    expect(folder.text(NOTE)).toBe('à moi');
    ['1-cadrage/note-de-cadrage.nouveau.docx', 'tableau-de-bord.nouveau.html'].forEach((path) => folder.remove(path));
    expect((await folder.run('generer')).exit).toBe(0);
  });

  it('A04 what was last written is damaged: the same', async () => {
    const folder = await living();
    folder.write('.nec-local/baseline.zip', 'abîmé');
    expect((await folder.run('generer')).problems[0]?.code).toBe('memory-lost');
  });

  it('A05 a folder that a later version wrote is not touched', async () => {
    const folder = await living();
    folder.write('.nec-local/baseline.zip', laterBaseline());
    expect((await folder.run('generer')).problems[0]?.code).toBe('memory-newer');
  });

  it('A11, A12 proposals follow the answers they depend on, in the file too', async () => {
    const folder = await living();
    expect(folder.text(ANSWERS)).toContain('# nom: Numérique en Commun[s] Creuse    # proposé');
    await folder.run('generer', '--set', 'collectivite=departement:19');
    expect(folder.text(ANSWERS)).toContain('# nom: Numérique en Commun[s] Corrèze    # proposé');
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('Numérique en Commun[s] Corrèze');
  });

  it('A13 one answer is changed without the others being asked', async () => {
    const folder = await living();
    const { exit, said } = await folder.run('generer', '--set', 'lieu=La Quincaillerie, Guéret');
    expect(exit).toBe(0);
    expect(said[ANSWERS]).toBe('update');
    expect(folder.text(ANSWERS)).toContain('lieu: La Quincaillerie, Guéret');
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('La Quincaillerie, Guéret');
  });

  it('A14 a flag wins over the file', async () => {
    const folder = await living();
    folder.write(ANSWERS, folder.text(ANSWERS).replace(/^jauge: .*$/m, 'jauge: 70'));
    await folder.run('generer', '--set', 'jauge=95');
    expect(folder.text(ANSWERS)).toMatch(/^jauge: 95$/m);
  });

  it('A16 a copy that a synchronised folder made in conflict is a person’s own file', async () => {
    const folder = await living();
    const copy = '3-budget/budget (copie en conflit 2027-01-02).xlsx';
    folder.write(copy, folder.bytes('3-budget/budget.xlsx'));
    const { exit, changes } = await folder.run('reporter', '2027-11-04');
    expect(exit).toBe(0);
    expect(changes.map(({ path }) => path)).not.toContain(copy);
  });

  it('A16, P16 two folders side by side do not see each other', async () => {
    const folder = await living();
    await runIn({ disk: folder.disk }, 'init', 'autre', '--profil', 'sicoval', '--yes');
    const other = Object.fromEntries(Object.entries(folder.disk.tree()).filter(([path]) => path.startsWith('autre/')));
    await folder.run('reporter', '2027-11-04');
    expect(Object.fromEntries(Object.entries(folder.disk.tree()).filter(([path]) => path.startsWith('autre/')))).toEqual(other);
  });

  it('a line that a person took out (when the planning began) does not make every date follow today', async () => {
    const folder = await living();
    folder.write(ANSWERS, folder.text(ANSWERS).replace(/^debut:.*\n/m, ''));
    const { said } = await folder.run('generer', '--today', '2027-02-01');
    expect(said['1-cadrage/note-de-cadrage.docx']).toBeUndefined();
    expect(said['2-calendrier/retroplanning.xlsx']).toBeUndefined();
  });
});

function laterBaseline(): Uint8Array {
  return zipSync({ 'manifest.json': strToU8(JSON.stringify({ format: 3, files: [] })) });
}
