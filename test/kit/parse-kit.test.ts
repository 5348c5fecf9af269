import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/cli/messages.ts';
import { checkTemplates } from '../../src/kit/check-templates.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
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

  it('does not read examples, nor profiles that are not there', () => {
    expect(codesOf({ 'examples/faux.yaml': ': : :' })).toEqual([]);
  });
});

describe('an incomplete kit', () => {
  const needed = Object.keys(tinySources()).filter((path) => !path.includes('/'));

  it.each(needed)('says that %s is missing', (path) => {
    const { [path]: _, ...rest } = tinySources();
    const parsed = parseKit(rest);
    expect(parsed.ok ? [] : parsed.problems.map(sentence)).toEqual([
      `${path}:1:1 : Ce fichier manque dans le kit. Ajoutez «\u00a0${path}\u00a0» (un lien vers un autre dossier ne compte pas).`,
    ]);
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

  it('a template of a document exists', () => {
    const { 'templates/note.md': _, ...rest } = tinySources();
    const parsed = parseKit(rest);
    expect(parsed.ok || parsed.problems.map(({ code }) => code)).toEqual(['unknown-reference']);
  });
});
