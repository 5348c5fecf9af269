import { describe, expect, it } from 'vitest';
import type { Answers, Observed, ObservedLine, ObservedTask, Rule, RuleTest } from '../../src/model.ts';
import { buildAlerts } from '../../src/plan/alerts.ts';
import { buildBudget } from '../../src/shared/build-budget.ts';
import { when } from '../support/questions.ts';
import { necKit } from '../support/kit.ts';
import { answersWith, dueOf, factsOf, scheduleOf } from './support.ts';

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

const rule = (test: RuleTest, more: Partial<Rule> = {}): Rule => ({
  id: 'r', severity: 'info', test, message: '{nom}|{montant}|{note}', todo: '', sources: ['jugement'], checkedOn: '2026-11-23', confidence: 'low', ...more,
});

const task = (id: string | null, changes: Partial<ObservedTask> = {}): ObservedTask =>
  ({ id, title: 'Ligne', phase: '', due: null, ownDue: null, state: 'todo', owner: null, ...changes });

const line = (id: string | null, planned: number | null, changes: Partial<ObservedLine> = {}): ObservedLine =>
  ({ id, label: 'Ligne', kind: 'expense', planned, actual: null, ...changes });

const money = (lines: readonly ObservedLine[]): Observed => {
  const sum = (kind: ObservedLine['kind']) => lines.filter((one) => one.kind === kind).reduce((total, { planned }) => total + (planned ?? 0), 0);
  return { budget: { lines, planned: { expenses: sum('expense'), income: sum('income') }, actual: { expenses: 0, income: 0 } } };
};

/** What these rules say of an ordinary event once people worked in its folder. */
function alerts(rules: readonly Rule[], observed: Observed = {}, changes: Answers = {}, today = '2026-11-23') {
  const kit = { ...necKit(), rules };
  const answers = answersWith(changes);
  const facts = factsOf(answers);
  return buildAlerts(kit, { facts, schedule: scheduleOf(changes, today), budget: buildBudget(kit.budget, answers, facts), today, observed, holidaysOf: () => [] });
}
const said = (test: RuleTest, observed: Observed = {}, changes: Answers = {}) => plain(alerts([rule(test)], observed, changes)[0]?.message);

describe('an anchor', () => {
  const test: RuleTest = { kind: 'anchor', task: 'T21' };
  const late = { date: '2027-03-01' };
  it.each([['todo', true], ['doing', true], ['done', false], ['dropped', false]] as const)('of a task that is %s speaks: %s', (state, speaks) => {
    expect(said(test, { tasks: [task('T21', { state })] }, late) !== undefined).toBe(speaks);
  });
  it('speaks when the own deadline comes too late', () => {
    expect(said(test, { tasks: [task('T21', { ownDue: '2027-06-14' })] })).toBeUndefined();
    expect(said(test, { tasks: [task('T21', { ownDue: '2027-06-15' })] })).toContain('Envoyer à l’ANCT');
  });
});

describe('what people did is a fact for rules', () => {
  const facts = (yaml: string): RuleTest => ({ kind: 'facts', when: when(yaml) });
  it.each<readonly [string, Observed, boolean]>([
    ['taches-faites: T50', {}, false],
    ['taches-faites: T50', { tasks: [task('T50', { state: 'doing' })] }, false],
    ['taches-faites: [T42, T50]', { tasks: [task('T50', { state: 'done' })] }, true],
    ['documents-absents: mention-rgpd', { missing: ['charte'] }, false],
    ['documents-absents: mention-rgpd', { missing: ['charte', 'mention-rgpd'] }, true],
    ['lignes-ajoutees: { says: aptic }', { tasks: [task('T50', { title: 'Carnets APTIC' })] }, false],
    ['lignes-ajoutees: { says: aptic }', { tasks: [task(null, { title: 'Carnets APTIC' })] }, true],
    ['lignes-ajoutees: { says: aptic }', money([line(null, 100, { label: 'Recette Aptic', kind: 'income' })]), true],
  ])('%s', (yaml, observed, met) => expect(said(facts(yaml), observed) !== undefined).toBe(met));
});

