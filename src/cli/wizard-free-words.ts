import { checkAnswer } from '../answers/check-answer.ts';
import { matchChoice } from '../answers/match-choice.ts';
import type { Reply } from '../io/prompter.ts';
import type { Question } from '../model.ts';
import type { Asker } from './wizard-ask.ts';
import { commonPart, listOf, type Draft } from './wizard-request.ts';

/** On a screen: ticks, then a line for words of one's own. Ids: `themes`, then `themes.autres`. */
export async function askFreeWords(question: Question, draft: Draft, { prompter, context, explain }: Asker): Promise<Reply> {
  const choices = question.choices ?? [];
  let ticked = listOf(draft.value).filter((value) => choices.some((choice) => choice.value === value));
  const free = listOf(draft.value).filter((value) => !ticked.includes(value));
  const everyWord = (typed: string): readonly string[] => typed.split(/[,;]/).map((word) => word.trim()).filter(Boolean);
  for (;;) {
    const reply = await prompter.ask({
      ...commonPart(question, draft), kind: 'choices', choices, current: ticked, open: false,
    });
    if (reply.kind !== 'value') return reply;
    ticked = listOf(valueOf(question, reply.raw)).filter((value) => matchChoice(value, choices));
    const others = await prompter.ask({
      kind: 'text',
      id: `${question.id}.autres`,
      label: 'D’autres, avec vos mots ?',
      help: 'Séparés par des virgules. Entrée seule : aucun autre.',
      hasWhy: false,
      check: (raw) => {
        const checked = checkAnswer(question, [...ticked, ...everyWord(String(raw))], context);
        return checked.ok ? undefined : explain(checked.problems[0] as NonNullable<(typeof checked.problems)[0]>);
      },
      ...(free.length > 0 && { suggestion: { text: free.join(', '), from: 'given' } }),
    });
    if (others.kind === 'stop') return others;
    if (others.kind === 'value') return { kind: 'value', raw: [...ticked, ...everyWord(String(others.raw))] };
  }

  function valueOf(asked: Question, raw: Extract<Reply, { kind: 'value' }>['raw']) {
    const checked = checkAnswer(asked, raw, context);
    return checked.ok ? checked.value : [];
  }
}
