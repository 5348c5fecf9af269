import type { Dependency, IsoDate, LeadDays, Phase, Role, Task } from '../model.ts';
import { problem } from '../problem.ts';
import { condition } from '../shared/condition.ts';
import {
  fallback, list, number, object, oneOf, optional, prose, refine, required, text, yesNo, type Decoder,
} from '../shared/decode.ts';
import { PLAN_NAMES } from '../shared/plans.ts';
import type { Located } from '../shared/yaml.ts';
import { asRead, id, keyPosition, valuePosition, RENAMED, sourced } from './fields.ts';

const DAYS_PER_WEEK = 7;

export const phase: Decoder<Phase> = object('une phase', { id: required(id), title: required(prose) }, asRead, RENAMED);

export const role: Decoder<Role> = object('un rôle', {
  id: required(id), title: required(prose), mission: required(prose),
}, asRead, RENAMED);

/** A number of weeks, or days written `3j`. Gives days. */
const duration: Decoder<number> = (node, report) => {
  const days = node.kind === 'scalar' ? /^(\d+) ?j$/.exec(node.source)?.[1] : undefined;
  if (days !== undefined) return Number(days);
  const weeks = number(node, report);
  return weeks === undefined ? undefined : Math.round(weeks * DAYS_PER_WEEK);
};

/** One duration for the three plans, or three: complet, standard, express. */
const lead: Decoder<LeadDays> = refine(list(duration), (days, node, report) => {
  const [complet, standard = complet, express = standard] = days;
  if (complet === undefined || standard === undefined || express === undefined || days.length === 2 || days.length > 3) {
    report(problem('wrong-value', { value: `${days.length} durées`, expected: 'une durée, ou trois' }, node.at));
    return undefined;
  }
  return { complet, standard, express };
});

const dependency: Decoder<Dependency> = (node: Located, report) => {
  if (node.kind !== 'map') {
    const task = text(node, report);
    return task === undefined ? undefined : { task, gapDays: 0 };
  }
  return object('une dépendance', { task: required(text), gap: fallback(duration, 0) }, ({ task, gap }) => ({ task, gapDays: gap }))(node, report);
};

/** « After » is later than the last day. Zero days after it is that day itself: only for what never leaves it (`calendar: event`). */
const afterLead: Decoder<LeadDays> = refine(lead, (days, node, report) => {
  const counts = PLAN_NAMES.map((plan) => days[plan]);
  if (counts.every((count) => count > 0)) return negated(days);
  if (counts.every((count) => count === 0)) return { ...days, onLastDay: true };
  report(problem('wrong-value', { value: '0', expected: 'au moins 1j' }, node.at));
  return undefined;
});

const negated = ({ complet, standard, express }: LeadDays): LeadDays =>
  ({ complet: -complet, standard: -standard, express: -express });

export const task = (checked: IsoDate | undefined): Decoder<Task> => refine(sourced('une tâche', checked, {
  id: required(id),
  title: required(prose),
  phase: required(text),
  role: required(text),
  support: fallback(list(text), []),
  before: optional(lead),
  after: optional(afterLead),
  needs: fallback(list(dependency), []),
  size: fallback(number, 0),
  when: optional(condition),
  milestone: fallback(yesNo, false),
  essential: fallback(yesNo, false),
  drop_under: optional(number),
  instead: optional(prose),
  calendar: fallback(oneOf(['office', 'partners', 'event']), 'office'),
  anchor_months: optional(number),
  by_funders: optional(yesNo),
  why: required(prose),
  done: required(prose),
  document: optional(text),
}, ({ size, drop_under, anchor_months, by_funders, ...rest }) =>
  ({ ...rest, minSize: size, dropUnderWeeks: drop_under, anchorMonths: anchor_months, byFunders: by_funders })), ({ before, after, ...rest }, node, report) => {
  if (before && after) {
    const args = { value: 'before et after', expected: 'une seule de ces deux clés' };
    report(problem('wrong-value', args, keyPosition(node, 'after')));
    return undefined;
  }
  if (rest.byFunders && (after || rest.calendar === 'event')) {
    const args = { value: 'by_funders', expected: 'une tâche d’avant l’événement, dont le calendrier n’est pas celui de l’événement' };
    report(problem('wrong-value', args, valuePosition(node, 'by_funders')));
    return undefined;
  }
  const days = before ?? after;
  if (days?.onLastDay && rest.calendar !== 'event') {
    report(problem('wrong-value', { value: '0', expected: 'au moins 1j, sauf avec le calendrier de l’événement' }, valuePosition(node, 'after')));
    return undefined;
  }
  if (days) return { ...rest, lead: days };
  report(problem('missing-key', { key: 'before ou after', owner: `la tâche ${rest.id}` }, node.at));
  return undefined;
});
