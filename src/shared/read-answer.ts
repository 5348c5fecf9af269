import type { AnswerRecord, Answers } from '../model.ts';

/** How an answer, or a fact, is read by those who use it: as what its question asks for, or as nothing. */

/** The text given to a question, trimmed; undefined when nothing was said. */
export function textAnswer(answers: Answers, id: string): string | undefined {
  const value = answers[id];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The number given to a question. */
export function numberAnswer(answers: Answers, id: string): number | undefined {
  const value = answers[id];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The texts chosen for a question; empty when nothing was chosen. */
export function textsAnswer(answers: Answers, id: string): readonly string[] {
  const value: unknown = answers[id];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The lines given to a question of type `records`; empty when there is none. */
export function recordsAnswer(answers: Answers, id: string): readonly AnswerRecord[] {
  const value: unknown = answers[id];
  return Array.isArray(value) ? value.filter((item): item is AnswerRecord => typeof item === 'object' && item !== null) : [];
}

/** Who holds a role, by name or function, when somebody was named (answer `responsables`). */
export function personInCharge(answers: Answers, role: string): string | undefined {
  const people = answers['responsables'];
  return typeof people === 'object' && !Array.isArray(people) ? textAnswer(people as Readonly<Record<string, string>>, role) : undefined;
}
