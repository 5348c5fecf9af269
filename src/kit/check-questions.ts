import type { Question, RecordField } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { compact } from '../shared/decode.ts';
import { nearest } from '../shared/words.ts';
import type { KitCheck } from './check-kit.ts';
import { computedValues, readQuestions, reservedIds, type ReadQuestion } from './read-questions.ts';
import { positionOf, type KitFiles } from './where.ts';

/** A question with choices has some, its defaults among them; those that the tool reads itself are as it reads them. */
export const checkQuestions: KitCheck = ({ questions }, files) => [
  ...questions.flatMap((question) => [
    ...reservedId(question, files),
    ...lackingList(question, files),
    ...unknownDefaults(question, files),
    ...misread(question, files),
  ]),
  ...missingAnswers(questions, files),
];

function reservedId({ id }: Question, files: KitFiles): readonly Problem[] {
  return reservedIds.includes(id) ? [problem('reserved-id', { id }, placeOf(files, id))] : [];
}

function lackingList({ id, type, choices, fields }: Question, files: KitFiles): readonly Problem[] {
  const lacksChoices = (type === 'choice' || type === 'choices') && !choices;
  const key = lacksChoices ? 'choices' : type === 'records' && !fields ? 'fields' : undefined;
  return key === undefined ? [] : [missingKey(key, id, files)];
}

function unknownDefaults({ id, type, choices, open, defaults, computed }: Question, files: KitFiles): readonly Problem[] {
  if (!choices || (open && type === 'choices') || (type !== 'choice' && type !== 'choices')) return [];
  const known = choices.map(({ value }) => value);
  const given = defaults.flatMap(({ value }) => (Array.isArray(value) ? value : [value])).map(String);
  const worked = (computed && computedValues[computed]) ?? [];
  return [
    ...unknownWords(given, known, (value) => placeOf(files, id, ['default'], value)),
    ...unknownWords(worked, known, () => placeOf(files, id, ['computed'])),
  ];
}

/** The type, words and columns of a question are those that the tool reads. */
function misread(question: Question, files: KitFiles): readonly Problem[] {
  const { id, type, choices = [], fields } = question;
  const read = Object.hasOwn(readQuestions, id) ? readQuestions[id] : undefined;
  if (!read) return [];
  if (type !== read.type) return unknownWords([type], [read.type], () => placeOf(files, id, ['type']));
  const offered = choices.map(({ value }) => value);
  return [
    ...(read.values ? unknownWords(offered, read.values, (value) => placeOf(files, id, ['choices'], value)) : []),
    ...(read.fields && fields ? misreadColumns(id, fields, read.fields, files) : []),
  ];
}

function misreadColumns(
  id: string, fields: readonly RecordField[], wanted: NonNullable<ReadQuestion['fields']>, files: KitFiles,
): readonly Problem[] {
  return Object.entries(wanted).flatMap(([key, type]) => {
    const field = fields.find((candidate) => candidate.id === key);
    return field
      ? unknownWords([field.type], [type], () => placeOf(files, id, ['fields', key, 'type']))
      : [missingKey(`fields : ${key}`, id, files)];
  });
}

/** Questions without whose answer there is no plan: asked of everybody, and never left without a value. */
function missingAnswers(questions: readonly Question[], files: KitFiles): readonly Problem[] {
  return Object.entries(readQuestions)
    .filter(([id, { needed }]) => needed && !questions.some((question) => question.id === id && isAlwaysAnswered(question)))
    .map(([id, { type }]) => problem('question-needed', { id, type }, placeOf(files, id)));
}

const isAlwaysAnswered = ({ when, required, computed, defaults }: Question): boolean =>
  !when && (required || computed !== undefined || defaults.some((option) => !option.when));

function unknownWords(
  words: readonly string[], known: readonly string[], place: (word: string) => Position,
): readonly Problem[] {
  return words.filter((value) => !known.includes(value)).map((value) =>
    problem('wrong-value', compact({ value, expected: known.join(', '), nearest: nearest(value, known) }), place(value)));
}

const missingKey = (key: string, id: string, files: KitFiles): Problem =>
  problem('missing-key', { key, owner: `la question ${id}` }, placeOf(files, id));

const placeOf = (files: KitFiles, id: string, steps: readonly string[] = [], word?: string): Position =>
  positionOf(files, 'questions.yaml', ['questions', id, ...steps], word);
