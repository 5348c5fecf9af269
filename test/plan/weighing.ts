import type { Answers, IsoDate, Territory } from '../../src/model.ts';
import { buildBudget } from '../../src/shared/build-budget.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import type { Weighing } from '../../src/plan/weigh-day.ts';
import { holidaysOf } from '../../src/territory/holidays.ts';
import { workingDays } from '../../src/territory/working-days.ts';
import type { Kit, Plan } from '../../src/model.ts';
import { necKit } from '../support/kit.ts';
import { answersWith, factsOf, territories } from './support.ts';

export const TODAY: IsoDate = '2026-11-23';

export function territoryOf(name: string): Territory {
  const territory = territories[name];
  if (!territory) throw new Error(name);
  return territory;
}

/** All that days are weighed with while the date is not set. */
export function weighing(name: string, changes: Answers = {}, today: IsoDate = TODAY, kit: Kit = necKit()): Weighing {
  const territory = territoryOf(name);
  const answers = answersWith({ date: 'a-definir', ...changes });
  const facts = factsOf(answers, territory);
  return {
    kit, answers, facts, territory, today, budget: buildBudget(kit.budget, answers, facts),
    workingDays: workingDays(territory), holidaysOf: (year) => holidaysOf(territory, year),
  };
}

/** The plan of the same answers with this date. */
export function planOn(date: IsoDate, name: string, changes: Answers = {}, today: IsoDate = TODAY): Plan {
  const { periode: _, ...others } = answersWith({ ...changes, date });
  const territory = territoryOf(name);
  return buildPlan({
    kit: necKit(), answers: others, facts: factsOf(others, territory), territory, today, eventId: 'x',
    workingDays: workingDays(territory), holidaysOf: (year) => holidaysOf(territory, year),
  });
}
