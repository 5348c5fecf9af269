import type { Cell, KitTable, Plan, Row } from '../../model.ts';
import { holds } from '../../shared/condition.ts';
import { recordsAnswer } from '../../shared/read-answer.ts';
import { sha256 } from '../../shared/sha256.ts';
import { slug, withIds } from '../../shared/words.ts';
import { choiceLabel } from '../view-lists.ts';
import { item } from './layout.ts';

/** No id of a kit has a point: a line of an answer is never taken for one of its rows. */
const OF_ANSWER = 'r.';
/** Longer ids cannot be read in their column: they keep their beginning, and a mark of the whole. */
const MAX_ID = 14;

/**
 * The rows of the answers first, by the names of their lines, then those of the kit whose kind no answer names. A line
 * of an answer has what the kit says of its kind, but for what it says itself.
 */
export function kitTableRows({ rows, columns, label, from }: KitTable, plan: Plan): readonly Row[] {
  const known = columns.filter(({ when }) => holds(when, plan.facts)).map(({ id }) => id);
  const ours = new Set(columns.filter(({ owner }) => owner === 'kit').map(({ id }) => id));
  const make = (id: string, cells: Readonly<Record<string, Cell>>): Row => item(id,
    Object.fromEntries(known.map((key) => [key, cells[key] ?? null] as const).filter(([, cell]) => cell !== null)));
  const lines = from ? recordsAnswer(plan.answers, from.question) : [];
  const nameOf = (line: (typeof lines)[number]): string => String(line[(label !== undefined && from?.cells[label]) || ''] ?? '');
  const kindOf = (line: (typeof lines)[number]): unknown => (from?.kind === undefined ? undefined : line[from.kind]);
  const fits = rows.filter(({ when }) => holds(when, plan.facts));
  return [
    ...withIds(lines, (line) => shortId(nameOf(line))).map(([line, id]) => make(`${OF_ANSWER}${id}`, {
      ...Object.fromEntries(Object.entries(rows.find(({ kind }) => kind !== undefined && kind === kindOf(line))?.cells ?? {}).filter(([key]) => ours.has(key))),
      ...Object.fromEntries(Object.entries(from?.cells ?? {}).map(([column, field]) => [column, sayField(line[field], field, from?.question ?? '', plan)])),
    })),
    ...fits.filter(({ kind }) => kind === undefined || !lines.some((line) => kindOf(line) === kind)).map(({ id, cells }) => make(id, cells)),
  ];
}

function shortId(name: string): string {
  const id = slug(name);
  return id.length <= MAX_ID ? id : `${id.slice(0, MAX_ID - 5)}-${sha256(id).slice(0, 4)}`;
}

/** A choice by its label, anything else as it was written. */
function sayField(value: string | number | undefined, field: string, question: string, plan: Plan): Cell {
  const said = choiceLabel(plan, question, field, value);
  return typeof said === 'string' || typeof said === 'number' ? said : null;
}
