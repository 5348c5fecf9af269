import { expect, it } from 'vitest';
import { makeEventId } from '../../src/folder/event-id.ts';

const answers = { collectivite: 'departement:23', nom: 'NEC Creuse', debut: '2026-11-23' };

it('is twelve hexadecimal digits that follow from who, what and when, and from nothing else', () => {
  const id = makeEventId(answers);
  expect(id).toMatch(/^[0-9a-f]{12}$/);
  expect(makeEventId({ ...answers, date: '2027-10-14', jauge: 80 })).toBe(id);
  const others = [{ collectivite: 'departement:24' }, { nom: 'NEC' }, { debut: '2026-11-24' }];
  expect(new Set([id, ...others.map((other) => makeEventId({ ...answers, ...other }))]).size).toBe(4);
});

it('does not mix up the end of one part and the start of the next', () => {
  expect(makeEventId({ collectivite: 'a', nom: 'bc', debut: 'd' })).not.toBe(makeEventId({ collectivite: 'ab', nom: 'c', debut: 'd' }));
});
