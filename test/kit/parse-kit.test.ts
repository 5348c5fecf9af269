import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/cli/messages.ts';
import { checkTemplates } from '../../src/kit/check-templates.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { necKit } from '../support/kit.ts';
import { tinyKit, tinySources } from '../support/tiny-kit.ts';

const codesOf = (changes: KitSources): readonly string[] => {
  const parsed = parseKit(tinySources(changes));
  return parsed.ok ? [] : parsed.problems.map(({ code, at }) => `${at?.file}:${at?.line} ${code}`);
};

describe('a complete kit', () => {
  it.each([['tiny', tinyKit], ['nec', necKit]])('is accepted, templates included: %s', (_, read) => {
    expect(checkTemplates(read(), Handlebars.parse)).toEqual([]);
  });

  it('keeps the order of its files and fills in what may be left out', () => {
    const { tasks, audiences, profiles, rules } = tinyKit();
    expect(tasks.map(({ id }) => id)).toEqual(['T01', 'T02', 'T03']);
    expect(tasks[1]).toEqual({
      id: 'T02', title: 'Réserver la salle', phase: 'preparer', role: 'equipe', support: ['chef'],
      lead: { complet: 140, standard: 98, express: 42 }, needs: [{ task: 'T01', gapDays: 14 }], minSize: 0,
      milestone: false, essential: false, dropUnderWeeks: 4, instead: 'Se réunir dehors.', calendar: 'partners',
      why: 'Pour avoir un toit.', done: 'L’accord est écrit.', sources: ['S1', 'jugement'], checkedOn: '2026-11-23', confidence: 'medium',
    });
    expect(tasks[2]).toMatchObject({ lead: { complet: -3, standard: -3, express: -3 }, confidence: 'low' });
    expect(audiences.map(({ formats }) => formats)).toEqual([['cercle'], ['cercle']]);
    expect(profiles).toEqual([{
      id: 'creuse', title: 'En Creuse, sans argent',
      answers: { collectivite: 'departement:23', date: '2027-10-14', textes: 'markdown' },
    }]);
    expect(rules[1]?.test).toEqual({ kind: 'holiday', near: false, certainty: ['legal'] });
  });

  it('turns euros into cents, and codes stay as they are written', () => {
    const { budget } = tinyKit();
    expect(budget.lines[1]?.price).toEqual({ sobre: 150, courant: 300, confort: 600 });
    expect(budget.inKind[0]?.rate).toBe(1202);
    const plain = tinyKit({ 'budget.yaml': (tinySources()['budget.yaml'] ?? '').replace("'6132'", '06132') });
    expect(plain.budget.lines[0]?.account.developpee).toBe('06132');
  });

  it('reads the answers of a profile as those of a person', () => {
    const answers = '  collectivite: 01053\n  jauge: 80\n  jours: 0.5\n  charte: true\n  nom:\n';
    const { profiles } = tinyKit({ 'profiles/creuse.yaml': `title: Bourg\nanswers:\n${answers}` });
    expect(profiles[0]?.answers).toEqual({ collectivite: '01053', jauge: 80, jours: 0.5, charte: true });
  });

  it('accepts a rule about a task that has an anchor', () => {
    const tasks = (tinySources()['tasks.yaml'] ?? '').replace('drop_under: 4', 'anchor_months: 4');
    const rules = (tinySources()['rules.yaml'] ?? '').replace('holiday: { near: non }', 'anchor: T02');
    expect(codesOf({ 'tasks.yaml': tasks, 'rules.yaml': rules })).toEqual([]);
  });

  it.each(['0.1.0', '12.0.3', '1.0.0-essai.2'])('takes the version %s', (version) => {
    expect(tinyKit({ 'kit.yaml': `id: petit\nname: Petit kit\nversion: ${version}\nlicence: etalab-2.0\n` }).version).toBe(version);
  });

  it('may ask less: with a place, a name, dates and a size there is a whole folder', async () => {
    const asked = readFileSync(join(import.meta.dirname, '../broken-kits/niveau-inconnu.yaml'), 'utf8');
    const fewer = tinySources({ 'questions.yaml': asked.slice(0, asked.indexOf('  - id: niveau')) });
    const { plan } = await makeFolder(loadSources(fewer), { collectivite: 'departement:23' }, '2026-11-23');
    expect(Object.keys(plan.answers)).toEqual(['collectivite', 'nom', 'debut', 'date', 'jours', 'jauge']);
    expect(plan.budget).toMatchObject({ level: 'sobre', expenses: 4950, gap: 4950 });
  });

  it('does not read examples, nor profiles that are not there', () => {
    expect(codesOf({ 'examples/faux.yaml': ': : :' })).toEqual([]);
  });
});

