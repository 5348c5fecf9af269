import { resolve } from 'node:path';
import type { AnswerContext } from '../answers/answer-context.ts';
import { parseAnswers } from '../answers/parse-answers.ts';
import { parseFlags } from '../answers/parse-flags.ts';
import { checkAnswer } from '../answers/check-answer.ts';
import type { RawAnswer } from '../answers/raw-answer.ts';
import type { Answers, AnswerValue, Kit } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { compact } from '../shared/decode.ts';
import { enumerate, nearest } from '../shared/words.ts';
import { orUnreadable } from './disk-problems.ts';
import type { Shell } from './shell.ts';
import { EXIT, Stop } from './stop.ts';

/** Where answers can come from besides the terminal. */
export interface AnswerSources {
  readonly profile?: string | undefined;
  /** Path of `--answers`, from the working folder. */
  readonly file?: string | undefined;
  readonly flags: readonly string[];
}

export interface Gathered {
  readonly given: Answers;
  /** Where each answer of a file stands, for problems that are found later. */
  readonly at: Readonly<Record<string, Position>>;
}

/**
 * Every answer that was given without a question, the nearest to the command line winning: flag, then file, then
 * profile. All bad answers are told together, and stop the command.
 */
export function gatherAnswers(sources: AnswerSources, kit: Kit, context: AnswerContext, shell: Shell): Gathered {
  const problems: Problem[] = [];
  const profile = sources.profile === undefined ? {} : profileAnswers(sources.profile, kit, context, problems);
  const file = sources.file === undefined ? undefined : fileAnswers(resolve(shell.cwd, sources.file), sources.file, kit, context, shell);
  const flags = parseFlags(sources.flags, kit.questions, context);
  problems.push(...(file?.problems ?? []), ...flags.problems);
  if (problems.length > 0) throw new Stop(problems.every(({ code }) => code === 'usage') ? EXIT.usage : EXIT.badData, problems);
  const given: Record<string, AnswerValue> = { ...profile, ...file?.given, ...flags.given };
  for (const id of flags.unset) delete given[id];
  return { given, at: file?.at ?? {} };
}

function profileAnswers(name: string, kit: Kit, context: AnswerContext, problems: Problem[]): Answers {
  const profile = kit.profiles.find(({ id }) => id === name);
  if (!profile) {
    const known = kit.profiles.map(({ id }) => id);
    throw new Stop(EXIT.usage, [problem('profile-unknown', compact({ name, known: enumerate(known), nearest: nearest(name, known) }))]);
  }
  const given: Record<string, AnswerValue> = {};
  for (const question of kit.questions) {
    const raw = profile.answers[question.id];
    if (raw === undefined) continue;
    const checked = checkAnswer(question, raw as RawAnswer, context);
    if (checked.ok) given[question.id] = checked.value;
    else problems.push(...checked.problems);
  }
  return given;
}

function fileAnswers(path: string, typed: string, kit: Kit, context: AnswerContext, shell: Shell): ReturnType<typeof parseAnswers> {
  const text = orUnreadable(typed, () => (shell.disk.kindOf(path) === 'missing' ? undefined : shell.disk.readText(path)));
  if (text === undefined) throw new Stop(EXIT.badData, [problem('answers-not-found', { path: typed })]);
  return parseAnswers(text, typed, kit.questions, context);
}
