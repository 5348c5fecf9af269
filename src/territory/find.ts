import type { Authority } from '../model.ts';
import { problem, type Result } from '../problem.ts';
import { authorityAt } from './authority.ts';
import { linesOfCode, linesOfPostcode } from './codes.ts';
import { foldName } from './fold.ts';
import { KINDS, lineOf, type AuthorityIndex } from './index-file.ts';
import { parseQuery } from './query.ts';
import { linesNamedExactly, searchAuthorities } from './search.ts';

/** Longer than any name or label of the list. */
const MAX_LENGTH = 300;
/** Longest beginning that is compared: each length is one more search. */
const MAX_BEGINNING = 100;

/**
 * The one authority that a value means: `commune:97411`, `epci:247900798`, `departement:23`, `com:987`; a bare INSEE
 * or SIREN code, a postcode, a whole name or a whole label when only one authority has it. Problems: `authority-unknown`, with
 * the label that looks most like it, and `authority-ambiguous`, with the ids and labels to choose from.
 */
export function findAuthority(index: AuthorityIndex, value: string): Result<Authority> {
  const candidates = value.length > MAX_LENGTH ? [] : candidatesFor(index, value.trim());
  const [only, ...others] = candidates;
  if (only && others.length === 0) return { ok: true, value: only };
  if (only) {
    const written = candidates.map((it) => `${it.id} ${it.label}`).join(', ');
    return { ok: false, problems: [problem('authority-ambiguous', { value, candidates: written })] };
  }
  const nearest = nearestLabel(index, value);
  return { ok: false, problems: [problem('authority-unknown', { value, ...(nearest && { nearest }) })] };
}

function candidatesFor(index: AuthorityIndex, value: string): Authority[] {
  const [, prefix, rest = ''] = /^([a-z]+):(.*)$/i.exec(value) ?? [];
  const kind = KINDS.find((it) => it === prefix?.toLowerCase());
  const code = (kind ? rest : value).replaceAll(' ', '').toUpperCase();
  if (!/^[0-9AB]+$/.test(code)) return kind ? [] : byName(index, value);
  // Five figures may be the INSEE code of one commune and the postcode of another: nobody can tell which is meant.
  const lines = kind ? [lineOf(index, kind, code) ?? []].flat() : new Set([...linesOfCode(index, code), ...linesOfPostcode(index, code)]);
  return [...lines].map((line) => authorityAt(index, line));
}

function byName(index: AuthorityIndex, value: string): Authority[] {
  const { ofKind, detail } = parseQuery(value);
  if (detail !== '') return searchAuthorities(index, value, 10).filter((it) => foldName(it.label) === foldName(value));
  const named = namedExactly(index, foldName(value));
  if (named.length > 0 || !ofKind) return named;
  return namedExactly(index, ofKind.words).filter((it) => it.kind === ofKind.kind);
}

/** By the name of the list, or by the name that we show, without the acronym that the list may add (« … Ouest (TCO) »). */
function namedExactly(index: AuthorityIndex, words: string): Authority[] {
  const listed = linesNamedExactly(index, words).map((line) => authorityAt(index, line));
  return listed.length > 0 ? listed : searchAuthorities(index, words, 10).filter((it) => foldName(it.name) === words);
}

/** The best hit for the value, or for shorter and shorter beginnings of it (« Lalouvecs »). */
function nearestLabel(index: AuthorityIndex, value: string): string | undefined {
  const text = value.replace(/^[a-z]+:/i, '').slice(0, MAX_BEGINNING);
  for (let length = text.length; length >= Math.min(3, text.length) && length > 0; length--) {
    const [best] = searchAuthorities(index, text.slice(0, length), 1);
    if (best) return best.label;
  }
  return undefined;
}
