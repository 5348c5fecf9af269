import type { Column, Row } from '../../model.ts';
import { cachedValue } from './formulas.ts';

const linePoints = 12.75;
const paddingPoints = 5;

/**
 * The height in points that shows the whole text of a row (Arial 10). LibreOffice does not work it out by itself when
 * it prints a file that no screen has shown; a little too high is better than a cut line.
 */
export function rowHeight(row: Row, columns: readonly Column[]): number {
  const lines = columns.map((column) => {
    const cell = cachedValue(row.cells[column.key]);
    return typeof cell === 'string' && row.role !== 'section' ? linesIn(cell, roomIn(column)) : 1;
  });
  return Math.max(...lines) * linePoints + paddingPoints;
}

/** A width is in digits; letters are narrower, which long lines can count on (a tenth at least) and short ones cannot. */
const roomIn = ({ width }: Column): number => (width < 60 ? width - 1.5 : width * 1.1);

/** Lines that words fill in a column of this many characters. */
export function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((lines, paragraph) => lines + wrapped(paragraph, width), 0);
}

function wrapped(paragraph: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines += 1;
      used = word.length;
    } else {
      used += (used > 0 ? 1 : 0) + word.length;
    }
    lines += Math.max(0, Math.ceil(used / width) - 1);
    used = used > width ? ((used - 1) % width) + 1 : used;
  }
  return lines;
}
