import type { Note } from '../model.ts';
import { nameOf } from '../shared/paths.ts';
import type { Baseline, DocumentBase } from './baseline.ts';
import { reconcile, type FileTools, type FolderView, type Made, type Reconciled } from './reconcile.ts';

/** The folder and every file in it that is not the tool's memory. */
export interface WholeFolder extends FolderView {
  readonly paths: readonly string[];
}

/**
 * Every document of one wave: those that the kit gives now, then those that it no longer has. A document is known again
 * by its id, wherever its file is: a kit may rename or swap paths, the edits follow.
 * @param baseline undefined when it was lost
 * @param belongs which of the documents last written are handled here
 */
export async function reconcileAll(
  baseline: Baseline | undefined, belongs: (base: DocumentBase) => boolean, made: readonly Made[], folder: WholeFolder, tools: FileTools,
): Promise<readonly Reconciled[]> {
  const tracked = documentsOf(baseline);
  const bases = tracked.filter(belongs);
  const baseOf = new Map(bases.map((base) => [base.document, base]));
  const stays = new Set(made.map(({ document }) => document.spec.id));
  const moving = new Set(bases.filter(({ document, path }) => made.some((next) =>
    next.document.spec.id === document && next.document.path !== path)).map(({ path }) => path));
  const results: Reconciled[] = [];
  const handle = async (base: DocumentBase | undefined, next: Made | undefined): Promise<void> => {
    const baseBytes = base && baseline?.bytesOf(base.path);
    const sides = { ...(base && { base }), ...(next && { next }), ...(baseBytes && { baseBytes }) };
    const result = await reconcile(sides, folder, tools, moving, baseline === undefined);
    results.push(withNotes(result, base, folder, tracked));
  };
  for (const next of made) await handle(baseOf.get(next.document.spec.id), next);
  for (const base of bases) if (!stays.has(base.document)) await handle(base, undefined);
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
  const others = change.reason === 'deleted' && base ? renamedTo(base, folder, tracked) : otherFormats(change.path, folder, tracked);
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
