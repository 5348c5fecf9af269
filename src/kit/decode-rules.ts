import type { IsoDate, Rule } from '../model.ts';
import { problem } from '../problem.ts';
import { oneOf, optional, prose, refine, required, text, type Decoder } from '../shared/decode.ts';
import { SEVERITIES } from '../shared/severity.ts';
import { anchorTest, duringTest, factsTest, holidayTest, neighbourTest, thresholdTest, windowTest } from './decode-rule-tests.ts';
import { id, isoDate, keyPosition, sourced } from './fields.ts';

/** A rule has one of the test keys, and only one. */
export const rule = (checked: IsoDate | undefined): Decoder<Rule> => refine(sourced('une règle', checked, {
  id: required(id),
  severity: required(oneOf(SEVERITIES)),
  anchor: optional(anchorTest),
  facts: optional(factsTest),
  holiday: optional(holidayTest),
  neighbour: optional(neighbourTest),
  window: optional(windowTest),
  during: optional(duringTest),
  threshold: optional(thresholdTest),
  message: required(prose),
  todo: required(prose),
  by: optional(text),
  valid_until: optional(isoDate),
}, ({ valid_until, ...rest }) => ({ ...rest, validUntil: valid_until })), (values, node, report): Rule | undefined => {
  const { anchor, facts, holiday, neighbour, window, during, threshold, ...rest } = values;
  const tests = Object.entries({ anchor, facts, holiday, neighbour, window, during, threshold })
    .flatMap(([key, test]) => (test ? [{ key, test }] : []));
  const [first, second] = tests;
  if (first && !second) return { ...rest, test: first.test };
  const keys = tests.map(({ key }) => key).join(', ');
  report(second
    ? problem('wrong-value', { value: keys, expected: 'une seule de ces clés' }, keyPosition(node, second.key))
    : problem('missing-key', { key: 'anchor, facts, holiday, neighbour, window, during ou threshold', owner: `la règle ${rest.id}` }, node.at));
  return undefined;
});
