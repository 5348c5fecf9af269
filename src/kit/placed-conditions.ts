import type { Condition, Kit, When } from '../model.ts';
import { formConditions } from '../shared/form-conditions.ts';

/** A condition, and the way to it from the top of its file. */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly file: string;
  readonly steps: readonly string[];
}

/** Every condition of `forms.yaml`, `programme.yaml` and `tables.yaml`. */
export function placedConditions({ forms, programme, tables = [] }: Kit): readonly PlacedCondition[] {
  const { slots = [], days = [] } = programme ?? {};
  const placed = (file: string, condition: Condition | undefined, ...steps: readonly string[]): readonly PlacedCondition[] =>
    (condition ? [{ condition, file, steps }] : []);
  const inCases = (cases: readonly When<string>[], ...steps: readonly string[]): readonly PlacedCondition[] =>
    cases.flatMap(({ when }) => placed('programme.yaml', when, ...steps));
  return [
    ...forms.flatMap((form) => formConditions(form).map(({ condition, steps }) => ({ condition, file: 'forms.yaml', steps: ['forms', form.id, ...steps] }))),
    ...slots.flatMap(({ id, title, format, when }) => [
      ...inCases(title, 'slots', id, 'title'), ...inCases(format, 'slots', id, 'format'), ...placed('programme.yaml', when, 'slots', id, 'when'),
    ]),
    ...days.flatMap(({ id, when }) => placed('programme.yaml', when, 'days', id, 'when')),
    ...tables.flatMap((table) => [
      ...table.columns.flatMap(({ id, when }) => placed('tables.yaml', when, 'tables', table.id, 'columns', id, 'when')),
      ...table.rows.flatMap(({ id, when }) => placed('tables.yaml', when, 'tables', table.id, 'rows', id, 'when')),
    ]),
  ];
}
