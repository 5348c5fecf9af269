import type { Answers, Facts, Holiday, IsoDate, Kit, Observed, Plan, Territory, WorkingDays } from '../model.ts';
import { buildBudget } from '../shared/build-budget.ts';
import { buildAlerts } from './alerts.ts';
import { proposeDays } from './choose-days.ts';
import { buildSchedule } from './schedule.ts';
import { weigh } from './weigh-day.ts';

/** Everything a plan is made from. `answers` are complete: defaults have been applied. */
export interface PlanInput {
  readonly kit: Kit;
  readonly answers: Answers;
  readonly facts: Facts;
  readonly territory: Territory;
  readonly today: IsoDate;
  readonly eventId: string;
  readonly workingDays: WorkingDays;
  readonly holidaysOf: (year: number) => readonly Holiday[];
}

/** The kit applied to the answers and the official data. Pure: the same input gives the same plan. */
export function buildPlan(input: PlanInput): Plan {
  const { kit, answers, facts, territory, today, eventId, workingDays, holidaysOf } = input;
  const schedule = buildSchedule(kit, answers, facts, today, workingDays);
  const budget = buildBudget(kit.budget, answers, facts);
  const situation = { facts, schedule, budget, today, holidaysOf };
  const alerts = buildAlerts(kit, situation);
  return {
    kit, answers, facts, territory, today, eventId,
    eventName: String(answers['nom'] ?? ''),
    schedule, budget, alerts,
    dates: schedule.provisional ? proposeDays({ ...input, budget }) : [weigh(kit, situation, alerts)],
  };
}

/** The plan once it is known what people did in its folder: its rules look again. */
export function seenPlan(plan: Plan, observed: Observed, holidaysOf: PlanInput['holidaysOf']): Plan {
  const { kit, facts, schedule, budget, today } = plan;
  return { ...plan, alerts: buildAlerts(kit, { facts, schedule, budget, today, holidaysOf, observed }) };
}
