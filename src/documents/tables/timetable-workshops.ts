import type { Column, Formula, Row, Sheet } from '../../model.ts';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import { numberAnswer } from '../../shared/read-answer.ts';
import { countWhere, inFormula, sumWhere } from './conditional-sums.ts';
import { letterOf, type Term } from './formulas.ts';
import { idColumn, item, ours, prefaceOf, spare, theirs } from './layout.ts';
import { KIND_WORDS, timeId, timeTitle, type Timetable } from './timetable-layout.ts';

/** Times of workshops that more days would add. */
const SPARE_TIMES = 4;

export const TWICE = 'Deux séances à la fois pour ce public';

const columnsOf = (protectedName: string | undefined): readonly Column[] => [
  { ...idColumn, width: 14 },
  ours('temps', 'Temps d’ateliers', 30, 'text', { label: true }),
  ours('minutes', 'Durée (min)', 9, 'number'),
  ours('seances', 'Séances à la fois', 10, 'number'),
  ours('places', 'Places en tout', 10, 'number'),
  ours('personnes', 'Personnes attendues', 12, 'number'),
  ours('par-seance', 'Personnes par séance', 12, 'number'),
  ours('protege', protectedName === undefined ? 'Séances du même public' : frenchSpaces(`Séances pour : ${protectedName}`), 24, 'number'),
  ours('a-revoir', 'À revoir', 24),
  theirs('notes', 'Notes', 30),
];

/** For each time of workshops: how many at once, for how many people. Everything is counted in the grid, by the words of the time. */
export function workshopsSheet(layout: Timetable, grid: Sheet): Sheet {
  const { plan, programme, days } = layout;
  const guarded = plan.kit.audiences.find(({ id }) => id === programme.limits.neverTwice)?.name;
  const columns = columnsOf(guarded);
  const people = numberAnswer(plan.facts, 'participants') ?? 0;
  const count = (temps: string | null): Row['cells'] => counted(temps, people, columns, guarded, grid);
  return {
    name: 'Ateliers',
    preface: prefaceOf('Les ateliers, temps par temps', plan,
      frenchSpaces('Tout est compté dans la feuille « Grille ». Un temps d’ateliers de plus ? Écrivez ici son nom, comme dans la colonne « Créneau ».'),
      frenchSpaces('Personnes par séance : si tout le monde y allait. Une partie des gens est au café, aux stands, en consultation.')),
    columns,
    rows: [
      ...days.flatMap((day) => day.times.filter(({ slot }) => slot.kind === 'workshops')
        .map(({ slot }) => item(timeId(day, slot), count(timeTitle(layout, day, slot))))),
      ...spare(count(null), SPARE_TIMES),
    ],
    landscape: true,
  };
}

/** The figures of one time; empty while it has no name. */
function counted(temps: string | null, people: number, columns: readonly Column[], guarded: string | undefined, grid: Sheet): Row['cells'] {
  const cell = (key: string): string => `${letterOf(columns, key)}{row}`;
  const here = { creneau: { formula: cell('temps'), value: temps ?? '' }, type: KIND_WORDS.workshops };
  const named = ({ formula, value }: Term): Formula => ({ formula: `IF(${cell('temps')}="","",${formula})`, value: temps === null ? '' : value });
  const divided = (formula: string, value: number, by: number): Formula =>
    ({ formula: `IF(N(${cell('seances')})=0,"",ROUND(${formula}/${cell('seances')},0))`, value: by === 0 ? '' : Math.round(value / by) });
  const sessions = temps === null ? 0 : countWhere(grid, here).value;
  const [minutes, twice] = [sumWhere(grid, 'duree', here), guarded === undefined ? { formula: '0', value: 0 } : countWhere(grid, { ...here, public: guarded })];
  return {
    ...(temps !== null && { temps }),
    personnes: named({ formula: String(people), value: people }),
    minutes: divided(minutes.formula, minutes.value, sessions),
    seances: named(countWhere(grid, here)),
    places: named(sumWhere(grid, 'places', here)),
    'par-seance': divided(`N(${cell('personnes')})`, people, sessions),
    protege: named(twice),
    'a-revoir': { formula: `IF(N(${cell('protege')})>1,${inFormula(TWICE)},"")`, value: temps !== null && twice.value > 1 ? TWICE : '' },
  };
}
