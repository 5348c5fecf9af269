import { groupBy } from '../../shared/group-by.ts';
import type { NewLines } from './markdown-new-lines.ts';
import type { Unit } from './markdown-placed-block.ts';
import type { PlacedMarkdown } from './markdown-placed.ts';

/** What becomes of the lines of a file. */
export interface LineChanges {
  readonly removed: ReadonlySet<number>;
  /** By rank: what a line is now, without its line end. */
  readonly replaced: ReadonlyMap<number, string>;
  readonly added: readonly NewLines[];
}

interface Out {
  readonly source: string;
  readonly lineEnd: string;
}

/** A line that stays, or new lines; blank lines between them come and go with what they part. */
interface Solid {
  readonly lines: readonly Out[];
  /** The rank of a line of the file. */
  readonly rank?: number;
  readonly joinsBefore?: boolean;
  readonly joinsAfter?: boolean;
}

const QUOTE = /^[ \t]*(?:>[ \t]?)+/;
const BOX_START = /^ {0,3}:{3,}[ \t]*\S/;
const BOX_END = /^ {0,3}:{3,}[ \t]*$/;
const BLANK = /^[ \t>]*$/;

const firstOf = (solid: Solid | undefined): string => solid?.lines[0]?.source ?? '';
const lastOf = (solid: Solid | undefined): string => solid?.lines.at(-1)?.source ?? '';

/** Tells which lines belong to a block, and which of them need no blank line before. */
function readOwners({ blocks }: PlacedMarkdown) {
  const owned = new Set<number>();
  const units = new Map<number, Unit>();
  const starts = new Set<number>();
  for (const { first, last, unit, isItem, found } of blocks) {
    for (let rank = first; rank < last; rank += 1) owned.add(rank);
    if (isItem || found.kind === 'row') starts.add(first);
    if (units.get(unit.first) !== unit) for (let rank = unit.first; rank < unit.last; rank += 1) units.set(rank, unit);
  }
  return {
    isOwned: (rank: number | undefined): boolean => rank !== undefined && owned.has(rank),
    /** Two items of a list, two rows of a table. */
    isOneUnit: (before: number, rank: number): boolean => starts.has(rank) && units.get(before) === units.get(rank),
  };
}

/**
 * The file with lines taken out and put in. Every other line keeps its bytes. Where lines went, the blank lines on one
 * side go with them; where lines touch that would become one paragraph, a blank one parts them.
 */
export function rebuildLines(placed: PlacedMarkdown, { removed, replaced, added }: LineChanges): string {
  const { text, lines, front } = placed;
  const { isOwned, isOneUnit } = readOwners(placed);
  const lineOf = (rank: number): Out => {
    const line = lines[rank];
    return { source: replaced.get(rank) ?? text.slice(line?.start, line?.end), lineEnd: text.slice(line?.end, line?.next) };
  };
  const usualEnd = lines.length > 0 ? lineOf(0).lineEnd || '\n' : '\n';
  const addedAt = groupBy(added, ({ after }) => after);
  const out: Out[] = [];
  let previous: Solid | undefined;
  /** Blank lines since then, parted where lines went. */
  let blanks: Out[][] = [[]];

  const isBoxLine = ({ rank }: Solid): boolean => rank !== undefined && !isOwned(rank);
  const canTouch = (next: Solid): boolean => {
    if (previous?.joinsAfter || next.joinsBefore) return true;
    return previous?.rank !== undefined && next.rank !== undefined && isOneUnit(previous.rank, next.rank);
  };
  const freshBlank = (next: Solid): Out => {
    const [before, behind] = [lastOf(previous), firstOf(next)].map((line) => QUOTE.exec(line)?.[0].trimEnd() ?? '');
    return { source: before === behind ? before ?? '' : '', lineEnd: previous?.lines.at(-1)?.lineEnd || usualEnd };
  };
  const blanksBefore = (next: Solid): readonly Out[] => {
    const isChanged = blanks.length > 1 || next.rank === undefined || (previous && previous.rank === undefined);
    if (!isChanged) return blanks.flat();
    if (previous === undefined || (isBoxLine(previous) && BOX_START.test(lastOf(previous)))) return blanks[0] ?? [];
    if (isBoxLine(next) && BOX_END.test(firstOf(next))) return blanks.at(-1) ?? [];
    return blanks.find((group) => group.length > 0) ?? (canTouch(next) ? [] : [freshBlank(next)]);
  };
  const put = (next: Solid): void => {
    out.push(...blanksBefore(next), ...next.lines);
    [previous, blanks] = [next, [[]]];
  };
  const putAdded = (rank: number): void => {
    for (const { lines: sources, ...joints } of addedAt.get(rank) ?? []) {
      const lineEnd = out.at(-1)?.lineEnd || usualEnd;
      put({ joinsBefore: joints.joinsBefore, joinsAfter: joints.joinsAfter, lines: sources.map((source) => ({ source, lineEnd })) });
    }
  };

  putAdded(-1);
  for (const rank of lines.keys()) {
    const line = lineOf(rank);
    if (removed.has(rank)) blanks.push([]);
    else if (rank >= front && !isOwned(rank) && BLANK.test(line.source)) blanks.at(-1)?.push(line);
    else put({ rank, lines: [line] });
    putAdded(rank);
  }
  out.push(...(blanks.length > 1 ? blanks.at(-1) ?? [] : blanks.flat()));

  const lastLine = lines.at(-1);
  const hasFinalEnd = lastLine === undefined || lastLine.end < lastLine.next;
  const written = out.map(({ source, lineEnd }, rank) => source + (rank < out.length - 1 || hasFinalEnd ? lineEnd || usualEnd : ''));
  return (text.startsWith('\uFEFF') ? '\uFEFF' : '') + written.join('');
}
