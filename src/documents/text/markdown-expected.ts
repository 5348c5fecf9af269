import type { FoundBlock } from '../../model.ts';
import { isListed, isRow } from '../../shared/block-kinds.ts';

type Reading = Pick<FoundBlock, 'kind' | 'depth' | 'cells'>;

/** Spaces that Markdown has no way to write, and line breaks where there can be none, make no difference. */
function plainWords(kind: FoundBlock['kind'], words: string): string {
  const isOneLine = kind !== 'other' && (isRow(kind) || ['title', 'heading', 'subheading'].includes(kind));
  const lines = words.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n').trim();
  return isOneLine ? lines.replaceAll('\n', ' ') : lines;
}

/** Blocks as Markdown can say them: without empty paragraphs, no item deeper than one step under the item before. */
function readingsOf(blocks: readonly FoundBlock[]): readonly (Reading & { readonly block: FoundBlock })[] {
  const readings: (Reading & { readonly block: FoundBlock })[] = [];
  let deepest = 0;
  for (const block of blocks) {
    const { kind, depth } = block;
    const cells = block.cells.map((cell) => plainWords(kind, cell));
    if (kind !== 'rule' && kind !== 'row' && cells.every((text) => text === '')) continue;
    const isItem = kind !== 'other' && isListed(kind);
    const clamped = isItem ? Math.min(depth, deepest) : 0;
    readings.push({ block, kind, depth: clamped, cells });
    deepest = isItem ? clamped + 1 : 0;
  }
  return readings;
}

/**
 * True when a file says what it should after a patch.
 * @param free items of `expected` whose depth is free
 */
export function readsAs(found: readonly FoundBlock[], expected: readonly FoundBlock[], free: ReadonlySet<FoundBlock> = new Set()): boolean {
  const [now, then] = [readingsOf(found), readingsOf(expected)];
  return now.length === then.length && now.every(({ kind, depth, cells }, rank) => {
    const one = then[rank];
    return one !== undefined && kind === one.kind && (depth === one.depth || free.has(one.block))
      && cells.length === one.cells.length && cells.every((words, cell) => words === one.cells[cell]);
  });
}
