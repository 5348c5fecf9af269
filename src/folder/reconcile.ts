import type { Change, ConflictPiece, ConflictReason, Document, Note, OpenConflict } from '../model.ts';
import { describeDocument, isCopy, sha256, type BaselineFile, type DocumentBase, type Furniture, type Remembered } from './baseline.ts';
import { besidePath } from './beside.ts';
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
  readonly base?: DocumentBase;
  readonly next?: Made;
  /** Bytes of the base, for copies that stay as they are. */
  readonly baseBytes?: Uint8Array;
}

/**
 * One file, three sides: what was last written (base), what is on the disk, what the kit and the answers give now (next).
 * Nothing that a person wrote is lost: where both sides changed the same thing theirs stays and ours goes beside.
 * @param moving paths that other documents of ours leave in this run: they count as free
 * @param noMemory the baseline was lost: whose a file is cannot be told
 */
export async function reconcile(
  { base, next, baseBytes }: Sides, view: FolderView, tools: FileTools, moving: ReadonlySet<string>, noMemory: boolean,
): Promise<Reconciled> {
  const kept = base && remember(base, baseBytes);
  if (base?.conflict && view.kindOf(base.conflict.beside) === 'file') {
    const { beside, pieces } = base.conflict;
    return { change: { path: base.path, kind: 'keep', reason: 'open-conflict', beside: { path: beside }, pieces }, ...kept };
  }
  if (!next) return base ? forgotten(base, view, kept) : {};
  return base ? known(base, next, view, tools, moving, kept) : unknown(next, view, noMemory);
}

const remember = (file: BaselineFile, bytes?: Uint8Array): { readonly remembered: Remembered } =>
  ({ remembered: { file, ...(bytes && { bytes }) } });

/** The kit no longer has it: it goes while it is ours alone. What a person deleted or worked in is remembered, should it come back. */
function forgotten(base: DocumentBase, view: FolderView, kept: Pick<Reconciled, 'remembered'> | undefined): Reconciled {
  const kind = view.kindOf(base.path);
  if (kind === 'missing') return { ...kept };
  if (kind === 'file' && view.hash(base.path) === base.sha256) return { change: { path: base.path, kind: 'remove' } };
  return { change: { path: base.path, kind: 'keep', reason: 'orphan' }, ...kept };
}

/** The kit has it for the first time. */
async function unknown(next: Made, view: FolderView, noMemory: boolean): Promise<Reconciled> {
  const { path } = next.document;
  const bytes = await next.encode();
  const kind = view.kindOf(path);
  if (kind === 'missing') return { change: { path, kind: 'create', bytes }, ...written(next, bytes) };
  if (kind === 'file' && view.hash(path) === sha256(bytes)) return { change: { path, kind: 'keep', reason: 'same' }, ...written(next, bytes) };
  return asConflict(next, bytes, noMemory ? 'no-memory' : 'path-taken', view);
}

async function known(
  base: DocumentBase, next: Made, view: FolderView, tools: FileTools, moving: ReadonlySet<string>, kept: Pick<Reconciled, 'remembered'> | undefined,
): Promise<Reconciled> {
  const { path } = next.document;
  const isSame = tools.isSame(base, next) || (base.declined !== undefined && base.declined === contentHash(next.document));
  const from = whereIsIt(base, path, view);
  if (from === undefined) return deleted(base, next, isSame, kept);
  if (view.kindOf(from) !== 'file') {
    return isSame ? { change: { path, kind: 'keep', reason: 'edited' }, ...kept } : asConflict(next, await next.encode(), 'path-taken', view);
  }
  const moves = from !== path;
  const isFree = view.kindOf(path) === 'missing' || moving.has(path) || view.find(path) === view.find(from);
  if (moves && !isFree) return asConflict(next, await next.encode(), 'path-taken', view);
  const isOurs = view.hash(from) === base.sha256;
  const place = moves ? { path, from, reason: 'renamed' as const } : { path };
  if (isSame) {
    const change: Change = moves ? { ...place, kind: 'update', bytes: view.read(from) } : { path, kind: 'keep', reason: isOurs ? 'same' : 'edited' };
    return { change, ...remember({ ...withoutConflict(base), path }, kept?.remembered?.bytes) };
  }
  if (isOurs) {
    const bytes = await next.encode();
    return { change: { ...place, kind: 'update', bytes }, ...written(next, bytes) };
  }
  return edited(base, next, view.read(from), place, view, tools);
}

