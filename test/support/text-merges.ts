import { mergeText, type TextMerge } from '../../src/folder/merge-text.ts';
import type { Block, BlockKind, FoundBlock, Inline } from '../../src/model.ts';
import { applyEdits, asFound } from '../../src/shared/apply-edits.ts';

export const OLD = 'jeudi 14 octobre 2027';
export const NEW = 'jeudi 4 novembre 2027';

/** A block of the kit; words in braces are values of the plan. */
export function block(id: string, words: string, kind: BlockKind = 'paragraph', look: Omit<Inline, 'text'> = {}, depth = 0): Block {
  const values = [...words.matchAll(/\{([^}]*)\}/g)].map(([, value = '']) => value);
  const cells = words.replaceAll(/[{}]/g, '').split(' | ').map((text) => [{ text, ...look }]);
  return { id, kind, cells: kind === 'rule' ? [] : cells, values, depth };
}
export const found = (words: string, kind: FoundBlock['kind'] = 'paragraph', more: Partial<FoundBlock> = {}): FoundBlock => (
  { kind, depth: 0, cells: words.split(' | '), pinned: false, ...more });
export const written = (blocks: readonly Block[]): readonly FoundBlock[] => blocks.map(asFound);

export type Merged = Extract<TextMerge, { kind: 'merged' }>;
export function merge(base: readonly Block[], mine: readonly FoundBlock[], next: readonly Block[]): Merged & { readonly reads: readonly string[] } {
  const result = mergeText(base, mine, next);
  if (result.kind !== 'merged') throw new Error(result.why);
  return { ...result, reads: applyEdits(mine, result.edits).map(({ cells }) => cells.join(' | ')) };
}

/** One paragraph between two that nobody touches. */
export const between = (words: string): readonly Block[] => [block('s.p1', 'Au début du texte.'), block('s.p2', words), block('s.p3', 'À la fin du texte.')];
export function mergeOne(base: string, mine: string, next: string): { readonly words: string; readonly conflicts: number; readonly notes: readonly string[] } {
  const file = written(between(base)).with(1, found(mine));
  const { reads, conflicts, notes } = merge(between(base), file, between(next));
  return { words: reads[1] ?? '', conflicts: conflicts.length, notes: notes.map(({ code }) => code) };
}

export const NOTE: readonly Block[] = [
  block('titre', 'Note de cadrage', 'title'),
  block('but', 'Pourquoi cet événement', 'heading'),
  block('but.p1', 'Nous voulons réunir celles et ceux qui aident les autres avec le numérique.'),
  block('but.p2', `La rencontre a lieu le {${OLD}}, à la mairie.`),
  block('etapes', 'Les étapes', 'heading'),
  block('etapes.p1', 'Étape | Échéance', 'header-row'),
  block('jalon-a', 'Écrire la note | {3 mai 2027}', 'row'),
  block('jalon-b', 'Ouvrir les inscriptions | {9 juillet 2027}', 'row'),
  block('argent', 'L’argent', 'heading'),
  block('argent.p1', 'La collectivité apporte {1 500 €}.'),
  block('argent.p2', 'Préfecture', 'item'),
  block('argent.p3', 'Région', 'item'),
];
/** The kit's blocks with other words under some ids; null: gone. */
export const changed = (changes: Readonly<Record<string, string | null>>, blocks: readonly Block[] = NOTE): readonly Block[] =>
  blocks.flatMap((one) => {
    const words = changes[one.id];
    if (words === null) return [];
    return [words === undefined ? one : block(one.id, words, one.kind)];
  });
export const after = (id: string, added: Block, blocks: readonly Block[] = NOTE): readonly Block[] =>
  blocks.flatMap((one) => (one.id === id ? [one, added] : [one]));
export const MOVED = changed({ 'but.p2': `La rencontre a lieu le {${NEW}}, à la mairie.`, 'jalon-a': 'Écrire la note | {24 mai 2027}', 'jalon-b': 'Ouvrir les inscriptions | {30 juillet 2027}' });
export const at = (words: string): number => NOTE.findIndex((one) => asFound(one).cells.join(' | ').startsWith(words));
