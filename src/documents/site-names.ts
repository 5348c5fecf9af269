import type { Answers } from '../model.ts';
import { recordsAnswer, textAnswer, textsAnswer } from '../shared/read-answer.ts';
import { withIds } from '../shared/words.ts';

/** The places of an event held in several, as people call them; none was named: an empty list. */
export const siteNames = (answers: Answers): readonly string[] => [
  ...textsAnswer(answers, 'sites'),
  ...recordsAnswer(answers, 'sites').map(({ nom, commune }) => [nom, commune].filter(Boolean).join(', ')),
];

/** The same with their ids: after the name, so that what people write of a place follows it. */
export const sites = (answers: Answers): readonly { readonly id: string; readonly name: string }[] =>
  withIds(siteNames(answers), (name) => name).map(([name, id]) => ({ id, name }));

/** The place of the event; in several places, the first that was named: the main one. */
export const mainPlace = (answers: Answers): string | undefined =>
  textAnswer(answers, 'lieu') ?? (answers['forme'] === 'multi-sites' ? siteNames(answers)[0] : undefined);
