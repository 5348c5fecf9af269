import { expect, it } from 'vitest';
import type { Condition } from '../../src/model.ts';
import { mayHold } from '../../src/shared/may-hold.ts';

const is = (fact: string, value: string | boolean): Condition => ({ op: 'is', fact, values: [value] });
const [yes, no, seen] = [is('charte', true), is('charte', false), is('taches-faites', 'T29')];

it.each<[string, Condition | undefined, boolean]>([
  ['nothing is asked', undefined, true], ['true', yes, true], ['false', no, false], ['a task that may be ticked', seen, true],
  ['all: one is false', { op: 'all', of: [seen, no] }, false], ['all: one is not known', { op: 'all', of: [seen, yes] }, true],
  ['any: none can', { op: 'any', of: [no, no] }, false], ['any: one may', { op: 'any', of: [no, seen] }, true],
  ['none: one is true', { op: 'none', of: [seen, yes] }, false], ['none: one may be', { op: 'none', of: [seen, no] }, true],
])('%s', (_, condition, expected) => expect(mayHold(condition, { charte: true })).toBe(expected));
