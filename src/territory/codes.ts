import { fieldsAt, linesWith, type AuthorityIndex, type LineStart } from './index-file.ts';
import { communesWithUsualSiren } from './siren.ts';

/** Lines of a whole INSEE or SIREN code, most populated first; several when kinds share a code (`75`). */
export function linesOfCode(index: AuthorityIndex, code: string): LineStart[] {
  const usual = communesWithUsualSiren(code);
  const needles = [code, ...usual].map((it) => `${it}\\|`).join('|');
  return [...linesWith(index, needles)].filter((line) => {
    const [, letterAndCode = '', , , , siren] = fieldsAt(index, line);
    const own = letterAndCode.slice(1);
    return own === code || siren === code || (letterAndCode.startsWith('c') && siren === '' && usual.includes(own));
  });
}

/** Lines of a whole postcode, most populated first. */
export const linesOfPostcode = (index: AuthorityIndex, code: string): LineStart[] => (code.length === 5 ? [...linesWith(index, `,${code}`)] : []);

/**
 * Lines that a code, a postcode, or the beginning of one, leads to, at most `limit`: whole codes first. Of a SIRET,
 * only the SIREN counts.
 */
export function linesWithCode(index: AuthorityIndex, code: string, limit: number): LineStart[] {
  const short = code.slice(0, 9);
  const found = new Set([...linesOfCode(index, short), ...linesOfPostcode(index, short)].sort((a, b) => a - b).slice(0, limit));
  for (const line of linesWith(index, `[cdroet,]${short}`)) {
    if (found.size >= limit) break;
    if (startsWithCode(index, line, short)) found.add(line);
  }
  return [...found];
}

/** True when the code or a postcode of this line begins with these figures. */
export function startsWithCode(index: AuthorityIndex, line: LineStart, code: string): boolean {
  const [, letterAndCode = '', , , postcodes = ''] = fieldsAt(index, line);
  return letterAndCode.startsWith(code, 1) || postcodes.includes(`,${code}`);
}
