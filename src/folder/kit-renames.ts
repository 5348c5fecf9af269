import type { Block, Builder, CellEdit, DocumentSpec, FoundSheet, IdMap, Kit, RenamedList, Sheet } from '../model.ts';
import { renamed, renamedNumbered } from '../shared/rename.ts';
import { sha256 } from '../shared/sha256.ts';
import { asBaseline, rememberAsWas, type Baseline, type DocumentBase, type Remembered } from './baseline.ts';
import { encodeContent, readTableContent, readTextContent } from './content.ts';
import { blockRenamer } from './kit-block-renames.ts';

/** The present id of a row, from the one it had when the file was written. */
export type RowRenamer = (sheet: string, id: string) => string;

type Lists = { readonly items: RenamedList; readonly sections?: RenamedList };

/** The day stands before the id of a time in the timetable: `j2-ateliers-1`. */
const DAY = /^(j\d+-)?(.*)$/s;

/** Whose ids stand in the column « N° »: by builder, for one sheet or (`*`) for all of them. */
const ROW_LISTS: Readonly<Partial<Record<Builder, Readonly<Record<string, Lists>>>>> = {
  'retroplanning': { '*': { items: 'tasks', sections: 'phases' } },
  'timetable': { 'Grille': { items: 'slots' }, 'Ateliers': { items: 'slots' } },
  'budget': {
    'Dépenses': { items: 'lines' }, 'Recettes': { items: 'income' }, 'Apports en nature': { items: 'inKind' },
    'Scénarios': { items: 'lines' }, 'Partage': { items: 'lines' },
  },
};

/**
 * What was last written, under the ids of this kit: documents, rows, and blocks whose id a loop made. The merge then
 * finds each thing again whatever the kit called it before. Paths stay: they say where the files are.
 */
export function renameBaseline(baseline: Baseline, kit: Kit): Baseline {
  const { format, tool, today } = baseline;
  return asBaseline({ format, tool, kit: baseline.kit, today }, baseline.files.map((file) =>
    (file.kind === 'answers' ? rememberAsWas(file, baseline) : renameDocument(file, baseline.partOf(file), kit))));
}

function renameDocument(file: DocumentBase, part: Uint8Array | undefined, kit: Kit): Remembered {
  const document = renamed(kit.renames.entries.documents, file.document);
  const content = renameContent({ ...file, document }, part, kit);
  return content ? { file: { ...file, document, content: sha256(content) }, part: content } : { file: { ...file, document }, ...(part && { part }) };
}

/** What holds ids of the kit, under its present ones; undefined: nothing does. */
function renameContent({ kind, document }: DocumentBase, part: Uint8Array | undefined, kit: Kit): Uint8Array | undefined {
  const [text, table] = [kind === 'text' ? readTextContent(part) : undefined, kind === 'table' ? readTableContent(part) : undefined];
  if (text) return encodeContent({ kind: 'text', blocks: renameBlocks(text.blocks, blockRenamer(document, kit)) });
  return table && encodeContent({ kind: 'table', sheets: renameSheets(table.sheets, rowRenamer(document, kit)) });
}

/** How the rows of a workbook are called now. @param document its present id */
export function rowRenamer(document: string, kit: Kit): RowRenamer {
  const spec: Partial<DocumentSpec> = kit.documents.find(({ id }) => id === document) ?? {};
  const rows = spec.table === undefined ? undefined : kit.renames.rows?.[spec.table];
  if (rows) return (_, id) => renamedNumbered(rows, id);
  const lists = (spec.builder && ROW_LISTS[spec.builder]) ?? {};
  const ofDay = spec.builder === 'timetable' ? DAY : /^()(.*)$/s;
  const idsOf = (list: RenamedList | undefined): IdMap | undefined => list && kit.renames.entries[list];
  return (sheet, id) => {
    const { items, sections } = lists[sheet] ?? lists['*'] ?? {};
    const [, day = '', own = id] = ofDay.exec(id) ?? [];
    return id.startsWith('_') ? `_${renamed(idsOf(sections), id.slice(1))}` : `${day}${renamedNumbered(idsOf(items), own)}`;
  };
}

const renameBlocks = (blocks: readonly Block[], rename: (id: string) => string): readonly Block[] =>
  blocks.map((block) => ({ ...block, id: rename(block.id) }));

const renameSheets = (sheets: readonly Sheet[], rename: RowRenamer): readonly Sheet[] => sheets.map((sheet) => ({
  ...sheet, rows: sheet.rows.map((row) => (row.id === null ? row : { ...row, id: rename(sheet.name, row.id) })),
}));

/** A person's workbook as if it had always had the present ids, and the cells « N° » that make it so. */
export function renameFoundRows(
  found: readonly FoundSheet[], rename: RowRenamer,
): { readonly sheets: readonly FoundSheet[]; readonly edits: readonly CellEdit[] } {
  const edits: CellEdit[] = [];
  const sheets = found.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      const id = row.id === null ? null : rename(sheet.name, row.id);
      if (id === null || id === row.id) return row;
      edits.push({ sheet: sheet.name, at: { row: row.number, key: 'id' }, content: id });
      const cell = row.cells['id'];
      return { ...row, id, cells: cell ? { ...row.cells, id: { ...cell, value: id } } : row.cells };
    }),
  }));
  return { sheets, edits };
}
