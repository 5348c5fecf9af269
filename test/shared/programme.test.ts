import { describe, expect, it } from 'vitest';
import type { ModelDay, Slot } from '../../src/model.ts';
import { minutesIn, partsOf, timesOf } from '../../src/shared/programme.ts';

describe('partsOf', () => {
  it.each([
    [0.5, ['half-day']], [1, ['day']], [1.5, ['first-day', 'last-half-day']], [2, ['first-day', 'last-day']], [2.5, ['first-day', 'middle-day', 'last-half-day']],
    [5, ['first-day', 'middle-day', 'middle-day', 'middle-day', 'last-day']], [0, ['half-day']], [1e9, ['first-day', ...Array<string>(29).fill('middle-day'), 'last-day']],
  ])('%d days: %j', (days, parts) => expect(partsOf(days)).toEqual(parts));
});

describe('timesOf', () => {
  const slot = (id: string, kind: Slot['kind']): Slot => ({ id, kind, title: [{ value: id }], format: [] });
  const slots = [slot('a', 'together'), slot('b', 'meal')];
  const day: Pick<ModelDay, 'start' | 'slots'> = { start: 540, slots: [{ slot: 'a', minutes: 45 }, { slot: 'inconnu', minutes: 20 }, { slot: 'b', minutes: 75 }] };

  it('follow each other without a gap', () => {
    expect(timesOf(day, slots).map(({ slot: { id }, start, minutes }) => [id, start, minutes])).toEqual([['a', 540, 45], ['b', 605, 75]]);
  });

  it('add up by kind', () => {
    const times = timesOf(day, slots);
    expect([minutesIn(times, ['together']), minutesIn(times, ['meal', 'together']), minutesIn(times, ['open'])]).toEqual([45, 120, 0]);
  });
});
