import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/cli/messages.ts';
import { inPresentWords } from '../../src/kit/present-words.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import { necKit } from '../support/kit.ts';
import { editedKit, editSources, type KitEdit } from '../support/kit-edit.ts';
import { tinyKit, tinySources } from '../support/tiny-kit.ts';

const renamesOf = (...edits: readonly KitEdit[]) => editedKit(...edits).renames;

describe('renamed_from', () => {
  it('is nothing in a kit that renamed nothing', () => {
    expect(tinyKit().renames).toEqual({ entries: {}, words: {} });
    expect(necKit().renames.entries).toBeDefined();
  });

  it.each<readonly [string, KitEdit, object]>([
    ['a question', ['questions.yaml', '{ id: charte,', '{ id: charte, renamed_from: label,'], { questions: { label: 'charte' } }],
    ['a phase', ['tasks.yaml', '{ id: apres,', '{ id: apres, renamed_from: bilan,'], { phases: { bilan: 'apres' } }],
    ['a task, twice', ['tasks.yaml', '- id: T02', '- id: T02\n    renamed_from: [T20, T21]'], { tasks: { T20: 'T02', T21: 'T02' } }],
    ['a line', ['budget.yaml', '- id: salle', '- id: salle\n    renamed_from: lieu'], { lines: { lieu: 'salle' } }],
    ['an in-kind line', ['budget.yaml', '{ id: benevoles,', '{ id: benevoles, renamed_from: temps,'], { inKind: { temps: 'benevoles' } }],
    ['a format', ['formats.yaml', '{ id: cercle,', '{ id: cercle, renamed_from: rond,'], { formats: { rond: 'cercle' } }],
    ['a form', ['forms.yaml', '- id: inscription', '- id: inscription\n    renamed_from: venir'], { forms: { venir: 'inscription' } }],
    ['a rule', ['rules.yaml', '- id: ferie', '- id: ferie\n    renamed_from: jour-ferie'], { rules: { 'jour-ferie': 'ferie' } }],
    ['a document', ['documents.yaml', '{ id: note,', '{ id: note, renamed_from: memo,'], { documents: { memo: 'note' } }],
  ])('of %s is kept by its list', (_, edit, entries) => {
    expect(renamesOf(edit)).toEqual({ entries, words: {} });
  });

  it('of a choice, a column or a choice of a column are words of answers', () => {
    const funders = `
  - id: financeurs
    chapter: essentiel
    type: records
    label: Qui paie ?
    help: Des noms.
    why: Le budget.
    fields:
      - { id: type, label: Type, type: choice, choices: [ { value: departement, label: Département, renamed_from: cd } ], renamed_from: genre }
      - { id: montant, label: Montant, type: money }
`;
    const { words } = renamesOf(
      ['questions.yaml', '{ value: entraide, label: Entraide }', '{ value: entraide, label: Entraide, renamed_from: "coup de main" }'],
      ['questions.yaml', '  - { id: charte,', `${funders}\n  - { id: charte,`],
    );
    expect(words).toEqual({ 'themes': { 'coup de main': 'entraide' }, 'financeurs': { genre: 'type' }, 'financeurs.type': { cd: 'departement' } });
  });

  it('of an audience, a theme, an income or a role is followed by the answers that name them', () => {
    const { words } = renamesOf(
      ['audiences.yaml', '{ id: elus,', '{ id: elus, renamed_from: conseil,'],
      ['themes.yaml', '- id: entraide', '- id: entraide\n    renamed_from: aide'],
      ['tasks.yaml', '{ id: chef,', '{ id: chef, renamed_from: pilote,'],
      ['questions.yaml', '  - { id: charte,', '  - { id: responsables, chapter: essentiel, type: roles, label: Qui ?, help: Des noms., why: Savoir. }\n  - { id: charte,'],
    );
    expect(words).toEqual({ publics: { conseil: 'elus' }, themes: { aide: 'entraide' }, responsables: { pilote: 'chef' } });
  });

  it('of an audience is not followed where the question still offers the old word', () => {
    const { words } = renamesOf(
      ['audiences.yaml', '{ id: elus,', '{ id: elus, renamed_from: conseil,'],
      ['questions.yaml', '{ value: elus, label: Élues et élus }', '{ value: elus, label: Élues et élus }, { value: conseil, label: Conseil }'],
    );
    expect(words).toEqual({});
  });

  it('the same old id in two lists is two things', () => {
    const { entries } = renamesOf(
      ['budget.yaml', '- id: salle', '- id: salle\n    renamed_from: lieu'],
      ['documents.yaml', '{ id: note,', '{ id: note, renamed_from: lieu,'],
    );
    expect(entries).toEqual({ lines: { lieu: 'salle' }, documents: { lieu: 'note' } });
  });

  it('never leads to an id that is no more: whatever the version of a folder, one step is enough', () => {
    const { entries } = renamesOf(['tasks.yaml', '- id: T02', '- id: T02\n    renamed_from: [T90, T91, T92]']);
    const present = tinyKit().tasks.map(({ id }) => id);
    expect(Object.values(entries.tasks ?? {}).every((id) => present.includes(id))).toBe(true);
    expect(Object.keys(entries.tasks ?? {}).some((id) => present.includes(id))).toBe(false);
  });

  it('is refused where nothing is known by its id', () => {
    const parsed = parseKit(editSources(tinySources(), ['questions.yaml', '{ id: essentiel, title', '{ id: essentiel, renamed_from: base, title']));
    expect(parsed.ok || parsed.problems.map(sentence)).toEqual(['questions.yaml:2:22 : La clé «\u00a0renamed_from\u00a0» n’existe pas.']);
  });
});

