import { createHash } from 'node:crypto';
import { strToU8 } from 'fflate';
import type { Block, Document, IsoDate, Row, Sheet } from '../model.ts';
import { zipFiles } from '../shared/zip.ts';

/**
 * Exactly what was written last time: the bytes of every file, and for texts and tables what they are made of, so that a
 * later merge can tell our words from a person's. One file, `.nec-local/baseline.zip`, replaced by one rename.
 */

/** One document and the bytes that stand for it in the folder. */
export interface WrittenDocument {
  readonly document: Document;
  readonly bytes: Uint8Array;
}

export interface BaselineHead {
  /** Grows when the shape below changes. */
  readonly format: 1;
  readonly tool: string;
  readonly kit: string;
  readonly today: IsoDate;
}

export interface BaselineFile {
  readonly path: string;
  readonly document: string;
  readonly kind: Document['kind'];
  readonly sha256: string;
  /** Texts: each block's id, words and values. */
  readonly blocks?: readonly { readonly id: string; readonly kind: Block['kind']; readonly text: string; readonly values: readonly string[] }[];
  /** Tables: each sheet's columns, and its rows by id. */
  readonly sheets?: readonly { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly Pick<Row, 'id' | 'cells'>[] }[];
}

export interface BaselineManifest extends BaselineHead {
  readonly files: readonly BaselineFile[];
}

/** What the manifest says of one written document. */
export function describeDocument({ document, bytes }: WrittenDocument): BaselineFile {
  const { path, kind, spec } = document;
  const head = { path, document: spec.id, kind, sha256: createHash('sha256').update(bytes).digest('hex') };
  switch (document.kind) {
    case 'text': return { ...head, blocks: document.blocks.map(describeBlock) };
    case 'table': return { ...head, sheets: document.sheets.map(describeSheet) };
    case 'copy': return head;
  }
}

const describeBlock = ({ id, kind, cells, values }: Block) => ({
  id, kind, text: cells.map((runs) => runs.map(({ text }) => text).join('')).join('\t'), values,
});

const describeSheet = ({ name, columns, rows }: Sheet) => ({
  name,
  columns: columns.map(({ key }) => key),
  rows: rows.filter(({ id }) => id !== null).map(({ id, cells }) => ({ id, cells })),
});

/** The bytes of `baseline.zip`: `manifest.json`, then `files/<path>` for each document. Same input, same bytes. */
export function encodeBaseline(head: BaselineHead, written: readonly WrittenDocument[]): Uint8Array {
  const manifest: BaselineManifest = { ...head, files: written.map(describeDocument) };
  return zipFiles({
    'manifest.json': strToU8(JSON.stringify(manifest)),
    ...Object.fromEntries(written.map(({ document, bytes }) => [`files/${document.path}`, bytes])),
  }, 0);
}
