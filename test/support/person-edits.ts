import type { Block, BlockKind, FoundBlock } from '../../src/model.ts';

/**
 * What people do to a document, told so that it can be done to any version of it. Done to what was written it gives a
 * person's file; done to what the kit gives now it gives what a merge should come to. Nothing here knows the merge.
 */

/** A paragraph, item or row, and what it is made of. */
export interface Line {
  /** Ids of the kit's blocks in it; none: the person's own. */
  readonly ids: readonly string[];
  readonly kind: BlockKind;
  readonly depth: number;
  readonly cells: readonly string[];
  /** The values of the plan in it, in the order of its block. */
  readonly values: readonly string[];
}

export type Page = readonly Line[];

/** `undefined`: it cannot be done to this version, for its words are others. */
export type Edit = (page: Page) => Page | undefined;

export interface PersonEdit {
  readonly name: string;
  /** The block whose words it changes; absent: only whole blocks come, go or move. */
  readonly id?: string;
  readonly edit: Edit;
}

const isRow = (kind: BlockKind): boolean => kind === 'row' || kind === 'header-row';

export const pageOf = (blocks: readonly Block[]): Page => blocks.map(({ id, kind, depth, cells, values }) => {
  const texts = cells.map((runs) => runs.map(({ text }) => text).join(''));
  return { ids: [id], kind, depth, values, cells: isRow(kind) ? texts : [texts.join('')] };
});

export const foundOf = (page: Page): readonly FoundBlock[] => page.map(({ kind, depth, cells }) => ({ kind, depth, cells, pinned: false }));

const at = (page: Page, id: string): number => page.findIndex((line) => line.ids.includes(id));

/** Changes the line of one block. */
function onLine(id: string, change: (line: Line) => Line | readonly Line[] | undefined): Edit {
  return (page) => {
    const index = at(page, id);
    const line = page[index];
    const changed = line && change(line);
    return changed && page.toSpliced(index, 1, ...[changed].flat());
  };
}

const onCell = (id: string, cell: number, change: (text: string, line: Line) => string | undefined): Edit => onLine(id, (line) => {
  const changed = change(line.cells[cell] ?? '', line);
  return changed === undefined ? undefined : { ...line, cells: line.cells.with(cell, changed) };
});

/** Once, and not in a value: a word of the sentence. */
const standsOnce = (text: string, word: string): boolean => text.split(word).length === 2;

export const replaceWord = (id: string, cell: number, word: string, by: string): PersonEdit => ({
  name: 'a word', id, edit: onCell(id, cell, (text, { values }) =>
    (standsOnce(text, word) && !values.some((value) => value.includes(word)) ? text.replace(word, () => by) : undefined)),
});

export const appendSentence = (id: string, cell: number, words: string): PersonEdit => (
  { name: 'a sentence after', id, edit: onCell(id, cell, (text) => `${text}${words}`) });
export const prependSentence = (id: string, cell: number, words: string): PersonEdit => (
  { name: 'a sentence before', id, edit: onCell(id, cell, (text) => `${words}${text}`) });

/** Everything but the value of this rank is written anew. */
export const rewriteAround = (id: string, rank: number, before: string, after: string): PersonEdit => ({
  name: 'around a value', id, edit: onCell(id, 0, (text, { values }) => {
    const value = values[rank];
    return value !== undefined && text.includes(value) ? `${before}${value}${after}` : undefined;
  }),
});

/** A text with a sign for each value: what the kit's author wrote. */
export const frameOf = ({ cells, values }: Line): string =>
  [...values].sort((a, b) => b.length - a.length).reduce((frame, value) => frame.replaceAll(value, '#'), cells.join(' | '));

export const typeOver = (id: string, cell: number, value: string, by: string): PersonEdit => ({
  name: 'over a value', id, edit: onCell(id, cell, (text) => (standsOnce(text, value) ? text.replace(value, () => by) : undefined)),
});

export const dropSentence = (id: string, rank: number): PersonEdit => ({
  name: 'a sentence less', id, edit: onCell(id, 0, (text) => {
    const sentences = text.split(/(?<=\.) /);
    return sentences.length > rank && sentences.length > 1 ? sentences.toSpliced(rank, 1).join(' ') : undefined;
  }),
});

/** Kinds of spaces, apostrophes and quotes, as programs change them: never an edit. */
export const retype = (change: (text: string) => string): PersonEdit => ({
  name: 'marks', edit: (page) => page.map((line) => ({ ...line, cells: line.cells.map(change) })),
});

export const changeKind = (id: string, kind: BlockKind): PersonEdit => ({ name: 'kind', edit: onLine(id, (line) => ({ ...line, kind, depth: 0 })) });

export const remove = (ids: readonly string[]): PersonEdit => (
  { name: 'less', edit: (page) => page.filter((line) => !line.ids.some((id) => ids.includes(id))) });

export const insertAfter = (id: string, line: Omit<Line, 'ids' | 'values'>): PersonEdit => ({
  name: 'more', edit: (page) => {
    const index = at(page, id);
    return index < 0 ? page : page.toSpliced(index + 1, 0, { ...line, ids: [], values: [] });
  },
});

/** Moves blocks behind another one; those that this version does not have are not missed. */
export const moveAfter = (ids: readonly string[], target: string): PersonEdit => ({
  name: 'elsewhere', edit: (page) => {
    const moved = page.filter((line) => line.ids.some((id) => ids.includes(id)));
    const rest = page.filter((line) => !moved.includes(line));
    const index = at(rest, target);
    return index < 0 ? undefined : rest.toSpliced(index + 1, 0, ...moved);
  },
});

export const splitAfter = (id: string, rank: number): PersonEdit => ({
  name: 'in two', id, edit: onLine(id, (line) => {
    const sentences = (line.cells[0] ?? '').split(/(?<=\.) /);
    if (sentences.length <= rank + 1) return undefined;
    const part = (from: number, to?: number): Line => ({ ...line, cells: [sentences.slice(from, to).join(' ')] });
    return [part(0, rank + 1), part(rank + 1)];
  }),
});

export const joinWithNext = (id: string, next: string): PersonEdit => ({
  name: 'as one', id, edit: (page) => {
    const [index, after] = [at(page, id), at(page, next)];
    const [one, other] = [page[index], page[after]];
    if (!one || !other || after <= index || page.slice(index, after).some(({ ids }) => ids.length === 0)) return undefined;
    return page.toSpliced(after, 1).toSpliced(index, 1, {
      ...one, ids: [...one.ids, ...other.ids], values: [...one.values, ...other.values], cells: [`${one.cells[0]} ${other.cells[0]}`],
    });
  },
});
