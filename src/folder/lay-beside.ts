import type { Change, ConflictReason, OpenConflict } from '../model.ts';
import { sha256 } from '../shared/sha256.ts';
import { rememberDocument, type DocumentBase } from './baseline.ts';
import { besidePath } from './beside.ts';
import type { FolderView, Made, Reconciled, Written } from './reconcile.ts';
import { contentHash, followsTheDay } from './same-content.ts';

/** What is remembered of a file after a run, and what becomes of one that is laid beside. */

/** What we wrote is the base of the next merge. @param bytes what stands for it on the disk, when it is ours alone */
export const written = async (next: Made, bytes: Uint8Array | undefined): Promise<Written> => rememberDocument(await next.document(), next, bytes);

/** A change, and what is remembered of a document that has one. */
interface Beside extends Reconciled {
  readonly change: Change;
  readonly remembered: Written;
}

/** The person's file stays, our whole version goes beside; from now on it is the base: deleting it settles the matter. */
export async function asConflict(
  next: Made, bytes: Uint8Array, why: ConflictReason, view: FolderView, more: Partial<Change> & Pick<Change, 'path'>,
): Promise<Beside> {
  const beside = besidePath(more.path, (candidate) => {
    const kind = view.kindOf(candidate);
    return kind === 'missing' || (kind === 'file' && view.hash(candidate) === sha256(bytes));
  });
  const pieces = more.pieces ?? [];
  const conflict: Omit<OpenConflict, 'path'> = { beside, why, pieces };
  return {
    change: { ...more, kind: 'conflict', reason: why, beside: { path: beside, bytes }, pieces },
    remembered: withKeys(await written(next, bytes), { conflict }),
  };
}

const withKeys = (remembered: Written, more: Partial<DocumentBase>): Written => ({ ...remembered, file: { ...remembered.file, ...more } });

/** Nothing of the new version is in the person's file: what it was merged from last stays the base of the next merge. */
export async function notMerged({ change, remembered: { file: { path, conflict } } }: Beside, was: Written, next: Made, bytes: Uint8Array): Promise<Reconciled> {
  const declined = { declined: contentHash(await next.document()), declinedSha256: sha256(bytes) };
  return { change, remembered: withKeys(was, { path, ...declined, ...(conflict && { conflict }) }) };
}

/** A page that follows the day is not laid beside again every day: whoever worked in it keeps their own. */
export async function besideCopy({ change, remembered }: Beside, next: Made): Promise<Reconciled> {
  const document = await next.document();
  return { change, remembered: followsTheDay(document) ? withKeys(remembered, { declined: contentHash(document) }) : remembered };
}

/** A file of which there is one version again. */
export function withoutConflict({ conflict: _, gone: __, ...base }: DocumentBase): DocumentBase {
  return base;
}