describe('A05: needs_tool', () => {
  const read = (needs: string, tool?: string, more: KitSources = {}) =>
    parseKit(tinySources({ 'kit.yaml': `${tinySources()['kit.yaml']}needs_tool: ${needs}\n`, ...more }), tool);

  it.each([['0.2.0', '0.2.0'], ['0.2.0', '0.10.0'], ['1.0.0-essai.2', '1.0.0'], ['9.0.0', undefined]])('%s is good for the tool %s', (needs, tool) => {
    const parsed = read(needs, tool);
    expect(parsed.ok && parsed.value.needsTool).toBe(needs);
  });

  it.each([['0.2.1', '0.2.0'], ['0.10.0', '0.9.9'], ['1.0.0', '1.0.0-essai.2'], ['1.0.0-b', '1.0.0-a'], ['1.0.0-b.10', '1.0.0-b.9']])('%s is too new for the tool %s', (needs, tool) => {
    const parsed = read(needs, tool);
    expect(parsed.ok || parsed.problems.map(sentence)).toEqual([
      `kit.yaml:5:13 : Ce kit demande nec-local ${needs} ou plus récent\u00a0; vous avez la version ${tool}. Installez une version plus récente de l’outil, puis recommencez.`,
    ]);
  });

  it('is told alone: what else an older tool does not understand is not the point', () => {
    const parsed = read('2.0.0', '1.0.0', { 'tasks.yaml': 'nouveau: format\n', 'rules.yaml': '{' });
    expect(parsed.ok || parsed.problems.map(({ code }) => code)).toEqual(['tool-too-old']);
  });
});

describe('the texts of an earlier kit', () => {
  it('name tasks, documents, funders and choices as the later one does, and nothing else', () => {
    const text = 'Voir T90 « vieux ».{{#has documents "vieux"}} {{echeance "T90"}} {{demande "etat"}}{{/has}}{{#has publics "conseil"}}x{{/has}}';
    const renames = { entries: { documents: { vieux: 'note' }, tasks: { T90: 'T02' }, income: { etat: 'prefecture' } }, words: { publics: { conseil: 'elus' } } };
    expect(inPresentWords({ ...tinyKit(), templates: { 'a.md': text } }, renames).templates['a.md'])
      .toBe('Voir T90 « vieux ».{{#has documents "note"}} {{echeance "T02"}} {{demande "prefecture"}}{{/has}}{{#has publics "elus"}}x{{/has}}');
  });
});
