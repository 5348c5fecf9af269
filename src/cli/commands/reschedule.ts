import { checkAnswer } from '../../answers/check-answer.ts';
import type { AnswerContext } from '../../answers/answer-context.ts';
import type { Kit } from '../../model.ts';
import { problem } from '../../problem.ts';
import { alertToJson } from '../alert-json.ts';
import { dateToJson } from '../date-json.ts';
import { finishRun } from '../finish-run.ts';
import { impactOf, type Impact } from '../impact.ts';
import { impactInWords, newDateInWords } from '../impact-words.ts';
import { openRun, type AnswerChanges } from '../open-run.ts';
import { findPlanningFolder } from '../planning-folder.ts';
import { betterDates } from '../prepare.ts';
import { prepareRun } from '../prepare-run.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { EXIT, orStop, Stop } from '../stop.ts';
import { withLock } from '../with-lock.ts';
import type { RunOptions } from './generate.ts';

/** Moves the event: first says who is concerned and what becomes late, then does it. */
export async function reschedule(date: string, options: RunOptions, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  return withLock(root, 'reporter', options, shell, async (inside) => {
    const input = await openRun(root, options.today, (kit, context) => newDate(date, kit, context), inside);
    const run = await prepareRun(input);
    const impact = run.before && impactOf(run.before, run.plan, run.observed);
    const better = betterDates(run.plan);
    return finishRun(run, input, {
      ...options, command: 'reporter', confirm: true,
      intro: impact && run.before ? impactInWords(impact, run.before, run.plan, better) : newDateInWords(run.plan, [], better),
      data: { ...(impact && { impact: impactToJson(impact) }), dates: [...run.plan.dates, ...better].map(dateToJson) },
    }, inside);
  });
}

function newDate(typed: string, kit: Kit, context: AnswerContext): AnswerChanges {
  const question = kit.questions.find(({ id }) => id === 'date');
  if (!question) throw new Stop(EXIT.badData, [problem('question-needed', { id: 'date', type: 'date' })]);
  return { date: orStop(checkAnswer(question, typed, context), EXIT.usage) };
}

function impactToJson({ days, affected, becomesLate, anchors, alerts, dropped, back }: Impact) {
  return {
    days, affected, dropped, back,
    becomesLate: becomesLate.map(({ task, due }) => ({ id: task.id, title: task.title, due })),
    anchors: anchors.map(({ task, anchor }) => ({ id: task.id, title: task.title, anchor })),
    alerts: alerts.map(alertToJson),
  };
}
