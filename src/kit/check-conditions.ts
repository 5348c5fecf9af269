import type { Condition, Kit, Quantity, Question, Scalar } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { factsOf } from '../shared/condition.ts';
import { derivedFacts } from '../shared/facts.ts';
import type { SeenFact } from '../shared/seen-facts.ts';
import { nearest } from '../shared/words.ts';
import type { KitCheck } from './check-kit.ts';
import { placedConditions } from './placed-conditions.ts';
import { positionOf } from './where.ts';

/** Every fact that a condition or a quantity looks at exists, and is compared with values that it can take. */
export const checkConditions: KitCheck = (kit, files) => {
  const known = knownFacts(kit);
  const at = (file: string, ...steps: readonly string[]): Place => (word) => positionOf(files, file, steps, word);
  const when = (condition: Condition | undefined, place: Place): readonly Problem[] =>
    (condition ? checkCondition(condition, known, place) : []);
  const quantity = ({ of }: Quantity, place: Place): readonly Problem[] =>
    (of === undefined ? [] : checkFact(of, numericFacts(kit), place));
  return [
    ...kit.questions.flatMap(({ id, when: condition, defaults }) => [
      ...when(condition, at('questions.yaml', 'questions', id, 'when')),
      ...defaults.flatMap((option) => when(option.when, at('questions.yaml', 'questions', id, 'default'))),
    ]),
    ...kit.tasks.flatMap((task) => when(task.when, at('tasks.yaml', 'tasks', task.id, 'when'))),
    ...kit.budget.lines.flatMap((line) => [
      ...when(line.when, at('budget.yaml', 'lines', line.id, 'when')),
      ...quantity(line.quantity, at('budget.yaml', 'lines', line.id, 'quantity', 'of')),
    ]),
    ...kit.budget.inKind.flatMap((line) => [
      ...when(line.when, at('budget.yaml', 'in_kind', line.id, 'when')),
      ...quantity(line.quantity, at('budget.yaml', 'in_kind', line.id, 'quantity', 'of')),
    ]),
    ...kit.budget.income.flatMap(({ id, accountCases = [] }) =>
      accountCases.flatMap((found) => when(found.when, at('budget.yaml', 'income', id, 'account_when')))),
    ...when(kit.budget.shared?.when, at('budget.yaml', 'shared', 'when')),
    ...kit.rules.flatMap(({ id, test }) => ('when' in test && test.when
      ? checkCondition(test.when, new Map([...known, ...seenIn(kit)]), at('rules.yaml', 'rules', id, test.kind))
      : [])),
    ...kit.favours.flatMap((favour) => when(favour.when, at('dates.yaml', 'favours', favour.id, 'when'))),
    ...kit.documents.flatMap((document) => when(document.when, at('documents.yaml', 'documents', document.id, 'when'))),
    ...placedConditions(kit).flatMap(({ condition, file, steps }) => when(condition, at(file, ...steps))),
    ...(kit.tables ?? []).flatMap((table) => quantity(table.blank, at('tables.yaml', 'tables', table.id, 'blank', 'of'))),
  ];
};

/** Where a word of a condition stands. */
type Place = (word: string) => Position;

/** Each fact with the values that it can take; undefined: any value. */
type KnownFacts = ReadonlyMap<string, readonly string[] | undefined>;

function knownFacts(kit: Kit): KnownFacts {
  const asked = kit.questions.map((question) => [question.id, valuesOf(question)] as const);
  return new Map([...Object.entries(derivedFacts), ...asked]);
}

/** What people did can be seen by rules alone: everything else has to be known before. */
function seenIn({ tasks, documents }: Kit): KnownFacts {
  const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
  const values: Readonly<Record<SeenFact, readonly string[] | undefined>> = {
    'taches-faites': ids(tasks), 'documents-absents': ids(documents), 'lignes-ajoutees': undefined,
  };
  return new Map(Object.entries(values));
}

function valuesOf({ type, open, choices }: Question): readonly string[] | undefined {
  if (type === 'yes-no') return ['oui', 'non'];
  return open ? undefined : choices?.map(({ value }) => value);
}

/** Facts that can be multiplied: derived ones without a list of values, and questions that ask for a number. */
function numericFacts(kit: Kit): KnownFacts {
  const derived = Object.entries(derivedFacts).filter(([, values]) => values === undefined);
  const asked = kit.questions
    .filter(({ type }) => type === 'number' || type === 'money')
    .map(({ id }) => [id, undefined] as const);
  return new Map([...derived, ...asked]);
}

function checkCondition(condition: Condition, known: KnownFacts, place: Place): readonly Problem[] {
  return factsOf(condition).flatMap(({ fact, values }) => {
    const unknown = checkFact(fact, known, place);
    const choices = known.get(fact);
    if (unknown.length > 0 || !choices) return unknown;
    return values.map(inWords).filter((value) => !choices.includes(value)).map((value) => {
      const near = nearest(value, choices);
      return problem('wrong-value', { value, expected: choices.join(', '), ...(near && { nearest: near }) }, place(value));
    });
  });
}

const inWords = (value: Scalar): string => (value === true ? 'oui' : value === false ? 'non' : String(value));

function checkFact(fact: string, known: KnownFacts, place: Place): readonly Problem[] {
  if (known.has(fact)) return [];
  const near = nearest(fact, known.keys());
  return [problem('unknown-reference', { kind: 'fait', id: fact, ...(near && { nearest: near }) }, place(fact))];
}
