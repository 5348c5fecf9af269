import type { AccountCase, AskBefore, BudgetLine, Cents, Contingency, IncomeType, InKindLine, IsoDate, Level, Quantity } from '../model.ts';
import { problem } from '../problem.ts';
import { condition } from '../shared/condition.ts';
import { compact, fallback, list, number, object, oneOf, optional, prose, refine, required, text, type Decoder } from '../shared/decode.ts';
import { toCents } from '../shared/money.ts';
import { TO_QUOTE } from '../shared/workbook-words.ts';
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

/** Three prices, or the word that says that none is known. */
const price: Decoder<{ readonly known?: Readonly<Record<Level, Cents>> }> = (node, report) => {
  if (node.kind === 'scalar' && node.value === TO_QUOTE) return {};
  const known = byLevel(toCents)(node, report);
  return known && { known };
};

const euros: Decoder<Cents> = refine(number, (value) => toCents(value));

export const budgetLine = (checked: IsoDate | undefined): Decoder<BudgetLine> => sourced('une ligne de budget', checked, {
  id: required(id),
  label: required(prose),
  when: optional(condition),
  unit: required(prose),
  quantity: required(quantity),
  price: required(price),
  account: required(account),
  family: required(prose),
  free: optional(prose),
}, ({ price: { known }, ...rest }) => ({ ...rest, price: known }));

export const contingency = (checked: IsoDate | undefined): Decoder<Contingency> => sourced('les imprévus', checked, {
  id: required(id),
  label: required(prose),
  percent: required(byLevel((value) => value)),
  account: required(account),
  family: required(prose),
}, asRead, []);

const askBefore: Decoder<AskBefore> = refine(list(number), ([least, most, ...more], node, report) => {
  if (least !== undefined && most !== undefined && more.length === 0 && least > 0 && least <= most) return { least, most };
  report(problem('wrong-value', { value: 'ask_before', expected: 'deux nombres de mois, le plus petit d’abord' }, node.at));
  return undefined;
});

const accountCase: Decoder<AccountCase> = object('un compte', {
  when: required(condition), developpee: required(text), abregee: required(text), label: required(prose), note: optional(prose),
}, compact);

export const incomeType = (checked: IsoDate | undefined): Decoder<IncomeType> => sourced('une recette', checked, {
  id: required(id),
  label: required(prose),
  account: required(account),
  account_when: optional(list(accountCase)),
  ask_before: optional(askBefore),
  share: required(oneOf(['public-local', 'prive', 'national'])),
  advice: required(prose),
}, ({ account_when, ask_before, ...rest }) => ({ ...rest, accountCases: account_when, askBefore: ask_before }));

export const inKindLine = (checked: IsoDate | undefined): Decoder<InKindLine> => sourced('un apport en nature', checked, {
  id: required(id),
  label: required(prose),
  when: optional(condition),
  unit: required(prose),
  quantity: required(quantity),
  rate: optional(euros),
  method: required(prose),
}, asRead);
