/**
 * Official names of EPCI abbreviate their kind: « CA du Sicoval », « CC Le Grésivaudan », « Bordeaux Métropole ».
 */
export interface OfficialName {
  /** « communauté d’agglomération ». */
  readonly type: string;
  /** « Communauté d’agglomération du Sicoval ». */
  readonly full: string;
  /** « Sicoval »: what people call it. */
  readonly short: string;
  /** « Lyon » for « Métropole de Lyon », with the acronym if any: what people may search. */
  readonly bare: string;
}

const TYPES: Readonly<Record<string, string>> = {
  CC: 'communauté de communes',
  CA: 'communauté d’agglomération',
  CU: 'communauté urbaine',
};

const LINK = /^(?:de la |de l’|du |des |de |d’)/;

/** Spells out the official name of an EPCI, without the acronym after it. Without abbreviation, it is a métropole. */
export function officialName(name: string): OfficialName {
  const [, abbreviation = '', listed = name] = /^(C[CAU]) (.+)$/.exec(name) ?? [];
  const bare = listed.replace(/^(?:Métropole|Eurométropole) /, '').replace(LINK, '');
  const plain = listed.replace(/ \([^)]*\)?$/, '').replace(/^«\u00a0(.+)\u00a0»$/, '$1');
  const type = TYPES[abbreviation];
  if (!type) return { type: 'métropole', full: plain, short: plain, bare };
  return { type, full: `${capital(type)} ${plain}`, short: capital(plain.replace(LINK, '')), bare };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
