import type { CellEdit, FoundSheet, Note, Sheet } from '../../model.ts';
import type { Pieces } from './pieces.ts';

/** The ids of the rows of each sheet. */
export type KnownRows = ReadonlyMap<string, ReadonlySet<string | null>>;

/** A formula of ours whose row a person took out cannot be written: the cell stays as it is, and is named. */
export function withoutLostReferences(pieces: Pieces, mine: readonly FoundSheet[]): Pieces {
  const known = knownRows(mine, pieces.edits);
  const lost = pieces.edits.filter(({ content }) => isLost(content, known));
  return {
    ...pieces,
    edits: pieces.edits.filter(({ content }) => !isLost(content, known)),
    notes: [...pieces.notes, ...lost.map(({ sheet }): Note => ({ code: 'formula-changed', place: `feuille ${sheet}` }))],
  };
}

/** Those that stand there, and those that edits write. */
export function knownRows(sheets: readonly (FoundSheet | Sheet)[], edits: readonly CellEdit[]): KnownRows {
  const ids = new Map(sheets.map(({ name, rows }) => [name, new Set(rows.map(({ id }) => id))]));
  for (const { sheet, at, content } of edits) {
    if ('key' in at && at.key === 'id' && typeof content === 'string') ids.get(sheet)?.add(content);
  }
  return ids;
}

/** It names a row that is not there. */
export const isLost = (content: CellEdit['content'], known: KnownRows): boolean =>
  referencesOf(content).some(([sheet, id]) => !known.get(sheet)?.has(id));

function referencesOf(content: CellEdit['content']): readonly (readonly [sheet: string, id: string])[] {
  if (content === null || typeof content !== 'object') return [];
  return [...content.formula.matchAll(/\{ref:([^|}]+)\|([^|}]+)\|[^|}]+\}/g)].map(([, sheet = '', id = '']) => [sheet, id]);
}
