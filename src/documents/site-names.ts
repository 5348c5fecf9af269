import type { Answers } from '../model.ts';
import { recordsAnswer, textsAnswer } from '../shared/read-answer.ts';

/** The places of an event held in several, as people call them; none was named: an empty list. */
export const siteNames = (answers: Answers): readonly string[] => [
  ...textsAnswer(answers, 'sites'),
  ...recordsAnswer(answers, 'sites').map(({ nom, commune }) => [nom, commune].filter(Boolean).join(', ')),
];
