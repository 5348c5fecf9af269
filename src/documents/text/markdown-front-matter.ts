import { cleanText } from '../../shared/values.ts';
import { countFrontLines, splitLines } from './markdown-lines.ts';

const ENTRY = /^([\p{L}_][\p{L}\p{N}_-]*[ \t]*:[ \t]+)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^"'\s#|>&*!%@`{[].*?)([ \t]*(?:[ \t]#.*)?)$/u;

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
    const [, key = '', value = '', behind = ''] = ENTRY.exec(text.slice(start, end)) ?? [];
    const said = readScalar(value);
    const now = said ? values.get(said) : undefined;
    return now === undefined ? patched : patched.slice(0, start) + key + now + behind + patched.slice(end);
  }, text);
}
