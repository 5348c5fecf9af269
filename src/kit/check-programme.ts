import type { ModelDay, Programme } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { DAY_PARTS, isRest, minutesIn, timesOf, type TimedSlot } from '../shared/programme.ts';
import type { KitCheck } from './check-kit.ts';
import { unknownIds } from './unknown-ids.ts';
import { positionOf } from './where.ts';

const FILE = 'programme.yaml';
const MIDNIGHT = 24 * 60;

/** Where a word of a day stands. */
type Place = (word?: string) => Position;

/** The days name what exists, every event has its days, and each day keeps to the rules of the programme. */
export const checkProgramme: KitCheck = ({ programme, formats, audiences, sources, documents }, files) => {
  if (!programme) {
    return documents.filter(({ builder }) => builder === 'timetable')
      .map(({ id }) => problem('kit-file-missing', { path: FILE }, positionOf(files, 'documents.yaml', ['documents', id, 'builder'])));
  }
  const { limits, workshops, slots, days } = programme;
  const at = (...steps: readonly string[]): Place => (word) => positionOf(files, FILE, steps, word);
  const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
  const codes = ['jugement', ...ids(sources)];
  const { neverTwice } = limits;
  return [
    ...unknownIds('source', limits.sources, codes, at('limits', 'source')),
    ...unknownIds('public', neverTwice === undefined ? [] : [neverTwice], ids(audiences), at('limits', 'never_twice')),
    ...unknownIds('format', ids(workshops), ids(formats), at('workshops')),
    ...workshops.flatMap(({ id, audience }) => unknownIds('public', audience === undefined ? [] : [audience], ids(audiences), at('workshops', id, 'audience'))),
    ...workshops.filter(({ people }) => people > limits.workshopPeople).map(({ id, people }) => problem('programme-rule',
      { day: id, rule: 'people', found: people, limit: limits.workshopPeople }, at('workshops', id, 'people')())),
    ...slots.flatMap(({ id, format }) => unknownIds('format', format.map(({ value }) => value), ids(formats), at('slots', id, 'format'))),
    ...days.flatMap((day) => [
      ...unknownIds('source', day.sources, codes, at('days', day.id, 'source')),
      ...wrongTimes(day, programme, at('days', day.id, 'slots')),
    ]),
    ...DAY_PARTS.filter((part) => !days.some((day) => day.part === part && !day.when))
      .map((part) => problem('missing-key', { key: `part: ${part}`, owner: 'days (une journée sans « when »)' }, at('days')())),
  ];
};

/** Times that a day cannot have; the rules are told of a day whose times are known. */
function wrongTimes(day: ModelDay, programme: Programme, at: Place): readonly Problem[] {
  const { slots } = programme;
  const unknown = unknownIds('temps', day.slots.map(({ slot }) => slot), slots.map(({ id }) => id), at);
  const hourless = slots.filter(({ id, kind }) => kind === 'alongside' && day.slots.some(({ slot }) => slot === id))
    .map(({ id }) => problem('wrong-value', { value: id, expected: 'un temps qui a une heure (« alongside » n’en a pas)' }, at(id)));
  return unknown.length + hourless.length > 0 ? [...unknown, ...hourless] : rulesBroken(day, programme, at);
}

/** What a day does against the rules of its programme, each where it is done. */
function rulesBroken(day: ModelDay, { limits, slots }: Programme, at: Place): readonly Problem[] {
  const times = timesOf(day, slots);
  const broken = (rule: 'together' | 'run' | 'break' | 'end' | 'midnight', found: number, limit: number, word?: string): Problem =>
    problem('programme-rule', { day: day.id, rule, found, limit }, at(word));
  const { togetherPercent, longestRun, shortestBreak } = limits;
  const percent = togetherShare(times);
  const [last, end] = [times.at(-1), day.start + day.slots.reduce((sum, { minutes }) => sum + minutes, 0)];
  const run = firstLongRun(times, longestRun);
  return [
    ...(percent > togetherPercent ? [broken('together', percent, togetherPercent)] : []),
    ...(run ? [broken('run', run.minutes, longestRun, run.slot)] : []),
    ...times.filter(({ slot, minutes }) => slot.kind === 'break' && minutes < shortestBreak)
      .map(({ slot, minutes }) => broken('break', minutes, shortestBreak, slot.id)),
    ...(last?.slot.kind === 'open' && last.minutes >= shortestBreak ? [] : [broken('end', last?.minutes ?? 0, shortestBreak, last?.slot.id)]),
    ...(end > MIDNIGHT ? [broken('midnight', end, MIDNIGHT)] : []),
  ];
}

/** Of all the time but the meals, in whole percents, rounded up: a limit is a limit. */
function togetherShare(times: readonly TimedSlot[]): number {
  const all = times.reduce((sum, { minutes }) => sum + minutes, 0) - minutesIn(times, ['meal']);
  return all === 0 ? 0 : Math.ceil((100 * minutesIn(times, ['together'])) / all);
}

/** The first time that makes people go on for too long, and for how long. */
function firstLongRun(times: readonly TimedSlot[], longest: number): { readonly slot: string; readonly minutes: number } | undefined {
  let minutes = 0;
  for (const time of times) {
    minutes = isRest(time.slot.kind) ? 0 : minutes + time.minutes;
    if (minutes > longest) return { slot: time.slot.id, minutes };
  }
  return undefined;
}
