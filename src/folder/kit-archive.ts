import { strToU8 } from 'fflate';
import { zipFiles } from '../shared/zip.ts';

/** What a planning folder keeps of its kit: every text but the examples, which only its authors run. Same texts, same bytes. */
export function archiveKit(sources: Readonly<Record<string, string>>): Uint8Array {
  const kept = Object.entries(sources).filter(([path]) => !path.startsWith('examples/'));
  return zipFiles(Object.fromEntries(kept.map(([path, text]) => [path, strToU8(text)])));
}
