import type { Favour, Kit, Plan } from '../model.ts';
import { blanked } from '../shared/blanked.ts';
import { longDate } from '../shared/dates.ts';
import { answersTo, linesOf, questionsOf, sourcesOf, whenInWords, type Explanation } from './explanation.ts';

/** A reason to choose a day: when it speaks, for which of the days of this plan, and on whose word. */
export function explainFavour(favour: Favour, plan: Plan): Explanation {
  const days = plan.dates.filter((day) => day.for.some(({ id }) => id === favour.id)).map(({ date }) => longDate(date));
  return {
    kind: 'favour', id: favour.id, title: blanked(favour.message),
    lines: linesOf({
      'En ce moment': days.length === 0 ? 'elle ne parle pour aucune de vos dates' : `elle parle pour : ${days.join(', ')}`,
      'Elle parle': `quand ${testInWords(favour, plan.kit)}`,
      'Elle vaut': whenInWords(favour.when, plan),
    }),
    answers: answersTo(['date', 'periode', 'jours', ...questionsOf(favour.when)], plan),
    sources: sourcesOf(favour, plan.kit),
  };
}

function testInWords({ test }: Favour, { rules }: Kit): string {
  if (test.kind === 'season') return `l’événement tient entre le ${dayInWords(test.from)} et le ${dayInWords(test.to)}, chaque année`;
  const silent = test.rules.map((id) => `« ${blanked(rules.find((rule) => rule.id === id)?.message ?? id)} » (${id})`);
  return `aucune de ces règles n’est rencontrée, et l’une d’elles au moins a des données pour ce jour : ${silent.join(' ; ')}`;
}

/** « 25 septembre »: the year does not count. */
const dayInWords = (day: string): string => longDate(`2028-${day}`).split(' ').slice(1, 3).join(' ');
