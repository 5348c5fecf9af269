import { describe, expect, it } from 'vitest';
import { answerQuestion, goBack, nextQuestion, openStage, progress,
  startWizard } from '../../src/answers/next-question.ts';
import type { WizardState } from '../../src/answers/wizard-state.ts';
import type { Answers, AnswerValue } from '../../src/model.ts';
import { completeAnswers } from '../../src/answers/complete-answers.ts';
import { context, questions } from '../support/questions.ts';

const form = { questions, context };
const at = (state: WizardState): string => {
  const question = nextQuestion(state, form);
  return question === 'review' ? 'review' : question.id;
};
/** Accepts what is proposed, or `collectivite: Creuse`, until the page given. */
const proposedAt = (state: WizardState): AnswerValue | undefined =>
  at(state) === 'collectivite' ? 'departement:23' : completeAnswers(questions, state.given, context).answers[at(state)];
const acceptUntil = (id: string, start: WizardState): WizardState => {
  let state = start;
  for (let step = 0; at(state) !== id; step += 1) {
    if (step > 60) throw new Error(`Never at ${id}, but at ${at(state)}`);
    state = answerQuestion(state, proposedAt(state), form);
  }
  return state;
};
const start = (given: Answers = {}) => startWizard(given, form);
const ROUND = ['collectivite', 'date', 'periode', 'publics', 'jauge', 'budget', 'partenaires', 'themes', 'appel',
  'inscriptions'];

describe('the first round', () => {
  it('asks the nine, and the period only when there is no date; the rank counts the nine', () => {
    const shown: string[] = [];
    let state = start();
    while (state.stage.kind === 'first') {
      shown.push(`${at(state)} ${progress(state, form)}`);
      state = answerQuestion(state, proposedAt(state), form);
    }
    expect(shown).toEqual(['collectivite 1 sur 9', 'date 2 sur 9', 'periode 2 sur 9', 'publics 3 sur 9',
      'jauge 4 sur 9', 'budget 5 sur 9',
      'partenaires 6 sur 9', 'themes 7 sur 9', 'appel 8 sur 9', 'inscriptions 9 sur 9']);
    expect(Object.keys(state.given)).toEqual(ROUND);
    expect(at(answerQuestion(acceptUntil('date', start()), '2027-10-14', form))).toBe('publics');
  });

  it('goes back from every question to the one before, and stays on the first', () => {
    const walk = acceptUntil('inscriptions', start());
    const back: string[] = [];
    let state = walk;
    for (let step = 0; step < ROUND.length + 1; step += 1) {
      state = goBack(state, form);
      back.push(at(state));
    }
    expect(back).toEqual([...ROUND.slice(0, -1).reverse(), 'collectivite', 'collectivite']);
    expect(state.given).toEqual(walk.given);
  });

  it('shows again the questions gone back from', () => {
    const state = goBack(goBack(acceptUntil('budget', start()), form), form);
    expect(at(state)).toBe('publics');
    expect(at(answerQuestion(state, ['elus'], form))).toBe('jauge');
  });

  it('resumes at the first question without an answer, skips those given, and can still go back to them', () => {
    const given = { collectivite: 'departement:23', date: '2027-10-14', publics: ['elus'], budget: 0 };
    const state = start(given);
    expect(at(state)).toBe('jauge');
    expect(at(goBack(state, form))).toBe('publics');
    expect(at(answerQuestion(state, 40, form))).toBe('partenaires');
    expect(at(start(completeAnswers(questions, given, context).answers))).toBe('charte');
  });
});

describe('review', () => {
  const review = () => acceptUntil('review', start());

  it('comes after the closing questions, asked once, skipped or not', () => {
    const state = acceptUntil('charte', start());
    expect(state.stage).toEqual({ kind: 'closing' });
    const after = answerQuestion(state, undefined, form);
    expect(at(after)).toBe('review');
    expect(after.given).not.toHaveProperty('charte');
    expect(at(goBack(state, form))).toBe('inscriptions');
  });

  it('changes one answer and comes back; back changes nothing', () => {
    const open = openStage(review(), { kind: 'one', question: 'jauge' }, form);
    expect(at(open)).toBe('jauge');
    expect(at(goBack(open, form))).toBe('review');
    const changed = answerQuestion(open, 20, form);
    expect(at(changed)).toBe('review');
    expect(changed.given['jauge']).toBe(20);
  });

  it('asks what a changed answer makes necessary', () => {
    const dated = answerQuestion(acceptUntil('date', start()), '2027-10-14', form);
    const open = openStage(acceptUntil('review', dated), { kind: 'one', question: 'date' }, form);
    expect(at(answerQuestion(open, 'a-definir', form))).toBe('periode');
  });

  it('goes through a chapter, all its questions, and back to the page', () => {
    const open = openStage(review(), { kind: 'chapter', chapter: 'evenement' }, form);
    const shown: string[] = [];
    let state = open;
    while (at(state) !== 'review') {
      shown.push(at(state));
      state = answerQuestion(state, proposedAt(state), form);
    }
    expect(shown).toEqual(['nom', 'accroche', 'jours', 'restauration', 'formation', 'financeurs']);
    expect(state.given).toEqual(open.given);
    expect(at(goBack(open, form))).toBe('review');
    expect(at(goBack(review(), form))).toBe('inscriptions');
  });

  it('an accepted default of a chapter keeps following; another value is kept', () => {
    let state = openStage(review(), { kind: 'one', question: 'jours' }, form);
    state = answerQuestion(state, 1, form);
    expect(state.given).not.toHaveProperty('jours');
    state = answerQuestion(openStage(state, { kind: 'one', question: 'jours' }, form), 2, form);
    expect(state.given['jours']).toBe(2);
    state = answerQuestion(openStage(state, { kind: 'one', question: 'jours' }, form), undefined, form);
    expect(state.given).not.toHaveProperty('jours');
  });
});
