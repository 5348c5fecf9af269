import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptAnswers } from '../../src/answers/adapt-answers.ts';
import { moveAnswers } from '../../src/answers/move-answers.ts';
import { parseAnswers } from '../../src/answers/parse-answers.ts';
import type { Answers, Kit, Question } from '../../src/model.ts';
import { compact } from '../../src/shared/decode.ts';
import { context, question } from '../support/questions.ts';
import { tinyKit } from '../support/tiny-kit.ts';

const choices = (...values: readonly string[]) => values.map((value) => ({ value, label: value.toUpperCase() }));
const kitOf = (questions: readonly Question[], renames: Partial<Kit['renames']> = {}): Kit =>
  ({ ...tinyKit(), questions, renames: { entries: {}, words: {}, ...renames } });

const partners = (...columns: readonly string[]) => question('partenaires', 'records', {
  fields: columns.map((id) => compact({ id, label: id, required: id === 'nom', type: id === 'nom' ? 'text' as const : 'choice' as const,
    choices: id === 'nom' ? undefined : choices('hub', 'mairie') })),
});
const before = kitOf([
  question('jauge', 'number', { min: 5 }), question('forme', 'choice', { choices: choices('seul', 'greffe') }),
  question('publics', 'choices', { choices: choices('elus', 'agents', 'habitants') }),
  question('themes', 'choices', { open: true, choices: choices('liens') }),
  partners('nom', 'type'), question('responsables', 'roles'), question('charte', 'yes-no'),
]);
const given: Answers = {
  jauge: 80, forme: 'greffe', publics: ['elus', 'habitants'], themes: ['liens', 'à nous'],
  partenaires: [{ nom: 'Le Hub', type: 'hub' }, { nom: 'Mairie', type: 'mairie' }], responsables: { communication: 'Service com' }, charte: true,
};
const withQuestion = (changed: Question): Kit => kitOf(before.questions.map((asked) => (asked.id === changed.id ? changed : asked)));

describe('A10: an answer that the new kit', () => {
  const adapt = (after: Kit) => adaptAnswers(given, before, after, context);

  it('takes as it is stays, without a word', () => {
    expect(adapt(before)).toEqual({ given, notes: [] });
  });

  it('does not ask for is set apart', () => {
    const { given: kept, notes } = adapt(kitOf(before.questions.filter(({ id }) => id !== 'forme')));
    expect(kept).toEqual({ ...given, forme: undefined });
    expect(notes).toEqual([{ code: 'gone', id: 'forme', label: 'Question forme ?', value: 'greffe' }]);
  });

  it.each<readonly [string, Question, Answers[string] | undefined, object]>([
    ['asks in another type', question('jauge', 'date'), undefined, { code: 'refused', id: 'jauge', value: 80, expected: expect.stringContaining('date') }],
    ['asks with other bounds', question('jauge', 'number', { min: 100 }), undefined, { code: 'refused', value: 80, expected: 'un nombre, 100 ou plus' }],
    ['asks in a type that takes the same words', question('charte', 'text'), 'oui', { code: 'reworded', value: 'oui' }],
    ['has no longer among its choices', question('forme', 'choice', { choices: choices('seul') }), undefined, { code: 'refused', value: 'greffe' }],
    ['has partly among its choices', question('publics', 'choices', { choices: choices('elus', 'agents') }), ['elus'],
      { code: 'partly-refused', value: ['elus'], refused: ['habitants'] }],
    ['has partly, but fewer than it wants', question('publics', 'choices', { min: 2, choices: choices('elus', 'agents') }), undefined, { code: 'refused' }],
    ['no longer lets be said freely', question('themes', 'choices', { choices: choices('liens') }), ['liens'], { code: 'partly-refused', refused: ['à nous'] }],
    ['keeps with fewer columns', partners('nom'), [{ nom: 'Le Hub' }, { nom: 'Mairie' }],
      { code: 'partly-refused', refused: ['{"nom":"Le Hub","type":"hub"}', '{"nom":"Mairie","type":"mairie"}'] }],
    ['makes a list of words', question('partenaires', 'choices', { choices: choices('hub') }), undefined, { code: 'refused' }],
  ])('%s', (_, changed, value, note) => {
    const { given: kept, notes } = adapt(withQuestion(changed));
    expect(kept[changed.id]).toEqual(value);
    expect({ ...kept, [changed.id]: 0 }).toEqual({ ...given, [changed.id]: 0 });
    expect(notes).toEqual([expect.objectContaining({ id: changed.id, ...note })]);
  });

  it('knows by another name, with other words inside, is the same answer', () => {
    const after = kitOf([
      question('format', 'choice', { choices: choices('seul', 'accueilli') }), question('publics', 'choices', { choices: choices('conseil', 'agents', 'habitants') }),
      question('amis', 'records', { fields: [
        { id: 'qui', label: 'Qui', type: 'text', required: true }, { id: 'genre', label: 'Genre', type: 'choice', required: false, choices: choices('reseau', 'mairie') }] }),
      question('responsables', 'roles'), ...before.questions.filter(({ id }) => ['jauge', 'themes', 'charte'].includes(id)),
    ], {
      entries: { questions: { forme: 'format', partenaires: 'amis' } },
      words: { 'format': { greffe: 'accueilli' }, 'publics': { elus: 'conseil' }, 'amis': { nom: 'qui', type: 'genre' }, 'amis.genre': { hub: 'reseau' },
        'responsables': { communication: 'chef-de-projet' } },
    });
    const { given: kept, notes } = adapt(after);
    expect(kept).toEqual({
      jauge: 80, format: 'accueilli', publics: ['conseil', 'habitants'], themes: ['liens', 'à nous'],
      amis: [{ qui: 'Le Hub', genre: 'reseau' }, { qui: 'Mairie', genre: 'mairie' }], responsables: { 'chef-de-projet': 'Service com' }, charte: true,
    });
    expect(notes.map(({ code, id }) => `${code} ${id}`)).toEqual([
      'renamed format', 'reworded format', 'reworded publics', 'renamed amis', 'reworded amis', 'reworded responsables',
    ]);
  });
});

