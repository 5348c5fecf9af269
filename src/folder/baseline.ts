import { createHash } from 'node:crypto';
import { strToU8 } from 'fflate';
import type { Block, Document, IsoDate, Sheet } from '../model.ts';
import { zipFiles } from '../shared/zip.ts';

/**
 * Exactly what was written last time: the bytes of every file that people may change, and for texts and tables all that
 * they are made of, so that a later merge can tell our words from a person's. One file, `.nec-local/baseline.zip`,
 * replaced by one rename.
 */

/** `nec-local.yaml`, which people change like any other file. */
export interface AnswersFile {
  readonly kind: 'answers';
  readonly path: string;
}

/** What the tool made, and the bytes that stand for it in the folder. */
export interface WrittenFile {
  readonly made: Document | AnswersFile;
  readonly bytes: Uint8Array;
}

export interface BaselineHead {
  /** Grows when the shape below changes. */
  readonly format: 1;
  readonly tool: string;
  readonly kit: string;
  readonly today: IsoDate;
}

interface FileHead {
  readonly path: string;
  readonly sha256: string;
}

/** `document` is an id of the kit's `documents`. */
export type BaselineFile =
  | FileHead & { readonly kind: 'answers' }
  | FileHead & { readonly kind: 'copy'; readonly document: string }
  | FileHead & { readonly kind: 'text'; readonly document: string; readonly blocks: readonly Block[] }
  | FileHead & { readonly kind: 'table'; readonly document: string; readonly sheets: readonly Sheet[] };

export interface BaselineManifest extends BaselineHead {
  readonly files: readonly BaselineFile[];
}

function describeFile({ made, bytes }: WrittenFile): BaselineFile {
  const head = { path: made.path, sha256: createHash('sha256').update(bytes).digest('hex') };
  switch (made.kind) {
    case 'answers': return { ...head, kind: made.kind };
    case 'copy': return { ...head, kind: made.kind, document: made.spec.id };
    case 'text': return { ...head, kind: made.kind, document: made.spec.id, blocks: made.blocks };
    case 'table': return { ...head, kind: made.kind, document: made.spec.id, sheets: made.sheets };
  }
}

/** The bytes of `baseline.zip`: `manifest.json`, then `files/<path>` for each file. Same input, same bytes. */
export function encodeBaseline(head: BaselineHead, written: readonly WrittenFile[]): Uint8Array {
  const manifest: BaselineManifest = { ...head, files: written.map(describeFile) };
  return zipFiles({
    'manifest.json': strToU8(JSON.stringify(manifest)),
    ...Object.fromEntries(written.map(({ made, bytes }) => [`files/${made.path}`, bytes])),
  }, 0);
}
