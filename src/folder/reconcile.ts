import type { Change, ConflictPiece, ConflictReason, Document, DocumentSpec, Note } from '../model.ts';
import { sha256 } from '../shared/sha256.ts';
import { hasOpenConflict, type Place } from './allot-paths.ts';
import { isCopy, type DocumentBase, type Origin, type Remembered } from './baseline.ts';
import { asConflict, besideCopy, notMerged, withoutConflict, written } from './lay-beside.ts';
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

/** A document that should be in the folder. It is rendered when its content is asked for, and encoded when its bytes are. */
export interface Made extends Origin {
  readonly kind: Document['kind'];
  document(): Promise<Document>;
  encode(): Promise<Uint8Array>;
}

/** A document that the plan gives, before it is known where it goes. */
export interface Wanted {
  readonly spec: DocumentSpec;
  readonly kind: Document['kind'];
  /** Where the kit wants it. */
  readonly path: string;
  at(path: string): Made;
}

/** What a three-way merge inside one file gave. `bytes` absent: the person's file says it already. */
export type MergedFile =
  | { readonly kind: 'merged'; readonly bytes?: Uint8Array; readonly pieces: readonly ConflictPiece[]; readonly notes: readonly Note[] }
  | { readonly kind: 'left-alone'; readonly why: ConflictReason };

/** What was last written of a document. */
export type Written = Remembered<DocumentBase>;

/** What reconciling needs from the parts that know file formats. */
export interface FileTools {
  /** @param path where the file goes: its extension says in which format */
  isSame(base: DocumentBase, next: Made, path: string): Promise<boolean>;
  merge(base: Written, mine: Uint8Array, next: Made): Promise<MergedFile>;
}

/** What happens to one file, and what is remembered of it afterwards; nothing is remembered of a file that is removed. */
export interface Reconciled {
  readonly change?: Change;
  readonly remembered?: Remembered;
}

export interface Sides {
  readonly place: Place;
  readonly next?: Made;
  /** What the base was made of: it goes on as it is while the base does. */
  readonly basePart?: Uint8Array;
}

/**
 * One file, three sides: what was last written (base), what is on the disk, what the kit and the answers give now (next).
 * Nothing that a person wrote is lost: where both sides changed the same thing theirs stays and ours goes beside.
 * @param noMemory the baseline was lost: whose a file is cannot be told
 */
export async function reconcile({ place, next, basePart }: Sides, view: FolderView, tools: FileTools, noMemory: boolean): Promise<Reconciled> {
  const { base, from, path } = place;
  const was: Written | undefined = base && { file: base, ...(basePart && { part: basePart }) };
  if (was && base?.conflict && hasOpenConflict(base, view)) {
    const { beside, pieces } = base.conflict;
    const notes: readonly Note[] = from === undefined ? [{ code: 'only-new-version', path: beside }] : [];
    return { change: { path, kind: 'keep', reason: 'open-conflict', beside: { path: beside }, pieces, ...(notes.length > 0 && { notes }) }, remembered: was };
  }
  if (!next) return was ? forgotten(was, from, view) : {};
  return was ? known(was, next, place, view, tools) : unknown(next, place, view, noMemory);
}

/** The kit no longer has it: it goes while it is ours alone. What a person deleted or worked in is remembered, should it come back. */
function forgotten(was: Written, from: string | undefined, view: FolderView): Reconciled {
  if (from === undefined) return { remembered: { ...was, file: { ...was.file, gone: true } } };
  if (view.kindOf(from) === 'file' && view.hash(from) === was.file.sha256) return { change: { path: from, kind: 'remove' } };
  return { change: { path: from, kind: 'keep', reason: 'orphan' }, remembered: was };
}

/** The kit has it for the first time. */
async function unknown(next: Made, { path, isFree }: Place, view: FolderView, noMemory: boolean): Promise<Reconciled> {
  const bytes = await next.encode();
  if (isFree) return { change: { path, kind: 'create', bytes }, remembered: await written(next, bytes) };
  if (view.kindOf(path) === 'file' && view.hash(path) === sha256(bytes)) return { change: { path, kind: 'keep', reason: 'same' }, remembered: await written(next, bytes) };
  return asConflict(next, bytes, noMemory ? 'no-memory' : 'path-taken', view, { path });
}

