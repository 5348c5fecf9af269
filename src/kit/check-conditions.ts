import type { Condition, Kit, Quantity } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { factsOf } from '../shared/condition.ts';
import { derivedFacts } from '../shared/facts.ts';
import { nearest } from '../shared/words.ts';
import type { KitCheck } from './check-kit.ts';
import { positionOf } from './where.ts';

/** Every fact that a condition or a quantity looks at exists, and is compared with values that it can take. */
export const checkConditions: KitCheck = (kit, files) => {
  const known = knownFacts(kit);
  const place = (file: string, list: string, id: string, key = 'when'): Position => positionOf(files, file, list, id, key);
  const when = (condition: Condition | undefined, at: Position): readonly Problem[] =>
    (condition ? checkCondition(condition, known, at) : []);
  const quantity = ({ of }: Quantity, at: Position): readonly Problem[] => (of === undefined ? [] : checkFact(of, known, at));
  return [
    ...kit.questions.flatMap((question) => [
      ...when(question.when, place('questions.yaml', 'questions', question.id)),
      ...question.defaults.flatMap((option) => when(option.when, place('questions.yaml', 'questions', question.id, 'default'))),
    ]),
    ...kit.tasks.flatMap((task) => when(task.when, place('tasks.yaml', 'tasks', task.id))),
    ...kit.budget.lines.flatMap((line) => [
      ...when(line.when, place('budget.yaml', 'lines', line.id)),
      ...quantity(line.quantity, place('budget.yaml', 'lines', line.id, 'quantity')),
    ]),
    ...kit.budget.inKind.flatMap((line) => [
      ...when(line.when, place('budget.yaml', 'in_kind', line.id)),
      ...quantity(line.quantity, place('budget.yaml', 'in_kind', line.id, 'quantity')),
    ]),
    ...kit.forms.flatMap((form) => form.sections.flatMap((section) => section.fields.flatMap((field) =>
      when(field.when, place('forms.yaml', 'forms', form.id, 'sections'))))),
    ...kit.rules.flatMap(({ id, test }) => (test.kind === 'facts' || test.kind === 'window'
      ? when(test.when, place('rules.yaml', 'rules', id, test.kind))
      : [])),
    ...kit.documents.flatMap((document) => when(document.when, place('documents.yaml', 'documents', document.id))),
  ];
};

/** Each fact with the values that it can take; undefined: any value. */
type KnownFacts = ReadonlyMap<string, readonly string[] | undefined>;

function knownFacts(kit: Kit): KnownFacts {
  return new Map([
    ...Object.entries(derivedFacts),
    ...kit.questions.map(({ id, choices, open }) => [id, open ? undefined : choices?.map(({ value }) => value)] as const),
  ]);
}

function checkCondition(condition: Condition, known: KnownFacts, at: Position): readonly Problem[] {
  return factsOf(condition).flatMap(({ fact, values }) => {
    const unknown = checkFact(fact, known, at);
    const choices = known.get(fact);
    if (unknown.length > 0 || !choices) return unknown;
    return values.filter((value) => !choices.includes(String(value))).map((value) => {
      const near = nearest(String(value), choices);
      return problem('wrong-value', { value: String(value), expected: choices.join(', '), ...(near && { nearest: near }) }, at);
    });
  });
}

function checkFact(fact: string, known: KnownFacts, at: Position): readonly Problem[] {
  if (known.has(fact)) return [];
  const near = nearest(fact, known.keys());
  return [problem('unknown-reference', { kind: 'fait', id: fact, ...(near && { nearest: near }) }, at)];
}
