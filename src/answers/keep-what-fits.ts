import type { AnswerRecord, AnswerValue, Question } from '../model.ts';
import type { AnswerContext } from './answer-context.ts';
import { checkAnswer } from './check-answer.ts';
import { quoteRaw, type RawAnswer } from './raw-answer.ts';

export interface Kept {
  /** What can stay; undefined when nothing can. */
  readonly value: AnswerValue | undefined;
  /** The items that had to go or to change, as they are shown. */
  readonly refused: readonly string[];
}

/** An answer given to another kit, when this question takes it; of a list or of roles, the items that it takes. */
export function keepWhatFits(question: Question, value: AnswerValue, context: AnswerContext): Kept {
  const check = (said: AnswerValue, asked: Question): AnswerValue | undefined => {
    const checked = checkAnswer(asked, said as RawAnswer, context);
    return checked.ok ? checked.value : undefined;
  };
  const whole = check(value, question);
  if (whole !== undefined || typeof value !== 'object') return { value: whole, refused: [] };
  const items = itemsOf(value);
  // One item alone may be fewer than the question wants.
  const fitting = items.map((item) => check(withKnownColumns(item, question), { ...question, min: 0 }));
  const good = fitting.filter((item) => item !== undefined);
  return {
    value: good.length === 0 ? undefined : check(joined(good), question),
    refused: items.filter((item, index) => !isSame(item, fitting[index])).map((item) => quoteRaw((Array.isArray(item) ? item[0] : item) as RawAnswer)),
  };
}

/** Equal as they would be written. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A list as lists of one, roles as maps of one. */
function itemsOf(value: Extract<AnswerValue, object>): readonly AnswerValue[] {
  if (!Array.isArray(value)) return Object.entries(value).map(([key, name]) => ({ [key]: name }));
  return (value as readonly (string | AnswerRecord)[]).map((item) => [item] as AnswerValue);
}

const joined = (items: readonly AnswerValue[]): AnswerValue =>
  (items.every(Array.isArray) ? items.flat() : Object.assign({}, ...items)) as AnswerValue;

/** A line of a list without the columns that the question has no more. */
function withKnownColumns(item: AnswerValue, { fields }: Question): AnswerValue {
  if (!Array.isArray(item) || !fields) return item;
  return item.map((line: string | AnswerRecord) => (typeof line === 'string' ? line
    : Object.fromEntries(Object.entries(line).filter(([key]) => fields.some(({ id }) => id === key))))) as AnswerValue;
}
