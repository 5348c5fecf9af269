import { describe, expect, it } from 'vitest';
import { numberAnswer, personInCharge, recordsAnswer, textAnswer, textsAnswer } from '../../src/shared/read-answer.ts';

const answers = {
  lieu: ' Médiathèque ', accroche: '  ', jauge: 80, infini: Infinity, formation: true, publics: ['elus', 'agents'],
  financeurs: [{ type: 'region', montant: 500 }], responsables: { 'chef-de-projet': ' Culture ', 'logistique': '' },
};

/** What each reader finds in every answer; nothing where the answer is of another kind. */
describe.each([
  ['textAnswer', textAnswer, undefined, { lieu: 'Médiathèque' }],
  ['numberAnswer', numberAnswer, undefined, { jauge: 80 }],
  ['textsAnswer', textsAnswer, [], { publics: ['elus', 'agents'] }],
  ['recordsAnswer', recordsAnswer, [], { financeurs: [{ type: 'region', montant: 500 }] }],
] as const)('%s', (_, read, nothing, found: Readonly<Record<string, unknown>>) => {
  it.each([...Object.keys(answers), 'absent'])('%s', (id) => expect(read(answers, id)).toEqual(found[id] ?? nothing));
});

it.each([['chef-de-projet', 'Culture'], ['logistique', undefined], ['absent', undefined], ['constructor', undefined]])(
  'personInCharge of %s', (role, person) => expect(personInCharge(answers, role)).toBe(person),
);

it.each([[{}], [{ responsables: 'Culture' }], [{ responsables: ['chef-de-projet'] }]])('nobody is named in %j', (given) => {
  expect(personInCharge(given, 'chef-de-projet')).toBeUndefined();
});
