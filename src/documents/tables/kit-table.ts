import type { Column, DocumentSpec, KitColumn, KitTable, Plan, Row, Sheet, TableDocument } from '../../model.ts';
import { holds } from '../../shared/condition.ts';
import { addDays } from '../../shared/dates.ts';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import { partsOf } from '../../shared/programme.ts';
import { numberAnswer, textAnswer } from '../../shared/read-answer.ts';
import { sayWords } from '../../shared/table-words.ts';
import { MISSING } from '../printed-words.ts';
import { mainPlace, siteNames } from '../site-names.ts';
import { kitTableRows } from './kit-table-rows.ts';
import { guideSheet, idColumn, ours, prefaceOf, theirs } from './layout.ts';

/** One day and one place of the event: `undefined` where the table has them all on one sheet. */
interface Part {
  readonly day?: number;
  readonly site?: number;
}

/** A workbook that the kit describes: its rows and those that answers name, blank rows, one sheet or one a day and place. */
export function buildKitTable(spec: DocumentSpec, path: string, plan: Plan): TableDocument {
  const table = plan.kit.tables?.find(({ id }) => id === spec.table);
  if (!table) throw new Error(`No table for ${spec.id} in the kit`);
  const sheets = partsFor(table, plan).map((part) => sheetOf(table, part, spec, plan));
  const guide = table.guide.length > 0 ? [guideSheet(table.guide)] : [];
  return { kind: 'table', spec, path, sheets: [...sheets, ...guide] };
}

function partsFor({ each }: KitTable, { answers, facts }: Plan): readonly Part[] {
  const days = each.includes('day') ? partsOf(numberAnswer(facts, 'jours') ?? 1).length : 1;
  const sites = each.includes('site') ? siteNames(answers).length : 1;
  const ranks = (count: number): readonly (number | undefined)[] => (count > 1 ? Array.from({ length: count }, (_, rank) => rank) : [undefined]);
  return ranks(days).flatMap((day) => ranks(sites).map((site): Part => ({ ...(day !== undefined && { day }), ...(site !== undefined && { site }) })));
}

function sheetOf(table: KitTable, part: Part, spec: DocumentSpec, plan: Plan): Sheet {
  const { facts } = plan;
  const chosen = table.columns.filter(({ when }) => holds(when, facts));
  const rows = kitTableRows(table, plan);
  const hasIds = table.rows.length > 0 || table.from !== undefined;
  const columns = [...(hasIds ? [{ ...idColumn, width: 14 }] : []), ...chosen.map((column) => columnOf(column, table.label))];
  return {
    name: [table.sheet, ...(part.day === undefined ? [] : [`jour ${part.day + 1}`]), ...(part.site === undefined ? [] : [`lieu ${part.site + 1}`])].join(', '),
    preface: prefaceOf(spec.title, onDay(part, plan), ...table.intro.map((line) => frenchSpaces(sayWords(line, wordsOf(part, plan))))),
    columns,
    rows: [...rows, ...blankRows(table, plan).map((rank) => withRank(rows.length + rank, chosen))],
    landscape: true,
    ...(table.rowHeight !== undefined && { rowHeight: table.rowHeight }),
  };
}

/** The head of a sheet says its own day; all of them where it has every day. */
function onDay({ day }: Part, plan: Plan): Plan {
  if (day === undefined) return plan;
  const own = addDays(plan.schedule.firstDay, day);
  return { ...plan, schedule: { ...plan.schedule, firstDay: own, lastDay: own } };
}

function columnOf({ id, title, width, owner, format, choices }: KitColumn, label: string | undefined): Column {
  const make = owner === 'kit' ? ours : theirs;
  return make(id, title, width, format === 'rank' ? 'number' : format, { ...(choices && { choices }), ...(id === label && { label: true }) });
}

/** A blank row. Its rank is a formula: it stays right when a row comes in between. */
function withRank(rank: number, columns: readonly KitColumn[]): Row {
  const ranked = columns.filter(({ format }) => format === 'rank');
  return { id: null, role: 'spare', cells: Object.fromEntries(ranked.map(({ id }) => [id, { formula: 'ROW()-ROW(A${first})', value: rank }])) };
}

/** More than any kit has use for: as many as the largest event has people. */
const MOST_BLANK_ROWS = 5000;

/** The numbers of the blank rows, from 1: shared out between the places where each has its own sheet. */
function blankRows({ blank, each }: KitTable, { answers, facts }: Plan): readonly number[] {
  const sites = each.includes('site') ? Math.max(1, siteNames(answers).length) : 1;
  const wanted = blank.of === undefined ? blank.times : (numberAnswer(facts, blank.of) ?? 0) * blank.times;
  const length = Math.min(MOST_BLANK_ROWS, Math.max(blank.min, Math.ceil(wanted / sites - 1e-9)));
  return Array.from({ length }, (_, index) => index + 1);
}

function wordsOf({ site }: Part, { answers, facts, territory }: Plan): Parameters<typeof sayWords>[1] {
  const place = site === undefined ? mainPlace(answers) : siteNames(answers)[site];
  const people = numberAnswer(facts, 'participants');
  return {
    lieu: place ?? MISSING,
    organisateur: textAnswer(answers, 'structure') ?? textAnswer(facts, 'territoire-nom-complet') ?? territory.label,
    contact: textAnswer(answers, 'contact') ?? MISSING, dpo: textAnswer(answers, 'dpo') ?? MISSING,
    personnes: people === undefined ? MISSING : String(people),
  };
}
