import type { Kit, KitTable } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { compact } from '../shared/decode.ts';
import { TABLE_WORDS, wordsIn } from '../shared/table-words.ts';
import { nearest } from '../shared/words.ts';
import type { KitCheck } from './check-kit.ts';
import { unknownIds } from './unknown-ids.ts';
import { positionOf } from './where.ts';

const FILE = 'tables.yaml';

/** Tables name columns, questions and sources that exist; a document of the builder `table` has its table. */
export const checkTables: KitCheck = (kit, files) => {
  const tables = kit.tables ?? [];
  const known = tables.map(({ id }) => id);
  return [
    ...tables.flatMap((table) => checkTable(table, kit, (...steps) => (word) => positionOf(files, FILE, ['tables', table.id, ...steps], word))),
    ...kit.documents.filter(({ builder }) => builder === 'table').flatMap(({ id, table }) => (table === undefined
      ? [problem('missing-key', { key: 'table', owner: `le document ${id}` }, positionOf(files, 'documents.yaml', ['documents', id]))]
      : unknownIds('tableau', [table], known, (word) => positionOf(files, 'documents.yaml', ['documents', id, 'table'], word)))),
  ];
};

/** Where a word of a part of the table stands. */
type Place = (...steps: readonly string[]) => (word?: string) => Position;

function checkTable(table: KitTable, kit: Kit, at: Place): readonly Problem[] {
  // Texts of a kit and of answers go into columns of texts; a date or a number is for people to write.
  const columns = table.columns.filter(({ format }) => format === 'text' || format === 'choice').map(({ id }) => id);
  const names = table.columns.filter(({ format, owner }) => format === 'text' && owner === 'kit').map(({ id }) => id);
  const codes = ['jugement', ...kit.sources.map(({ id }) => id)];
  return [
    ...unknownIds('source', table.sources, codes, at('source')),
    ...unknownIds('colonne de texte (owner: kit)', table.label === undefined ? [] : [table.label], names, at('label')),
    ...table.rows.flatMap((row) => [
      ...unknownIds('source', row.sources, codes, at('rows', row.id, 'source')),
      ...unknownIds('colonne de texte', Object.keys(row.cells), columns, at('rows', row.id, 'cells')),
      ...table.columns.flatMap(({ id, choices = [], format }) => {
        const value = row.cells[id];
        return format !== 'choice' || value === undefined || choices.includes(value) ? []
          : [problem('wrong-value', compact({ value, expected: choices.join(', '), nearest: nearest(value, choices) }), at('rows', row.id, 'cells')(value))];
      }),
    ]),
    ...checkRowsFrom(table, kit, columns, at),
    ...table.intro.flatMap((line) => wordsIn(line).filter((word) => !(TABLE_WORDS as readonly string[]).includes(word)).map((word) =>
      problem('wrong-value', compact({ value: word, expected: TABLE_WORDS.join(', '), nearest: nearest(word, TABLE_WORDS) }), at('intro')(line)))),
  ];
}

/** Rows made from answers: of a question that gives lines, and of fields that it has. */
function checkRowsFrom({ from, rows, id, label }: KitTable, { questions }: Kit, columns: readonly string[], at: Place): readonly Problem[] {
  if (!from) {
    return rows.filter(({ kind }) => kind !== undefined).map((row) =>
      problem('missing-key', { key: 'from', owner: `le tableau ${id}, dont des lignes ont un « kind »` }, at('rows', row.id, 'kind')()));
  }
  const question = questions.find((asked) => asked.id === from.question && asked.type === 'records');
  if (!question) return unknownIds('question à plusieurs lignes', [from.question], [], at('from', 'question'));
  const fields = (question.fields ?? []).map((field) => field.id);
  const kinds = question.fields?.find((field) => field.id === from.kind)?.choices?.map(({ value }) => value) ?? [];
  return [
    // A line is known by its name.
    ...(label !== undefined && from.cells[label] !== undefined ? [] : [problem('missing-key', { key: label ?? 'label', owner: `from, dans le tableau ${id}` }, at('from')())]),
    ...unknownIds('champ', from.kind === undefined ? [] : [from.kind], fields, at('from', 'kind')),
    ...unknownIds('colonne de texte', Object.keys(from.cells), columns, at('from', 'cells')),
    ...unknownIds('champ', Object.values(from.cells), fields, at('from', 'cells')),
    ...rows.flatMap((row) => unknownIds('genre', row.kind === undefined ? [] : [row.kind], kinds, at('rows', row.id, 'kind'))),
  ];
}
