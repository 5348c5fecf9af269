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
  const lines = kind ? [lineOf(index, kind, code) ?? []].flat() : linesOfCode(index, code);
  // Five figures are an INSEE code before they are a postcode: each authority is found by its own code.
  return (lines.length > 0 || kind ? lines : linesOfPostcode(index, code)).map((line) => authorityAt(index, line));
}

function byName(index: AuthorityIndex, value: string): Authority[] {
  const { ofKind, detail } = parseQuery(value);
  if (detail !== '') return searchAuthorities(index, value, 10).filter((it) => foldName(it.label) === foldName(value));
  const named = linesNamedExactly(index, foldName(value)).map((line) => authorityAt(index, line));
  if (named.length > 0 || !ofKind) return named;
  const homonyms = linesNamedExactly(index, ofKind.words).map((line) => authorityAt(index, line));
  return homonyms.filter((it) => it.kind === ofKind.kind);
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
