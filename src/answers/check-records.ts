import type { AnswerRecord, Question, RecordField } from '../model.ts';
import { compact } from '../shared/decode.ts';
import { nearest } from '../shared/words.ts';
import type { RawMap } from '../shared/yaml.ts';
import type { Checked, Refusal } from './answer-context.ts';
import { saysNone } from './check-choices.ts';
import { MAX_TEXT, recordForm } from './expected-form.ts';
import { matchChoice, nearestChoice } from './match-choice.ts';
import { readAmount } from '../shared/read-amount.ts';
import { readDate } from './read-date.ts';
import { isBlank, isRawList, isRawMap, quoteRaw, rawText, type RawAnswer } from './raw-answer.ts';

/** A list of maps, or the text form « Préfecture (prefecture); Médiathèque (mediatheque) ». */
export function checkRecords(raw: RawAnswer, { fields = [] }: Question): Checked {
  const records: AnswerRecord[] = [];
  for (const item of isRawList(raw) ? raw : isRawMap(raw) ? [raw] : splitRecords(rawText(raw) ?? '')) {
    if (isBlank(item)) continue;
    const checked = checkRecord(isRawMap(item) ? item : fromText(rawText(item) ?? '', fields), fields);
    if ('expected' in checked) return { found: quoteRaw(item), ...checked };
    records.push(checked.record);
  }
  return { value: records };
}

/** Semicolons or line ends; without any, commas outside brackets. */
function splitRecords(text: string): readonly string[] {
  if (saysNone(text)) return [];
  return text.includes(';') ? text.split(';') : text.split(/,(?![^(]*\))/);
}

/** « A (b, c) »: the first field, then the others in brackets. With two fields the brackets hold one value. */
function fromText(text: string, fields: readonly RecordField[]): RawMap {
  const [first, ...others] = fields.map(({ id }) => id);
  const split = others.length > 0 ? /^(.*\S)\s*\(([^()]*)\)$/.exec(text.trim()) : null;
  if (!first) return {};
  if (!split) return { [first]: text.trim() };
  const inside = others.length === 1 ? [split[2] ?? ''] : (split[2] ?? '').split(',');
  return { [first]: split[1] ?? '', ...Object.fromEntries(others.map((id, index) => [id, inside[index] ?? null])) };
}

function checkRecord(raw: RawMap, fields: readonly RecordField[]): { readonly record: AnswerRecord } | Refusal {
  const known = fields.map(({ id }) => id);
  const stranger = Object.keys(raw).find((key) => !known.includes(key));
  if (stranger !== undefined) {
    const expected = `les clés ${known.join(', ')}`;
    return compact({ expected, found: quoteRaw(stranger), nearest: nearest(stranger, known) });
  }
  const record: Record<string, string | number> = {};
  for (const field of fields) {
    const value = raw[field.id] ?? null;
    if (isBlank(value) && !field.required) continue;
    const checked = isBlank(value) ? undefined : fieldValue(value, field);
    if (checked === undefined) {
      const near = nearestChoice(rawText(value) ?? '', field.choices ?? []);
      return compact({ expected: recordForm(fields), nearest: near });
    }
    record[field.id] = checked;
  }
  // With no field at all there would be nothing to keep.
  return Object.keys(record).length > 0 ? { record } : { expected: recordForm(fields) };
}

function fieldValue(raw: RawAnswer, field: RecordField): string | number | undefined {
  const text = rawText(raw);
  if (text === undefined) return undefined;
  if (field.type === 'choice') return matchChoice(text, field.choices ?? [])?.value;
  if (field.type === 'date') return readDate(text);
  if (field.type === 'text') return Array.from(text).length <= MAX_TEXT ? text : undefined;
  const amount = typeof raw === 'number' ? raw : readAmount(text);
  const inCents = amount !== undefined && Number.isInteger(Math.round(amount * 1e6) / 1e4);
  return inCents && amount >= 0 ? amount + 0 : undefined;
}
