import { describe, expect, it } from 'vitest';
import { firstName, renamed, renamedNumbered } from '../../src/shared/rename.ts';

const ids = { un: 'trois', deux: 'trois', region: 'cr' };

describe('ids through versions of a kit', () => {
  it.each([['un', 'trois'], ['trois', 'trois'], ['autre', 'autre'], ['constructor', 'constructor'], ['__proto__', '__proto__'], ['', '']])(
    'renamed: %j → %j', (id, present) => {
      expect(renamed(ids, id)).toBe(present);
      expect(renamed(ids, renamed(ids, id))).toBe(present);
      expect(renamed(undefined, id)).toBe(id);
    });

  it.each([['region--2', 'cr--2'], ['region', 'cr'], ['region-2', 'region-2'], ['region--', 'region--'], ['a--2', 'a--2'], ['a\n--3', 'a\n--3']])(
    'renamedNumbered: %j → %j', (id, present) => expect(renamedNumbered(ids, id)).toBe(present));

  it.each([['trois', 'un'], ['cr', 'region'], ['autre', 'autre'], ['un', 'un']])('firstName: %j → %j', (id, first) => {
    expect(firstName(ids, id)).toBe(first);
    expect(firstName(undefined, id)).toBe(id);
  });
});
