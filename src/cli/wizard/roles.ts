import { MAX_TEXT } from '../../answers/expected-form.ts';
import { rawText } from '../../answers/raw-answer.ts';
import type { Reply } from '../../io/prompter.ts';
import type { Choice, Question } from '../../model.ts';
import type { Asker } from './ask-question.ts';
import { askMenu } from './menu.ts';
import { commonPart, type Draft } from './request.ts';

/**
 * On a screen: the list of roles, one of which to fill in. Ids: `responsables` for the list (a role, or `fini`), then
 * `responsables.chef-de-projet` for a name.
 */
export async function askRoles(question: Question, draft: Draft, { prompter, context }: Asker): Promise<Reply> {
  let names = { ...(draft.value as Readonly<Record<string, string>> | undefined) };
  for (;;) {
    const { check: _, ...common } = commonPart(question, draft);
    const choices: readonly Choice[] = [
      { value: 'fini', label: 'C’est tout' },
      ...context.roles.map(({ id, title }) =>
        ({ value: id, label: `${title} : ${names[id] ?? 'personne pour l’instant'}` })),
    ];
    const reply = await askMenu(prompter, { ...common, choices, current: 'fini' });
    if (reply.kind !== 'picked') return reply;
    if (reply.value === 'fini') return { kind: 'value', raw: names };
    const role = reply.value;
    const name = await prompter.ask({
      kind: 'text',
      id: `${question.id}.${role}`,
      label: context.roles.find(({ id }) => id === role)?.title ?? role,
      help: 'Un nom ou une fonction. Entrée seule : ne rien changer. « - » : personne.',
      hasWhy: false,
      check: (raw) => {
        const { length } = Array.from(rawText(raw) ?? '');
        return length > MAX_TEXT ? `${MAX_TEXT} caractères au plus.` : undefined;
      },
      ...(names[role] !== undefined && { suggestion: { text: names[role], raw: names[role], from: 'given' } }),
    });
    if (name.kind === 'stop') return name;
    if (name.kind === 'value') {
      const { [role]: _old, ...others } = names;
      const text = rawText(name.raw) ?? '';
      names = text === '' || text === '-' ? others : { ...others, [role]: text };
    }
  }
}
