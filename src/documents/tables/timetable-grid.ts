import type { Column, Kit, Plan, Row, Sheet, Slot, SlotKind } from '../../model.ts';
import { hourInWords } from '../../shared/clock.ts';
import { choose, holds } from '../../shared/condition.ts';
import { longDate } from '../../shared/dates.ts';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import type { TimedSlot } from '../../shared/programme.ts';
import { numberAnswer, textAnswer } from '../../shared/read-answer.ts';
import type { LaidDay } from '../../shared/laid-days.ts';
import type { Workshop } from '../programme/workshops.ts';
import { inFormula } from './conditional-sums.ts';
import { letterOf } from './formulas.ts';
import { idColumn, item, ours, prefaceOf, section, spare, theirs, tintNote } from './layout.ts';
import { KIND_WORDS, timeId, timeTitle, type Timetable } from './timetable-layout.ts';

/** Blank rows after each day: a room more at each time of workshops, or a session of one's own. */
const SPARE_SESSIONS = 5;

const states = ['À trouver', 'Proposée', 'Confirmée', 'Annulée'];
const FOR_ALL = 'Tous les publics';

const columnsOf = ({ audiences }: Kit): readonly Column[] => [
  { ...idColumn, width: 13 },
  ours('debut', 'Début', 9),
  ours('duree', 'Durée (min)', 8, 'number'),
  ours('creneau', 'Créneau', 19, 'text', { label: true }),
  ours('type', 'Type', 13, 'choice', { choices: Object.values(KIND_WORDS) }),
  ours('salle', 'Salle', 13),
  ours('format', 'Format', 15),
  ours('theme', 'Thème', 17),
  ours('public', 'Pour qui d’abord', 17, 'choice', { choices: [...audiences.map(({ name }) => name), FOR_ALL] }),
  ours('places', 'Places', 7.5, 'number'),
  ours('a-revoir', 'À revoir', 9),
  theirs('titre', 'Titre de la séance', 24),
  theirs('anime', 'Qui anime', 15),
  theirs('accueille', 'Qui accueille', 14),
  theirs('besoins', 'Besoins', 14),
  theirs('etat', 'État', 11, 'choice', { choices: states }),
  theirs('notes', 'Notes', 14),
];

/** One row for each time and each room, day after day; what goes on all day long comes last. */
export function gridSheet(layout: Timetable): Sheet {
  const { spec, plan, days } = layout;
  const columns = columnsOf(plan.kit);
  const live = (cells: Row['cells']): Row['cells'] => ({ ...cells, 'a-revoir': tooLarge(columns, cells, layout) });
  return {
    name: 'Grille',
    preface: prefaceOf(spec.title, plan, tintNote, frenchSpaces(advice(plan))),
    columns,
    rows: days.flatMap((day) => [
      section(`jour-${day.rank}`, { debut: dayTitle(day) }),
      ...[...day.times.flatMap((time) => rowsOf(time, day, layout)), ...alongside(day, layout)].map((row) => ({ ...row, cells: live(row.cells) })),
      ...spare(live({}), SPARE_SESSIONS),
    ]),
    landscape: true,
  };
}

const advice = (plan: Plan): string => (textAnswer(plan.facts, 'forme') === 'greffe'
  ? 'Une proposition. L’événement hôte fixe les heures d’ouverture, de repas et de fermeture : adaptez les vôtres, gardez les pauses.'
  : 'Une proposition : remplacez, déplacez, retirez. La feuille « Vérifications » recompte à chaque changement.');

const dayTitle = ({ rank, date }: LaidDay): string => frenchSpaces(`Jour ${rank}${date === undefined ? '' : ` : ${longDate(date)}`}`);

/** Says when a workshop has more places than people can work together. */
function tooLarge(columns: readonly Column[], cells: Row['cells'], { programme }: Timetable): { readonly formula: string; readonly value: string } {
  const cell = (key: string): string => `${letterOf(columns, key)}{row}`;
  const { workshopPeople } = programme.limits;
  const isTooLarge = cells['type'] === KIND_WORDS.workshops && Number(cells['places'] ?? 0) > workshopPeople;
  return {
    formula: `IF(${cell('type')}=${inFormula(KIND_WORDS.workshops)},IF(N(${cell('places')})>${workshopPeople},${inFormula(tooLargeWords(workshopPeople))},""),"")`,
    value: isTooLarge ? tooLargeWords(workshopPeople) : '',
  };
}

export const tooLargeWords = (people: number): string => `Plus de ${people} places`;

function rowsOf(time: TimedSlot, day: LaidDay, layout: Timetable): readonly Row[] {
  const { plan, rooms, workshopsAt } = layout;
  const { slot } = time;
  const id = timeId(day, slot);
  const common = { debut: hourInWords(time.start), duree: time.minutes, creneau: timeTitle(layout, day, slot), type: KIND_WORDS[slot.kind] };
  if (slot.kind === 'workshops') return (workshopsAt.get(time) ?? []).map((workshop) => workshopRow(id, common, workshop));
  const isFull = slot.kind === 'together' || slot.kind === 'peers';
  return [item(id, {
    ...common,
    salle: rooms.apart ? placeApart(slot.kind) : slot.room ?? null,
    format: formatName(slot, plan),
    places: isFull ? numberAnswer(plan.facts, 'participants') ?? null : null,
  })];
}

/** From several places people follow one opening at a distance; everything else they do where they are. */
const placeApart = (kind: SlotKind): string => (kind === 'together' ? 'Tous les lieux' : 'Chaque lieu');

const workshopRow = (id: string, common: Row['cells'], { room, theme, format, audience, people }: Workshop): Row =>
  item(room.number === 1 ? id : `${id}--${room.number}`, {
    ...common, salle: room.name, format: format?.name ?? null, theme: theme ?? null, public: audience?.name ?? FOR_ALL, places: people,
  });

function alongside(day: LaidDay, layout: Timetable): readonly Row[] {
  const { plan, programme, rooms } = layout;
  return programme.slots.filter(({ kind, when }) => kind === 'alongside' && holds(when, plan.facts)).map((slot) => item(timeId(day, slot), {
    creneau: timeTitle(layout, day, slot), type: KIND_WORDS.alongside, salle: rooms.apart ? placeApart(slot.kind) : slot.room ?? null, format: formatName(slot, plan),
  }));
}

const formatName = ({ format }: Slot, { kit, facts }: Plan): string | null => {
  const chosen = choose(format, facts);
  return kit.formats.find(({ id }) => id === chosen)?.name ?? null;
};
