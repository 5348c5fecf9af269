import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/answers/check-answer.ts';
import { completeAnswers } from '../../src/answers/complete-answers.ts';
import { parseAnswers } from '../../src/answers/parse-answers.ts';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import { showAnswer } from '../../src/answers/show-answer.ts';
import { typeAnswer } from '../../src/answers/type-answer.ts';
import { updateAnswers } from '../../src/answers/update-answers.ts';
import { writeAnswers } from '../../src/answers/write-answers.ts';
import type { Answers, AnswerValue, Question } from '../../src/model.ts';
import { chapters, context, questionById, questions } from '../support/questions.ts';

const parse = (text: string) => parseAnswers(text, 'nec-local.yaml', questions, context);
const write = (given: Answers, meta = {}) =>
  writeAnswers({ chapters, questions, given, completed: completeAnswers(questions, given, context), meta });

/** Anything that people may type, kept when the checks take it. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('oui', 'null', '~', '07128', '1e3', '2027-10-14', '# x', 'a: b', '- x', '[a]', '{a: b}', '---',
    '...', '|', '&a', '*a', '!t', '%', '@', '`', '"', "'", 'a #b', 'a,b', '"a', "'a", ': ', '?', '=', '<<', '0x1F',
    '.inf'),
);
const rawFor = ({ type, choices = [], fields = [] }: Question): fc.Arbitrary<RawAnswer> => {
  const word = fc.constantFrom('x', ...choices.map(({ value }) => value));
  switch (type) {
    case 'authority': return fc.constantFrom('departement:23', 'commune:07128');
    case 'date': return fc.constantFrom('2027-10-14', 'a-definir', '2026-12-01');
    case 'period': return fc.constantFrom('2027-10/2027-11', '2028-01/2028-01');
    case 'number': case 'money': return fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(0.5, 1.5, 1234.56));
    case 'choice': return word;
    case 'choices': return fc.array(fc.oneof(word, text), { maxLength: 4 });
    case 'yes-no': return fc.boolean();
    case 'records': return fc.array(fc.record(Object.fromEntries(fields.map((field) => [field.id,
      field.type === 'money' ? fc.constantFrom(0, 10.5, null) : field.choices
        ? fc.constantFrom(...field.choices.map(({ value }) => value)) : text]))), { maxLength: 3 });
    case 'roles': return fc.record({ 'chef-de-projet': text, 'communication': text }, { requiredKeys: [] });
    case 'email': return fc.constant('a@exemple.fr');
    case 'url': return fc.constantFrom('https://exemple.fr/#a', 'https://exemple.fr/?a=b: c');
    case 'text': return text;
  }
};
const answers: fc.Arbitrary<Answers> = fc
  .record(Object.fromEntries(questions.map((question) => [question.id, rawFor(question)])), { requiredKeys: [] })
  .map((raws) => Object.fromEntries(Object.entries(raws).flatMap(([id, raw]): [string, AnswerValue][] => {
    const checked = checkAnswer(questionById(id), raw as RawAnswer, context);
    return checked.ok ? [[id, checked.value]] : [];
  })));

describe('writeAnswers', () => {
  it('parse(write(x)) = x, with `debut` fixed and the same bytes each time', () => {
    fc.assert(fc.property(answers, (given) => {
      const file = write(given, { kit: 'nec@0.1.0', evenement: '12345678e90' });
      const read = parse(file);
      expect(read.problems).toEqual([]);
      expect(read.given).toEqual({ debut: '2026-11-23', ...given });
      expect(read.meta).toEqual({ kit: 'nec@0.1.0', evenement: '12345678e90' });
      expect(write(read.given, read.meta)).toBe(file);
    }), { numRuns: 100 });
  });

  it('a checked value is checked to itself', () => {
    fc.assert(fc.property(answers, (given) => {
      for (const [id, value] of Object.entries(given)) {
        expect(checkAnswer(questionById(id), value, context)).toEqual({ ok: true, value });
      }
    }), { numRuns: 60 });
  });

  it('what is ready in an input reads back to the same value', () => {
    fc.assert(fc.property(answers, (given) => {
      for (const [id, value] of Object.entries(given)) {
        const question = questionById(id);
        // Free words and names may hold the separators of the text form: those are asked piece by piece on a screen.
        if (['choices', 'records', 'roles'].includes(question.type)) continue;
        expect(checkAnswer(question, typeAnswer(question, value), context)).toEqual({ ok: true, value });
      }
    }), { numRuns: 60 });
  });

  it('switching a proposed line on by taking its # away gives the proposed value', () => {
    const file = write({ collectivite: 'departement:23' });
    const on = file.replaceAll(/^# (?=[a-z_]+: .*# proposé$)/gm, '');
    const { given, problems } = parse(on);
    expect(problems).toEqual([]);
    expect(given).toEqual(completeAnswers(questions, { collectivite: 'departement:23' }, context).answers);
  });

  it('reads as a person would want', () => {
    const file = write({
      collectivite: 'departement:23', date: '2027-10-14', periode: '2027-10/2027-10', formation: true,
      partenaires: [{ nom: 'Médiathèque: la grande', type: 'mediatheque' }],
        responsables: { communication: 'Le service' },
    }, { kit: 'nec@0.1.0' });
    expect(file).toMatchSnapshot();
  });

  it('words of a kit cannot leave their comment', () => {
    const hostile = [{ ...questionById('nom'), label: 'x\ncollectivite: commune:1', help: 'y\u2028z: 1\u0085a: 2',
      computed: 'season' as const }];
    const file = writeAnswers({ chapters, questions: hostile, given: {},
      completed: completeAnswers(hostile, {}, context), meta: {} });
    expect(file.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});

describe('parseAnswers', () => {
  it('A02: reports every bad value with line and column and keeps the good ones', () => {
    const { given, problems } = parse('# mes réponses\njauge: 4\ndate: 31/02/2027\nbudget: 1 234,50 €\njage: 80\n');
    expect(given).toEqual({ budget: 1234.5 });
    expect(problems).toMatchObject([
      { code: 'answer-invalid', args: { id: 'jauge' }, at: { line: 2, column: 8 } },
      { code: 'answer-invalid', args: { id: 'date' }, at: { line: 3, column: 7 } },
      { code: 'answer-unknown', args: { id: 'jage', nearest: 'jauge' }, at: { line: 5, column: 1 } },
    ]);
  });

  it.each([['', 0], ['# rien\n', 0], ['\uFEFFjauge: 80\r\n', 0], ['jauge:\n', 0], ['- a\n', 1], ['bonjour', 1],
    ['a: 1\na: 2\n', 1],
    ['<<<<<<< moi\njauge: 80\n=======\njauge: 90\n>>>>>>> elle\n', 1], ['jauge: [', 1], ['jauge: &a 80\n', 1],
      ['__proto__: { x: 1 }\n', 1], ['kit: { a: 1 }\nevenement: "a b"\n', 1]])(
    'A03: %j has problems: %i', (file, bad) => {
      const { problems } = parse(file);
      expect(problems.length > 0).toBe(bad === 1);
    });

  it('an empty key is a question not answered; codes keep their zeros; a BOM and CRLF do no harm', () => {
    expect(parse('\uFEFFjauge:\r\nlieu_inconnu: 1\r\ncollectivite: 07128\r\n').given)
      .toEqual({ collectivite: 'commune:07128' });
    expect(parse('collectivite: commune:07128\nformation: oui\nbudget: 1.000\n').given)
      .toEqual({ collectivite: 'commune:07128', formation: true, budget: 1000 });
  });
});

describe('updateAnswers', () => {
  const update = (file: string, changes: Readonly<Record<string, AnswerValue | undefined>>): string => {
    const updated = updateAnswers(file, changes);
    if (!updated.ok) throw new Error(updated.problems.map(({ code }) => code).join());
    return updated.value;
  };
  const mine = '# à moi\r\njauge: 80   # vérifié avec Anne\r\n\r\n'
    + 'partenaires:\r\n  - nom: A\r\n    type: hub\r\n# fin\r\n# lieu: x';

  it('A02: changes one answer and no other byte', () => {
    expect(update(mine, { jauge: 120 })).toBe(mine.replace('80', '120'));
    expect(update(mine, { partenaires: [] })).toBe(mine.replace('partenaires:\r\n  - nom: A\r\n    type: hub',
      'partenaires: []'));
    expect(update(mine, { nom: 'Fête: n° 1' })).toBe(`${mine}\r\nnom: 'Fête: n° 1'\r\n`);
    expect(update(mine, {})).toBe(mine);
  });

  it('takes the place of a proposed line, and takes an answer away', () => {
    const file = write({ collectivite: 'departement:23', date: '2027-10-14' });
    const changed = update(file, { jauge: 120, date: undefined });
    const away = '# date:    # pas de réponse';
    expect(changed).toBe(file.replace(/^# jauge:.*$/m, 'jauge: 120').replace('date: 2027-10-14', away));
    expect(parse(changed).given).toMatchObject({ jauge: 120 });
    expect(parse(changed).given).not.toHaveProperty('date');
    expect(update(changed, { date: '2027-10-14' })).toBe(changed.replace(away, 'date: 2027-10-14'));
  });

  it.each(['\n', '\r\n'])('takes the place of a whole proposed list (line ends %j)', (lineEnd) => {
    const file = ['# partenaires:    # proposé', '#   - { nom: A, type: hub }', '#   - { nom: B, type: hub }', '# À moi.', ''];
    expect(update(file.join(lineEnd), { partenaires: [] })).toBe(['partenaires: []', '# À moi.', ''].join(lineEnd));
  });

  it.each(['# lieu: demander à Paul avant', '#lieu: proposé par Paul', '# lieu: # proposé par Paul', '  # lieu: x    # proposé'])(
    'leaves what a person wrote after a #: %s', (line) => {
      expect(update(`${line}\njauge: 80\n`, { lieu: 'Salle' })).toBe(`${line}\njauge: 80\nlieu: Salle\n`);
    });

  it('keeps the comments of a list that it replaces', () => {
    const file = 'partenaires: # à relancer\r\n  # la plus sûre\r\n  - nom: "A # B" # vue lundi\r\n    type: hub # oui\r\njauge: 80\r\n';
    const comments = ['# à relancer', '# la plus sûre', '# vue lundi', '# oui'];
    expect(update(file, { partenaires: [] })).toBe([...comments, 'partenaires: []', 'jauge: 80', ''].join('\r\n'));
    expect(update(file, { partenaires: undefined })).toContain(comments.join('\r\n'));
  });

  it.each<[file: string, changes: Readonly<Record<string, AnswerValue>>]>([
    ['{ nom: x }', { jauge: 80 }], ['{ nom: x }\n', { partenaires: [{ nom: 'A', type: 'hub' }] }],
    ['{ partenaires: [] }', { partenaires: [{ nom: 'A', type: 'hub' }] }],
    ['nom: x\n...\n', { jauge: 80 }], ['--- { nom: x }', { jauge: 80 }], ['nom: [', { jauge: 80 }],
  ])('gives a problem, never a file that says something else: %j', (file, changes) => {
    expect(updateAnswers(file, changes)).toMatchObject({ ok: false });
  });

  it('writes what parse reads, whatever the file and the answers', () => {
    fc.assert(fc.property(answers, answers, fc.boolean(), (before, after, windows) => {
      const file = windows ? write(before).replaceAll('\n', '\r\n') : write(before);
      const { given, problems } = parse(update(file, after));
      expect(problems).toEqual([]);
      expect(given).toEqual({ debut: '2026-11-23', ...before, ...after });
    }), { numRuns: 60 });
  });
});

it('shows answers in words', () => {
  const show = (id: string, value: AnswerValue) => showAnswer(questionById(id), value, context);
  expect(show('collectivite', 'commune:97411')).toBe('Saint-Denis (La Réunion, commune)');
  expect(show('date', '2027-10-01')).toBe('vendredi 1er octobre 2027');
  expect(show('date', 'a-definir')).toBe('à définir');
  expect(show('periode', '2027-10/2027-11')).toBe('octobre 2027 à novembre 2027');
  expect(show('budget', 1234.5)).toBe('1\u202f234,50\u00a0€');
  expect(show('jours', 0.5)).toBe('0,5');
  expect(show('themes', ['inclusion', 'Radio'])).toBe('Libellé de inclusion ; Radio');
  expect(show('financeurs',
    [{ type: 'caf' }, { type: 'region',
    montant: 2000 }])).toBe('Libellé de caf ; Libellé de region (2\u202f000\u00a0€)');
  expect(show('partenaires', [])).toBe('aucun');
  expect(show('responsables', { communication: 'Anne' })).toBe('Communication : Anne');
});
