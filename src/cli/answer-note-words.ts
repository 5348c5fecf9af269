import type { AnswerNote } from '../answers/adapt-answers.ts';
import type { AnswerContext } from '../answers/answer-context.ts';
import { showAnswer } from '../answers/show-answer.ts';
import type { AnswerValue, Kit } from '../model.ts';

/** What becomes of an answer under another kit, as a sentence. */
export function answerNoteInWords(note: AnswerNote, { before, after }: { readonly before: Kit; readonly after: Kit }, context: AnswerContext): string {
  const show = ({ questions }: Kit, id: string, value: AnswerValue): string => {
    const question = questions.find((asked) => asked.id === id);
    return question ? showAnswer(question, value, context) : String(value);
  };
  const named = `« ${note.label} » (${note.id})`;
  switch (note.code) {
    case 'renamed': return `${named} s’appelait « ${note.from} » dans nec-local.yaml.`;
    case 'reworded': return `${named} : votre réponse s’écrit maintenant « ${show(after, note.id, note.value)} ».`;
    case 'gone': return `${named} n’est plus demandé. Votre réponse « ${show(before, note.id, note.value)} » reste en commentaire dans nec-local.yaml.`;
    case 'refused': return `${named} : « ${show(before, note.id, note.value)} » ne convient plus. Attendu : ${note.expected}. Votre réponse reste en commentaire dans nec-local.yaml.`;
    case 'partly-refused': return `${named} : ne convient plus : ${note.refused.join(', ')}. Il reste : ${show(after, note.id, note.value)}. Votre réponse entière reste en commentaire dans nec-local.yaml.`;
  }
}