describe('moveAnswers', () => {
  const after = kitOf([
    question('format', 'choice', { choices: choices('seul', 'greffe') }), question('publics', 'choices', { choices: choices('conseil', 'agents') }),
    question('jauge', 'number', { min: 100 }), question('charte', 'yes-no'),
  ], { entries: { questions: { forme: 'format' } }, words: { publics: { elus: 'conseil' } } });
  const text = [
    '# À moi.', 'jauge: 80   # vu avec la salle', '', 'charte: oui', '# forme: seul    # proposé', 'publics:   # tous', '  - elus', '  # les autres', '  - habitants',
    'partenaires: [ { nom: Le Hub, type: hub } ]', 'kit: nec@1.0.0+00000000', 'evenement: abc', '',
  ];
  const move = (said: string) => {
    const read = parseAnswers(said, '', before.questions, context);
    expect(read.problems).toEqual([]);
    return moveAnswers(said, read.given, before, after, 'nec@2.0.0+11111111', context);
  };

  it.each([['\n'], ['\r\n']])('changes what has to change and loses no word, with lines that end in %j', (lineEnd) => {
    const moved = move(text.join(lineEnd));
    expect(moved.ok && moved.value.text.split(lineEnd)).toEqual([
      '# À moi.',
      '# Le nouveau kit ne prend plus cette réponse. Elle est gardée ici pour mémoire :',
      '# jauge: 80   # vu avec la salle',
      '# jauge:    # pas de réponse',
      '', 'charte: oui', '# format: seul    # proposé',
      '# Le nouveau kit ne prend plus cette réponse. Elle est gardée ici pour mémoire :',
      '# publics:   # tous', '#   - elus', '#   # les autres', '#   - habitants',
      'publics: [ conseil ]',
      '# Le nouveau kit ne prend plus cette réponse. Elle est gardée ici pour mémoire :',
      '# partenaires: [ { nom: Le Hub, type: hub } ]',
      'kit: nec@2.0.0+11111111', 'evenement: abc', '',
    ]);
    expect(moved.ok && moved.value.given).toEqual({ charte: true, publics: ['conseil'] });
  });

  it.each([
    ['forme: greffe', 'format: greffe'], ['"forme": greffe # ici', 'format: greffe # ici'], ["'forme' : greffe", 'format : greffe'],
    ['forme: |\n  greffe\ncharte: non', 'format: |\n  greffe\ncharte: non'], ['? forme\n: greffe', '? format\n: greffe'],
  ])('%j becomes %j', (said, expected) => {
    const moved = move(said);
    expect(moved.ok && moved.value.text.trimEnd()).toBe(`${expected}\nkit: nec@2.0.0+11111111`);
  });

  it('an empty key of a question that is gone is no error', () => {
    expect(move('partenaires:\n')).toMatchObject({ value: { notes: [], given: {}, text: expect.stringContaining('\n# partenaires:\n') } });
  });

  it.each(['{ forme: greffe, jauge: 80 }', '{ jauge: 80 }'])('says so when a text is written in a way that does not let it: %j', (said) => {
    const moved = move(said);
    expect(moved.ok || moved.problems.map(({ code }) => code)).toEqual(['answers-layout']);
  });

  it('any answers under any of these kits: good answers come out, every word stays in the text, and once is enough', () => {
    const bag = fc.record({
      jauge: fc.constantFrom(80, 200), forme: fc.constantFrom('seul', 'greffe'), publics: fc.subarray(['elus', 'agents', 'habitants']),
      charte: fc.boolean(), partenaires: fc.subarray([{ nom: 'Le Hub', type: 'hub' }, { nom: 'Mairie # 2', type: 'mairie' }]),
    }, { requiredKeys: [] });
    fc.assert(fc.property(bag, fc.subarray([...after.questions]), (said, asked) => {
      const target = { ...after, questions: asked };
      const start = Object.entries(said).map(([id, value]) => `${id}: ${JSON.stringify(value)}\n`).join('');
      const moved = moveAnswers(start, parseAnswers(start, '', before.questions, context).given, before, target, 'nec@2', context);
      if (!moved.ok) throw new Error('layout');
      const read = parseAnswers(moved.value.text, '', asked, context);
      expect(read.problems).toEqual([]);
      expect(read.given).toEqual(moved.value.given);
      for (const word of JSON.stringify(said).match(/Hub|Mairie # 2|habitants/g) ?? []) expect(moved.value.text).toContain(word);
      expect(moveAnswers(moved.value.text, read.given, target, target, 'nec@2', context)).toMatchObject({ value: { text: moved.value.text, notes: [] } });
    }), { numRuns: 200 });
  });
});
