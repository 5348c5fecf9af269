import { join } from 'node:path';
import { expect, it } from 'vitest';
import { safeJoin } from '../../src/io/safe-join.ts';
import { memoryDisk, WORK } from '../support/memory-disk.ts';

const disk = memoryDisk({ 'a/b/c.txt': '', 'lien': '@link', 'a/lien': '@link' });

it.each(['c.txt', 'a/b/c.txt', 'a/new/c.txt', 'lien', 'a/../c.txt', '..c/d'])('%s stays inside', (path) => {
  expect(safeJoin(disk, WORK, path)).toBe(join(WORK, path));
});

it.each(['', '.', '..', '../c.txt', 'a/../../c.txt', 'lien/c.txt', 'a/lien/b/c.txt', '../travail-2/c.txt'])('%j is refused', (path) => {
  expect(safeJoin(disk, WORK, path)).toBeUndefined();
});
