import type { Block, FoundBlock } from '../../model.ts';
import { isLittle, isWord, type ReadTokens, type Token } from './tokens.ts';

/** What a block says, ready to be compared with others. */
export interface Gist {
  readonly kind: FoundBlock['kind'];
  readonly texts: readonly string[];
  /** One list per cell. */
  readonly cells: readonly (readonly Token[])[];
  /** The same for all blocks that say the same; empty when there is nothing to recognise them by. */
  readonly key: string;
}

function gistOf(kind: FoundBlock['kind'], texts: readonly string[], read: ReadTokens): Gist {
  const cells = texts.map(read);
  const words = cells.map((tokens) => tokens.map(({ key }) => key).join(' ')).join('\t');
  if (kind === 'rule' && words === '') return { kind, texts, cells, key: 'rule' };
  return { kind, texts, cells, key: isRowGist({ kind }) ? `row\t${words}` : words };
}

export const gistOfBlock = ({ kind, cells }: Block, read: ReadTokens): Gist =>
  gistOf(kind, cells.map((runs) => runs.map(({ text }) => text).join('')), read);

/** What no kit writes says nothing here: it matches nothing. */
export const gistOfFound = ({ kind, cells }: FoundBlock, read: ReadTokens): Gist =>
  (kind === 'other' ? { ...gistOf(kind, cells, read), key: '' } : gistOf(kind, cells, read));

/** A row of a table, titles included. */
export const isRowGist = ({ kind }: Pick<Gist, 'kind'>): boolean => kind === 'row' || kind === 'header-row';

/** All the words of a block in one line. */
export const lineOf = ({ texts }: Gist): string => texts.join(' | ');

/** The words of a block without their order, with how much they tell. */
export interface Bag {
  readonly isRow: boolean;
  readonly counts: ReadonlyMap<string, number>;
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
  readonly size: number;
  /** What stands before a blank: the first cell of a row, the words before « : ». */
  readonly label: string;
}

export function bagOf({ kind, cells }: Gist): Bag {
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  let total = 0;
  let size = 0;
  for (const token of cells.flat()) {
    if (!isWord(token)) continue;
    counts.set(token.key, (counts.get(token.key) ?? 0) + 1);
    const weight = isLittle(token) ? 1 : 3;
    weights.set(token.key, weight);
    total += weight;
    size += 1;
  }
  return { isRow: isRowGist({ kind }), counts, weights, total, size, label: labelOf(kind, cells) };
}

const LONGEST_LABEL = 12;

function labelOf(kind: FoundBlock['kind'], [first = []]: Gist['cells']): string {
  const colon = first.findIndex(({ key }) => key === ':');
  const label = kind === 'row' ? first : first.slice(0, Math.max(colon, 0));
  return label.length <= LONGEST_LABEL ? label.map(({ key }) => key).join(' ') : '';
}
