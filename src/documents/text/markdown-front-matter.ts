import { cleanText } from '../../shared/values.ts';
import { countFrontLines, splitLines } from './markdown-lines.ts';

const ENTRY = /^[\p{L}_][\p{L}\p{N}_-]*[ \t]*:[ \t]+(?=\S)/u;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;

/** The value at the start of a line’s rest, without a comment behind it. */
function valueIn(rest: string): string {
  const [quoted] = QUOTED.exec(rest) ?? [];
  return quoted ?? rest.slice(0, rest.includes(' #') ? rest.indexOf(' #') : undefined).trimEnd();
}

/** What a value in any of the three ways to quote it says; undefined when that cannot be told. */
function readScalar(source: string): string | undefined {
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  if (!source.startsWith('"')) return source;
  try {
    return String(JSON.parse(source));
  } catch {
    return undefined;
  }
}

/**
 * A pad with values of its metadata changed, from old to new, where a line still says the old one. What a person wrote
 * there stays; so does every other byte.
 */
export function patchFrontMatter(text: string, changes: readonly { readonly from: string; readonly to: string }[]): string {
  const lines = splitLines(text);
  const values = new Map(changes.map(({ from, to }) => [cleanText(from), JSON.stringify(cleanText(to))]));
  return lines.slice(0, countFrontLines(text, lines)).reduceRight((patched, { start, end }) => {
    const [key] = ENTRY.exec(text.slice(start, end)) ?? [];
    if (key === undefined) return patched;
    const value = valueIn(text.slice(start + key.length, end));
    const said = readScalar(value);
    const now = said ? values.get(said) : undefined;
    const at = start + key.length;
    return now === undefined ? patched : patched.slice(0, at) + now + patched.slice(at + value.length);
  }, text);
}
