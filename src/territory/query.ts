import type { AuthorityKind } from '../model.ts';
import { foldName } from './fold.ts';

/** What somebody typed to find an authority, taken apart. */
export interface Query {
  /** All the words before any figure or bracket, folded: « Saint-Denis (Gard » → `saint denis`. */
  readonly words: string;
  /** The same, when the first words name a kind: « Département de la Creuse » → départements named `creuse`. */
  readonly ofKind?: { readonly kind: AuthorityKind; readonly words: string };
  /** A code, or the start of one, typed after the words or alone: « saint denis 974 » → `974`. */
  readonly code: string;
  /** What stands after a bracket, folded, to compare with labels. */
  readonly detail: string;
}

const KIND_WORDS: readonly (readonly [AuthorityKind, RegExp])[] = [
  ['departement', /^(?:conseil )?(?:departemental|departement)\b/],
  ['region', /^(?:conseil )?(?:regional|region)\b/],
  ['commune', /^(?:commune|ville|mairie|village)\b/],
  ['ept', /^(?:etablissement public territorial|ept)\b/],
  ['epci', /^(?:communaute (?:de communes|d agglomeration|urbaine)|c[cau]|agglo(?:meration)?)\b/],
  ['epci', /^(?:intercommunalite|(?:euro)?metropole)\b/],
  ['com', /^collectivite(?: d outre mer)?\b/],
];

const LINK = /^(?:de la|de l|du|des|de|d)(?: |$)/;

/** Takes a search apart. */
export function parseQuery(text: string): Query {
  const [beforeBracket = '', ...inBrackets] = text.split('(');
  const folded = foldName(beforeBracket);
  const code = /^(?:\d[\dab]?\d*|[\d ]{3,})$/.test(folded) ? folded : (/ (\d[\dab]?\d*)$/.exec(folded)?.[1] ?? '');
  const words = folded.slice(0, folded.length - code.length).trim();
  const ofKind = KIND_WORDS.flatMap(([kind, pattern]) => {
    const rest = words.replace(pattern, '').trim();
    return rest.length < words.length ? [{ kind, words: rest.replace(LINK, '').trim() }] : [];
  })[0];
  const detail = foldName(inBrackets.join(' '));
  return { words, ...(ofKind && { ofKind }), code: code.replaceAll(' ', '').toUpperCase(), detail };
}
