import { expect, it } from 'vitest';
import { parseKit } from '../../src/kit/parse-kit.ts';
import { PLAN_NAMES } from '../../src/shared/plans.ts';
import { necKit } from '../support/kit.ts';
import { tinySources } from '../support/tiny-kit.ts';

/**
 * The road map of our material (nec-locaux.md §2.3) gives one column of weeks before the event; a range counts by its
 * end, when the task is done (T16 « 30→24 », T22 « 28→16 »). Four tasks come before the task that they depend on: a kit
 * that copied this column would be refused.
 */
const published = [
  ['T07', '34', ''], ['T08', '33', 'T07'], ['T16', '24', ''], ['T18', '24', 'T16'], ['T21', '22', 'T18'], ['T22', '16', 'T07'],
  ['T23', '40', 'T08'], ['T25', '20', 'T22'], ['T26', '26', 'T18'], ['T34', '14', ''],
  ['T35', '14', 'T34'], ['T38', '10', 'T35'], ['T48', '15', 'T35'],
] as const;

const written = (rows: readonly (readonly [string, string, string])[]): string => [
  'checked: 2026-11-23',
  'phases: [ { id: preparer, title: Préparer } ]',
  'roles: [ { id: chef, title: Chef de projet, mission: Tient le calendrier. } ]',
  'tasks:',
  ...rows.map(([id, weeks, need]) => `  - { id: ${id}, title: Faire, phase: preparer, role: chef, before: ${weeks}, `
    + `needs: [${need}], why: Pourquoi., done: C’est fait., source: S1 }`),
].join('\n');

it('the published column is refused for exactly four pairs, in each of the three plans', () => {
  const parsed = parseKit(tinySources({ 'tasks.yaml': written(published) }));
  const told = parsed.ok ? [] : parsed.problems.map(({ code, args }) =>
    ('need' in args ? `${args.plan} : ${args.task} ${args.taskDays / 7} avant ${args.need} ${args.needDays / 7}` : code));
  const pairs = ['T23 40 avant T08 33', 'T25 20 avant T22 16', 'T26 26 avant T18 24', 'T48 15 avant T35 14'];
  expect(told).toEqual(pairs.flatMap((pair) => ['complet', 'standard', 'express'].map((plan) => `${plan} : ${pair}`)));
});

it('our kit holds every pair of that road map that it keeps, in the three plans', () => {
  const ours = new Map(necKit().tasks.map((task) => [task.id, task]));
  for (const task of ours.values()) {
    for (const { task: id, gapDays } of task.needs) {
      for (const plan of PLAN_NAMES) expect(ours.get(id)?.lead[plan]).toBeGreaterThanOrEqual(task.lead[plan] + gapDays);
    }
  }
});
