import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourInWords, minutesOf } from '../../src/shared/clock.ts';

describe('hours of a day', () => {
  it.each([
    ['9 h', 540], ['9h', 540], ['10 h 05', 605], ['10h05', 605], [' 0 h 00 ', 0], ['23 h 59', 1439],
    ['24 h', undefined], ['9 h 60', undefined], ['9 h 5', undefined], ['9:30', undefined], ['neuf heures', undefined], ['', undefined], ['h', undefined],
  ])('%j is %j', (hour, minutes) => expect(minutesOf(hour)).toBe(minutes));

  it.each([[0, '0 h'], [540, '9 h'], [605, '10 h 05'], [1439, '23 h 59']])('%i is said %j', (minutes, hour) => expect(hourInWords(minutes)).toBe(hour));

  it('are read back as they are said', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => { expect(minutesOf(hourInWords(minutes))).toBe(minutes); }));
  });
});
