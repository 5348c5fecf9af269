import { expect, it } from 'vitest';
import { makeEventId } from '../../src/folder/event-id.ts';

it('is twelve hexadecimal digits that follow from who, what and when, and from nothing else', () => {
  const id = makeEventId('departement:23', 'NEC Creuse', '2026-11-23');
  expect(id).toMatch(/^[0-9a-f]{12}$/);
  expect(makeEventId('departement:23', 'NEC Creuse', '2026-11-23')).toBe(id);
  const others: readonly Parameters<typeof makeEventId>[] = [['departement:24', 'NEC Creuse', '2026-11-23'], ['departement:23', 'NEC', '2026-11-23'], ['departement:23', 'NEC Creuse', '2026-11-24']];
  expect(new Set([id, ...others.map((parts) => makeEventId(...parts))]).size).toBe(4);
});

it('does not mix up the end of one part and the start of the next', () => {
  expect(makeEventId('a', 'bc', 'd')).not.toBe(makeEventId('ab', 'c', 'd'));
});
