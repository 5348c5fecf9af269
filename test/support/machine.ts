import type { Machine } from '../../src/io/machine.ts';

/** A computer of the tests, started at 0 on its clock, where it is 1 000 000; only the process 100, ours, is alive. */
export const machine = (more: Partial<Machine> = {}): Machine => ({
  host: 'poste-a',
  user: 'agent',
  pid: 100,
  now: () => 1_000_000,
  bootedAt: () => 0,
  isAlive: (pid) => pid === 100,
  localTime: () => '2027-03-14T10:22',
  ...more,
});
