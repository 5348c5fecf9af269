import type { KitTable, KitTableRow, Plan } from '../model.ts';
import { recordsAnswer } from '../shared/read-answer.ts';
import { answersTo, linesOf, questionsOf, sourcesOf, whenInWords, type Explanation } from './explanation.ts';

/** A row that the kit writes in one of its tables: what it says, when it is there, and on whose word. */
export function explainTableRow(row: KitTableRow, { id: table, columns, label, from }: KitTable, plan: Plan): Explanation {
  const { kit, answers } = plan;
  const said = columns.flatMap(({ id, title, owner }) => (id === label || owner === 'person' || row.cells[id] === undefined ? [] : [[title, row.cells[id]] as const]));
  const kind = from?.kind;
  const isNamed = from && kind !== undefined && row.kind !== undefined && recordsAnswer(answers, from.question).some((line) => line[kind] === row.kind);
  return {
    kind: 'row', id: row.id, title: (label !== undefined && row.cells[label]) || row.id,
    lines: linesOf({
      ...Object.fromEntries(said),
      'Document': kit.documents.find((spec) => spec.table === table)?.title,
      'Elle est là': isNamed ? 'non : vos réponses nomment quelqu’un de ce genre, qui prend sa place' : whenInWords(row.when, plan),
    }),
    answers: answersTo([...questionsOf(row.when), ...(row.kind === undefined || !from ? [] : [from.question])], plan),
    sources: sourcesOf(row, kit),
  };
}
