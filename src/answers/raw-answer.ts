import { printable } from '../shared/printable.ts';
import { cleanText } from '../shared/values.ts';
import type { RawMap, RawValue } from '../shared/yaml.ts';

/** What a YAML file, a flag or a keyboard gives, before any check. */
export type RawAnswer = RawValue;

/** One line of clean text in NFC; undefined for a list or a map. `true` reads « oui », for a person wrote it so. */
export function rawText(raw: RawAnswer): string | undefined {
  if (raw === null) return '';
  if (typeof raw === 'boolean') return raw ? 'oui' : 'non';
  if (typeof raw === 'object') return undefined;
  return cleanText(printable(String(raw))).normalize('NFC');
}

/** Nothing was said: an empty YAML key, an empty line, only spaces. An empty list is an answer. */
export const isBlank = (raw: RawAnswer): boolean => rawText(raw) === '';

/** Lists and maps have their own type guards: `Array.isArray` forgets readonly arrays. */
export const isRawList = (raw: RawAnswer): raw is readonly RawAnswer[] => Array.isArray(raw);
export const isRawMap = (raw: RawAnswer): raw is RawMap =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** A value as shown inside a message. */
export const quoteRaw = (raw: RawAnswer): string => {
  const text = rawText(raw) ?? cleanText(printable(JSON.stringify(raw)));
  return text.length > 60 ? `${text.slice(0, 59).replace(/\p{Cs}$/u, '')}…` : text;
};
