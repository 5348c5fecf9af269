import { enumerate } from '../../shared/words.ts';
import type { Outcome } from '../report.ts';
import { kitWarnings, loadKit } from '../load-kit.ts';
import type { Shell } from '../shell.ts';
import { EXIT } from '../stop.ts';

/** Reads and checks a kit as `init --kit` would; the problems end the command. */
export async function checkKitFolder(named: string, shell: Shell): Promise<Outcome> {
  const loaded = await loadKit(shell, named);
  const { kit } = loaded;
  const { questions, tasks, budget, rules, documents } = kit;
  return {
    exit: EXIT.done,
    problems: kitWarnings(loaded),
    data: { kit: { id: kit.id, version: kit.version } },
    lines: [
      { text: `Le kit « ${kit.name} » (${kit.id} ${kit.version}) est bon.`, look: 'title' },
      ...(kit.parents ? [{ text: `  Il prolonge ${enumerate(kit.parents.map(({ id, version }) => `${id} ${version}`))} : ce qui suit compte le tout.` }] : []),
      { text: `  ${questions.length} questions, ${tasks.length} tâches, ${budget.lines.length} lignes de budget, ${rules.length} règles, ${documents.length} documents.` },
    ],
  };
}
