import type { Plan, Slot } from '../model.ts';
import { hourInWords } from '../shared/clock.ts';
import { choose } from '../shared/condition.ts';
import { layDays } from '../shared/laid-days.ts';
import { answersTo, linesOf, questionsOf, sourcesOf, whenInWords, type Explanation } from './explanation.ts';

/** `j2-ateliers-1--3`: the row of a time in the timetable, for the third room of the second day. */
export const slotOfRow = (id: string): string => id.replace(/^j\d+-/, '').replace(/--\d+$/, '');

/** A time of the programme: when it is, which model day has it, and on whose word. */
export function explainSlot(slot: Slot, plan: Plan): Explanation {
  const { kit, facts } = plan;
  const { programme } = kit;
  if (!programme) throw new Error(`No programme for ${slot.id} in the kit`);
  const days = layDays(plan, programme);
  const hours = days.flatMap(({ rank, times }) => times.filter((time) => time.slot.id === slot.id)
    .map(({ start, minutes }) => `jour ${rank}, à ${hourInWords(start)}, ${minutes} minutes`));
  const models = programme.days.filter((day) => days.some(({ model }) => model === day.id) && day.slots.some((time) => time.slot === slot.id));
  const format = kit.formats.find(({ id }) => id === choose(slot.format, facts));
  const { togetherPercent, workshopPeople, longestRun, shortestBreak } = programme.limits;
  return {
    kind: 'slot', id: slot.id, title: choose(slot.title, facts) ?? slot.id,
    lines: linesOf({
      'Quand': slot.kind === 'alongside' ? 'pendant les ateliers, sans heure à lui' : hours.join(' ; ') || 'pas dans vos journées',
      'Il est là': slot.when && whenInWords(slot.when, plan),
      'Format': format?.name,
      'Journée type': models.map((day) => `${day.id}, ${whenInWords(day.when, plan)}`).join(' ; '),
      'La règle': `${togetherPercent} % du temps tous ensemble, au plus ; une pause de ${shortestBreak} minutes toutes les ${longestRun} minutes ; ${workshopPeople} personnes par atelier`,
    }),
    answers: answersTo(['jours', 'date', ...models.flatMap((day) => questionsOf(day.when)), ...questionsOf(slot.when),
      ...[...slot.title, ...slot.format].flatMap(({ when }) => questionsOf(when)),
      ...(slot.kind === 'workshops' ? ['jauge', 'publics', 'themes', 'sites'] : [])], plan),
    sources: models[0] ? sourcesOf(models[0], kit) : format ? sourcesOf(format, kit) : [],
  };
}
