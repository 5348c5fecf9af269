import { join, resolve } from 'node:path';
import { completeAnswers } from '../../answers/complete-answers.ts';
import { missingAnswers } from '../../answers/missing-answers.ts';
import { makeEventId } from '../../folder/event-id.ts';
import type { Prompter } from '../../io/prompter.ts';
import { writeFolder, type FileToWrite } from '../../io/write-folder.ts';
import type { Answers, IsoDate, Kit } from '../../model.ts';
import { problem } from '../../problem.ts';
import { alertToJson } from '../alert-json.ts';
import { answerContext, territoryOf } from '../answer-context.ts';
import { checkFolder, defaultFolderName, freeFolder } from '../choose-folder.ts';
import { dateToJson } from '../date-json.ts';
import { orDiskProblem } from '../disk-problems.ts';
import { removeDraft } from '../draft.ts';
import { gatherAnswers } from '../gather-answers.ts';
import { summary } from '../init-summary.ts';
import { kitFolder, kitWarnings, loadKit } from '../load-kit.ts';
import { betterDates, prepare } from '../prepare.ts';
import { readAuthorities } from '../read-authorities.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { EXIT, Stop } from '../stop.ts';

export interface InitOptions {
  readonly answers?: string;
  readonly set: readonly string[];
  readonly profil?: string;
  /** A shipped kit or the folder of one. */
  readonly kit?: string;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly accessible: boolean;
  readonly colour: boolean;
  readonly today: IsoDate;
}

interface Made {
  readonly outcome: Outcome;
  /** The page to open first, when there is one. */
  readonly page: string | undefined;
}

/** From questions to a planning folder. Nothing is written before everything is known, then all of it or nothing. */
export async function init(folder: string | undefined, options: InitOptions, shell: Shell): Promise<Outcome> {
  const canAsk = !options.yes && !options.json && (shell.stdinIsTerminal || options.accessible);
  if (!canAsk) return (await make(folder, options, shell, undefined)).outcome;
  const prompter = await shell.prompter({ accessible: options.accessible, colour: options.colour });
  try {
    const { outcome, page } = await make(folder, options, shell, prompter);
    const { offerToOpen } = await import('../ask.ts');
    return { ...outcome, afterwards: () => (page === undefined ? prompter.close() : offerToOpen(page, prompter, shell)) };
  } catch (error) {
    prompter.close();
    throw error;
  }
}

/** The folder, from the answers that were given and those that `prompter` asks for. */
async function make(folder: string | undefined, options: InitOptions, shell: Shell, prompter: Prompter | undefined): Promise<Made> {
  const asked = folder === undefined ? undefined : resolve(shell.cwd, folder);
  const kit = options.kit === undefined ? undefined : await kitFolder(options.kit, shell);
  if (asked !== undefined) checkFolder(asked, kit, shell);
  const loaded = await loadKit(shell, options.kit);
  const index = readAuthorities(shell);
  const context = answerContext(loaded.kit, index, options.today);
  const gathered = gatherAnswers({ profile: options.profil, file: options.answers, flags: options.set }, loaded.kit, context, shell);

  const rootOf = (answers: Answers): string => {
    if (asked !== undefined) return asked;
    const usual = resolve(shell.cwd, defaultFolderName(territoryOf(answers, index).name, answers));
    return prompter ? freeFolder(usual, shell) : usual;
  };
  const given = prompter
    ? await (await import('../ask.ts')).ask({
      loaded, index, context, prompter, given: gathered.given, folder: asked, dryRun: options.dryRun, today: options.today, rootOf,
    }, shell)
    : gathered.given;

  const missing = missingAnswers(loaded.kit.questions, given, context, { yes: options.yes });
  if (missing.length > 0) throw new Stop(EXIT.cannotAsk, [problem(options.yes ? 'yes-cannot-guess' : 'no-terminal', { count: missing.length }), ...missing]);
  const completed = completeAnswers(loaded.kit.questions, given, context, gathered.at);
  if (completed.problems.length > 0) throw new Stop(EXIT.badData, completed.problems);

  const root = rootOf(completed.answers);
  checkFolder(root, kit, shell);
  const { plan, files } = await prepare({
    loaded, index, context, given, completed, today: options.today, eventId: makeEventId(completed.answers),
  });
  if (!options.dryRun) {
    orDiskProblem(root, () => shell.uninterrupted(() => {
      writeFolder(shell.disk, root, files);
      removeDraft(root, shell);
    }));
  }
  const changes = files.map(({ path }) => ({ path, kind: 'create' as const }));
  const page = options.dryRun ? undefined : firstPage(plan.kit, root, files);
  const better = betterDates(plan);
  return {
    page,
    outcome: {
      exit: EXIT.done,
      problems: kitWarnings(loaded),
      changes,
      data: { folder: root, dryRun: options.dryRun, alerts: plan.alerts.map(alertToJson), dates: [...plan.dates, ...better].map(dateToJson) },
      lines: summary(plan, better, root, changes, options.dryRun, page),
    },
  };
}

/** The document of this kit that says where to begin, if it was made. */
function firstPage({ documents }: Kit, root: string, files: readonly FileToWrite[]): string | undefined {
  const guide = documents.find(({ builder, path }) => builder === 'readme' && files.some((file) => file.path === path));
  return guide && join(root, guide.path);
}
