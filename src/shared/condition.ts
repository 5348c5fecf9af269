import type { AnswerValue, Condition, Facts, Scalar, When } from '../model.ts';
import type { Decoder } from './decode.ts';
import { list, number, refine, text, yesNo } from './decode.ts';
import { problem } from '../problem.ts';
import { fold, nearest } from './words.ts';
import type { Located, LocatedMap } from './yaml.ts';

/**
 * The one conditional form of a kit. Every key is a fact and all must hold:
 *
 *     when: { publics: mediateurs, jauge: { min: 80 } }      equals, or the list contains; bounds included
 *     when: { forme: [greffe, multi-sites] }                 one of
 *     when: { charte: { given: non } }                       answered or not
 *     when: { lieu: { says: [mairie, école] } }              a text holds one of these words
 *     when: { any: [ {…}, {…} ] }   when: { none: [ {…} ] }   at least one; not one of them
 */
export const condition: Decoder<Condition> = (node, report) => {
  if (node.kind !== 'map') {
    report(problem('wrong-type', { expected: 'une condition', found: 'autre chose' }, node.at));
    return undefined;
  }
  const parts = node.entries.map(({ key, value }) =>
    key === 'any' || key === 'none' ? group(key, value, report) : test(key, value, report));
  if (parts.some((part) => part === undefined)) return undefined;
  const conditions = parts as Condition[];
  return conditions.length === 1 && conditions[0] ? conditions[0] : { op: 'all', of: conditions };
};

function group(op: 'any' | 'none', node: Located, report: Parameters<Decoder<Condition>>[1]): Condition | undefined {
  const items = node.kind === 'list' ? node.items : [node];
  const of = items.map((item) => condition(item, report));
  return of.some((part) => part === undefined) ? undefined : { op, of: of as Condition[] };
}

function test(fact: string, node: Located, report: Parameters<Decoder<Condition>>[1]): Condition | undefined {
  if (node.kind === 'map') return bounds(fact, node, report);
  const items = node.kind === 'list' ? node.items : [node];
  const values = items.map((item) => (item.kind === 'scalar' ? scalarOf(item.value) : null));
  if (values.some((value) => value === null)) {
    report(problem('wrong-type', { expected: 'une valeur', found: 'autre chose' }, node.at));
    return undefined;
  }
  return { op: 'is', fact, values: values as Scalar[] };
}

function bounds(fact: string, node: LocatedMap, report: Parameters<Decoder<Condition>>[1]): Condition | undefined {
  const given = node.entries.find((entry) => entry.key === 'given');
  if (given && node.entries.length === 1) {
    const value = yesNo(given.value, report);
    return value === undefined ? undefined : { op: 'given', fact, given: value };
  }
  const says = node.entries.find((entry) => entry.key === 'says');
  if (says && node.entries.length === 1) {
    const words = list(spoken)(says.value, report);
    return words && { op: 'says', fact, words };
  }
  const limits: { min?: number; max?: number } = {};
  for (const { key, keyAt, value } of node.entries) {
    if (key !== 'min' && key !== 'max') {
      const near = nearest(key, ['min', 'max', 'given', 'says']);
      report(problem('unknown-key', { key, ...(near && near !== key && { nearest: near }) }, keyAt));
      return undefined;
    }
    const limit = number(value, report);
    if (limit === undefined) return undefined;
    limits[key] = limit;
  }
  return { op: 'between', fact, ...limits };
}

/** A word without a letter or a digit would be found everywhere. */
const spoken: Decoder<string> = refine(text, (value, node, report) => {
  if (fold(value) !== '') return value;
  report(problem('wrong-value', { value, expected: 'un mot' }, node.at));
  return undefined;
});

const scalarOf = (value: string | number | boolean | null): Scalar | null =>
  value === 'oui' ? true : value === 'non' ? false : value;

/** True when the condition holds for these facts. A fact that is absent equals nothing and lies between no bounds. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  if (!condition) return true;
  switch (condition.op) {
    case 'all': return condition.of.every((part) => holds(part, facts));
    case 'any': return condition.of.some((part) => holds(part, facts));
    case 'none': return !condition.of.some((part) => holds(part, facts));
    case 'given': return isGiven(facts[condition.fact]) === condition.given;
    case 'says': return textsIn(facts[condition.fact]).some((told) => condition.words.some((words) => patternOf(words).test(fold(told))));
    case 'is': return condition.values.some((value) => matches(facts[condition.fact], value));
    case 'between': {
      const value = facts[condition.fact];
      return typeof value === 'number' && value >= (condition.min ?? -Infinity) && value <= (condition.max ?? Infinity);
    }
  }
}

/** True when the fact equals the value, or is a list that contains it. */
export function matches(fact: AnswerValue | undefined, value: Scalar): boolean {
  return Array.isArray(fact) ? fact.some((item) => item === value) : fact === value;
}

/** Every text in an answer: itself, those of a list, those of its lines. */
function textsIn(value: AnswerValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** Whole words, singular or plural: « salle polyvalente » finds « Salles polyvalentes ». */
const patternOf = (words: string): RegExp => new RegExp(`\\b${fold(words).split(' ').map((word) => `${word}[sx]?`).join(' ')}\\b`);

/** Answered with something: not absent, not an empty text, list or map. */
export function isGiven(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** The value of the first entry whose condition holds. */
export function choose<T>(options: readonly When<T>[], facts: Facts): T | undefined {
  return options.find((option) => holds(option.when, facts))?.value;
}

/** Every fact that a condition looks at, with the values it compares to. */
export function factsOf(condition: Condition): readonly { readonly fact: string; readonly values: readonly Scalar[] }[] {
  switch (condition.op) {
    case 'all': case 'any': case 'none': return condition.of.flatMap(factsOf);
    case 'is': return [{ fact: condition.fact, values: condition.values }];
    default: return [{ fact: condition.fact, values: [] }];
  }
}
