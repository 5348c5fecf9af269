import type { DocumentSpec, Facts } from '../model.ts';
import { holds } from './condition.ts';
import { textsAnswer } from './read-answer.ts';

/** The question by which a small event asks for documents that it does not get by itself. */
export const EXTRA_DOCUMENTS = 'documents_en_plus';

/** True for a document that belongs in the folder of these answers. */
export const isPlanned = (spec: DocumentSpec, facts: Facts): boolean => holds(spec.when, facts) && !isLeftOut(spec, facts);

/** True for a document that these answers could use, and that the event is too small to be given without asking. */
export function isLeftOut(spec: DocumentSpec, facts: Facts): boolean {
  return spec.extra === true && facts['petit-evenement'] === true && !textsAnswer(facts, EXTRA_DOCUMENTS).includes(spec.id) && holds(spec.when, facts);
}
