import type { Authority, HolidayZone, SchoolZone, Territory } from '../model.ts';

/** What follows from being overseas. Keys: codes of départements and collectivities. Time zones: IANA tz database. */
const OVERSEAS: Readonly<Record<string, { readonly timeZone: string; readonly holidayZone: HolidayZone }>> = {
  971: { timeZone: 'America/Guadeloupe', holidayZone: 'guadeloupe' },
  972: { timeZone: 'America/Martinique', holidayZone: 'martinique' },
  973: { timeZone: 'America/Cayenne', holidayZone: 'guyane' },
  974: { timeZone: 'Indian/Reunion', holidayZone: 'reunion' },
  975: { timeZone: 'America/Miquelon', holidayZone: 'saint-pierre-et-miquelon' },
  976: { timeZone: 'Indian/Mayotte', holidayZone: 'mayotte' },
  977: { timeZone: 'America/St_Barthelemy', holidayZone: 'saint-barthelemy' },
  978: { timeZone: 'America/Marigot', holidayZone: 'saint-martin' },
  986: { timeZone: 'Pacific/Wallis', holidayZone: 'wallis-et-futuna' },
  987: { timeZone: 'Pacific/Tahiti', holidayZone: 'polynesie' },
  988: { timeZone: 'Pacific/Noumea', holidayZone: 'nouvelle-caledonie' },
};

/** Overseas régions have a code of their own. */
const OVERSEAS_REGIONS: Readonly<Record<string, string>> = {
  '01': '971', '02': '972', '03': '973', '04': '974', '06': '976',
};

/** Communes of Polynésie française half an hour, or an hour, ahead of Tahiti. */
const OWN_TIME_ZONES: readonly (readonly [timeZone: string, communes: readonly string[]])[] = [
  ['Pacific/Marquesas', ['98718', '98723', '98731', '98746', '98756', '98757']],
  ['Pacific/Gambier', ['98719']],
];

const ALSACE_MOSELLE = ['57', '67', '68'];

/** School zones by région (arrêté of 15 December 2020): each metropolitan région lies wholly in one zone. */
const SCHOOL_ZONES: Readonly<Record<string, SchoolZone>> = {
  27: 'A', 75: 'A', 84: 'A',
  93: 'B', 32: 'B', 44: 'B', 52: 'B', 28: 'B', 24: 'B', 53: 'B',
  11: 'C', 76: 'C',
};

/** What follows from where an authority is: time zone, school zone, public holidays. */
export function locate(authority: Authority): Territory {
  const area = areaOf(authority);
  const overseas = OVERSEAS[area];
  const own = OWN_TIME_ZONES.find(([, communes]) => authority.kind === 'commune' && communes.includes(authority.code));
  const region = authority.kind === 'region' ? authority.code : authority.region?.code;
  return {
    ...authority,
    timeZone: own?.[0] ?? overseas?.timeZone ?? 'Europe/Paris',
    schoolZone: SCHOOL_ZONES[region ?? ''] ?? 'propre',
    holidayZone: overseas?.holidayZone ?? (ALSACE_MOSELLE.includes(area) ? 'alsace-moselle' : 'metropole'),
  };
}

/** The code of the département or collectivity it is, or lies in; empty for a metropolitan région. */
function areaOf({ kind, code, departement }: Authority): string {
  if (kind === 'departement' || kind === 'com') return code;
  if (kind === 'region') return OVERSEAS_REGIONS[code] ?? '';
  return departement?.code ?? '';
}
