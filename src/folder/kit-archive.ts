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

/** A relative path of YAML and Markdown files, without `.`, `..` or empty parts. No other can be named in a kit. */
const KEPT_PATH = /^(?!.*(?:^|\/)\.{1,2}\/)(?:[^/\\:\p{Cc}]+\/)*[^/\\:\p{Cc}]+\.(?:yaml|md)$/u;

const keptTexts = (sources: Sources): readonly (readonly [string, string])[] =>
  Object.entries(sources).filter(([path]) => KEPT_PATH.test(path) && !path.startsWith('examples/')).sort(([a], [b]) => (a < b ? -1 : 1));

/** A zip as it was opened: what `office/package.ts` gives, which checks sizes, sums and UTF-8. */
export interface OpenArchive {
  readonly names: readonly string[];
  text(name: string): string | undefined;
}

/** The shipped kit has 30 files and 300 kB: far more is no kit, and would only fill the memory. */
const MAX_FILES = 2_000;
const MAX_CHARACTERS = 20_000_000;

/**
 * The texts of a kit from the archive of {@link archiveKit}, which anybody may have touched since. Undefined when it is
 * damaged, or holds anything that no kit has: other kinds of files, paths that lead elsewhere, too much.
 */
export function unarchiveKit(archive: OpenArchive | undefined): Sources | undefined {
  if (!archive?.names.includes('kit.yaml') || archive.names.length > MAX_FILES) return undefined;
  const texts = new Map<string, string>();
  let size = 0;
  for (const name of archive.names) {
    const text = KEPT_PATH.test(name) ? archive.text(name) : undefined;
    size += text?.length ?? 0;
    if (text === undefined || size > MAX_CHARACTERS) return undefined;
    texts.set(name, text);
  }
  return Object.fromEntries(texts);
}
