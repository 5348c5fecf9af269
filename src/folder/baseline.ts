import { strToU8 } from 'fflate';
import type { Document, IsoDate, OpenConflict } from '../model.ts';
import { sha256 } from '../shared/sha256.ts';
import { zipFiles } from '../shared/zip.ts';
import { encodeContent } from './content.ts';
import { ANSWERS_FILE } from './paths.ts';

/**
 * What was written last time: for texts and tables all that they are made of, so that a merge can tell our words from a
 * person's; for answers and copies their bytes. One file, `.nec-local/baseline.zip`, replaced by one rename. It holds a
 * list of files, and for each a part that is read only when something has to be compared with it.
 */

export interface BaselineHead {
  /** Grows when the shape below changes: a tool that does not know it must not touch the folder. */
  readonly format: 2;
  readonly tool: string;
  readonly kit: string;
  readonly today: IsoDate;
}

interface FileHead {
  readonly path: string;
  /** Of the bytes that were written; empty when the file on the disk was never ours alone. */
  readonly sha256: string;
}

/** What stands around the content of a document: the title of the file, the foot of its pages. */
export interface Furniture {
  readonly title: string;
  readonly footer: string;
}

/** Where the content of a document comes from. */
export interface Origin {
  readonly furniture: Furniture;
  /** Names all that the content follows from: where two are the same, so are the contents. Absent: only comparing tells. */
  readonly madeFrom?: string;
}

export interface DocumentBase extends FileHead, Partial<Furniture> {
  readonly kind: Document['kind'];
  /** An id of the kit's `documents`. */
  readonly document: string;
  /** SHA-256 of its part: see `content.ts`. */
  readonly content: string;
  readonly madeFrom?: string;
  /** Open while `beside` exists. */
  readonly conflict?: Omit<OpenConflict, 'path'>;
  /** The new version of a deleted file that the person was told of: `contentHash`. Nobody is told twice. */
  readonly told?: string;
  /** The new version that could not be merged and went beside, by its `contentHash`: the person may do without it. The base is still the older one. */
  readonly declined?: string;
  /** SHA-256 of that version as it was laid beside: whoever puts it in the place of their own has it all. */
  readonly declinedSha256?: string;
  /** The person deleted its file: what stands at its path may be another's. */
  readonly gone?: boolean;
}

export type AnswersBase = FileHead & { readonly kind: 'answers' };
export type BaselineFile = AnswersBase | DocumentBase;

/** A copy is one block: where somebody worked in it, it is not merged. */
export const isCopy = (kind: DocumentBase['kind']): boolean => kind === 'copy' || kind === 'calendar';

export interface BaselineManifest extends BaselineHead {
  readonly files: readonly BaselineFile[];
}

/** A file to remember, with its part: the bytes of answers, the content of a document. */
export interface Remembered<File extends BaselineFile = BaselineFile> {
  readonly file: File;
  readonly part?: Uint8Array;
}

export interface Baseline extends BaselineManifest {
  partOf(file: BaselineFile): Uint8Array | undefined;
}

/** A document as the baseline keeps it. @param bytes what stands for it on the disk, when it is ours alone */
export function rememberDocument(document: Document, { furniture: { title, footer }, madeFrom }: Origin, bytes: Uint8Array | undefined): Remembered<DocumentBase> {
  const part = encodeContent(document);
  const file: DocumentBase = {
    path: document.path, sha256: bytes ? sha256(bytes) : '', kind: document.kind, document: document.spec.id, title, footer,
    content: sha256(part), ...(madeFrom !== undefined && { madeFrom }),
  };
  return { file, part };
}

/** The answers as they stand at the end of a run: the next one tells by them what changed. */
export function rememberAnswers(bytes: Uint8Array): Remembered {
  return { file: { kind: 'answers', path: ANSWERS_FILE, sha256: sha256(bytes) }, part: bytes };
}

/** A file of the baseline as the next one may keep it. */
export function rememberAsWas(file: BaselineFile, baseline: Pick<Baseline, 'partOf'>): Remembered {
  const part = baseline.partOf(file);
  return { file, ...(part && { part }) };
}

/** The bytes of `nec-local.yaml` at the end of the last run. */
export function lastAnswers(baseline: Baseline | undefined): Uint8Array | undefined {
  const file = baseline?.files.find(({ kind }) => kind === 'answers');
  return file && baseline?.partOf(file);
}

/** Where in the zip the part of a file lies. */
export const partPath = (file: BaselineFile): string => (file.kind === 'answers' ? `files/${ANSWERS_FILE}` : `documents/${file.document}`);

/** What is to be remembered, as it would be read back. */
export function asBaseline(head: BaselineHead, remembered: readonly Remembered[]): Baseline {
  const parts = new Map(remembered.map(({ file, part }) => [partPath(file), part]));
  return { ...head, files: remembered.map(({ file }) => file), partOf: (file) => parts.get(partPath(file)) };
}

/** The bytes of `baseline.zip`: `manifest.json`, then the part of each file. Same input, same bytes. */
export function encodeBaseline(head: BaselineHead, remembered: readonly Remembered[]): Uint8Array {
  const manifest: BaselineManifest = { ...head, files: remembered.map(({ file }) => file) };
  const parts = remembered.flatMap(({ file, part }) => (part ? [[partPath(file), part] as const] : []));
  return zipFiles({ 'manifest.json': strToU8(JSON.stringify(manifest)), ...Object.fromEntries(parts) }, 0);
}
