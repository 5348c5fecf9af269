import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/answers/check-answer.ts';
import { checkTogether } from '../../src/answers/check-together.ts';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import { showAnswer } from '../../src/answers/show-answer.ts';
import { typeAnswer } from '../../src/answers/type-answer.ts';
import type { AnswerValue } from '../../src/model.ts';
import { necKit } from '../support/kit.ts';
import { context } from '../support/questions.ts';

const { questions } = necKit();
const question = (() => {
  const found = questions.find(({ id }) => id === 'evenements_voisins');
  if (!found) throw new Error('the kit does not ask for events to avoid');
  return found;
})();

const read = (raw: RawAnswer): AnswerValue | string => {
  const checked = checkAnswer(question, raw, context);
  return checked.ok ? checked.value : checked.problems.map(({ args }) => ('expected' in args ? args.expected : '')).join();
};

describe('a column of days', () => {
  it.each<[RawAnswer, AnswerValue]>([
    ['NEC national (14/10/2027)', [{ nom: 'NEC national', du: '2027-10-14' }]],
    ['Salon (14 octobre 2027, 2027-10-16) ; Fête (1er nov. 2027)', [{ nom: 'Salon', du: '2027-10-14', au: '2027-10-16' }, { nom: 'Fête', du: '2027-11-01' }]],
    [[{ nom: 'Salon', du: '14.10.27', au: null }], [{ nom: 'Salon', du: '2027-10-14' }]],
    ['aucun', []],
  ])('%j', (raw, value) => expect(read(raw)).toEqual(value));

  it.each<[RawAnswer]>([['Salon'], ['Salon (octobre)'], ['Salon (31/02/2027)'], ['Salon (14/10/2027, demain)'], [[{ nom: 'Salon', du: 20271014 }]]])('%j is refused', (raw) => {
    expect(read(raw)).toBe('« nom (du, au) » où « du » et « au » sont des jours, par exemple 14/10/2027');
  });

  const both = [{ nom: 'Salon', du: '2027-10-14', au: '2027-10-16' }, { nom: 'Fête', du: '2027-11-01' }];
  it('is shown in words, and typed again to the same', () => {
    expect(showAnswer(question, both, context)).toBe('Salon (jeudi 14 octobre 2027, samedi 16 octobre 2027) ; Fête (lundi 1er novembre 2027)');
    expect(typeAnswer(question, both)).toBe('Salon (14/10/2027, 16/10/2027) ; Fête (01/11/2027)');
    expect(read(typeAnswer(question, both))).toEqual(both);
  });
});

it('an event does not end before it begins', () => {
  const problems = checkTogether(questions, { evenements_voisins: [{ nom: 'Salon', du: '2027-10-14', au: '2027-10-13' }, { nom: 'Fête', du: '2027-10-14', au: '2027-10-14' }] });
  expect(problems.map(({ args }) => args)).toEqual([{
    id: 'evenements_voisins', label: 'Quels événements faut-il éviter\u00a0?', value: 'Salon, 13 octobre 2027',
    expected: 'un dernier jour qui ne soit pas avant le premier (14 octobre 2027)',
  }]);
});
