/** Says whether a value that anybody may have written, read from JSON, is of a type. */
export type Guard<T> = (value: unknown) => value is T;

/** One guard for each key of a type, those that may be absent included: a key that is added to it must be added here. */
export type Guards<T> = { readonly [K in keyof T]-?: (value: unknown) => boolean };

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
/** JSON has words for numbers that are too large: they read as infinite. */
export const isNumber = (value: unknown): value is number => Number.isFinite(value);
/** From 0. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isOneOf = <const T extends string>(words: readonly T[]): Guard<T> =>
  (value): value is T => words.includes(value as T);

export const isList = <T>(isItem: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] => Array.isArray(value) && value.every(isItem);

/** An object under whose keys, whatever they are, stand values of one type. */
export const isTableOf = <T>(isItem: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> => isObject(value) && Object.values(value).every(isItem);

/** The value, or nothing. */
export const isMaybe = <T>(is: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined => value === undefined || is(value);

/** An object with these keys; others beside them do no harm. */
export function isShape<T extends object>(guards: Guards<T>): Guard<T> {
  const entries = Object.entries<(value: unknown) => boolean>(guards);
  return (value): value is T => isObject(value) && entries.every(([key, is]) => is(Object.hasOwn(value, key) ? value[key] : undefined));
}
