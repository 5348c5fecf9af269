import type { Condition, Form, When } from '../model.ts';

/** A condition, and the way to it from the top of its form, in the words of `forms.yaml`. */
export interface FormCondition {
  readonly condition: Condition;
  readonly steps: readonly string[];
}

/** Every condition of a form: those of its texts, of its parts and of its fields. */
export const formConditions = (form: Form): readonly FormCondition[] => [
  ...inCases(form.intro, 'intro'), ...noticeConditions(form),
  ...form.sections.flatMap(({ id: section, intro, fields }) => [
    ...inCases(intro, 'sections', section, 'intro'),
    ...fields.flatMap(({ id, when, help }) => [
      ...placed(when, 'sections', section, 'fields', id, 'when'), ...inCases(help, 'sections', section, 'fields', id, 'help'),
    ]),
  ]),
];

/** Those of what people are told about their data. */
export const noticeConditions = ({ purpose, legalBasis, recipients, retention }: Form): readonly FormCondition[] => [
  ...inCases(purpose, 'purpose'), ...inCases(legalBasis, 'legal_basis'), ...inCases(recipients, 'recipients'), ...inCases(retention, 'retention'),
];

const placed = (condition: Condition | undefined, ...steps: readonly string[]): readonly FormCondition[] => (condition ? [{ condition, steps }] : []);

const inCases = (cases: readonly When<string>[] = [], ...steps: readonly string[]): readonly FormCondition[] =>
  cases.flatMap(({ when }) => placed(when, ...steps));
