import type { Answers } from '../model.ts';
import { recordsAnswer, textAnswer, textsAnswer } from '../shared/read-answer.ts';

/** The places of an event held in several, as people call them; none was named: an empty list. */
export const siteNames = (answers: Answers): readonly string[] => [
  ...textsAnswer(answers, 'sites'),
  ...recordsAnswer(answers, 'sites').map(({ nom, commune }) => [nom, commune].filter(Boolean).join(', ')),
];

/** The place of the event; in several places, the first that was named: the main one. */
export const mainPlace = (answers: Answers): string | undefined =>
  textAnswer(answers, 'lieu') ?? (answers['forme'] === 'multi-sites' ? siteNames(answers)[0] : undefined);
