import type { Change, ConflictReason, OpenConflict } from '../model.ts';
import { describeDocument, sha256, type BaselineFile, type DocumentBase, type Remembered } from './baseline.ts';
import { besidePath } from './beside.ts';
import type { FolderView, Made, Reconciled } from './reconcile.ts';
import { contentHash, followsTheDay } from './same-content.ts';

/** What is remembered of a file after a run, and what becomes of one that is laid beside. */

export const remember = (file: BaselineFile, bytes?: Uint8Array): { readonly remembered: Remembered } =>
  ({ remembered: { file, ...(bytes && { bytes }) } });

/** What we wrote is the base of the next merge. @param bytes what stands for it on the disk, when it is ours alone */
export const written = (next: Made, bytes: Uint8Array | undefined): { readonly remembered: Remembered } =>
  remember(describeDocument(next.document, next.furniture, bytes), bytes);

/** The person's file stays, our whole version goes beside; from now on it is the base: deleting it settles the matter. */
export function asConflict(
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

/** Nothing of the new version is in the person's file: what it was merged from last stays the base of the next merge. */
export function notMerged({ change, remembered }: Reconciled, base: DocumentBase, next: Made, bytes: Uint8Array): Reconciled {
  const file = remembered?.file;
  const conflict = file && file.kind !== 'answers' ? file.conflict : undefined;
  return { ...(change && { change }), ...remember({ ...base, path: next.document.path, declined: contentHash(next.document), declinedSha256: sha256(bytes), ...(conflict && { conflict }) }) };
}

/** A page that follows the day is not laid beside again every day: whoever worked in it keeps their own. */
export function besideCopy({ change, remembered }: Reconciled, next: Made): Reconciled {
  const file = remembered?.file;
  if (!file || file.kind === 'answers' || !followsTheDay(next.document)) return { ...(change && { change }), ...(remembered && { remembered }) };
  return { ...(change && { change }), ...remember({ ...file, declined: contentHash(next.document) }, remembered?.bytes) };
}

/** A file of which there is one version again. */
export function withoutConflict({ conflict: _, gone: __, ...base }: DocumentBase): DocumentBase {
  return base as DocumentBase;
}