describe('an incomplete kit', () => {
  const optional = ['dates.yaml', 'programme.yaml', 'tables.yaml'];
  const needed = Object.keys(tinySources()).filter((path) => !path.includes('/') && !optional.includes(path));

  it('a kit of before 0.3.0 has no dates.yaml: nothing speaks for a day', () => {
    const { 'dates.yaml': _, ...rest } = tinySources();
    const parsed = parseKit(rest);
    expect(parsed.ok && parsed.value.favours).toEqual([]);
  });

  it.each(needed)('says that %s is missing', (path) => {
    const { [path]: _, ...rest } = tinySources();
    const parsed = parseKit(rest);
    expect(parsed.ok ? [] : parsed.problems.map(sentence)).toEqual([
      `${path}:1:1 : Ce fichier manque dans le kit. Ajoutez «\u00a0${path}\u00a0» (un lien vers un autre dossier ne compte pas).`,
    ]);
  });

  it('lays out no day and describes no table where it has no file for them', () => {
    const { 'programme.yaml': _, 'tables.yaml': __, ...rest } = tinySources();
    const documents = rest['documents.yaml'] ?? '';
    const parsed = parseKit({ ...rest, 'documents.yaml': documents.slice(0, documents.indexOf('  - { id: amis')) });
    expect(parsed.ok && [parsed.value.programme, parsed.value.tables]).toEqual([undefined, undefined]);
    const wanted = parseKit(rest);
    expect(wanted.ok || wanted.problems.map(({ code, at }) => `${at?.line} ${code}`)).toEqual(['23 kit-file-missing', '21 unknown-reference', '22 unknown-reference']);
  });

  it('tells the problems of all files together', () => {
    expect(codesOf({ 'kit.yaml': 'id: petit\n', 'sources.yaml': 'sources:\n  - { id: S1 }\n', 'rules.yaml': 'rules: {' })).toEqual([
      'rules.yaml:1 yaml-syntax', 'kit.yaml:1 missing-key', 'kit.yaml:1 missing-key', 'kit.yaml:1 missing-key', 'sources.yaml:2 missing-key',
    ]);
  });

  it('an empty file or a list instead of keys is one problem, not a crash', () => {
    expect(codesOf({ 'rules.yaml': '' })).toEqual(['rules.yaml:1 wrong-type']);
    expect(codesOf({ 'rules.yaml': '- a\n' })).toEqual(['rules.yaml:1 wrong-type']);
    expect(codesOf({ 'profiles/creuse.yaml': 'title: x\nanswers: [1]\n' })).toEqual(['profiles/creuse.yaml:2 wrong-type']);
  });

  it('a page needs its form', () => {
    const forms = (tinySources()['forms.yaml'] ?? '').replace('id: inscription', 'id: inscriptions');
    expect(codesOf({ 'forms.yaml': forms })).toEqual(['documents.yaml:16 unknown-reference']);
  });

  it('two templates whose names differ by case only are one on many disks', () => {
    expect(codesOf({ 'templates/Note.md': 'x' })).toEqual(['templates/note.md:1 duplicate-id']);
  });

  it('a template of a document exists', () => {
    const { 'templates/note.md': _, ...rest } = tinySources();
    const parsed = parseKit(rest);
    expect(parsed.ok || parsed.problems.map(({ code }) => code)).toEqual(['unknown-reference']);
  });
});
