/** `1.2.0`, `1.3.0-essai.2`: three numbers, and perhaps a word, which comes before the version without it. */
const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-(.*))?$/;

/** Negative when `a` is older than `b`, positive when it is newer, 0 when they are equal or one is no version. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [VERSION.exec(a), VERSION.exec(b)];
  if (!one || !other) return 0;
  const numbers = [1, 2, 3].map((index) => Number(one[index]) - Number(other[index])).find((difference) => difference !== 0);
  return numbers ?? compareWords(one[4], other[4]);
}

/** The first number: another one announces that old things may no longer work. */
export const majorOf = (version: string): number => Number(VERSION.exec(version)?.[1] ?? 0);

function compareWords(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  const [mine, theirs] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(mine.length, theirs.length); index += 1) {
    const [x, y] = [mine[index] ?? '', theirs[index] ?? ''];
    const bothNumbers = /^\d+$/.test(x) && /^\d+$/.test(y);
    if (x !== y) return bothNumbers ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return 0;
}
