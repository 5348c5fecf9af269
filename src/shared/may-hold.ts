import type { Condition, Facts } from '../model.ts';
import { holds } from './condition.ts';
import { seenFactIds } from './seen-facts.ts';

/** False when nothing that people do in the folder can make the condition hold while the answers stay as they are. */
export const mayHold = (condition: Condition | undefined, facts: Facts): boolean => condition === undefined || truthOf(condition, facts) !== false;

/** Undefined: it depends on what people do. */
function truthOf(condition: Condition, facts: Facts): boolean | undefined {
  if (!('of' in condition)) return seenFactIds.includes(condition.fact) ? undefined : holds(condition, facts);
  const parts = condition.of.map((part) => truthOf(part, facts));
  if (condition.op === 'all') return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  const any = parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
  return condition.op === 'any' || any === undefined ? any : !any;
}
