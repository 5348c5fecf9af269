import type { Confidence, IsoDate, Territory } from '../model.ts';

interface SchoolBreak {
  readonly name: string;
  /** First and last day without class, both included. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

interface SchoolCalendar {
  /** Outside these two days, nothing is known. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly confidence: Confidence;
  readonly breaks: readonly SchoolBreak[];
}

export type SchoolHoliday =
  /** The calendar of this place or year is not known: never to be shown as « aucun ». */
  | { readonly known: false }
  /** Without `name`: a day of class, or a week-end or public holiday outside the breaks. */
  | { readonly known: true; readonly name?: string; readonly confidence: Confidence };

type Zones = Pick<Territory, 'schoolZone' | 'holidayZone'>;

const between = (name: string, from: IsoDate, to: IsoDate): SchoolBreak => ({ name, from, to });

/**
 * The year 2026-2027, the only one known. Zones: from the Saturday after class to the Sunday before it starts again.
 * The day on which class starts in September 2027 is not known: the table stops with the last week of August.
 */
const zone = (winter: SchoolBreak, spring: SchoolBreak): SchoolCalendar => ({
  from: '2026-09-01',
  to: '2027-08-29',
  confidence: 'high',
  breaks: [
    between('Vacances de la Toussaint', '2026-10-17', '2026-11-01'),
    between('Vacances de Noël', '2026-12-19', '2027-01-03'),
    winter,
    spring,
    between('Pont de l’Ascension', '2027-05-07', '2027-05-08'),
    between('Vacances d’été', '2027-07-03', '2027-08-29'),
  ],
});

const WINTER = 'Vacances d’hiver';
const SPRING = 'Vacances de printemps';

/** Read on a copy of the openholidays data of January 2026, not on education.gouv.fr: « vérifié sur copie 01/2026 ». */
const CALENDARS: Readonly<Record<'A' | 'B' | 'C' | 'reunion', SchoolCalendar>> = {
  A: zone(between(WINTER, '2027-02-13', '2027-02-28'), between(SPRING, '2027-04-10', '2027-04-25')),
  B: zone(between(WINTER, '2027-02-20', '2027-03-07'), between(SPRING, '2027-04-17', '2027-05-02')),
  C: zone(between(WINTER, '2027-02-06', '2027-02-21'), between(SPRING, '2027-04-03', '2027-04-18')),
  reunion: {
    from: '2026-09-01',
    to: '2027-08-15',
    confidence: 'medium',
    breaks: [
      between('Vacances après la première période', '2026-10-11', '2026-10-24'),
      between('Vacances d’été austral', '2026-12-20', '2027-01-31'),
      between('Vacances de mars', '2027-03-17', '2027-03-29'),
      between('Vacances de mai', '2027-05-06', '2027-05-18'),
      between('Vacances d’hiver austral', '2027-07-11', '2027-08-15'),
    ],
  },
};

/** The school holiday of a day: a name, none, or « inconnu » (Corse, overseas but La Réunion, other years). */
export function schoolHolidayAt(territory: Zones, date: IsoDate): SchoolHoliday {
  const calendar = calendarOf(territory);
  if (!calendar || date < calendar.from || date > calendar.to) return { known: false };
  const found = calendar.breaks.find(({ from, to }) => from <= date && date <= to);
  return { known: true, ...(found && { name: found.name }), confidence: calendar.confidence };
}

function calendarOf({ schoolZone, holidayZone }: Zones): SchoolCalendar | undefined {
  if (schoolZone !== 'propre') return CALENDARS[schoolZone];
  return holidayZone === 'reunion' ? CALENDARS.reunion : undefined;
}
