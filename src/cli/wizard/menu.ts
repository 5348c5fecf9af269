import { matchChoice } from '../../answers/match-choice.ts';
import { rawText, type RawAnswer } from '../../answers/raw-answer.ts';
import type { ChoiceRequest, Prompter } from '../../io/prompter.ts';
import type { Choice } from '../../model.ts';

export type MenuReply =
  | { readonly kind: 'picked'; readonly value: string }
  | { readonly kind: 'back' | 'why' | 'stop' };

/** Asks for one entry of a list of ours, by its place under the cursor or its number. */
export async function askMenu(
  prompter: Prompter, request: Omit<ChoiceRequest, 'kind' | 'check'>,
): Promise<MenuReply> {
  const pick = (raw: RawAnswer): Choice | undefined => matchChoice(rawText(raw) ?? '', request.choices);
  const reply = await prompter.ask({
    ...request,
    kind: 'choice',
    check: (raw) => (pick(raw) ? undefined : `Tapez un numéro de 1 à ${request.choices.length}.`),
  });
  if (reply.kind !== 'value') return reply;
  const { value = '' } = pick(reply.raw) ?? {};
  return { kind: 'picked', value };
}
