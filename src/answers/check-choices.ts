import type { Question } from '../model.ts';
import { compact } from '../shared/decode.ts';
import { fold } from '../shared/words.ts';
import type { Checked, Refusal } from './answer-context.ts';
import { expectedForm, MAX_FREE_WORDS } from './expected-form.ts';
import { matchChoice, nearestChoice } from './match-choice.ts';
import { isRawList, rawText, type RawAnswer } from './raw-answer.ts';

const YES = ['oui', 'o', 'yes', 'y', 'true', 'vrai'];
const NO = ['non', 'n', 'no', 'false', 'faux'];
/** Words that say « an empty list » where a list is asked. */
const NONE = ['aucun', 'aucune', 'rien', 'neant'];

export const saysNone = (text: string): boolean => NONE.includes(fold(text)) || text === '[]';

export function checkYesNo(raw: RawAnswer, question: Question): Checked {
  const word = fold(rawText(raw) ?? '');
  if (YES.includes(word)) return { value: true };
  return NO.includes(word) ? { value: false } : { expected: expectedForm(question) };
}

export function checkChoice(raw: RawAnswer, question: Question): Checked {
  const text = rawText(raw);
  const found = text === undefined ? undefined : matchChoice(text, question.choices ?? []);
  return found ? { value: found.value } : refuse(question, text ?? '');
}

/** A list, or its text form: values, labels or numbers between commas. Each value once, in the order given. */
export function checkChoices(raw: RawAnswer, question: Question): Checked {
  const values = new Set<string>();
  for (const item of items(raw, question)) {
    const text = rawText(item);
    if (text === '') continue;
    const value = text === undefined ? undefined : oneOf(text, question);
    if (value === undefined) return { ...refuse(question, text ?? ''), ...(text !== undefined && { found: text }) };
    values.add(value);
  }
  const { min = 0, max = Infinity } = question;
  if (values.size < min || values.size > max) return { expected: `${expectedForm(question)} (${count(min, max)})` };
  return { value: [...values] };
}

function items(raw: RawAnswer, { choices = [] }: Question): readonly RawAnswer[] {
  if (isRawList(raw)) return raw;
  const text = rawText(raw);
  if (text === undefined || matchChoice(text, choices)) return [raw];
  if (saysNone(text)) return [];
  if (/^\d[\d\s]*$/.test(text)) return text.split(/\s+/);
  return text.split(/[,;]/);
}

function oneOf(text: string, { choices = [], open }: Question): string | undefined {
  const found = matchChoice(text, choices);
  if (found) return found.value;
  return open && Array.from(text).length <= MAX_FREE_WORDS ? text : undefined;
}

const refuse = (question: Question, text: string): Refusal =>
  compact({ expected: expectedForm(question), nearest: nearestChoice(text, question.choices ?? []) });

const count = (min: number, max: number): string =>
  max === Infinity ? `au moins ${min}` : `de ${min} à ${max} réponses`;
