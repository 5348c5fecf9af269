import type { IsoDate } from '../../model.ts';

/**
 * One all-day entry of a calendar. `uid` never changes; `sequence` only grows, when the content changes
 * (RFC 5545 §3.8.7.4); `revisedOn` is the day of that change, so that the same plan gives the same bytes.
 */
export interface CalendarItem {
  readonly kind: 'event' | 'task';
  readonly uid: string;
  readonly sequence: number;
  readonly revisedOn: IsoDate;
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
}
