import { extensionOf } from '../shared/paths.ts';
import type { DocumentBase } from './baseline.ts';
import type { FolderView } from './reconcile.ts';

/** Where one document stands before and after a run. */
export interface Place {
  /** What was last written of it; of a document that took another id, that of the old one. */
  readonly base?: DocumentBase;
  /** Where its file is now; absent: it is gone, or was never there. */
  readonly from?: string;
  readonly path: string;
  /** Nothing of anybody else stands at `path`. */
  readonly isFree: boolean;
  /** The path that the kit gives and that somebody has taken: the file stays where it is. */
  readonly wanted?: string;
}

/**
 * Whose each path is, settled once for all documents before any of them is handled: a kit may rename or swap files, a
 * person may have deleted some or put their own in the way. A path counts as free only when the file there really leaves.
 * @param planned the path of each document that the kit gives now, by id
 */
export function allotPaths(bases: readonly DocumentBase[], planned: ReadonlyMap<string, string>, folder: FolderView): ReadonlyMap<string, Place> {
  const baseOf = inheritIds(bases, planned);
  const owners = ownersOf([...baseOf], folder);
  const exists = (path: string): boolean => folder.kindOf(path) !== 'missing';
  const fileOf = (id: string, base: DocumentBase): string | undefined => {
    if (exists(base.path)) return owners.get(base.path) === id ? base.path : undefined;
    // A person may have given it the kit's new name already.
    const target = planned.get(id);
    return target !== undefined && exists(target) && !owners.has(target) ? target : undefined;
  };
  const files = new Map([...baseOf].map(([id, base]) => [id, fileOf(id, base)] as const));
  const isStuck = stuckMovers(baseOf, files, planned, folder);
  const leaving = new Set([...files].flatMap(([id, from]) => (from !== undefined && leaves(id, from, baseOf, planned, folder) && !isStuck(id) ? [from] : [])));

  const places = new Map<string, Place>();
  for (const id of new Set([...planned.keys(), ...baseOf.keys()])) {
    const [base, from, target] = [baseOf.get(id), files.get(id), planned.get(id)];
    const stays = from !== undefined && (target === undefined || (base && hasOpenConflict(base, folder)) || (isStuck(id) && extensionOf(from) === extensionOf(target)));
    const path = stays ? from : target ?? base?.path ?? '';
    const isFree = from === path || !exists(path) || leaving.has(path) || (from !== undefined && folder.find(path) === folder.find(from));
    places.set(id, { path, isFree, ...(base && { base }), ...(from !== undefined && { from }), ...(stays && isStuck(id) && target !== undefined && { wanted: target }) });
  }
  return places;
}

export const hasOpenConflict = ({ conflict }: DocumentBase, folder: FolderView): boolean =>
  conflict !== undefined && folder.kindOf(conflict.beside) === 'file';

type Bases = ReadonlyMap<string, DocumentBase>;

/** By the id that a document has now: a new id at the path of one that goes is the same document, whatever the kit forgot to say. */
function inheritIds(bases: readonly DocumentBase[], planned: ReadonlyMap<string, string>): Bases {
  const known = new Set(bases.map(({ document }) => document));
  const heirs = new Map([...planned].flatMap(([id, path]) => (known.has(id) ? [] : [[path, id] as const])));
  return new Map(bases.map((base) => {
    const heir = planned.has(base.document) ? undefined : heirs.get(base.path);
    return [heir ?? base.document, base];
  }));
}

/** Whose the file at a path is, when several documents were there: that of the one that did not lose its own. */
function ownersOf(bases: readonly (readonly [string, DocumentBase])[], folder: FolderView): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const [gone, present] = [bases.filter(([, base]) => base.gone), bases.filter(([, base]) => !base.gone)];
  for (const [id, { path }] of [...gone, ...present]) if (folder.kindOf(path) !== 'missing') owners.set(path, id);
  return owners;
}

/** True for a file that is not where it was after the run: it moves, or the kit takes away what is its own. */
function leaves(id: string, from: string, bases: Bases, planned: ReadonlyMap<string, string>, folder: FolderView): boolean {
  const [base, target] = [bases.get(id), planned.get(id)];
  if (!base || hasOpenConflict(base, folder)) return false;
  return target === undefined ? folder.kindOf(from) === 'file' && folder.hash(from) === base.sha256 : target !== from;
}

/** Documents that cannot go where the kit wants them: each one that stays may be in the way of the next. */
function stuckMovers(
  bases: Bases, files: ReadonlyMap<string, string | undefined>, planned: ReadonlyMap<string, string>, folder: FolderView,
): (id: string) => boolean {
  const leaving = new Map([...files].flatMap(([id, from]) => (from !== undefined && leaves(id, from, bases, planned, folder) ? [[id, from] as const] : [])));
  const stuck = new Set<string>();
  for (let settled = false; !settled;) {
    settled = true;
    const free = new Set(leaving.values());
    for (const [id, from] of leaving) {
      const target = planned.get(id);
      const isTaken = target !== undefined && folder.kindOf(target) !== 'missing' && !free.has(target) && folder.find(target) !== folder.find(from);
      if (!isTaken) continue;
      stuck.add(id);
      leaving.delete(id);
      settled = false;
    }
  }
  return (id) => stuck.has(id);
}
