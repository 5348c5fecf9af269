import { isMap, isScalar, parseDocument } from 'yaml';
import type { AnswerValue } from '../model.ts';
import { answerToYaml } from './answer-to-yaml.ts';

/**
 * Sets (or with undefined, takes away) answers inside the text of a `nec-local.yaml` that people may have edited:
 * every other byte stays, comments, order and line ends included. An answer that was only proposed takes the place of
 * its commented line; a new one goes at the end. The text must have been read without problem before.
 */
export function updateAnswers(text: string, changes: Readonly<Record<string, AnswerValue | undefined>>): string {
  return Object.entries(changes).reduce((current, [id, value]) => updateOne(current, id, value), text);
}

function updateOne(text: string, id: string, value: AnswerValue | undefined): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const written = value === undefined ? `# ${id}:` : answerToYaml(id, value).replaceAll('\n', lineEnd);
  const active = findEntry(text, id);
  if (active) return text.slice(0, active.start) + written + text.slice(active.end);
  if (value === undefined) return text;
  const commented = new RegExp(`^#[ \\t]?${id}:.*$`, 'm').exec(text);
  if (commented) {
    const { 0: line, index } = commented;
    return text.slice(0, index) + written + restOfLine(text, index + line.length);
  }
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return `${text}${gap}${written}${lineEnd}`;
}

/** In a CRLF file `.` also takes the CR: give it back. */
const restOfLine = (text: string, end: number): string => text.slice(text[end - 1] === '\r' ? end - 1 : end);

/** From the first character of the key to the last of its value. */
function findEntry(text: string, id: string): { readonly start: number; readonly end: number } | undefined {
  const root = parseDocument(text).contents;
  const pair = isMap(root) ? root.items.find(({ key }) => isScalar(key) && String(key.value) === id) : undefined;
  if (!pair || !isScalar(pair.key) || !pair.key.range) return undefined;
  const value = pair.value as { readonly range?: readonly [number, number, number] } | null;
  const start = pair.key.range[0];
  const end = value?.range?.[1] ?? text.indexOf(':', start) + 1;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
