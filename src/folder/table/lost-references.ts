import type { CellEdit, FoundSheet, Note } from '../../model.ts';
import type { Pieces } from './pieces.ts';

/** A formula of ours whose row a person took out cannot be written: the cell stays as it is, and is named. */
export function withoutLostReferences(pieces: Pieces, mine: readonly FoundSheet[]): Pieces {
  const ids = new Map(mine.map(({ name, rows }) => [name, new Set(rows.map(({ id }) => id))]));
  for (const { sheet, at, content } of pieces.edits) {
    if ('key' in at && at.key === 'id' && typeof content === 'string') ids.get(sheet)?.add(content);
  }
  const isLost = ({ content }: CellEdit): boolean => referencesOf(content).some(([sheet, id]) => !ids.get(sheet)?.has(id));
  const lost = pieces.edits.filter(isLost);
  return {
    ...pieces,
    edits: pieces.edits.filter((edit) => !isLost(edit)),
    notes: [...pieces.notes, ...lost.map(({ sheet }): Note => ({ code: 'formula-changed', place: `feuille ${sheet}` }))],
  };
}

function referencesOf(content: CellEdit['content']): readonly (readonly [sheet: string, id: string])[] {
  if (content === null || typeof content !== 'object') return [];
  return [...content.formula.matchAll(/\{ref:([^|}]+)\|([^|}]+)\|[^|}]+\}/g)].map(([, sheet = '', id = '']) => [sheet, id]);
}
