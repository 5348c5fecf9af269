import type { Authority } from '../model.ts';

/**
 * What stands before the name of départements, régions and overseas collectivities. For départements, the article of
 * INSEE (COG, field TNCC), but for four councils that call themselves « de », not « du »: 41, 47, 82, 84.
 */
const LINKS: readonly (readonly [link: string, ids: Readonly<Record<string, string>>])[] = [
  ['du ', { departement: '14 15 18 25 29 30 32 39 45 46 56 59 62 63 67 68 69 81 83 90 94 95', region: '24 44' }],
  ['de la ', {
    departement: '16 17 19 2A 2B 21 23 24 26 31 33 42 43 44 48 50 51 52 53 55 57 58 70 72 73 74 76 80 85 86 87 93 '
      + '971 972 973',
    region: '01 02 03',
    com: '987 988',
  }],
  ['de l’', { departement: '01 02 03 07 09 10 11 12 27 34 36 38 60 61 89 91' }],
  ['des ', { departement: '04 05 06 08 13 22 40 64 65 66 78 79 88 92', region: '32 52' }],
  ['d’', { departement: '28 35 37', region: '11 76 84' }],
  ['de ', {
    departement: '41 47 49 54 71 75 77 82 84 974 976',
    region: '04 06 27 28 53 75 93 94',
    com: '975 977 978 986',
  }],
];

/** Régions and collectivities whose full name is not built like the others. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  'region:02': 'la collectivité territoriale de Martinique',
  'region:03': 'la collectivité territoriale de Guyane',
  'region:04': 'la région Réunion',
  'region:06': 'le département de Mayotte',
  'region:94': 'la collectivité de Corse',
  'com:986': 'les îles Wallis et Futuna',
  'com:987': 'la Polynésie française',
  'com:988': 'la Nouvelle-Calédonie',
};

/** The name after « de »: « de la Creuse », « du Mans », « du Sicoval », « d’Évry-Courcouronnes », « des Vosges ». */
export function ofName(authority: Authority): string {
  const { kind, code, name, officialName } = authority;
  if (kind === 'epci' && officialName?.startsWith('Communauté')) {
    const written = /^Communauté (?:de communes|d’agglomération|urbaine) ((?:du |des |de |d’).+)$/.exec(officialName);
    if (written?.[1]) return written[1];
  }
  if (kind === 'epci' && name.startsWith('Métropole')) return `de la ${name}`;
  if (kind === 'epci' && name.startsWith('Eurométropole')) return `de l’${name}`;
  const link = LINKS.find(([, ids]) => ids[kind]?.split(' ').includes(code))?.[0];
  return link === undefined ? ofPlace(authority) : `${link}${name}`;
}

/** The kind and the name, with an article, for a sentence: « le département de la Creuse », « la région Occitanie ». */
export function fullName(authority: Authority): string {
  const { id, kind, name } = authority;
  switch (kind) {
    case 'commune': return `la commune ${ofName(authority)}`;
    case 'departement': return `le département ${ofName(authority)}`;
    case 'region': return FULL_NAMES[id] ?? `la région ${name}`;
    case 'com': return FULL_NAMES[id] ?? `la collectivité ${ofName(authority)}`;
    case 'ept': return `l’établissement public territorial ${name}`;
    case 'epci': return withArticle(authority.officialName ?? name);
  }
}

/** Names of places: their own article melts into « de », and « d’ » stands before a vowel. */
function ofPlace({ name, elided }: Authority): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  if (name.startsWith('Région ')) return `de la ${name}`;
  if (/^(?:Haut )?(?:Pays|Val|Bassin|Plateau|Territoire|Golfe) d/.test(name)) return `du ${name}`;
  return (elided ?? /^[aeiouàâéèêëîïôûüœ]/i.test(name)) ? `d’${name}` : `de ${name}`;
}

function withArticle(officialName: string): string {
  if (officialName.startsWith('Communauté ')) return `la c${officialName.slice(1)}`;
  if (officialName.startsWith('Métropole ')) return `la ${officialName}`;
  return officialName.startsWith('Eurométropole') ? `l’${officialName}` : officialName;
}
