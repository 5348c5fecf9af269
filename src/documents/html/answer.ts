import type { Answers } from '../../model.ts';

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
export function listAnswer(answers: Answers, id: string): readonly string[] {
  const value = answers[id];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Who holds a role, by name or function, when somebody was named (answer `responsables`). */
export function personInCharge(answers: Answers, role: string): string | undefined {
  const people = answers['responsables'];
  if (typeof people !== 'object' || Array.isArray(people)) return undefined;
  const name = (people as Readonly<Record<string, unknown>>)[role];
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined;
}