describe('during the windows of other rules', () => {
  const vote = rule({ kind: 'window', windows: [{ from: '2027-09-01', to: '2027-09-10', name: 'un vote' }], when: when('jauge: { min: 100 }') }, { id: 'vote' });
  const during = (task?: string, more?: Partial<Rule>): Rule =>
    rule({ kind: 'during', rules: ['vote'], ...(task !== undefined && { task }) }, { id: 'affiche', message: '{nom} {date}', ...more });
  const found = (own: Rule, observed: Observed, changes: Answers = {}) => alerts([vote, own], observed, changes).find(({ rule: id }) => id === 'affiche');

  it('looks at the day of the task: the own deadline first', () => {
    expect(dueOf(scheduleOf({}), 'T46')).toBe('2027-09-09');
    expect(found(during('T46'), {})).toMatchObject({ message: 'un vote jeudi 9 septembre 2027', due: '2027-09-09' });
    expect(found(during('T46'), { tasks: [task('T46', { ownDue: '2027-09-11' })] })).toBeUndefined();
    expect(found(during('T45'), {})).toBeUndefined();
  });
  it.each(['done', 'dropped'] as const)('is silent once the task is %s', (state) => {
    expect(found(during('T46'), { tasks: [task('T46', { state })] })).toBeUndefined();
  });
  it('without a task: at the days of the event', () => {
    expect(found(during(), {})).toBeUndefined();
    expect(found(during(), {}, { date: '2027-08-31', jours: 2 })).toMatchObject({ message: 'un vote mercredi 1er septembre 2027' });
  });
  it('keeps the condition of the other rule, and its own', () => {
    expect(found(during('T46'), {}, { jauge: 90 })).toBeUndefined();
    const own = rule({ kind: 'during', rules: ['vote'], task: 'T46', when: when('lieu: { says: mairie }') }, { id: 'affiche' });
    expect(found(own, {})).toBeUndefined();
    expect(found(own, {}, { lieu: 'Mairie' })).toBeDefined();
  });
  it('says nothing of a date that is not set, nor of a task that the plan does not have', () => {
    expect(found(during('T46'), {}, { date: 'a-definir', periode: '2027-10/2027-11' })).toBeUndefined();
    expect(found(during('T91'), {})).toBeUndefined();
  });
});

describe('money as the workbook tells it', () => {
  const over = (figure: Extract<RuleTest, { kind: 'threshold' }>['figure'], limit: number, upTo?: number): RuleTest =>
    ({ kind: 'threshold', figure, over: limit, ...(upTo !== undefined && { upTo }) });
  const book = money([line('lieu', 10_000_00), line('dejeuner', 20_000_00), line('accueil-cafe', 15_000_00), line(null, 1_000_00), line('_imprevus', 4_000_00), line('region', 30_000_00, { kind: 'income' }), line('_autofinancement', 100_00, { kind: 'income' })]);

  it('sums every line, by family and as a whole, to the cent', () => {
    expect(said(over('expenses', 49_999), book)).toBe('{nom}|50 000 €|Restauration (35 000 €), Location de salle (10 000 €), Imprévus (4 000 €)');
    expect(said(over('expenses', 50_000), book)).toBeUndefined();
    expect(said(over('expenses', 40_000, 50_000), book)).toBeDefined();
    expect(said(over('expenses', 40_000, 49_999), book)).toBeUndefined();
  });
  it('takes what was spent when that is more than planned', () => {
    expect(said(over('expenses', 0), money([line('lieu', 100_00, { actual: 300_00 }), line('dejeuner', 200_00, { actual: 50_00 })]))).toContain('|500 €|');
  });
  it('adds the purchases of the year', () => {
    expect(said(over('purchases-of-year', 60_000), book, { achats_annee: 10_000 })).toBeUndefined();
    expect(said(over('purchases-of-year', 60_000), book, { achats_annee: 10_000.01 })).toContain('60 000,01 €');
  });
  it('gap and unspent follow the lines', () => {
    expect(said(over('gap', 19_899), book)).toContain('19 900 €');
    expect(said(over('gap', 19_900), book)).toBeUndefined();
    const lines = (spent: number, own: number, actual: number | null = null) =>
      money([line('lieu', spent, { actual }), line('region', 500_00, { kind: 'income', granted: true }), line('_autofinancement', own, { kind: 'income' })]);
    expect(said(over('unspent', 0), lines(600_00, 100_00))).toContain('4 900 €');
    // What was spent beyond the plan comes out of the envelope too.
    expect(said(over('unspent', 0), lines(600_00, 100_00, 1_600_00))).toContain('3 900 €');
  });
  it('counts on no funding that nobody granted', () => {
    const lines = (region: Partial<ObservedLine>) =>
      money([line('lieu', 600_00), line('region', 500_00, { kind: 'income', ...region }), line('_autofinancement', 100_00, { kind: 'income' })]);
    expect(said(over('unspent', 0), lines({}))).toContain('4 400 €');
    expect(said(over('unspent', 0), lines({ asked: true }))).toContain('4 400 €');
    expect(said(over('unspent', 0), lines({ granted: true }))).toContain('4 900 €');
    expect(said(over('unspent', 0), lines({ actual: 500_00 }))).toContain('4 900 €');
    expect(said(over('unspent', 4_000), {}, { budget: 15_000, financeurs: [{ type: 'europe', montant: 90_000 }] })).not.toContain('15 000 €');
  });
  it('says that funding goes beyond what all costs', () => {
    const lines = (region: number) => money([line('lieu', 600_00), line('region', region, { kind: 'income' }), line('_autofinancement', 100_00, { kind: 'income' })]);
    expect(said(over('excess-funding', 0), lines(600_00))).toBeUndefined();
    expect(said(over('excess-funding', 0), lines(700_00))).toContain('|100 €|');
  });
  it('tells the level above only where the envelope pays for it, far from the threshold of purchases', () => {
    const note = (budget: number, niveau: string) => said(over('unspent', 0), {}, { budget, niveau, jauge: 80 })?.split('|')[2];
    expect(note(40_000, 'sobre')).toMatch(/^ Le niveau courant \([\d ,]+ €\) tiendrait/);
    expect(note(1_000_000, 'confort')).toBe('');
    const [spent] = /[\d ,]+(?= €\) tiendrait)/.exec(note(40_000, 'sobre') ?? '') ?? [];
    expect(note(Number(spent?.replaceAll(' ', '').replace(',', '.')) - 1, 'sobre')).toBe('');
    expect(said(over('unspent', 0), {}, { budget: 1_000_000, niveau: 'sobre', jauge: 3_000 })?.split('|')[2]).toBe('');
  });
  it('never says at once that money is missing and that some is left', () => {
    expect(said(over('unspent', 0), book)).toBeUndefined();
  });
  it('the most that one public funder brings', () => {
    const funders = { financeurs: [{ type: 'region', montant: 23_000 }, { type: 'departement', montant: 9_000 }, { type: 'fondation', montant: 90_000 }] };
    expect(said(over('public-funding', 22_999), {}, funders)).toBe('Région|23 000 €|{note}');
    expect(said(over('public-funding', 23_000), {}, funders)).toBeUndefined();
    expect(said(over('public-funding', 23_000), book, funders)).toContain('30 000 €');
  });
  it('without a workbook says what the plan says', () => {
    expect(said(over('expenses', 0))).toBe(said(over('purchases-of-year', 0)));
  });
});

