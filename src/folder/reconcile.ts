import type { Change, ConflictPiece, ConflictReason, Document, Note } from '../model.ts';
import { hasOpenConflict, type Place } from './allot-paths.ts';
import { describeDocument, isCopy, sha256, type DocumentBase, type Furniture, type Remembered } from './baseline.ts';
import { asConflict, besideCopy, notMerged, remember, withoutConflict, written } from './lay-beside.ts';
import { contentHash } from './same-content.ts';

/** The folder as it is on the disk. Paths have `/` between parts. */
export interface FolderView {
  kindOf(path: string): 'missing' | 'file' | 'folder' | 'other';
  /** The path of a file as this disk has it: in other letters, or with its accents written the other way. */
  find(path: string): string | undefined;
  /** The bytes of a file. */
  read(path: string): Uint8Array;
  /** SHA-256 of the bytes of a file. */
  hash(path: string): string;
}

/** A document that should be in the folder, with its bytes when they are asked for. */
export interface Made {
  readonly document: Document;
  readonly furniture: Furniture;
  encode(): Promise<Uint8Array>;
}

/** What a three-way merge inside one file gave. `bytes` absent: the person's file says it already. */
export type MergedFile =
  | { readonly kind: 'merged'; readonly bytes?: Uint8Array; readonly pieces: readonly ConflictPiece[]; readonly notes: readonly Note[] }
  | { readonly kind: 'left-alone'; readonly why: ConflictReason };

/** What reconciling needs from the parts that know file formats. */
export interface FileTools {
  isSame(base: DocumentBase, next: Made): boolean;
  merge(base: DocumentBase, mine: Uint8Array, next: Made): Promise<MergedFile>;
}

/** What happens to one file, and what is remembered of it afterwards; nothing is remembered of a file that is removed. */
export interface Reconciled {
  readonly change?: Change;
  readonly remembered?: Remembered;
}

export interface Sides {
  readonly place: Place;
  readonly next?: Made;
  /** Bytes of the base, for copies that stay as they are. */
  readonly baseBytes?: Uint8Array;
}

/**
 * One file, three sides: what was last written (base), what is on the disk, what the kit and the answers give now (next).
 * Nothing that a person wrote is lost: where both sides changed the same thing theirs stays and ours goes beside.
 * @param noMemory the baseline was lost: whose a file is cannot be told
 */
export async function reconcile({ place, next, baseBytes }: Sides, view: FolderView, tools: FileTools, noMemory: boolean): Promise<Reconciled> {
  const { base, from, path } = place;
  const kept = base && remember(base, baseBytes);
  if (base?.conflict && hasOpenConflict(base, view)) {
    const { beside, pieces } = base.conflict;
    const notes: readonly Note[] = from === undefined ? [{ code: 'only-new-version', path: beside }] : [];
    return { change: { path, kind: 'keep', reason: 'open-conflict', beside: { path: beside }, pieces, ...(notes.length > 0 && { notes }) }, ...kept };
  }
  if (!next) return base ? forgotten(base, from, view, kept) : {};
  return base ? known(base, next, place, view, tools, kept) : unknown(next, place, view, noMemory);
}

type Kept = Pick<Reconciled, 'remembered'> | undefined;

/** The kit no longer has it: it goes while it is ours alone. What a person deleted or worked in is remembered, should it come back. */
function forgotten(base: DocumentBase, from: string | undefined, view: FolderView, kept: Kept): Reconciled {
  if (from === undefined) return remember({ ...base, gone: true }, kept?.remembered?.bytes);
  if (view.kindOf(from) === 'file' && view.hash(from) === base.sha256) return { change: { path: from, kind: 'remove' } };
  return { change: { path: from, kind: 'keep', reason: 'orphan' }, ...kept };
}

/** The kit has it for the first time. */
async function unknown(next: Made, { path, isFree }: Place, view: FolderView, noMemory: boolean): Promise<Reconciled> {
  const bytes = await next.encode();
  if (isFree) return { change: { path, kind: 'create', bytes }, ...written(next, bytes) };
  if (view.kindOf(path) === 'file' && view.hash(path) === sha256(bytes)) return { change: { path, kind: 'keep', reason: 'same' }, ...written(next, bytes) };
  return asConflict(next, bytes, noMemory ? 'no-memory' : 'path-taken', view);
}

