import type { AnswerContext } from '../answers/answer-context.ts';
import { completeAnswers } from '../answers/complete-answers.ts';
import type { Prompter } from '../io/prompter.ts';
import type { Answers, IsoDate, WeighedDay } from '../model.ts';
import { problem } from '../problem.ts';
import { frenchSpaces } from '../shared/french-spaces.ts';
import { printable } from '../shared/printable.ts';
import { compact } from '../shared/decode.ts';
import type { AuthorityIndex } from '../territory/index-file.ts';
import { searchAuthorities } from '../territory/search.ts';
import { findDraft, openDraft, readDraft } from './draft.ts';
import type { LoadedKit } from './load-kit.ts';
import { refusal } from './messages.ts';
import { planFrom } from './prepare.ts';
import type { Shell } from './shell.ts';
import { EXIT, Stop } from './stop.ts';
import { runWizard } from './wizard/wizard.ts';

/** Everything the questions need. */
export interface Asking {
  readonly loaded: LoadedKit;
  readonly index: AuthorityIndex;
  readonly context: AnswerContext;
  /** Answers that flags, a file or a profile gave. They win over a draft. */
  readonly given: Answers;
  readonly prompter: Prompter;
  /** The folder typed on the command line, if any. */
  readonly folder: string | undefined;
  readonly dryRun: boolean;
  readonly today: IsoDate;
  readonly rootOf: (answers: Answers) => string;
}

const SHOWN_AUTHORITIES = 20;

/** Asks until the person confirms. Left before the end, the command stops and says how to resume. */
export async function ask(asking: Asking, shell: Shell): Promise<Answers> {
  const { loaded: { kit }, index, context, prompter, rootOf } = asking;
  const { found, drafted } = resume(asking, shell);
  const print = (line: string): void => shell.err(`${frenchSpaces(line)}\n`);
  if (found !== undefined) print(`Vos réponses d’une fois précédente sont reprises (${printable(found)}).`);
  const draft = openDraft(kit, context, rootOf, found, shell);
  const outcome = await runWizard({
    kit,
    given: { ...drafted, ...asking.given },
    context,
    prompter,
    search: (typed) => searchAuthorities(index, typed, SHOWN_AUTHORITIES),
    explain: refusal,
    weighDates: (answers) => datesFor(answers, asking),
    saveDraft: (given) => (asking.dryRun ? undefined : draft.save(given)),
    print,
    ...(prompter.style === 'screen' && shell.columns !== undefined && { width: shell.columns }),
  });
  if (outcome.kind === 'confirmed') return outcome.given;
  throw new Stop(EXIT.interrupted, [problem('interrupted', compact({ draft: draft.path() }))]);
}

/** The days that the plan of these answers would propose; none before there is a territory to plan for. */
function datesFor(given: Answers, { loaded, index, context, today }: Asking): readonly WeighedDay[] {
  const completed = completeAnswers(loaded.kit.questions, given, context);
  if (completed.answers['collectivite'] === undefined) return [];
  return planFrom({ loaded, index, context, given, completed, today, eventId: '' }).dates;
}

/** The draft to go on with. One that was found by itself and is about another territory than the flags is not ours. */
function resume({ folder, loaded: { kit }, context, given }: Asking, shell: Shell): { readonly found?: string; readonly drafted: Answers } {
  const found = findDraft(folder, shell);
  if (found === undefined) return { drafted: {} };
  const drafted = readDraft(found, kit, context, shell);
  const [before, now] = [drafted, given].map(({ collectivite }) => collectivite);
  const isOther = folder === undefined && before !== undefined && now !== undefined && before !== now;
  return isOther ? { drafted: {} } : { found, drafted };
}

/** Offers to open the first page, once what was made has been said; then gives the terminal back. */
export async function offerToOpen(page: string, prompter: Prompter, shell: Shell): Promise<void> {
  try {
    const reply = await prompter.ask({
      kind: 'choice',
      id: 'ouvrir',
      label: 'Ouvrir cette page maintenant ?',
      choices: [{ value: 'oui', label: 'Oui' }, { value: 'non', label: 'Non' }],
      current: 'oui',
      hasWhy: false,
      isFirst: true,
      check: () => undefined,
    });
    if (reply.kind === 'value' && reply.raw === 'oui') await shell.open(page);
  } finally {
    prompter.close();
  }
}
