import type { Kit } from '../model.ts';
import { blanked } from '../shared/blanked.ts';
import { factOf, type Fact, type Stated } from '../shared/provenance.ts';
import { wholeBudget } from '../shared/whole-budget.ts';

/** Something that a kit states, and on whose word. */
export interface KitFact extends Fact {
  /** The file of the kit that holds it: `tasks.yaml`. */
  readonly file: string;
}

/** Every fact of a kit, by file, then by id. */
export function kitFacts(kit: Kit): readonly KitFact[] {
  const { budget, programme, tables = [] } = kit;
  const facts = [
    ...kit.audiences.map((entry) => inFile('audiences.yaml', entry, entry.name)),
    ...[...budget.lines, budget.contingency, ...budget.income, ...budget.inKind].map((entry) => inFile('budget.yaml', entry, entry.label)),
    ...wholeBudget(budget).map((entry) => inFile('budget.yaml', entry, entry.title)),
    ...kit.favours.map((entry) => inFile('dates.yaml', entry, blanked(entry.message))),
    ...kit.formats.map((entry) => inFile('formats.yaml', entry, entry.name)),
    ...kit.forms.map((entry) => inFile('forms.yaml', entry, entry.title)),
    ...(programme ? [inFile('programme.yaml', { id: 'limits', ...programme.limits }, 'La règle du programme')] : []),
    ...(programme?.days ?? []).map((entry) => inFile('programme.yaml', entry, 'Une journée proposée')),
    ...kit.rules.map((entry) => inFile('rules.yaml', entry, blanked(entry.message))),
    ...tables.map((entry) => inFile('tables.yaml', entry, entry.sheet)),
    ...tables.flatMap(({ rows }) => rows).map((entry) => inFile('tables.yaml', entry, Object.values(entry.cells)[0] ?? entry.id)),
    ...kit.tasks.map((entry) => inFile('tasks.yaml', entry, entry.title)),
    ...kit.themes.map((entry) => inFile('themes.yaml', entry, entry.name)),
  ];
  return facts.toSorted((a, b) => (a.file === b.file ? compare(a.id, b.id) : compare(a.file, b.file)));
}

const inFile = (file: string, stated: Stated, title: string): KitFact => ({ file, ...factOf(stated, title) });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
