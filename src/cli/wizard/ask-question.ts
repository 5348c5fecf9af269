import type { AnswerContext } from '../../answers/answer-context.ts';
import { checkAnswer } from '../../answers/check-answer.ts';
import { completeAnswers } from '../../answers/complete-answers.ts';
import { isBlank, rawText, type RawAnswer } from '../../answers/raw-answer.ts';
import type { Reply } from '../../io/prompter.ts';
import type { Answers, AnswerValue, Question } from '../../model.ts';
import type { Problem } from '../../problem.ts';
import { askFreeWords } from './free-words.ts';
import { whyLines } from './pages.ts';
import { askRecords } from './records.ts';
import { ERASE, requestFor, type Draft } from './request.ts';
import { askRoles } from './roles.ts';
import type { WizardOptions } from './wizard.ts';

export type Asked =
  | { readonly kind: 'answer'; readonly value: AnswerValue | undefined }
  | { readonly kind: 'back' }
  | { readonly kind: 'stop' };

/** What one question needs from the wizard. */
export type Asker = Pick<WizardOptions, 'kit' | 'context' | 'prompter' | 'search' | 'explain' | 'print'>;

/** Asks one question until there is a good answer, a way back or a stop. « Why » is shown as often as asked. */
export async function askQuestion(
  question: Question, given: Answers, progress: string | undefined, asker: Asker,
): Promise<Asked> {
  const { answers } = completeAnswers(asker.kit.questions, given, asker.context);
  const draft: Draft = {
    value: given[question.id] ?? answers[question.id],
    given: given[question.id] !== undefined,
    progress,
    isFirst: progress !== undefined && asker.kit.questions[0] === question,
    check: (raw) => {
      const read = readReply(question, raw, given, asker);
      return read.ok ? undefined : asker.explain(read.problem);
    },
  };
  for (;;) {
    const reply = await exchange(question, draft, asker);
    if (reply.kind === 'why') {
      whyLines(question).forEach(asker.print);
    } else if (reply.kind === 'value') {
      const read = readReply(question, reply.raw, given, asker);
      if (read.ok) return { kind: 'answer', value: read.value };
      asker.print(`Réponse refusée. ${asker.explain(read.problem)}`);
    } else {
      return { kind: reply.kind };
    }
  }
}

/** On a screen, lists and free words are filled in piece by piece; where lines are typed, one line says all. */
function exchange(question: Question, draft: Draft, asker: Asker): Promise<Reply> {
  const { prompter, context } = asker;
  if (prompter.style === 'screen') {
    if (question.type === 'records') return askRecords(question, draft, asker);
    if (question.type === 'roles') return askRoles(question, draft, asker);
    if (question.type === 'choices' && question.open) return askFreeWords(question, draft, asker);
  }
  return prompter.ask(requestFor(question, draft, { search: asker.search, context }));
}

type Read =
  | { readonly ok: true; readonly value: AnswerValue | undefined }
  | { readonly ok: false; readonly problem: Problem };

function readReply(
  question: Question, raw: RawAnswer, given: Answers, { kit, context }: { kit: Asker['kit']; context: AnswerContext },
): Read {
  if (!question.required && (isBlank(raw) || rawText(raw) === ERASE)) return { ok: true, value: undefined };
  const checked = checkAnswer(question, raw, context);
  if (!checked.ok) return refusal(checked.problems);
  // A problem that was there before this answer (an old draft) must not block the others.
  const problemsOf = (answers: Answers): readonly Problem[] =>
    completeAnswers(kit.questions, answers, context).problems;
  const known = new Set(problemsOf(given).map((found) => JSON.stringify(found)));
  const added = problemsOf({ ...given, [question.id]: checked.value })
    .filter((found) => !known.has(JSON.stringify(found)));
  return added.length > 0 ? refusal(added) : { ok: true, value: checked.value };
}

function refusal(problems: readonly Problem[]): Read {
  const [first] = problems;
  if (!first) throw new Error('A refusal without a problem');
  return { ok: false, problem: first };
}
