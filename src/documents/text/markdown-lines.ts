/** One line of a file, with any of the three line ends. */
export interface Line {
  readonly start: number;
  /** Behind the last character before the line end. */
  readonly end: number;
  /** Behind the line end. */
  readonly next: number;
}

const BREAK = /\r\n?|\n/g;

/** The lines of a text as the parser counts them; a byte order mark is in none of them. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { 0: lineEnd, index } of text.matchAll(BREAK)) {
    lines.push({ start, end: index, next: index + lineEnd.length });
    start = index + lineEnd.length;
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length });
  return lines;
}

const KEY = /^(?:[\p{L}_][\p{L}\p{N}_-]*[ \t]*:(?:[ \t]|$)|[ \t]|#|- |$)/u;

/** How many of the lines are metadata, with the two lines of dashes around them; 0 when there are none. */
export function countFrontLines(text: string, lines: readonly Line[]): number {
  const lineAt = (rank: number): string => text.slice(lines[rank]?.start, lines[rank]?.end);
  if (lineAt(0).trimEnd() !== '---') return 0;
  for (let rank = 1; rank < lines.length; rank += 1) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(lineAt(rank))) return rank + 1;
    if (!KEY.test(lineAt(rank))) return 0;
  }
  return 0;
}
