import type { IsoDate, Rule, RuleTest } from '../model.ts';
import { problem } from '../problem.ts';
import { condition } from '../shared/condition.ts';
import {
  compact, fallback, list, number, object, oneOf, optional, refine, required, text, yesNo, type Decoder,
} from '../shared/decode.ts';
import { SEVERITIES } from '../shared/severity.ts';
import { id, isoDate, keyPosition, sourced } from './fields.ts';

const anchorTest: Decoder<RuleTest> = refine(text, (task): RuleTest => ({ kind: 'anchor', task }));

const factsTest: Decoder<RuleTest> = refine(condition, (when): RuleTest => ({ kind: 'facts', when }));

const holidayTest: Decoder<RuleTest> = object('une règle de jour férié', {
  near: fallback(yesNo, false),
  certainty: fallback(list(oneOf(['legal', 'usage', 'a-verifier'])), ['legal']),
}, (values): RuleTest => ({ kind: 'holiday', ...values }));

const windowTest: Decoder<RuleTest> = object('une règle de période', {
  windows: required(list(object('une période', { from: required(isoDate), to: required(isoDate), name: required(text) }, (values) => values))),
  when: optional(condition),
}, (values): RuleTest => ({ kind: 'window', ...compact(values) }));

const thresholdTest: Decoder<RuleTest> = object('un seuil', {
  figure: required(oneOf(['gap', 'unspent', 'expenses', 'dropped-tasks', 'weeks-missing'])),
  over: fallback(number, 0),
}, (values): RuleTest => ({ kind: 'threshold', ...values }));

/** A rule has one of the test keys, and only one. */
export const rule = (checked: IsoDate | undefined): Decoder<Rule> => refine(sourced('une règle', checked, {
  id: required(id),
  severity: required(oneOf(SEVERITIES)),
  anchor: optional(anchorTest),
  facts: optional(factsTest),
  holiday: optional(holidayTest),
  window: optional(windowTest),
  threshold: optional(thresholdTest),
  message: required(text),
  todo: required(text),
  valid_until: optional(isoDate),
}, ({ valid_until, ...rest }) => ({ ...rest, validUntil: valid_until })), (values, node, report): Rule | undefined => {
  const { anchor, facts, holiday, window, threshold, ...rest } = values;
  const tests = Object.entries({ anchor, facts, holiday, window, threshold })
    .flatMap(([key, test]) => (test ? [{ key, test }] : []));
  const [first, second] = tests;
  if (first && !second) return { ...rest, test: first.test };
  const keys = tests.map(({ key }) => key).join(', ');
  report(second
    ? problem('wrong-value', { value: keys, expected: 'une seule de ces clés' }, keyPosition(node, second.key))
    : problem('missing-key', { key: 'anchor, facts, holiday, window ou threshold', owner: `la règle ${rest.id}` }, node.at));
  return undefined;
});
