import type { Block } from '../../model.ts';
import { ACCENT, paragraphProperties, type StyleId } from './kinds.ts';
import { TEXT_WIDTH } from './page.ts';
import { writeRuns } from './runs.ts';

/** Columns share the page by their longest cell, within bounds: no column is starved, none eats the page. */
export function columnWidths(rows: readonly Block[], totalWidth: number): readonly number[] {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const weights = Array.from({ length: columns }, (_, column) => {
    const lengths = rows.map(({ cells }) => (cells[column] ?? []).reduce((sum, { text }) => sum + text.length, 0));
    return Math.min(Math.max(...lengths, 10), 45);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.floor((weight / sum) * totalWidth));
}

function writeCell(row: Block, column: number, width: number): string {
  const shade = row.kind === 'header-row' ? `<w:shd w:val="clear" w:color="auto" w:fill="${ACCENT}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>`
    + `<w:p>${paragraphProperties(row.kind)}${writeRuns(row.cells[column] ?? [])}</w:p></w:tc>`;
}

function writeRow(row: Block, widths: readonly number[]): string {
  const header = row.kind === 'header-row' ? '<w:tblHeader/>' : '';
  const cells = widths.map((width, column) => writeCell(row, column, width));
  return `<w:tr><w:trPr><w:cantSplit/>${header}</w:trPr>${cells.join('')}</w:tr>`;
}

/** The bits of `w:tblLook` (17.7.6.7): a header row or none, no bands. */
const HEADER_LOOK = { yes: '<w:tblLook w:val="0620"/>', no: '<w:tblLook w:val="0600"/>' } as const;

/** Small, so that a table does not touch what follows, and there is one between two tables (Word would join them). */
export const AFTER_TABLE = `<w:p><w:pPr><w:pStyle w:val="${'AfterTable' satisfies StyleId}"/></w:pPr></w:p>`;

/** One table from its rows, and what stands after it. The header row is repeated on each page. */
export function writeTable(rows: readonly Block[]): string {
  const widths = columnWidths(rows, TEXT_WIDTH);
  const hasHeader = rows[0]?.kind === 'header-row' ? 'yes' : 'no';
  return '<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/>'
    + `<w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${HEADER_LOOK[hasHeader]}</w:tblPr>`
    + `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
    + `${rows.map((row) => writeRow(row, widths)).join('')}</w:tbl>${AFTER_TABLE}`;
}