describe('what to do first', () => {
  const always: RuleTest = { kind: 'facts', when: when('jauge: { min: 1 }') };
  const many = [
    rule(always, { id: 'info-tard', by: 'T75' }), rule(always, { id: 'info-sans-jour' }), rule(always, { id: 'alerte-tard', severity: 'warning', by: 'T50' }),
    rule(always, { id: 'info-tot', by: 'T01' }), rule(always, { id: 'alerte-tot', severity: 'warning', by: 'T08' }), rule(always, { id: 'bloquant', severity: 'blocking' }),
  ];
  it('is the most serious, then the earliest day, then the order of the kit', () => {
    expect(alerts(many).map(({ rule: id }) => id)).toEqual(['bloquant', 'alerte-tot', 'alerte-tard', 'info-tot', 'info-tard', 'info-sans-jour']);
  });
  it('follows own deadlines; what is done has no day any more', () => {
    const observed = { tasks: [task('T50', { ownDue: '2026-12-01' }), task('T08', { state: 'done' })] };
    expect(alerts(many, observed).slice(1, 3).map(({ rule: id, due }) => [id, due])).toEqual([['alerte-tard', '2026-12-01'], ['alerte-tot', undefined]]);
  });
});

describe('funders whose usual time is over', () => {
  const test: RuleTest = { kind: 'threshold', figure: 'late-funders', over: 0 };
  // Préfecture: six months at least; région: three; a commune: nobody knows.
  const asked = { date: '2027-04-14', financeurs: [{ type: 'prefecture', montant: 500 }, { type: 'region' }, { type: 'commune' }] };
  const income = (changes: Partial<ObservedLine>): Observed => money([line('prefecture', 50_000, { kind: 'income', ...changes })]);

  it('are named, and only they', () => {
    expect(said(test, {}, asked)).toBe('Préfecture, France Numérique Ensemble|{montant}|{note}');
    expect(said(test, {}, { ...asked, date: '2027-06-01' })).toBeUndefined();
    expect(plain(alerts([rule(test)], {}, { ...asked, date: '2027-06-01' }, '2027-03-20')[0]?.message)).toBe('Préfecture, France Numérique Ensemble, Région|{montant}|{note}');
  });

  it('are not named any more once they were asked, or have paid', () => {
    expect(said(test, income({}), asked)).toContain('Préfecture');
    expect(said(test, income({ asked: true }), asked)).toBeUndefined();
    expect(said(test, income({ actual: 50_000 }), asked)).toBeUndefined();
    expect(said(test, money([line('prefecture', 50_000, { kind: 'expense', actual: 50_000 })]), asked)).toContain('Préfecture');
  });
});