async function known(base: DocumentBase, next: Made, { from, path, isFree, wanted }: Place, view: FolderView, tools: FileTools, kept: Kept): Promise<Reconciled> {
  const isSame = tools.isSame(base, next);
  if (from === undefined) return deleted(base, next, isSame, kept);
  if (view.kindOf(from) !== 'file') {
    return isSame ? { change: { path, kind: 'keep', reason: 'edited' }, ...kept } : asConflict(next, await next.encode(), 'path-taken', view);
  }
  if (!isFree) return asConflict(next, await next.encode(), 'path-taken', view);
  const taken: readonly Note[] = wanted === undefined ? [] : [{ code: 'name-taken', path: wanted }];
  const place: Where = { path, ...(from !== path && { from, reason: 'renamed' as const }), ...(taken.length > 0 && { notes: taken }) };
  const [hash, content] = [view.hash(from), contentHash(next.document)];
  const [isOurs, isTaken] = [hash === base.sha256, hash === base.declinedSha256];
  const isSettled = isTaken ? base.declined === content : isSame || (!isOurs && base.declined === content);
  if (isSettled) {
    const stays = isTaken ? { ...describeDocument(next.document, next.furniture, undefined), sha256: hash } : withoutConflict(base);
    const change: Change = from === path
      ? { ...place, kind: 'keep', reason: isOurs || isTaken ? 'same' : 'edited' } : { ...place, kind: 'update', bytes: view.read(from) };
    return { change, ...remember({ ...stays, path }, isTaken ? view.read(from) : kept?.remembered?.bytes) };
  }
  if (isOurs || isTaken) {
    const bytes = await next.encode();
    return { change: { ...place, kind: 'update', bytes }, ...written(next, bytes) };
  }
  return edited(base, next, view.read(from), place, view, tools);
}

/** Where a change happens, and what there is to say of it already. */
type Where = Pick<Change, 'path' | 'from' | 'reason' | 'notes'>;

/** A person worked in the file and the kit changed it: the merge decides, and what it cannot decide goes beside. */
async function edited(
  base: DocumentBase, next: Made, mine: Uint8Array, place: Where, view: FolderView, tools: FileTools,
): Promise<Reconciled> {
  const merged = await tools.merge(base, mine, next);
  const needsBytes = merged.kind === 'left-alone' || merged.pieces.length > 0 || isCopy(next.document.kind);
  const bytes = needsBytes ? await next.encode() : undefined;
  if (bytes && sha256(bytes) === sha256(mine)) {
    const change: Change = place.from === undefined ? { ...place, kind: 'keep', reason: 'same' } : { ...place, kind: 'update', bytes: mine };
    return { change, ...written(next, bytes) };
  }
  if (merged.kind === 'left-alone') {
    const beside = asConflict(next, bytes ?? await next.encode(), merged.why, view, { ...place, ...moved(place, mine) });
    return isCopy(next.document.kind) ? besideCopy(beside, next) : notMerged(beside, base, next, bytes ?? await next.encode());
  }
  const { pieces } = merged;
  const notes = [...place.notes ?? [], ...merged.notes];
  const content = merged.bytes ?? (place.from === undefined ? undefined : mine);
  const said = { ...(content && { bytes: content }), ...(notes.length > 0 && { notes }) };
  if (bytes && pieces.length > 0) return asConflict(next, bytes, 'both-changed', view, { ...place, ...said, pieces });
  return { change: { ...place, ...said, ...(content ? { kind: 'merge' } : { kind: 'keep', reason: 'edited' }) }, ...written(next, undefined) };
}

const moved = (place: Pick<Change, 'from'>, mine: Uint8Array): { readonly bytes?: Uint8Array } => (place.from === undefined ? {} : { bytes: mine });

/** Deleted files stay deleted; of each new version the person is told once. */
function deleted(base: DocumentBase, next: Made, isSame: boolean, kept: Pick<Reconciled, 'remembered'> | undefined): Reconciled {
  const { path } = next.document;
  const told = contentHash(next.document);
  const isNews = !isSame && base.told !== told;
  return {
    change: { path, kind: 'keep', reason: 'deleted', ...(isNews && { notes: [{ code: 'deleted-file' }] }) },
    ...remember({ ...withoutConflict(base), gone: true, ...(isNews && { told }) }, kept?.remembered?.bytes),
  };
}
