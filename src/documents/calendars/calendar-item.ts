import type { IsoDate, TaskState } from '../../model.ts';

/** One all-day entry of a calendar. `uid` never changes: importing again updates an entry instead of doubling it. */
export interface CalendarItem {
  readonly kind: 'event' | 'task';
  readonly uid: string;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly category?: string;
  /** The first day of an event, the day by which a task is done. */
  readonly day: IsoDate;
  /** The last day of an event. */
  readonly lastDay?: IsoDate;
  /** The event itself takes the day; a milestone leaves it free. */
  readonly busy?: boolean;
  /** Of an event, only `dropped` shows. */
  readonly state: TaskState;
}
