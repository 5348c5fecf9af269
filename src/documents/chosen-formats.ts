import type { Plan, SessionFormat } from '../model.ts';
import { textsAnswer } from '../shared/read-answer.ts';

/** The formats that the chosen audiences and themes call for, in the order of the kit. */
export function chosenFormats({ kit, facts }: Pick<Plan, 'kit' | 'facts'>): readonly SessionFormat[] {
  const wanted = [
    ...kit.audiences.filter(({ id }) => textsAnswer(facts, 'publics').includes(id)).flatMap(({ formats }) => formats),
    ...kit.themes.filter(({ id }) => textsAnswer(facts, 'themes').includes(id)).map(({ format }) => format),
  ];
  return kit.formats.filter(({ id }) => wanted.includes(id));
}
