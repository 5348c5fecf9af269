import type { Note } from '../model.ts';
import { nameOf } from '../shared/paths.ts';
import type { Place } from './allot-paths.ts';
import type { Baseline, DocumentBase } from './baseline.ts';
import { reconcile, type FileTools, type FolderView, type Made, type Reconciled, type Wanted } from './reconcile.ts';

/** The folder and every file in it that is not the tool's memory. */
export interface WholeFolder extends FolderView {
  readonly paths: readonly string[];
}

/**
 * Every document of one wave: those that the kit gives now, then those that it no longer has. A document is known again
 * by its id, wherever its file is: a kit may rename or swap paths, the edits follow.
 * @param baseline undefined when it was lost
 * @param places of all documents, those of other waves too
 * @param belongs which of the documents that the kit no longer has are handled here
 */
export async function reconcileAll(
  baseline: Baseline | undefined, places: ReadonlyMap<string, Place>, belongs: (base: DocumentBase) => boolean,
  wanted: readonly Wanted[], folder: WholeFolder, tools: FileTools,
): Promise<readonly Reconciled[]> {
  const tracked = documentsOf(baseline);
  const results: Reconciled[] = [];
  const handle = async (place: Place, next?: Made): Promise<void> => {
    const basePart = place.base && baseline?.partOf(place.base);
    const result = await reconcile({ place, ...(next && { next }), ...(basePart && { basePart }) }, folder, tools, baseline === undefined);
    results.push(withNotes(result, place.base, folder, tracked));
  };
  const stays = new Set(wanted.map(({ spec }) => spec.id));
  for (const { spec, at } of wanted) {
    const place = places.get(spec.id);
    if (place) await handle(place, at(place.path));
  }
  for (const [id, place] of places) if (!stays.has(id) && place.base && belongs(place.base)) await handle(place);
  return results;
}

/** The documents that were last written, without the answers. */
export const documentsOf = (baseline: Baseline | undefined): readonly DocumentBase[] =>
  (baseline?.files ?? []).filter((file): file is DocumentBase => file.kind !== 'answers');

/** The same file in another program's format: a PDF is only a print. */
const OTHER_FORMATS: Readonly<Record<string, readonly string[]>> = { docx: ['odt', 'doc'], xlsx: ['ods', 'csv', 'xls'], md: ['docx', 'odt'] };

/** What stands around a file and may surprise: another format of it, or the name that a person may have given it. */
function withNotes(result: Reconciled, base: DocumentBase | undefined, folder: WholeFolder, tracked: readonly DocumentBase[]): Reconciled {
  const { change } = result;
  if (!change || change.kind === 'remove') return result;
  const others = [...otherFormats(change.path, folder, tracked), ...(change.reason === 'deleted' && base ? renamedTo(base, folder, tracked) : [])];
  return others.length === 0 ? result : { ...result, change: { ...change, notes: [...change.notes ?? [], ...others] } };
}

function otherFormats(path: string, folder: WholeFolder, tracked: readonly DocumentBase[]): readonly Note[] {
  const [, stem = '', extension = ''] = /^(.*)\.(\w+)$/.exec(path) ?? [];
  return (OTHER_FORMATS[extension] ?? [])
    .map((other) => `${stem}.${other}`)
    .filter((other) => folder.kindOf(other) === 'file' && !tracked.some((base) => base.path === other))
    .map((other) => ({ code: 'other-format', path: other }));
}

/** A file nobody made for us, of the same kind: with the same bytes, the same name elsewhere, or a name that begins the same. */
function renamedTo(base: DocumentBase, folder: WholeFolder, tracked: readonly DocumentBase[]): readonly Note[] {
  const [, stem = '', extension = ''] = /([^/]*)\.(\w+)$/.exec(base.path) ?? [];
  const ours = new Set(tracked.flatMap(({ path, conflict }) => [path, conflict?.beside ?? path]));
  const candidates = folder.paths.filter((path) => path.endsWith(`.${extension}`) && !ours.has(path) && folder.kindOf(path) === 'file');
  const found = candidates.find((path) => nameOf(path).startsWith(stem))
    ?? candidates.find((path) => base.sha256 !== '' && folder.hash(path) === base.sha256);
  return found === undefined ? [] : [{ code: 'renamed-by-person', path: found }];
}
