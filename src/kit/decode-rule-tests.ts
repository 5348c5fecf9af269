import type { Figure, RuleTest } from '../model.ts';
import { problem } from '../problem.ts';
import { condition } from '../shared/condition.ts';
import { compact, fallback, list, number, object, oneOf, optional, prose, refine, required, text, yesNo, type Decoder } from '../shared/decode.ts';
import { asRead, isoDate, keyPosition } from './fields.ts';

/** One decoder for each kind of rule: the closed list. */

export const anchorTest: Decoder<RuleTest> = refine(text, (task): RuleTest => ({ kind: 'anchor', task }));

export const factsTest: Decoder<RuleTest> = refine(condition, (when): RuleTest => ({ kind: 'facts', when }));

export const holidayTest: Decoder<RuleTest> = object('une règle de jour férié', {
  near: fallback(yesNo, false),
  certainty: fallback(list(oneOf(['legal', 'usage', 'a-verifier'])), ['legal']),
}, (values): RuleTest => ({ kind: 'holiday', ...values }));

const period = refine(object('une période', { from: required(isoDate), to: required(isoDate), name: required(prose) }, asRead), (read, node, report) => {
  if (read.from <= read.to) return read;
  report(problem('wrong-value', { value: read.to, expected: 'un jour qui ne vient pas avant «\u00a0from\u00a0»' }, keyPosition(node, 'to')));
  return undefined;
});

export const windowTest: Decoder<RuleTest> = object('une règle de période', {
  windows: required(list(period)),
  when: optional(condition),
}, (values): RuleTest => ({ kind: 'window', ...compact(values) }));

export const duringTest: Decoder<RuleTest> = object('une règle qui suit les périodes d’autres règles', {
  rules: required(list(text)),
  task: optional(text),
  when: optional(condition),
}, (values): RuleTest => ({ kind: 'during', ...compact(values) }));

export const neighbourTest: Decoder<RuleTest> = object('une règle d’événement voisin', { near: fallback(yesNo, false) },
  (values): RuleTest => ({ kind: 'neighbour', ...values }));

const FIGURES = [
  'gap', 'unspent', 'excess-funding', 'expenses', 'purchases-of-year', 'public-funding', 'dropped-tasks', 'weeks-missing', 'late-funders',
] as const satisfies readonly Figure[];

export const thresholdTest: Decoder<RuleTest> = refine(object('un seuil', {
  figure: required(oneOf(FIGURES)),
  over: fallback(number, 0),
  up_to: optional(number),
  when: optional(condition),
}, asRead), ({ up_to, ...rest }, node, report): RuleTest | undefined => {
  if (up_to === undefined || up_to > rest.over) return { kind: 'threshold', ...compact({ ...rest, upTo: up_to }) };
  report(problem('wrong-value', { value: String(up_to), expected: 'plus que «\u00a0over\u00a0»' }, keyPosition(node, 'up_to')));
  return undefined;
});