/** A person worked in the file and the kit changed it: the merge decides, and what it cannot decide goes beside. */
async function edited(
  base: DocumentBase, next: Made, mine: Uint8Array, place: Pick<Change, 'path' | 'from' | 'reason'>, view: FolderView, tools: FileTools,
): Promise<Reconciled> {
  const merged = await tools.merge(base, mine, next);
  const needsBytes = merged.kind === 'left-alone' || merged.pieces.length > 0 || isCopy(next.document.kind);
  const bytes = needsBytes ? await next.encode() : undefined;
  if (bytes && sha256(bytes) === sha256(mine)) return { change: { path: place.path, kind: 'keep', reason: 'same' }, ...written(next, bytes) };
  if (merged.kind === 'left-alone') {
    const beside = asConflict(next, bytes ?? await next.encode(), merged.why, view, { ...place, ...moved(place, mine) });
    return isCopy(next.document.kind) ? beside : notMerged(beside, base, next);
  }
  const { pieces, notes } = merged;
  const content = merged.bytes ?? (place.from === undefined ? undefined : mine);
  const said = { ...(content && { bytes: content }), ...(notes.length > 0 && { notes }) };
  if (bytes && pieces.length > 0) return asConflict(next, bytes, 'both-changed', view, { ...place, ...said, pieces });
  return { change: { ...place, ...said, ...(content ? { kind: 'merge' } : { kind: 'keep', reason: 'edited' }) }, ...written(next, undefined) };
}

/** Nothing of the new version is in the person's file: what it was merged from last stays the base of the next merge. */
function notMerged({ change, remembered }: Reconciled, base: DocumentBase, next: Made): Reconciled {
  const file = remembered?.file;
  const conflict = file && file.kind !== 'answers' ? file.conflict : undefined;
  return { ...(change && { change }), ...remember({ ...base, path: next.document.path, declined: contentHash(next.document), ...(conflict && { conflict }) }) };
}

const moved = (place: Pick<Change, 'from'>, mine: Uint8Array): { readonly bytes?: Uint8Array } => (place.from === undefined ? {} : { bytes: mine });

/** Deleted files stay deleted; of each new version the person is told once. */
function deleted(base: DocumentBase, next: Made, isSame: boolean, kept: Pick<Reconciled, 'remembered'> | undefined): Reconciled {
  const { path } = next.document;
  const told = contentHash(next.document);
  const isNews = !isSame && base.told !== told;
  return {
    change: { path, kind: 'keep', reason: 'deleted', ...(isNews && { notes: [{ code: 'deleted-file' }] }) },
    ...remember(isNews ? { ...withoutConflict(base), told } : withoutConflict(base), kept?.remembered?.bytes),
  };
}

/** Where the file of a document is: at the path it had, or where the kit has it now when a person moved it there. */
function whereIsIt(base: DocumentBase, path: string, view: FolderView): string | undefined {
  return [base.path, path].find((candidate) => view.kindOf(candidate) !== 'missing');
}

const written = (next: Made, bytes: Uint8Array | undefined): { readonly remembered: Remembered } =>
  remember(describeDocument(next.document, next.furniture, bytes), bytes);

/** The person's file stays, our whole version goes beside; from now on it is the base: deleting it settles the matter. */
function asConflict(
  next: Made, bytes: Uint8Array, why: ConflictReason, view: FolderView, more: Partial<Change> = {},
): Reconciled {
  const path = more.path ?? next.document.path;
  const beside = besidePath(path, (candidate) => {
    const kind = view.kindOf(candidate);
    return kind === 'missing' || (kind === 'file' && view.hash(candidate) === sha256(bytes));
  });
  const pieces = more.pieces ?? [];
  const conflict: Omit<OpenConflict, 'path'> = { beside, why, pieces };
  const base = describeDocument(next.document, next.furniture, bytes);
  return {
    change: { ...more, path, kind: 'conflict', reason: why, beside: { path: beside, bytes }, pieces },
    ...remember({ ...base, conflict }, bytes),
  };
}

function withoutConflict({ conflict: _, ...base }: DocumentBase): DocumentBase {
  return base as DocumentBase;
}