async function known(was: Written, next: Made, { from, path, isFree, wanted }: Place, view: FolderView, tools: FileTools): Promise<Reconciled> {
  const base = was.file;
  const isSame = await tools.isSame(base, next, path);
  if (from === undefined) return deleted(was, next, path, isSame);
  const isThere = view.kindOf(from) === 'file';
  if (!isThere && isSame) return { change: { path, kind: 'keep', reason: 'edited' }, remembered: was };
  if (!isThere || !isFree) return asConflict(next, await next.encode(), 'path-taken', view, { path });
  const taken: readonly Note[] = wanted === undefined ? [] : [{ code: 'name-taken', path: wanted }];
  const place: Where = { path, ...(from !== path && { from, reason: 'renamed' as const }), ...(taken.length > 0 && { notes: taken }) };
  const hash = view.hash(from);
  const [isOurs, isTaken] = [hash === base.sha256, hash === base.declinedSha256];
  const isDeclined = base.declined !== undefined && base.declined === contentHash(await next.document());
  if (isTaken ? isDeclined : isSame || (!isOurs && isDeclined)) {
    const { file, part } = isTaken ? await written(next, undefined) : { ...was, file: { ...withoutConflict(base), ...(isSame && originOf(next)) } };
    const change: Change = from === path
      ? { ...place, kind: 'keep', reason: isOurs || isTaken ? 'same' : 'edited' } : { ...place, kind: 'update', bytes: view.read(from) };
    return { change, remembered: { file: { ...file, path, ...(isTaken && { sha256: hash }) }, ...(part && { part }) } };
  }
  if (isOurs || isTaken) {
    const bytes = await next.encode();
    return { change: { ...place, kind: 'update', bytes }, remembered: await written(next, bytes) };
  }
  return edited(was, next, view.read(from), place, view, tools);
}

/** The same content may come from another place now. */
const originOf = ({ madeFrom }: Made): Pick<DocumentBase, 'madeFrom'> => (madeFrom === undefined ? {} : { madeFrom });

/** Where a change happens, and what there is to say of it already. */
type Where = Pick<Change, 'path' | 'from' | 'reason' | 'notes'>;

/** A person worked in the file and the kit changed it: the merge decides, and what it cannot decide goes beside. */
async function edited(was: Written, next: Made, mine: Uint8Array, place: Where, view: FolderView, tools: FileTools): Promise<Reconciled> {
  const merged = await tools.merge(was, mine, next);
  const needsBytes = merged.kind === 'left-alone' || merged.pieces.length > 0 || isCopy(next.kind);
  const bytes = needsBytes ? await next.encode() : undefined;
  if (bytes && sha256(bytes) === sha256(mine)) {
    const change: Change = place.from === undefined ? { ...place, kind: 'keep', reason: 'same' } : { ...place, kind: 'update', bytes: mine };
    return { change, remembered: await written(next, bytes) };
  }
  if (merged.kind === 'left-alone') {
    const ours = bytes ?? await next.encode();
    const beside = await asConflict(next, ours, merged.why, view, { ...place, ...moved(place, mine) });
    return isCopy(next.kind) ? besideCopy(beside, next) : notMerged(beside, was, next, ours);
  }
  const { pieces } = merged;
  const notes = [...place.notes ?? [], ...merged.notes];
  const content = merged.bytes ?? (place.from === undefined ? undefined : mine);
  const said = { ...(content && { bytes: content }), ...(notes.length > 0 && { notes }) };
  if (bytes && pieces.length > 0) return asConflict(next, bytes, 'both-changed', view, { ...place, ...said, pieces });
  return { change: { ...place, ...said, ...(content ? { kind: 'merge' } : { kind: 'keep', reason: 'edited' }) }, remembered: await written(next, undefined) };
}

const moved = (place: Pick<Change, 'from'>, mine: Uint8Array): { readonly bytes?: Uint8Array } => (place.from === undefined ? {} : { bytes: mine });

/** Deleted files stay deleted; of each new version the person is told once. */
async function deleted(was: Written, next: Made, path: string, isSame: boolean): Promise<Reconciled> {
  const told = isSame ? undefined : contentHash(await next.document());
  const isNews = told !== undefined && told !== was.file.told;
  return {
    change: { path, kind: 'keep', reason: 'deleted', ...(isNews && { notes: [{ code: 'deleted-file' }] }) },
    remembered: { ...was, file: { ...withoutConflict(was.file), gone: true, ...(isNews && { told }) } },
  };
}
