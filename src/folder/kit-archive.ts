import { createHash } from 'node:crypto';
import { strToU8 } from 'fflate';
import { zipFiles } from '../shared/zip.ts';

/** The texts of a kit by path. */
type Sources = Readonly<Record<string, string>>;

/** What a planning folder keeps of its kit: every text but the examples, which only its authors run. Same texts, same bytes. */
export function archiveKit(sources: Sources): Uint8Array {
  return zipFiles(Object.fromEntries(keptTexts(sources).map(([path, text]) => [path, strToU8(text)])));
}

/** Tells one state of a kit from another by what is kept of it, however it is zipped: eight hexadecimal digits. */
export function hashKit(sources: Sources): string {
  const hash = createHash('sha256');
  for (const [path, text] of keptTexts(sources)) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 8);
}

const keptTexts = (sources: Sources): readonly (readonly [string, string])[] =>
  Object.entries(sources).filter(([path]) => !path.startsWith('examples/')).sort(([a], [b]) => (a < b ? -1 : 1));
