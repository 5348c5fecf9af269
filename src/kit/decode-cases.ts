import type { When } from '../model.ts';
import { problem } from '../problem.ts';
import { condition } from '../shared/condition.ts';
import { compact, list, object, optional, prose, refine, required, type Decoder } from '../shared/decode.ts';

/** One text, or a list of cases `{ when, value }`; perhaps none of them holds. */
export const cases: Decoder<readonly When<string>[]> = (node, report) => {
  if (node.kind === 'list') return list(object('un cas', { when: optional(condition), value: required(prose) }, compact))(node, report);
  const value = prose(node, report);
  return value === undefined ? undefined : [{ value }];
};

/** Cases of which the last always holds. @param key what the text is called in the kit */
export const surely = (key: string): Decoder<readonly When<string>[]> => refine(cases, (found, node, report) => {
  if (found.length > 0 && found.at(-1)?.when === undefined) return found;
  report(problem('wrong-value', { value: key, expected: 'un dernier cas sans « when »' }, node.at));
  return undefined;
});
