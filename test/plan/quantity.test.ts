import { expect, it } from 'vitest';
import { deriveFacts } from '../../src/shared/facts.ts';
import { quantityOf } from '../../src/shared/quantity.ts';

it.each([
  [{ times: 1, min: 0 }, 1],
  [{ of: 'participants', times: 1, min: 0 }, 30],
  [{ of: 'participants', times: 0.1, min: 0 }, 3],
  [{ of: 'participants', times: 0.11, min: 0 }, 4],
  [{ of: 'participants', times: 0, min: 2 }, 2],
  [{ of: 'inconnu', times: 5, min: 0 }, 0],
])('%j of 30 people: %i', (quantity, expected) => {
  expect(quantityOf(quantity, { participants: 30 })).toBe(expected);
});

const three = [{ nom: 'Mairie' }, { nom: 'École' }, { nom: 'Halle' }];
it.each([
  [{ jours: 2, forme: 'multi-sites', sites: three }, 12],
  [{ jours: 2, forme: 'multi-sites' }, 4],
  [{ jours: 2, forme: 'autonome', sites: three }, 4],
])('half days in every place: %j', (answers, expected) => {
  expect(deriveFacts(answers)['demi-journees-des-lieux']).toBe(expected);
});
