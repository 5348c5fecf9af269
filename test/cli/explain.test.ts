import { beforeAll, describe, expect, it } from 'vitest';
import { memoryDisk, WORK } from '../support/memory-disk.ts';
import { runIn } from '../support/shell.ts';

const disk = memoryDisk();
const ask = (...argv: readonly string[]) => runIn({ disk, cwd: `${WORK}/nec` }, 'expliquer', ...argv);

beforeAll(async () => {
  expect((await runIn({ disk }, 'init', 'nec', '--profil', 'creuse', '--yes')).exit).toBe(0);
});

describe('expliquer', () => {
  it('tells a person the day, the reasons, the answers and the source', async () => {
    const { exit, out, err } = await ask('T21');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(/^Tâche : Envoyer à l’ANCT la demande de soutien au NEC local \(T21\)\n {2}Échéance : jeudi 3 juin 2027\n {2}Délai : Plan standard/);
    expect(out).toContain('\n  Vos réponses :\n    Quel jour commence l’événement ? (date) : jeudi 14 octobre 2027\n');
    expect(out).toContain('\n  D’où cela vient :\n    Appel à NEC locaux (2023) (N4), http://numerique-en-communs.fr/appel-a-nec-locaux/ (vérifié le 23 novembre 2026, assez sûr)\n');
  });

  it('says which answers are only proposed', async () => {
    const { out } = await ask('note-de-cadrage');
    expect(out).toContain('Comment s’appelle l’événement ? (nom) : Numérique en Commun[s] Creuse (proposé)\n');
    expect(out).toContain('Où se tient l’événement ? (lieu) : pas de réponse\n');
  });

  it.each([
    ['14/10/2027', 'Jour : jeudi 14 octobre 2027'], ['14 octobre 2027', 'Jour : jeudi 14 octobre 2027'],
    ['1-cadrage\\charte.docx', 'Document : Grille de la charte (charte)'], [`${WORK}/nec/3-budget/budget.xlsx`, 'Document : Budget (budget)'],
    ['budget', /^Réponse : .* \(budget\)\n[^]*\nDocument : Budget \(budget\)\n/], ['Médiathèque relais du nord', 'Texte : « '],
  ])('%s', async (target, said) => {
    const { exit, out } = await ask(target);
    expect(exit).toBe(0);
    expect(out).toMatch(said);
  });

  it('speaks to machines', async () => {
    const { out } = await ask('fondation', '--json');
    expect(JSON.parse(out)).toMatchObject({
      exit: 0, problems: [],
      explanations: [{ kind: 'income', id: 'fondation', lines: expect.any(Array), answers: [{ id: 'financeurs', given: true }, { id: 'nomenclature', given: false }], sources: expect.any(Array) }],
    });
  });

  it.each([['T3', 2, 'Rien ne s’appelle « T3 » ici. Vouliez-vous dire « T03 » ?'], ['\u001b[31mx', 2, 'Rien ne s’appelle'], ['', 2, 'Rien ne s’appelle']])(
    '%j is refused', async (target, exit, said) => {
      const ran = await ask(target);
      expect(ran).toMatchObject({ exit, out: '', err: expect.stringContaining(said) });
      expect(ran.err).not.toContain('\u001b');
    });

  it('needs a planning folder, and a subject', async () => {
    expect(await runIn({ disk }, 'expliquer', 'T01')).toMatchObject({ exit: 65, err: expect.stringContaining('cd nec') });
    expect(await ask()).toMatchObject({ exit: 2, err: expect.stringContaining('Il manque « sujet »') });
  });

  it('writes nothing', async () => {
    const before = disk.tree();
    await ask('T21');
    expect(disk.tree()).toEqual(before);
  });
});
