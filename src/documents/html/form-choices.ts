import type { Choice, FormField, IsoDate, Plan } from '../../model.ts';
import { addDays, daysBetween, longDate } from '../../shared/dates.ts';
import { textsAnswer, numberAnswer } from '../../shared/read-answer.ts';
import { sites } from '../site-names.ts';

/** Nobody is left without an answer: whoever comes, whatever they bring. */
const OTHER: Choice = { value: 'autre', label: 'Autre' };

/** What can be chosen in a field: its own list, or what the answers kept of a list of the kit. */
export function formChoices({ choices, choicesFrom }: FormField, plan: Plan): readonly Choice[] {
  switch (choicesFrom) {
    case 'publics': return [...chosen(plan.kit.audiences, textsAnswer(plan.answers, 'publics')), OTHER];
    case 'themes': return [...chosen(plan.kit.themes, textsAnswer(plan.answers, 'themes')), OTHER];
    case 'formats': return chosen(plan.kit.formats, textsAnswer(plan.answers, 'formats'));
    case 'sites': return sites(plan.answers).map(({ id, name }) => ({ value: id, label: name }));
    case 'demi-journees': return halfDays(plan);
    default: return choices ?? [];
  }
}

interface Named { readonly id: string; readonly name: string }

/** The entries that were chosen, or all of them when nothing was; a word that is no entry of the kit stays as it is. */
function chosen(entries: readonly Named[], ids: readonly string[]): readonly Choice[] {
  const kept = ids.length > 0 ? ids : entries.map(({ id }) => id);
  return kept.map((id) => ({ value: id, label: entries.find((entry) => entry.id === id)?.name ?? id }));
}

/** Morning and afternoon of each day; a half day is one choice. Without a date, days have numbers. */
function halfDays({ answers, schedule }: Plan): readonly Choice[] {
  const { firstDay, lastDay, provisional } = schedule;
  const days = numberAnswer(answers, 'jours') ?? daysBetween(firstDay, lastDay) + 1;
  return Array.from({ length: Math.ceil(days) }, (_, index) => index).flatMap((index) => {
    const date: IsoDate = addDays(firstDay, index);
    const name = provisional ? `jour ${index + 1}` : longDate(date);
    const value = provisional ? `jour-${index + 1}` : date;
    if (days - index < 1) return [{ value: `${value}-demi-journee`, label: `${name}, demi-journée` }];
    return [
      { value: `${value}-matin`, label: `${name}, matin` },
      { value: `${value}-apres-midi`, label: `${name}, après-midi` },
    ];
  });
}
