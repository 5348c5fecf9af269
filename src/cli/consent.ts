import type { Shell } from './shell.ts';

/** Who can be asked, and what was agreed to on the command line. */
export interface Asking {
  readonly yes: boolean;
  readonly json: boolean;
  readonly accessible: boolean;
  readonly colour: boolean;
}

/** A person sits at the terminal, and did not say to go on without asking. */
export const canAsk = ({ yes, json, accessible }: Asking, { stdinIsTerminal }: Shell): boolean =>
  !yes && !json && (stdinIsTerminal || accessible);

/** Asks « oui » or « non »; leaving is no. `proposed` is what Enter means. */
export async function askYesNo(label: string, help: string, proposed: 'oui' | 'non', asking: Asking, shell: Shell): Promise<boolean> {
  const prompter = await shell.prompter({ accessible: asking.accessible, colour: asking.colour });
  try {
    const reply = await prompter.ask({
      kind: 'choice', id: 'accord', label, help,
      choices: [{ value: 'oui', label: 'Oui' }, { value: 'non', label: 'Non, ne rien changer' }],
      current: proposed, hasWhy: false, isFirst: true, check: (raw) => (raw === 'oui' || raw === 'non' ? undefined : 'Répondez par oui ou par non.'),
    });
    return reply.kind === 'value' && reply.raw === 'oui';
  } finally {
    prompter.close();
  }
}
