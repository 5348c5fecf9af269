import { createHash } from 'node:crypto';
import { strToU8 } from 'fflate';
import type { Block, Document, IsoDate, OpenConflict, Sheet, WrittenItem } from '../model.ts';
import { zipFiles } from '../shared/zip.ts';
import { ANSWERS_FILE } from './paths.ts';

/**
 * What was written last time: for texts and tables all that they are made of, so that a merge can tell our words from a
 * person's; for answers and copies their bytes. One file, `.nec-local/baseline.zip`, replaced by one rename.
 */

export interface BaselineHead {
  /** Grows when the shape below changes: a tool that does not know it must not touch the folder. */
  readonly format: 1;
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

interface DocumentHead extends FileHead, Partial<Furniture> {
  /** An id of the kit's `documents`. */
  readonly document: string;
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
export type TextBase = DocumentHead & { readonly kind: 'text'; readonly blocks: readonly Block[] };
export type TableBase = DocumentHead & { readonly kind: 'table'; readonly sheets: readonly Sheet[] };
export type CopyBase = DocumentHead & { readonly kind: 'copy' };
export type CalendarBase = DocumentHead & { readonly kind: 'calendar'; readonly name: string; readonly items: readonly WrittenItem[] };
export type DocumentBase = TextBase | TableBase | CopyBase | CalendarBase;

/** A copy is one block: where somebody worked in it, it is not merged. */
export const isCopy = (kind: DocumentBase['kind']): boolean => kind === 'copy' || kind === 'calendar';
export type BaselineFile = AnswersBase | DocumentBase;

export interface BaselineManifest extends BaselineHead {
  readonly files: readonly BaselineFile[];
}

/** A file to remember; `bytes` of answers and copies are kept, those of texts and tables are not needed. */
export interface Remembered {
  readonly file: BaselineFile;
  readonly bytes?: Uint8Array;
}

export interface Baseline extends BaselineManifest {
  /** The bytes of answers and copies as they were written. */
  bytesOf(path: string): Uint8Array | undefined;
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A document as the baseline keeps it. @param bytes what stands for it on the disk, when it is ours alone */
export function describeDocument(document: Document, { title, footer }: Furniture, bytes: Uint8Array | undefined): DocumentBase {
  const head = { path: document.path, sha256: bytes ? sha256(bytes) : '', document: document.spec.id, title, footer };
  switch (document.kind) {
    case 'copy': return { ...head, kind: 'copy' };
    case 'calendar': return { ...head, kind: 'calendar', name: document.name, items: document.items };
    case 'text': return { ...head, kind: 'text', blocks: document.blocks };
    case 'table': return { ...head, kind: 'table', sheets: document.sheets };
  }
}

/** The answers as they stand at the end of a run: the next one tells by them what changed. */
export function rememberAnswers(bytes: Uint8Array): Remembered {
  return { file: { kind: 'answers', path: ANSWERS_FILE, sha256: sha256(bytes) }, bytes };
}

/** Where in the zip the bytes of a file lie. */
export const bytesPath = (path: string): string => `files/${path}`;
const keepsBytes = ({ kind }: BaselineFile): boolean => kind === 'answers' || kind === 'copy';

/** The bytes of `baseline.zip`: `manifest.json`, then `files/<path>` for answers and copies. Same input, same bytes. */
export function encodeBaseline(head: BaselineHead, remembered: readonly Remembered[]): Uint8Array {
  const manifest: BaselineManifest = { ...head, files: remembered.map(({ file }) => file) };
  const kept = remembered.flatMap(({ file, bytes }) => (bytes && keepsBytes(file) ? [[bytesPath(file.path), bytes] as const] : []));
  return zipFiles({ 'manifest.json': strToU8(JSON.stringify(manifest)), ...Object.fromEntries(kept) }, 0);
}
