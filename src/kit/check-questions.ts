import type { Question } from '../model.ts';
import { problem, type Problem } from '../problem.ts';
import { nearest } from '../shared/words.ts';
import type { KitCheck } from './check-kit.ts';
import { positionOf, type KitFiles } from './where.ts';

/** A question with choices has some, and its default is one of them. */
export const checkQuestions: KitCheck = ({ questions }, files) => questions.flatMap((question) => [
  ...lackingList(question, files),
  ...unknownDefaults(question, files),
]);

function lackingList({ id, type, choices, fields }: Question, files: KitFiles): readonly Problem[] {
  const lacksChoices = (type === 'choice' || type === 'choices') && !choices;
  const key = lacksChoices ? 'choices' : type === 'records' && !fields ? 'fields' : undefined;
  const at = positionOf(files, 'questions.yaml', ['questions', id]);
  return key === undefined ? [] : [problem('missing-key', { key, owner: `la question ${id}` }, at)];
}

function unknownDefaults({ id, type, choices, open, defaults }: Question, files: KitFiles): readonly Problem[] {
  if (!choices || open || (type !== 'choice' && type !== 'choices')) return [];
  const known = choices.map(({ value }) => value);
  const given = defaults.flatMap(({ value }) => (Array.isArray(value) ? value : [value])).map(String);
  return given.filter((value) => !known.includes(value)).map((value) => {
    const near = nearest(value, known);
    const at = positionOf(files, 'questions.yaml', ['questions', id, 'default'], value);
    return problem('wrong-value', { value, expected: known.join(', '), ...(near && { nearest: near }) }, at);
  });
}
