import type { Favour, FavourTest, IsoDate } from '../model.ts';
import { problem } from '../problem.ts';
import { condition } from '../shared/condition.ts';
import { isIsoDate } from '../shared/dates.ts';
import { list, object, optional, prose, refine, required, text, type Decoder } from '../shared/decode.ts';
import { id, keyPosition, sourced } from './fields.ts';

/** A day of every year; 29 February is none. */
const dayOfYear: Decoder<string> = refine(text, (value, node, report) => {
  if (isIsoDate(`2027-${value}`)) return value;
  report(problem('wrong-value', { value, expected: 'un jour de l’année MM-JJ, comme 09-25' }, node.at));
  return undefined;
});

const seasonTest: Decoder<FavourTest> = object('une saison', { from: required(dayOfYear), to: required(dayOfYear) },
  (values): FavourTest => ({ kind: 'season', ...values }));

const silentTest: Decoder<FavourTest> = refine(list(id), (rules): FavourTest => ({ kind: 'silent', rules }));

/** What speaks for a day: one of the test keys, and only one. */
export const favour = (checked: IsoDate | undefined): Decoder<Favour> => refine(sourced('une raison', checked, {
  id: required(id),
  when: optional(condition),
  season: optional(seasonTest),
  silent: optional(silentTest),
  message: required(prose),
}, (values) => values), ({ season, silent, ...rest }, node, report): Favour | undefined => {
  const test = season ?? silent;
  if (test && !(season && silent)) return { ...rest, test };
  report(test
    ? problem('wrong-value', { value: 'season, silent', expected: 'une seule de ces clés' }, keyPosition(node, 'silent'))
    : problem('missing-key', { key: 'season ou silent', owner: `la raison ${rest.id}` }, node.at));
  return undefined;
});
