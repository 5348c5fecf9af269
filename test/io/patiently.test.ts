import { expect, it } from 'vitest';
import { patiently } from '../../src/io/patiently.ts';
import { systemError } from '../support/memory-disk.ts';

/** Fails so many times with this code, then works. */
function tries(failures: number, code: string) {
  const pauses: number[] = [];
  let asked = 0;
  const work = (): void => {
    asked += 1;
    if (asked <= failures) throw systemError(code, 'a.txt');
  };
  return { pauses, asked: () => asked, run: () => patiently(work, (milliseconds) => void pauses.push(milliseconds)) };
}

it.each(['EBUSY', 'EPERM', 'EACCES'])('%s: tried again, with longer and longer pauses, as long as it may pass', (code) => {
  for (const failures of [0, 1, 5]) {
    const { run, pauses, asked } = tries(failures, code);
    run();
    expect(asked()).toBe(failures + 1);
    expect(pauses).toEqual([20, 40, 80, 160, 320].slice(0, failures));
  }
});

it.each(['EBUSY', 'EPERM', 'EACCES'])('%s to the end: the file is held', (code) => {
  const { run, asked } = tries(Infinity, code);
  expect(run).toThrow(expect.objectContaining({ code: 'EBUSY', path: 'a.txt' }));
  expect(asked()).toBe(6);
});

it.each(['ENOSPC', 'ENOENT', 'EIO'])('%s does not pass: it is told at once', (code) => {
  const { run, pauses } = tries(1, code);
  expect(run).toThrow(expect.objectContaining({ code }));
  expect(pauses).toEqual([]);
});
