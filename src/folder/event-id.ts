import { createHash } from 'node:crypto';
import type { Answers } from '../model.ts';
import { textAnswer } from '../shared/read-answer.ts';

/**
 * The root of every calendar UID: made once at `init` from who, what and when the planning began, then kept in
 * `nec-local.yaml`, so that it survives a change of name or date.
 */
export function makeEventId(answers: Answers): string {
  const parts = ['collectivite', 'nom', 'debut'].map((id) => textAnswer(answers, id) ?? '');
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}
