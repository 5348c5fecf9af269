import type { InKindTotal, IsoDate, PurchaseLimit, Scenarios, SharedBudget } from '../model.ts';
import { problem } from '../problem.ts';
import { condition } from '../shared/condition.ts';
import { list, number, optional, prose, refine, required, type Decoder } from '../shared/decode.ts';
import { toCents } from '../shared/money.ts';
import { asRead, sourced } from './fields.ts';

/** What `budget.yaml` says of the whole workbook rather than of one line: a sheet each, and one sentence. */

/** A number above `over` and not above `upTo`. */
const between = (over: number, upTo: number): Decoder<number> => refine(number, (value, node, report) => {
  if (value > over && value <= upTo) return value;
  report(problem('wrong-value', { value: String(value), expected: `un nombre au-dessus de ${over}, ${upTo} au plus` }, node.at));
  return undefined;
});

const purchases = (checked: IsoDate | undefined): Decoder<PurchaseLimit> => sourced('le seuil des achats', checked, {
  limit: required(between(0, 100_000_000)),
  warn_percent: required(between(0, 100)),
  says: required(list(prose)),
}, ({ limit, warn_percent, says }) => ({ limit: toCents(limit), warnPercent: warn_percent, says }), []);

const scenarios = (checked: IsoDate | undefined): Decoder<Scenarios> => sourced('les scénarios', checked, {
  fewer: required(between(0, 99)),
  more: required(between(100, 1000)),
  why: required(prose),
}, asRead, []);

const shared = (checked: IsoDate | undefined): Decoder<SharedBudget> => sourced('le budget partagé', checked, {
  when: required(condition),
  says: required(list(prose)),
}, asRead, []);

const inKindTotal = (checked: IsoDate | undefined): Decoder<InKindTotal> => sourced('le total des apports', checked, {
  says: required(prose),
}, asRead, []);

/** The keys of these, for the decoder of the whole file. */
export const budgetSheets = (checked: IsoDate | undefined) => ({
  purchases: optional(purchases(checked)), scenarios: optional(scenarios(checked)), shared: optional(shared(checked)),
  in_kind_total: optional(inKindTotal(checked)),
});
