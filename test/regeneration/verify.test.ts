import { describe, expect, it } from 'vitest';
import { WORK } from '../support/memory-disk.ts';
import { living, type Living } from '../support/living.ts';
import { runIn } from '../support/shell.ts';
import { dayNumber, rowOf, typeIn } from '../support/sheet-typing.ts';

/** `verifier` through the whole command: every rule against a folder and what people did in it. */

const PLANNING = '2-calendrier/retroplanning.xlsx';
const BUDGET = '3-budget/budget.xlsx';
const [OWN_DUE, STATE] = ['E', 'H'];

interface Said { readonly rule: string; readonly severity: string; readonly message: string; readonly todo: string }

const type = (folder: Living, path: string, id: string, cells: Readonly<Record<string, string | number>>): void => {
  const row = rowOf(folder.bytes(path), 1, id);
  folder.write(path, typeIn(folder.bytes(path), 1, Object.fromEntries(Object.entries(cells).map(([column, value]) => [`${column}${row}`, value]))));
};

/** The exit and the alerts, without a byte written. */
async function verify(folder: Living, ...argv: readonly string[]): Promise<{ readonly exit: number; readonly alerts: readonly Said[]; readonly rules: readonly string[] }> {
  const [before, times] = [folder.snapshot(), folder.times()];
  const { exit, data } = await folder.run('verifier', ...argv);
  expect(folder.snapshot()).toEqual(before);
  expect(folder.times()).toEqual(times);
  const alerts = data['alerts'] as readonly Said[];
  return { exit, alerts, rules: alerts.map(({ rule }) => rule) };
}

