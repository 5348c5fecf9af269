import type { BudgetLine, Cents, Contingency, IncomeType, InKindLine, IsoDate, Level, Quantity } from '../model.ts';
import { problem } from '../problem.ts';
import { condition } from '../shared/condition.ts';
import { compact, fallback, list, number, object, oneOf, optional, refine, required, text, type Decoder } from '../shared/decode.ts';
import { toCents } from '../shared/money.ts';
import { account, asRead, id, sourced } from './fields.ts';

export const quantity: Decoder<Quantity> = object('une quantité', {
  of: optional(text), times: fallback(number, 1), min: fallback(number, 0),
}, compact);

/** Three figures: sobre, courant, confort. */
const byLevel = <T>(convert: (value: number) => T): Decoder<Readonly<Record<Level, T>>> =>
  refine(list(number), (values, node, report) => {
    const [sobre, courant, confort] = values;
    if (sobre === undefined || courant === undefined || confort === undefined || values.length > 3) {
      report(problem('wrong-value', { value: `${values.length} valeurs`, expected: 'trois valeurs : sobre, courant, confort' }, node.at));
      return undefined;
    }
    return { sobre: convert(sobre), courant: convert(courant), confort: convert(confort) };
  });

const euros: Decoder<Cents> = refine(number, (value) => toCents(value));

export const budgetLine = (checked: IsoDate | undefined): Decoder<BudgetLine> => sourced('une ligne de budget', checked, {
  id: required(id),
  label: required(text),
  when: optional(condition),
  unit: required(text),
  quantity: required(quantity),
  price: required(byLevel(toCents)),
  account: required(account),
  family: required(text),
  free: optional(text),
}, asRead);

export const contingency = (checked: IsoDate | undefined): Decoder<Contingency> => sourced('les imprévus', checked, {
  id: required(id),
  label: required(text),
  percent: required(byLevel((value) => value)),
  account: required(account),
  family: required(text),
}, asRead, []);

export const incomeType = (checked: IsoDate | undefined): Decoder<IncomeType> => sourced('une recette', checked, {
  id: required(id),
  label: required(text),
  account: required(account),
  share: required(oneOf(['public-local', 'prive', 'national'])),
  advice: required(text),
}, asRead);

export const inKindLine = (checked: IsoDate | undefined): Decoder<InKindLine> => sourced('un apport en nature', checked, {
  id: required(id),
  label: required(text),
  when: optional(condition),
  unit: required(text),
  quantity: required(quantity),
  rate: optional(euros),
  method: required(text),
}, asRead);
