import { describe, expect, it } from 'vitest';
import { completeAnswers } from '../../src/answers/complete-answers.ts';
import { missingAnswers } from '../../src/answers/missing-answers.ts';
import type { Answers } from '../../src/model.ts';
import { context, contextFor, question, questions } from '../support/questions.ts';

const complete = (given: Answers) => completeAnswers(questions, given, context);
const creuse = { collectivite: 'departement:23', date: '2027-10-14' };

describe('completeAnswers', () => {
  it('gives defaults, computed ones included, and tells them from given answers', () => {
    const { answers, proposed } = complete(creuse);
    expect(answers).toMatchObject({ jauge: 80, nom: 'NEC Creuse 2027', jours: 1, restauration: 'repas-partage',
      debut: '2026-11-23' });
    expect(proposed.has('jauge')).toBe(true);
    expect(proposed.has('date')).toBe(false);
    expect(answers).not.toHaveProperty('accroche');
    expect(answers).not.toHaveProperty('charte');
  });

  it('A11: dependent defaults follow an earlier answer, through several steps', () => {
    expect(complete({ ...creuse, jauge: 20 }).answers).toMatchObject({ jours: 0.5, restauration: 'cafe' });
    expect(complete({ ...creuse, jauge: 20, jours: 2 }).answers).toMatchObject({ jours: 2,
      restauration: 'repas-partage' });
  });

  it('a question that does not apply has no answer, even a given one', () => {
    expect(complete({ ...creuse, periode: '2027-10/2027-11' }).answers).not.toHaveProperty('periode');
    expect(complete({ ...creuse, date: 'a-definir' }).answers).toMatchObject({ periode: '2027-10/2027-11' });
    expect(complete({ ...creuse, inscriptions: 'papier',
      lien_inscription: 'https://x.fr' }).answers).not.toHaveProperty('lien_inscription');
  });

  it('refuses an event before its preparation, with its place, and no other day gone by', () => {
    const at = { file: 'nec-local.yaml', line: 3, column: 7 };
    const early = completeAnswers(questions, { ...creuse, date: '2026-11-22' }, context, { date: at });
    expect(early.problems).toMatchObject([{ code: 'answer-invalid', args: { id: 'date', value: '22 novembre 2026' },
      at }]);
    expect(complete({ ...creuse, date: '2026-11-23' }).problems).toEqual([]);
    expect(complete({ ...creuse, date: '2019-11-05', debut: '2019-03-01' }).problems).toEqual([]);
    expect(complete({ date: 'a-definir',
      periode: '2026-09/2026-10' }).problems).toMatchObject([{ args: { id: 'periode' } }]);
  });

  it('checks the defaults of a kit too', () => {
    const broken = [question('x', 'choice', { choices: [{ value: 'a', label: 'A' }], defaults: [{ value: 'b' }] })];
    expect(completeAnswers(broken, {}, contextFor('2026-11-23'))).toMatchObject({ answers: {},
      problems: [{ code: 'answer-invalid' }] });
  });
});

describe('missingAnswers', () => {
  const missing = (given: Answers, yes: boolean) =>
    missingAnswers(questions, given, context, { yes }).map(({ args }) => (args as { id: string }).id);

  it('asks for the nine without a terminal, all at once, and for the required one with --yes', () => {
    expect(missing({}, false)).toEqual(['collectivite', 'date', 'publics', 'jauge', 'budget', 'partenaires', 'themes',
      'appel', 'inscriptions']);
    expect(missing({}, true)).toEqual(['collectivite']);
    expect(missing(creuse, true)).toEqual([]);
    expect(missing({ ...creuse, publics: ['elus'], jauge: 10, budget: 0, partenaires: [], themes: [],
      appel: 'aucun' }, false)).toEqual(['inscriptions']);
  });

  it('shows a flag that would answer', () => {
    expect(missingAnswers(questions, creuse, context, { yes: false }).map(({ args }) =>
      (args as { example: string }).example)).toEqual([
      '--set publics=mediateurs,elus', '--set jauge=80', '--set budget=0', '--set partenaires=aucun',
      '--set themes=inclusion,communs', '--set appel=contributions', '--set inscriptions=html',
    ]);
  });
});
