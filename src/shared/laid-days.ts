import type { IsoDate, ModelDay, Plan, Programme } from '../model.ts';
import { holds } from './condition.ts';
import { addDays } from './dates.ts';
import { partsOf, timesOf, type TimedSlot } from './programme.ts';
import { numberAnswer } from './read-answer.ts';

/** A day of the event, as the kit proposes it for these answers. */
export interface LaidDay {
  /** From 1. */
  readonly rank: number;
  /** Absent while the date of the event is not set. */
  readonly date?: IsoDate;
  /** Id of the model day. */
  readonly model?: string;
  readonly times: readonly TimedSlot[];
}

/** The days of the event, one after the other. A kit without a model for one of them (none passes its check) gives an empty day. */
export function layDays({ facts, schedule }: Pick<Plan, 'facts' | 'schedule'>, { days, slots }: Programme): readonly LaidDay[] {
  return partsOf(numberAnswer(facts, 'jours') ?? 1).map((part, index) => {
    const model: ModelDay | undefined = days.find((day) => day.part === part && holds(day.when, facts));
    return {
      rank: index + 1,
      ...(!schedule.provisional && { date: addDays(schedule.firstDay, index) }),
      ...(model && { model: model.id }),
      times: model ? timesOf(model, slots) : [],
    };
  });
}
