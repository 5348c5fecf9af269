import type { IsoDate, Kit, Provenance } from '../model.ts';
import { blanked } from '../shared/blanked.ts';
import { wholeBudget } from '../shared/whole-budget.ts';

/** Something that a kit states, and on whose word. */
export interface KitFact extends Provenance {
  /** The file of the kit that holds it: `tasks.yaml`. */
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly validUntil?: IsoDate;
}

/** Every fact of a kit, by file, then by id. */
export function kitFacts(kit: Kit): readonly KitFact[] {
  const { budget, programme, tables = [] } = kit;
  const facts = [
    ...kit.audiences.map((entry) => factOf('audiences.yaml', entry, entry.name)),
    ...[...budget.lines, budget.contingency, ...budget.income, ...budget.inKind].map((entry) => factOf('budget.yaml', entry, entry.label)),
    ...wholeBudget(budget).map((entry) => factOf('budget.yaml', entry, entry.title)),
    ...kit.favours.map((entry) => factOf('dates.yaml', entry, blanked(entry.message))),
    ...kit.formats.map((entry) => factOf('formats.yaml', entry, entry.name)),
    ...kit.forms.map((entry) => factOf('forms.yaml', entry, entry.title)),
    ...(programme ? [factOf('programme.yaml', { id: 'limits', ...programme.limits }, 'La règle du programme')] : []),
    ...(programme?.days ?? []).map((entry) => factOf('programme.yaml', entry, 'Une journée proposée')),
    ...kit.rules.map((entry) => ({ ...factOf('rules.yaml', entry, blanked(entry.message)), ...(entry.validUntil !== undefined && { validUntil: entry.validUntil }) })),
    ...tables.map((entry) => factOf('tables.yaml', entry, entry.sheet)),
    ...tables.flatMap(({ rows }) => rows).map((entry) => factOf('tables.yaml', entry, Object.values(entry.cells)[0] ?? entry.id)),
    ...kit.tasks.map((entry) => factOf('tasks.yaml', entry, entry.title)),
    ...kit.themes.map((entry) => factOf('themes.yaml', entry, entry.name)),
  ];
  return facts.toSorted((a, b) => (a.file === b.file ? compare(a.id, b.id) : compare(a.file, b.file)));
}

interface Stated extends Provenance {
  readonly id: string;
}

const factOf = (file: string, { id, sources, checkedOn, confidence }: Stated, title: string): KitFact => ({ file, id, title, sources, checkedOn, confidence });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
