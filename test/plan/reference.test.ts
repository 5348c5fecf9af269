import { describe, expect, it } from 'vitest';
import { dueOf, scheduleOf, territories } from './support.ts';

/**
 * The road map of the 2019 minutes (CR19): the third national edition, 17 October 2019, prepared from 30 January 2019.
 * The 36-week plan has to give it back.
 */
describe('the 2019 road map', () => {
  const schedule = scheduleOf({ date: '2019-10-17', debut: '2019-01-30', jours: 2, jauge: 800 }, '2019-01-30', territories['creuse']);

  it('uses the whole 36-week plan', () => {
    expect(schedule).toMatchObject({ plan: 'complet', weeksAvailable: 37, weeksOfPlan: 36, weeksUsed: 36, provisional: false });
    expect(schedule.dropped).toEqual([]);
  });

  it.each([
    ['the organiser is chosen early in March', 'T08', '2019-03-01', '2019-03-10'],
    ['the second committee meets in mid-March', 'T11', '2019-03-11', '2019-03-20'],
    ['the call opens in April', 'T29', '2019-04-01', '2019-04-30'],
    ['the call is closed by the end of May', 'T32', '2019-05-15', '2019-05-31'],
    ['registrations open in May or June', 'T50', '2019-05-01', '2019-06-30'],
    ['registrations close in September or October', 'T55', '2019-09-01', '2019-10-16'],
    ['the request to the ANCT leaves four months before', 'T21', '2019-04-01', '2019-06-17'],
  ])('%s', (_, task, from, to) => {
    const due = dueOf(schedule, task);
    expect(due && due >= from && due <= to, `${task} is due on ${due}`).toBe(true);
  });
});
