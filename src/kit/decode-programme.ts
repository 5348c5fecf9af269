import type { BeforeDay, IsoDate, ModelDay, Programme, ProgrammeLimits, Slot, WorkshopFormat } from '../model.ts';
import { problem } from '../problem.ts';
import { minutesOf } from '../shared/clock.ts';
import { condition } from '../shared/condition.ts';
import {
  compact, fallback, list, number, object, oneOf, optional, prose, refine, required, text, type Decoder,
} from '../shared/decode.ts';
import { DAY_PARTS, SLOT_KINDS } from '../shared/programme.ts';
import { cases, surely } from './decode-cases.ts';
import { asRead, id, isoDate, RENAMED, sourced } from './fields.ts';

/** A whole number from 1 on: minutes, people, percents. */
const count: Decoder<number> = refine(number, (value, node, report) => {
  if (Number.isInteger(value) && value > 0) return value;
  report(problem('wrong-value', { value: String(value), expected: 'un nombre entier, à partir de 1' }, node.at));
  return undefined;
});

const percent: Decoder<number> = refine(count, (value, node, report) => {
  if (value <= 100) return value;
  report(problem('wrong-value', { value: String(value), expected: 'un pourcentage, de 1 à 100' }, node.at));
  return undefined;
});

const slot: Decoder<Slot> = object('un temps', {
  id: required(id),
  kind: required(oneOf(SLOT_KINDS)),
  title: required(surely('title')),
  format: fallback(cases, []),
  room: optional(prose),
  when: optional(condition),
}, compact, RENAMED);

const hour: Decoder<number> = refine(text, (value, node, report) => {
  const minutes = minutesOf(value);
  if (minutes === undefined) report(problem('wrong-value', { value, expected: 'une heure, comme 9 h ou 13 h 30' }, node.at));
  return minutes;
});

/** `{ ouverture: 45, pause: 20 }`: times by their ids, in order, each with its minutes. */
const sequence: Decoder<ModelDay['slots']> = (node, report) => {
  if (node.kind !== 'map') {
    report(problem('wrong-type', { expected: 'des temps et leurs minutes, comme { ouverture: 45, pause: 20 }', found: 'autre chose' }, node.at));
    return undefined;
  }
  const slots = node.entries.map(({ key, value }) => ({ slot: key, minutes: count(value, report) }));
  return slots.some(({ minutes }) => minutes === undefined) ? undefined : slots as ModelDay['slots'];
};

const day = (checked: IsoDate | undefined): Decoder<ModelDay> => sourced('une journée type', checked, {
  id: required(id),
  part: required(oneOf(DAY_PARTS)),
  when: optional(condition),
  start: required(hour),
  slots: required(sequence),
}, asRead, []);

const limits = (checked: IsoDate | undefined): Decoder<ProgrammeLimits> => sourced('les limites du programme', checked, {
  together_percent: required(count),
  workshop_people: required(count),
  longest_run: required(count),
  shortest_break: required(count),
  never_twice: optional(text),
  workshop_percent: optional(percent),
}, (values) => ({
  togetherPercent: values.together_percent, workshopPeople: values.workshop_people, longestRun: values.longest_run,
  shortestBreak: values.shortest_break, neverTwice: values.never_twice, workshopPercent: values.workshop_percent,
}), []);

/** One length, or the shortest and the longest. */
const lengths: Decoder<WorkshopFormat['minutes']> = refine(list(count), (found, node, report): WorkshopFormat['minutes'] | undefined => {
  const [shortest, longest = shortest] = found;
  if (shortest !== undefined && longest !== undefined && shortest <= longest && found.length <= 2) return [shortest, longest];
  report(problem('wrong-value', { value: found.join(', '), expected: 'une durée, ou la plus courte puis la plus longue' }, node.at));
  return undefined;
});

const workshop: Decoder<WorkshopFormat> = object('un format d’atelier', {
  id: required(id), minutes: required(lengths), people: required(count), audience: optional(text),
}, compact);

const before: Decoder<BeforeDay> = refine(object('ce qui vient avant une journée', {
  open: required(count), briefing: required(count), welcome: required(count),
}, asRead), (found: BeforeDay, node, report): BeforeDay | undefined => {
  const { open, briefing, welcome } = found;
  if (open >= briefing && briefing >= welcome) return found;
  report(problem('wrong-value', { value: `${open}, ${briefing}, ${welcome}`, expected: 'des minutes qui baissent : on ouvre, puis l’équipe se retrouve, puis le public arrive' }, node.at));
  return undefined;
});

/** Our own rule of thumb, for a kit that says nothing of it. */
const USUAL_BEFORE: BeforeDay = { open: 90, briefing: 45, welcome: 30 };

/** `programme.yaml`: the days as the kit proposes them. @param checked the date at the head of the file */
export const programme = (checked: IsoDate | undefined): Decoder<Programme> => object('programme.yaml', {
  checked: optional(isoDate),
  limits: required(limits(checked)),
  before: fallback(before, USUAL_BEFORE),
  workshops: required(list(workshop)),
  slots: required(list(slot)),
  days: required(list(day(checked))),
  guide: fallback(list(prose), []),
}, ({ checked: _, ...rest }) => rest);