describe('verifier', () => {
  it('says to machines what product.md promises, what to do first coming first', async () => {
    const { exit, alerts, rules } = await verify(await living());
    expect(exit).toBe(0);
    for (const { validUntil, ...alert } of alerts as readonly (Said & { validUntil?: string })[]) {
      expect(Object.keys(alert)).toEqual(['rule', 'severity', 'message', 'todo', 'source', 'checkedOn', 'confidence']);
      expect(validUntil ?? '2027-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    const ranks = alerts.map(({ severity }) => ['blocking', 'warning', 'info'].indexOf(severity));
    expect(ranks).toEqual([...ranks].sort());
    expect(rules.indexOf('dpo-manquant')).toBeGreaterThan(rules.indexOf('charte-non-acceptee'));
  });

  it('says to people each sentence, what to do and when, the source, its date and age, how sure it is', async () => {
    const { exit, out, err } = await (await living()).say('verifier', '--today', '2027-02-01');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(/^Numérique en Commun\[s\] Creuse, jeudi 14 octobre 2027\n {2}\d+ règles regardées, \d+ à lire\. .*\n {2}Celles qui suivent ont été vérifiées le 23 novembre 2026 \(il y a 2 mois\)\.\n\n/);
    expect(out).toContain([
      '  - La charte de Numérique en Commun[s] n’est pas acceptée. Le nom ne s’utilise librement qu’à cette condition.',
      '    À faire avant le 5 mai 2027 : Lire la charte avec l’élue ou l’élu référent, la ranger dans 1-cadrage, puis répondre « oui » à la question de la charte.',
      '    Règle charte-non-acceptee, sûre. Source : Les NEC locaux (page de 2024) ; À propos de Numérique en Commun[s].',
    ].join('\n'));
    expect(out).toContain('    Règle communication-elections-2028, sûre, valable jusqu’au 31 mars 2028. Source');
    expect(out.indexOf('\nAttention (')).toBeLessThan(out.indexOf('\nÀ savoir ('));
    expect(out).not.toMatch(/Bloquant|undefined|\{\w+\}|ne prouve rien|n’a pas pu être lu/);
  });

  it('has an English name, and needs a planning folder', async () => {
    const folder = await living();
    expect((await folder.say('check')).out).toBe((await folder.say('verifier')).out);
    expect((await runIn({ disk: folder.disk, cwd: WORK }, 'verifier')).exit).toBe(65);
  });

  it('ends with 1 when what is public contradicts the answers, and with 0 once it is mended', async () => {
    const folder = await living();
    type(folder, PLANNING, 'T50', { [STATE]: 'Fait' });
    const met = await verify(folder);
    expect([met.exit, met.rules[0]]).toEqual([1, 'inscriptions-sans-dpo']);
    expect(met.rules).not.toContain('dpo-manquant');
    expect((await folder.say('verifier')).out).toContain('Bloquant, à régler avant d’aller plus loin (1) :\n  - Les inscriptions sont ouvertes');
    expect((await folder.run('generer', '--set', 'dpo=dpo@exemple.fr')).exit).toBe(0);
    expect(await verify(folder)).toMatchObject({ exit: 0, rules: expect.not.arrayContaining(['inscriptions-sans-dpo', 'dpo-manquant']) });
  });

  it('is silent about a request that was sent, and not about one that was not', async () => {
    const folder = await living('--set', 'date=2027-03-01');
    expect((await verify(folder)).rules).toContain('demande-anct');
    type(folder, PLANNING, 'T21', { [STATE]: 'Fait' });
    expect((await verify(folder)).rules).not.toContain('demande-anct');
  });

  it('follows the deadlines that people gave themselves', async () => {
    const folder = await living();
    type(folder, PLANNING, 'T14', { [OWN_DUE]: dayNumber('2026-12-01') });
    const said = async (today: string) => (await folder.say('verifier', '--today', today)).out;
    expect(await said('2026-11-30')).toContain('À faire avant le 1er décembre 2026 : Lire la charte');
    expect(await said('2026-12-01')).toContain('À faire aujourd’hui : Lire la charte');
    expect(await said('2026-12-02')).toContain('À faire sans attendre (c’était pour le 1er décembre 2026) : Lire la charte');
  });

  it('adds up what stands in the workbook, by family and with the purchases of the year', async () => {
    const folder = await living('--set', 'achats_annee=30000');
    expect((await verify(folder)).rules.filter((rule) => /achats|march|commande/.test(rule))).toEqual([]);
    type(folder, BUDGET, 'lieu', { G: 20_000 });
    const { alerts } = await verify(folder);
    const { message = '' } = alerts.find(({ rule }) => rule === 'achats-de-l-annee-proches-du-seuil') ?? {};
    expect(message.replace(/[\u00a0\u202f]/g, ' ')).toMatch(/^Avec les achats .* le total \(5\d \d{3}(,\d\d)? €\) approche 60 000 € .* : Location de salle \(20 000 €\), /);
    type(folder, BUDGET, 'lieu', { G: 70_000 });
    expect((await verify(folder)).rules.filter((rule) => /achats|march|commande/.test(rule))).toEqual(['commande-publique', 'achats-de-l-annee']);
  });

  it('sees a document that was deleted, and not one that was only renamed', async () => {
    const folder = await living();
    const path = '6-inscriptions/mention-rgpd.docx';
    const bytes = folder.bytes(path);
    folder.remove(path);
    expect((await verify(folder)).rules).toContain('mention-rgpd-absente');
    folder.write('6-inscriptions/mention relue.docx', bytes);
    expect((await verify(folder)).rules).not.toContain('mention-rgpd-absente');
  });

  it('says what it could not read', async () => {
    const folder = await living();
    folder.remove(PLANNING);
    folder.remove(BUDGET);
    const { exit, out } = await folder.say('verifier');
    expect(exit).toBe(0);
    expect(out).toContain('Le rétroplanning n’a pas pu être lu');
    expect(out).toContain('Le classeur du budget n’a pas pu être lu');
  });
});

describe('rules that nobody checked for a year say so', () => {
  const LATE = '2028-01-25';
  const AGE = 'Cette règle n’a pas été vérifiée depuis plus d’un an (il y a 1 an et 2 mois) : à vérifier avant de s’y fier.';

  it('in verifier, also of those that are silent; in etat; in the dashboard', async () => {
    const folder = await living('--set', 'date=2028-06-15');
    const verifier = (await folder.say('verifier', '--today', LATE)).out;
    expect(verifier).toContain(`    Attention. ${AGE}`);
    expect(verifier).toMatch(/\d+ autres règles ne disent rien, mais n’ont pas été vérifiées depuis plus d’un an/);
    expect((await folder.say('etat', '--today', LATE)).out).toContain(`n’est pas acceptée. Le nom ne s’utilise librement qu’à cette condition. ${AGE}`);
    expect((await folder.run('generer', '--today', LATE)).exit).toBe(0);
    expect(folder.text('tableau-de-bord.html').replace(/\u00a0/g, ' ')).toContain(AGE);
  });

  it('at init, at generer and at reporter', async () => {
    const made = await runIn({}, 'init', 'x', '--profil', 'creuse', '--set', 'date=2028-06-15', '--yes', '--today', LATE);
    expect(made.out).toContain(AGE);
    const folder = await living('--set', 'date=2028-06-15');
    expect((await folder.say('generer', '--set', 'date=2028-07-14', '--today', LATE, '--dry-run')).out).toMatch(/À regarder \(1\) :\n {2}- Jour férié .* Fête nationale.*à vérifier avant de s’y fier/);
    expect((await folder.say('reporter', '2028-07-14', '--today', LATE, '--dry-run')).out).toMatch(/Fête nationale.*à vérifier avant de s’y fier/);
  });
});

describe('the other commands see the same alerts', () => {
  it('etat and generer say what verifier says', async () => {
    const folder = await living();
    type(folder, PLANNING, 'T50', { [STATE]: 'Fait' });
    const { alerts } = await verify(folder);
    expect((await folder.run('etat')).data['alerts']).toEqual(alerts);
    expect((await folder.run('generer')).data['alerts']).toEqual(alerts);
  });

  it('generer tells what its change brings about, and is silent about the rest', async () => {
    const folder = await living();
    expect((await folder.say('generer')).out).not.toContain('À regarder');
    expect((await folder.say('generer', '--set', 'date=2027-11-11')).out).toMatch(/^À regarder \(1\) :\n {2}- Jour férié pendant l’événement : Armistice de 1918/);
  });

  it('expliquer knows that a rule is met because of what people did', async () => {
    const folder = await living();
    expect((await folder.say('expliquer', 'inscriptions-sans-dpo')).out).toContain('cette règle n’est pas rencontrée');
    type(folder, PLANNING, 'T50', { [STATE]: 'Fait' });
    expect((await folder.say('expliquer', 'inscriptions-sans-dpo')).out).toContain('cette règle est rencontrée');
    const { out } = await folder.say('expliquer', 'feu-affiche');
    expect(out).toContain('Elle parle : quand l’échéance de « Poser les affiches et faire parler les relais de proximité » (T46) tombe dans : avant l’élection présidentielle (du 1er octobre 2026 au 2 mai 2027)');
    expect((await folder.say('expliquer', 'achats-de-l-annee')).out).toContain('passent 60 000 €, et que la réponse à');
  });
});
