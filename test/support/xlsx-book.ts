import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipFiles } from '../../src/shared/zip.ts';

/** Workbooks as other programs write them, made by hand: what a person's file may hold and our own writer never does. */

/** `f` is a formula and `v` the value kept for it; `xml` is a whole cell, its address left out: `<c t="e"><v>#N/A</v></c>`. */
export type BookCell =
  | string | number | boolean | null
  | { readonly f: string; readonly v?: string | number; readonly more?: string }
  | { readonly xml: string };

export interface BookSheet {
  readonly name: string;
  /** By address. Rows and cells are written in their order. */
  readonly cells: Readonly<Record<string, BookCell>>;
  /** Attributes of rows by number, for instance `hidden="1"`. */
  readonly rows?: Readonly<Record<number, string>>;
  readonly before?: string;
  readonly after?: string;
}

export interface Book {
  readonly sheets: readonly BookSheet[];
  /** `shared`: in sharedStrings.xml, as Excel and LibreOffice do; `rich`: there too, each in two runs. */
  readonly strings?: 'inline' | 'shared' | 'rich';
  readonly workbook?: { readonly before?: string; readonly after?: string };
  readonly links?: string;
  readonly types?: string;
  /** Other parts, or these parts otherwise. */
  readonly parts?: Readonly<Record<string, string>>;
}

export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The bytes of a workbook. */
export function writeBook({ sheets, strings = 'inline', workbook = {}, links = '', types = '', parts = {} }: Book): Uint8Array {
  const shared: string[] = [];
  const text = (words: string): string => {
    if (strings === 'inline') return ` t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
    if (!shared.includes(words)) shared.push(words);
    return ` t="s"><v>${shared.indexOf(words)}</v></c>`;
  };
  const worksheets = sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, HEAD + worksheet(sheet, text)] as const);
  const tabs = sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const all: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>`
      + `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types}</Types>`,
    '_rels/.rels': relations(`<Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${LINKS}">${workbook.before ?? ''}<sheets>${tabs.join('')}</sheets>${workbook.after ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(sheets.map((_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')
      + `<Relationship Id="rIdS" Type="${LINKS}/sharedStrings" Target="/xl/sharedStrings.xml"/>${links}`),
    ...Object.fromEntries(worksheets),
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${shared.map((words) => item(words, strings === 'rich')).join('')}</sst>`,
    ...parts,
  };
  return zipFiles(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)])));
}

const relations = (links: string): string => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links}</Relationships>`;

function item(words: string, rich: boolean): string {
  const run = (part: string): string => `<t xml:space="preserve">${escaped(part)}</t>`;
  if (!rich) return `<si>${run(words)}</si>`;
  const hint = '<rPh sb="0" eb="1"><t>hint</t></rPh>';
  return `<si><r>${run(words.slice(0, 2))}</r><r><rPr><b/></rPr>${run(words.slice(2))}</r>${hint}</si>`;
}

function worksheet({ cells, rows = {}, before = '', after = '' }: BookSheet, text: (words: string) => string): string {
  const places = Object.entries(cells).map(([address, cell]) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return { address, letters, row: Number(row), cell };
  });
  const numbers = [...new Set([...places.map(({ row }) => row), ...Object.keys(rows).map(Number)])].sort((a, b) => a - b);
  const lines = numbers.map((number) => {
    const inRow = places.filter(({ row }) => row === number)
      .sort((a, b) => a.letters.length - b.letters.length || (a.letters < b.letters ? -1 : 1));
    const more = rows[number] === undefined ? '' : ` ${rows[number]}`;
    return `<row r="${number}"${more}>${inRow.map(({ address, cell }) => cellXml(address, cell, text)).join('')}</row>`;
  });
  return `<worksheet ${MAIN}>${before}<sheetData>${lines.join('')}</sheetData>${after}</worksheet>`;
}

function cellXml(address: string, cell: BookCell, text: (words: string) => string): string {
  const head = `<c r="${address}" s="3"`;
  if (cell === null) return `${head}/>`;
  if (typeof cell === 'string') return head + text(cell);
  if (typeof cell === 'number') return `${head}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `${head} t="b"><v>${Number(cell)}</v></c>`;
  if ('xml' in cell) return cell.xml.replace('<c', `<c r="${address}"`);
  const kept = cell.v === undefined ? '' : `<v>${typeof cell.v === 'string' ? escaped(cell.v) : cell.v}</v>`;
  return `${head}${typeof cell.v === 'string' ? ' t="str"' : ''}><f${cell.more ?? ''}>${escaped(cell.f)}</f>${kept}</c>`;
}

/** Every part of a workbook as text. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

/** The cells of a sheet of a workbook, by address, as they stand in its XML. */
export function cellsIn(bytes: Uint8Array, sheet = 1): Readonly<Record<string, string>> {
  const xml = partsOf(bytes)[`xl/worksheets/sheet${sheet}.xml`] ?? '';
  return Object.fromEntries([...xml.matchAll(/<c [^>]*?\br="([A-Z]+\d+)"[^>]*?(?:\/>|>[^]*?<\/c>)/g)].map(([cell, address]) => [address, cell]));
}
