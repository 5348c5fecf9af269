import type { Line } from './markdown-lines.ts';

/** Where the parser's words of one paragraph or cell stand in the file. */
export interface Place {
  /**
   * From an offset in those words to one in the file. What lies between two offsets in the words lies between the two in
   * the file, with line ends, the marks of the lists and quotes around, and the backslash of a `|` in a table.
   */
  readonly at: (offset: number) => number;
  readonly start: number;
  readonly end: number;
}

interface Step {
  readonly from: number;
  readonly at: number;
}

/** Offsets count on from the last step at or before them. */
function placeBy(steps: readonly Step[], length: number, end: number): Place {
  const at = (offset: number): number => {
    if (offset >= length) return end;
    let [low, high] = [0, steps.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((steps[middle]?.from ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (steps[low]?.at ?? 0) + offset - (steps[low]?.from ?? 0);
  };
  return { at, start: at(0), end };
}

const withoutSpacesBehind = (line: string): string => line.replace(/[ \t\f\v]+$/, '');

/** A paragraph: each of its lines ends a line of the file. Undefined when one does not. */
export function placeParagraph(text: string, lines: readonly Line[], content: string): Place | undefined {
  const parts = content.split('\n');
  if (parts.length !== lines.length) return undefined;
  const steps: Step[] = [];
  let [from, end] = [0, 0];
  for (const [rank, part] of parts.entries()) {
    const { start = 0, end: lineEnd = 0 } = lines[rank] ?? {};
    const line = rank < parts.length - 1 ? text.slice(start, lineEnd) : withoutSpacesBehind(text.slice(start, lineEnd));
    const words = part.replace(/^[ \t]+/, '');
    if (!line.endsWith(words)) return undefined;
    end = start + line.length;
    if (rank > 0) steps.push({ from: from - 1, at: lines[rank - 1]?.end ?? 0 });
    steps.push({ from: from + part.length - words.length, at: end - words.length });
    from += part.length + 1;
  }
  return placeBy(steps, content.length, end);
}

/** A heading with its marks before the words. */
export function placeHeading(text: string, { start, end }: Line, content: string, level: number): Place | undefined {
  const line = text.slice(start, end);
  const marks = line.indexOf('#'.repeat(level));
  const words = marks + level + (/^[ \t]*/.exec(line.slice(marks + level))?.[0].length ?? 0);
  if (marks === -1 || !line.startsWith(content, words)) return undefined;
  return placeBy([{ from: 0, at: start + words }], content.length, start + words + content.length);
}

/** The cells of a table row. Undefined when they do not read as the parser read them. */
export function placeRow(text: string, { start, end }: Line, contents: readonly string[]): readonly Place[] | undefined {
  const row = text.slice(start, end).replace(/^[ \t>]*/, '').trim();
  const rowStart = text.lastIndexOf(row, end);
  const cuts = [-1, ...[...row.matchAll(/\|/g)].flatMap(({ index }) => (row[index - 1] === '\\' ? [] : [index])), row.length];
  const cells = cuts.slice(1).map((cut, rank) => [(cuts[rank] ?? 0) + 1, cut] as const);
  if (cells[0]?.[0] === cells[0]?.[1]) cells.shift();
  const places = contents.map((content, rank) => {
    const [from, to] = cells[rank] ?? [0, -1];
    return from > to ? undefined : placeCell(row.slice(from, to), rowStart + from, content);
  });
  return places.every((place) => place !== undefined) ? places : undefined;
}

/** The words of a cell without the spaces around; in an empty one they come behind its first space. */
function placeCell(source: string, start: number, content: string): Place | undefined {
  const words = source.trim();
  if (words.replaceAll('\\|', '|') !== content) return undefined;
  const at = start + (words === '' ? Math.min(source.length, 1) : source.indexOf(words));
  const steps = [{ from: 0, at }];
  for (const { index } of words.matchAll(/\\\|/g)) {
    const from = index - (steps.length - 1) / 2;
    steps.push({ from, at: at + index }, { from: from + 1, at: at + index + 2 });
  }
  return placeBy(steps, content.length, at + words.length);
}
