import type { Question } from '../model.ts';
import type { Checked } from './answer-context.ts';
import { expectedForm } from './expected-form.ts';
import { readAmount } from '../shared/read-amount.ts';
import { rawText, type RawAnswer } from './raw-answer.ts';

/** A number within the bounds of the question (0 or more unless it says otherwise), whole multiple of its step. */
export function checkNumber(raw: RawAnswer, question: Question): Checked {
  return check(raw, question, question.step ?? 0);
}

/** An amount in euros, with cents at most. */
export function checkMoney(raw: RawAnswer, question: Question): Checked {
  return check(raw, question, question.step ?? 0.01);
}

function check(raw: RawAnswer, question: Question, step: number): Checked {
  const value = typeof raw === 'number' ? raw : readAmount(rawText(raw) ?? '');
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = question;
  const fits = value !== undefined && value >= min && value <= max && isMultiple(value, step);
  // `+ 0` turns -0 into 0: the two would not be written alike.
  return fits ? { value: value + 0 } : { expected: expectedForm(question) };
}

/** 0.3 is not 3 × 0.1 in binary: compare what remains with what rounding can lose. */
const isMultiple = (value: number, step: number): boolean =>
  step === 0 || Math.abs(value / step - Math.round(value / step)) < 1e-6;
