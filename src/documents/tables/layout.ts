import type { Cell, Column, Plan, Row, Sheet } from '../../model.ts';
import { daysInWords } from '../../shared/event-days.ts';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import { fold } from '../../shared/words.ts';
import { ownId } from '../../shared/workbook-words.ts';

/** Blank rows kept for what people or a newer kit add: no row of a person's workbook is ever shifted. */
const spareRows = 5;

export const idColumn: Column = { key: 'id', title: 'N°', width: 11, format: 'id', owner: 'kit' };

type Options = Pick<Column, 'choices' | 'label' | 'overflow'>;

const column = (owner: Column['owner']) =>
  (key: string, title: string, width: number, format: Column['format'] = 'text', options: Options = {}): Column =>
    ({ key, title, width, format, owner, ...options });

/** A column that the tool fills and keeps up to date. */
export const ours = column('kit');
/** A column that belongs to the people who work in the file: what they write there is never replaced. */
export const theirs = column('person');

/** The same blank row as many times as needed; `cells` are formulas that wait for figures. */
export function spare(cells: Row['cells'] = {}, count = spareRows): readonly Row[] {
  return Array.from({ length: count }, () => ({ id: null, role: 'spare', cells }));
}

export const item = (id: string, cells: Readonly<Record<string, Cell>>): Row => ({ id, role: 'item', cells });
export const section = (id: string, cells: Readonly<Record<string, Cell>>): Row => ({ id: ownId(id), role: 'section', cells });
export const total = (id: string, cells: Readonly<Record<string, Cell>>): Row => ({ id: ownId(id), role: 'total', cells });

/** The first lines of a sheet: what it is, for which event, and what it has to say. */
export function prefaceOf(title: string, plan: Plan, ...more: readonly string[]): readonly string[] {
  const when = plan.schedule.provisional
    ? 'date à fixer : tout ce qui suit est provisoire'
    : daysInWords(plan.schedule);
  const said = ` ${fold(plan.eventName)} `.includes(` ${fold(plan.territory.name)} `);
  const where = said ? plan.eventName : `${plan.eventName}, ${plan.territory.name}`;
  return [title, `${where}, ${when}`, ...more];
}

/** The sentence that goes with the tint of {@link theirs}. */
export const tintNote = 'Colonnes à fond jaune : à vous. Ce que vous y écrivez est toujours gardé.';

/** A sheet of plain lines that says how to use the others. */
export function guideSheet(lines: readonly string[]): Sheet {
  return {
    name: 'Mode d’emploi',
    preface: ['Mode d’emploi'],
    columns: [idColumn, ours('texte', 'À savoir', 110, 'text', { label: true })],
    rows: [...lines.map((texte, index) => item(`mode-${index + 1}`, { texte: frenchSpaces(texte) })), ...spare({}, 3)],
    landscape: true,
  };
}
