import type { AnswerValue, Chapter, Question, QuestionType, RecordField, When } from '../model.ts';
import { condition } from '../shared/condition.ts';
import {
  compact, fallback, list, number, object, oneOf, optional, prose, required, text, yesNo, type Decoder,
} from '../shared/decode.ts';
import type { Located } from '../shared/yaml.ts';
import { answerChoices, distinct, id, RENAMED } from './fields.ts';

const types = [
  'authority', 'text', 'date', 'period', 'number', 'money', 'choice', 'choices', 'yes-no', 'records', 'roles', 'email', 'url',
] as const satisfies readonly QuestionType[];

export const chapter: Decoder<Chapter> = object('un chapitre', { id: required(id), title: required(prose) }, (values) => values);

const recordField: Decoder<RecordField> = object('une colonne', {
  id: required(id),
  label: required(prose),
  type: required(oneOf(['text', 'money', 'date', 'choice'])),
  required: fallback(yesNo, false),
  choices: optional(answerChoices),
}, compact, RENAMED);

/** A literal default, as it stands in the file: `oui`, 80, a word or a list of words. */
const literal: Decoder<AnswerValue> = (node, report) => {
  if (node.kind === 'list') return list(text)(node, report);
  if (node.kind === 'scalar' && (typeof node.value === 'number' || typeof node.value === 'boolean')) return node.value;
  const word = text(node, report);
  return word === 'oui' ? true : word === 'non' ? false : word;
};

const whenLiteral: Decoder<When<AnswerValue>> = object('un cas', {
  when: optional(condition), value: required(literal),
}, compact);

/** One literal, or a list of cases `{ when, value }`. */
const defaults: Decoder<readonly When<AnswerValue>[]> = (node, report) => {
  const isCases = (items: readonly Located[]): boolean => items.length > 0 && items.every((item) => item.kind === 'map');
  if (node.kind === 'list' && isCases(node.items)) return list(whenLiteral)(node, report);
  const value = literal(node, report);
  return value === undefined ? undefined : [{ value }];
};

export const question: Decoder<Question> = object('une question', {
  id: required(id),
  chapter: required(text),
  essential: fallback(yesNo, false),
  type: required(oneOf(types)),
  label: required(prose),
  help: required(prose),
  why: required(prose),
  colleague: optional(prose),
  required: fallback(yesNo, false),
  when: optional(condition),
  default: fallback(defaults, []),
  computed: optional(oneOf(['today', 'event-name', 'season', 'setting', 'chart-of-accounts'])),
  choices: optional(answerChoices),
  open: fallback(yesNo, false),
  min: optional(number),
  max: optional(number),
  step: optional(number),
  fields: optional(distinct('id', recordField)),
}, ({ default: cases, ...rest }) => compact({ ...rest, defaults: cases }), RENAMED);
