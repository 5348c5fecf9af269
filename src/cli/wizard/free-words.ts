import { checkAnswer } from '../../answers/check-answer.ts';
import { rawText, type RawAnswer } from '../../answers/raw-answer.ts';
import type { Reply } from '../../io/prompter.ts';
import type { Question } from '../../model.ts';
import type { Asker } from './ask-question.ts';
import { commonPart, listOf, type Draft } from './request.ts';

/** On a screen: ticks, then a line for words of one's own. Ids: `themes`, then `themes.autres`. */
export async function askFreeWords(
  question: Question, draft: Draft, { prompter, context, explain }: Asker,
): Promise<Reply> {
  const common = commonPart(question, draft);
  const choices = question.choices ?? [];
  const listed = (value: string): boolean => choices.some((choice) => choice.value === value);
  const free = listOf(draft.value).filter((value) => !listed(value));
  let ticked = listOf(draft.value).filter(listed);
  for (;;) {
    const reply = await prompter.ask({ ...common, kind: 'choices', choices, current: ticked, open: false });
    if (reply.kind !== 'value') return reply;
    const checked = checkAnswer(question, reply.raw, context);
    ticked = checked.ok ? listOf(checked.value).filter(listed) : [];
    const answer = (raw: RawAnswer): RawAnswer => [...ticked, ...freeWords(raw, free)];
    const others = await prompter.ask({
      kind: 'text',
      id: `${question.id}.autres`,
      label: 'D’autres, avec vos mots ?',
      help: 'Séparés par des virgules. Entrée seule quand il n’y en a pas.',
      hasWhy: false,
      check: (raw) => {
        const problems = checkAnswer(question, answer(raw), context);
        return problems.ok ? undefined : problems.problems.map(explain)[0];
      },
      ...(free.length > 0 && { suggestion: { text: free.join(', '), raw: free, from: 'given' } }),
    });
    if (others.kind === 'stop') return others;
    if (others.kind === 'value') return { kind: 'value', raw: answer(others.raw) };
  }
}

/** Left as they were, words keep the commas that they may hold. */
function freeWords(raw: RawAnswer, before: readonly string[]): readonly string[] {
  const text = rawText(raw);
  if (text === undefined || text === before.join(', ')) return before;
  return text.split(/[,;]/).map((word) => word.trim()).filter(Boolean);
}
