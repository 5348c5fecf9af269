import type { Block, Inline } from '../../model.ts';
import { readTokens } from './tokens.ts';

const isWritten = (a: Inline, b: Inline | undefined): boolean =>
  a.text === b?.text && a.strong === b.strong && a.emphasis === b.emphasis && a.link === b.link;
/** Most blocks: nothing changed at all. */
const isWrittenTheSame = (a: Block, b: Block): boolean => a.cells.length === b.cells.length
  && a.cells.every((runs, cell) => runs.length === b.cells[cell]?.length && runs.every((run, rank) => isWritten(run, b.cells[cell]?.[rank])));

const linksOf = ({ cells }: Block): string => JSON.stringify(cells.flat().flatMap(({ link }) => link ?? []));

/** Runs as looks and words: where a run of one look is cut does not count, nor do kinds of spaces and quotes. */
const runsOf = ({ cells }: Block): string => JSON.stringify(cells.map((runs) => runs.flatMap(
  ({ text, strong = false, emphasis = false, link = '' }: Inline) => readTokens(text).map(({ key }) => [key, strong, emphasis, link]),
)));

/** The kit changed how words look, or where they lead: bold, a link. Only asked of blocks of the same words, or of links. */
export function hasOtherLook(base: Block, next: Block, saysTheSame: boolean): boolean {
  if (isWrittenTheSame(base, next)) return false;
  return linksOf(base) !== linksOf(next) || (saysTheSame && runsOf(base) !== runsOf(next));
}
