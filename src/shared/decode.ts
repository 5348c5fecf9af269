import { problem, type Problem } from '../problem.ts';
import { frenchProse } from './french-spaces.ts';
import { nearest } from './words.ts';
import type { Located } from './yaml.ts';

export type Report = (problem: Problem) => void;

/** Reads a value, or reports why it cannot and gives undefined. Problems pile up; nothing throws. */
export type Decoder<T> = (node: Located, report: Report) => T | undefined;

/** One key of a map. A missing key is a problem when `required`, else `fallback`. */
export interface Field<T> {
  readonly decode: Decoder<T>;
  readonly required: boolean;
  readonly fallback?: T;
}

export type Shape = Readonly<Record<string, Field<unknown>>>;
export type Values<S extends Shape> = { readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never };

export const required = <T>(decode: Decoder<T>): Field<T> => ({ decode, required: true });
export const optional = <T>(decode: Decoder<T>): Field<T | undefined> => ({ decode, required: false });
export const fallback = <T>(decode: Decoder<T>, value: T): Field<T> => ({ decode, required: false, fallback: value });

function wrongType(node: Located, expected: string, report: Report): undefined {
  const found = node.kind === 'scalar' ? (node.value === null ? 'rien' : `« ${node.source} »`) : node.kind === 'list' ? 'une liste' : 'des clés';
  report(problem('wrong-type', { expected, found }, node.at));
  return undefined;
}

/** Any single value, as written: `07128` stays `07128`. */
export const text: Decoder<string> = (node, report) =>
  node.kind === 'scalar' && node.value !== null
    ? (typeof node.value === 'string' ? node.value : node.source).trim()
    : wrongType(node, 'un texte', report);

/** What people read: with the spaces of French. */
export const prose: Decoder<string> = (node, report) => {
  const said = text(node, report);
  return said === undefined ? undefined : frenchProse(said);
};

export const number: Decoder<number> = (node, report) =>
  node.kind === 'scalar' && typeof node.value === 'number' && Number.isFinite(node.value)
    ? node.value
    : wrongType(node, 'un nombre', report);

/** `oui`, `non`, `true`, `false`. */
export const yesNo: Decoder<boolean> = (node, report) => {
  if (node.kind === 'scalar') {
    if (node.value === true || node.value === 'oui') return true;
    if (node.value === false || node.value === 'non') return false;
  }
  return wrongType(node, '« oui » ou « non »', report);
};

/** One of a closed list of words. */
export function oneOf<const T extends string>(values: readonly T[]): Decoder<T> {
  return (node, report) => {
    const found = text(node, report);
    if (found === undefined) return undefined;
    const match = values.find((value) => value === found);
    if (match === undefined) {
      const near = nearest(found, values);
      report(problem('wrong-value', { value: found, expected: values.join(', '), ...(near && { nearest: near }) }, node.at));
    }
    return match;
  };
}

/** Applies `check` to a decoded value; undefined means that it reported a problem. */
export function refine<T, U>(decode: Decoder<T>, check: (value: T, node: Located, report: Report) => U | undefined): Decoder<U> {
  return (node, report) => {
    const value = decode(node, report);
    return value === undefined ? undefined : check(value, node, report);
  };
}

/** A list; a single value counts as a list of one. An empty key is an empty list. */
export function list<T>(decode: Decoder<T>): Decoder<readonly T[]> {
  return (node, report) => {
    const items = node.kind === 'list' ? node.items : node.kind === 'scalar' && node.value === null ? [] : [node];
    const values = items.map((item) => decode(item, report));
    return values.some((value) => value === undefined) ? undefined : (values as T[]);
  };
}

/**
 * A map whose keys are known. `build` is called only when every key was read. Keys that another decoder reads from the
 * same map are named in `elsewhere`; `others` leaves every other key to it.
 */
export function object<S extends Shape, T>(
  owner: string, shape: S, build: (values: Values<S>) => T, elsewhere: readonly string[] | 'others' = [],
): Decoder<T> {
  const known = [...Object.keys(shape), ...(elsewhere === 'others' ? [] : elsewhere)];
  return (node, report) => {
    if (node.kind !== 'map') return wrongType(node, `des clés (${known.join(', ')})`, report);
    const values: Record<string, unknown> = {};
    let complete = true;
    for (const { key, keyAt } of node.entries) {
      if (elsewhere === 'others' || known.includes(key)) continue;
      const near = nearest(key, known);
      report(problem('unknown-key', { key, ...(near && { nearest: near }) }, keyAt));
      complete = false;
    }
    for (const [key, field] of Object.entries(shape)) {
      const entry = node.entries.find((candidate) => candidate.key === key);
      if (entry) {
        values[key] = field.decode(entry.value, report);
        if (values[key] === undefined) complete = false;
      } else if (field.required) {
        report(problem('missing-key', { key, owner }, node.at));
        complete = false;
      } else {
        values[key] = field.fallback;
      }
    }
    return complete ? build(values as Values<S>) : undefined;
  };
}

/** Drops the keys that hold undefined, so that optional keys are absent rather than empty. */
export function compact<T extends object>(value: T): Compact<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Compact<T>;
}

type OptionalKeys<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];
export type Compact<T> = { readonly [K in Exclude<keyof T, OptionalKeys<T>>]: T[K] } & { readonly [K in OptionalKeys<T>]?: Exclude<T[K], undefined> };
