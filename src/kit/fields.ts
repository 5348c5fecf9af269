import type { Account, Choice, IsoDate, Provenance } from '../model.ts';
import { problem, type Position } from '../problem.ts';
import { isIsoDate } from '../shared/dates.ts';
import {
  compact, fallback, list, object, oneOf, optional, prose, refine, required, text,
  type Compact, type Decoder, type Shape, type Values,
} from '../shared/decode.ts';
import type { Located } from '../shared/yaml.ts';

/** Small decoders that several files of a kit share. */

/** Ids are printed, and stand in file names and calendars. */
const MAX_ID = 60;

/** Lower-case ASCII words joined by hyphens (tasks: `T01`). Names that every object has are refused: values are found by id. */
export const id: Decoder<string> = refine(text, (value, node, report) => {
  const isReserved = Object.hasOwn(Object.prototype, value);
  if (!isReserved && value.length <= MAX_ID && /^[A-Za-z0-9]+([-_][a-z0-9]+)*$/.test(value)) return value;
  const expected = `des minuscules sans accent, mots séparés par « - » ou « _ », ${MAX_ID} signes au plus`;
  report(isReserved ? problem('reserved-id', { id: value }, node.at) : problem('wrong-value', { value, expected }, node.at));
  return undefined;
});

export const isoDate: Decoder<IsoDate> = refine(text, (value, node, report) => {
  if (isIsoDate(value)) return value;
  report(problem('wrong-value', { value, expected: 'une date AAAA-MM-JJ' }, node.at));
  return undefined;
});

/** The ids that an entry had before: read from the same map by `read-renames.ts`. */
export const RENAMED = ['renamed_from'] as const;

const choice = (elsewhere: readonly string[]): Decoder<Choice> => object('un choix', {
  value: required(text), label: required(prose), hint: optional(prose),
}, compact, elsewhere);

/** A list whose entries differ by one key: what follows finds them by it. */
export function distinct<K extends string, T extends Readonly<Record<K, string>>>(
  key: K, decode: Decoder<T>,
): Decoder<readonly T[]> {
  return refine(list(decode), (values, node, report) => {
    const doubled = values.findIndex((value, index) => values.findIndex((other) => other[key] === value[key]) < index);
    const [value, item] = [values[doubled], node.kind === 'list' ? node.items[doubled] : undefined];
    if (!value || !item) return values;
    const entry = item.kind === 'map' ? item.entries.find((candidate) => candidate.key === key) : undefined;
    report(problem('duplicate-id', { id: value[key] }, entry?.value.at ?? item.at));
    return undefined;
  });
}

export const choices = distinct('value', choice([]));
/** Those of a question: answers hold their values. */
export const answerChoices = distinct('value', choice(RENAMED));

export const account: Decoder<Account> = object('un compte', {
  developpee: required(text), abregee: required(text), label: required(prose),
}, (values) => values);

/** Our own judgement is of low confidence unless the kit says otherwise; a source is of medium confidence. */
const provenance = (checkedInFile: IsoDate | undefined): Decoder<Provenance> => object('une entrée', {
  source: required(list(text)),
  checked: checkedInFile === undefined ? required(isoDate) : fallback(isoDate, checkedInFile),
  confidence: optional(oneOf(['high', 'medium', 'low'])),
}, ({ source, checked, confidence }) => ({
  sources: source,
  checkedOn: checked,
  confidence: confidence ?? (source.every((code) => code === 'jugement') ? 'low' : 'medium'),
}), 'others');

/** An object that also says where it comes from: `source`, `checked` (or the one at the head of the file), `confidence`. */
export function sourced<S extends Shape, T extends object>(
  owner: string, checked: IsoDate | undefined, shape: S, build: (values: Values<S>) => T,
  elsewhere: readonly string[] = RENAMED,
): Decoder<Compact<T> & Provenance> {
  const own = object(owner, shape, build, ['source', 'checked', 'confidence', ...elsewhere]);
  const origin = provenance(checked);
  return (node, report) => {
    const [values, from] = [own(node, report), node.kind === 'map' ? origin(node, report) : undefined];
    return values && from ? { ...compact(values), ...from } : undefined;
  };
}

/** Keeps the keys as they were read. */
export const asRead = <T>(values: T): T => values;

/** Where a key of a map stands, or the map. */
export function keyPosition(node: Located, key: string): Position {
  return (node.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.keyAt : undefined) ?? node.at;
}

/** Where the value of a key of a map stands, or the map. */
export function valuePosition(node: Located, key: string): Position {
  return (node.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value.at : undefined) ?? node.at;
}
