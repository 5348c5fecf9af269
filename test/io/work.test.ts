import { expect, it } from 'vitest';
import { BASELINE_FILE } from '../../src/folder/paths.ts';
import type { Disk } from '../../src/io/disk.ts';
import { readFolder } from '../../src/io/read-folder.ts';
import { memoryDisk, WORK } from '../support/memory-disk.ts';
import { windowsDisk } from '../support/windows-disk.ts';
import { apply, changesTo, mustWork } from './sample-run.ts';

/** Counts what is asked of a disk: time varies, work does not. */
function counted(disk: Disk): { readonly disk: Disk; readonly asked: Record<string, number> } {
  const asked: Record<string, number> = {};
  const verbs = Object.entries(disk).map(([verb, work]: [string, (...args: readonly unknown[]) => unknown]) => [verb, (...args: readonly unknown[]) => {
    asked[verb] = (asked[verb] ?? 0) + 1;
    return work(...args);
  }]);
  return { asked, disk: Object.fromEntries(verbs) as Disk };
}

const many = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, rank) => [`dossier-${rank % 20}/fichier-${rank}.txt`, `texte ${rank}`]));

it('F19: of 10 000 files each is looked at once, and only those are read that are asked for', () => {
  const { disk, asked } = counted(memoryDisk(many(10_000)));
  const files = readFolder(disk, WORK);
  for (let rank = 0; rank < 10_000; rank += 100) files.read(`dossier-${rank % 20}/fichier-${rank}.txt`);
  expect(files.paths).toHaveLength(10_000);
  expect(asked).toEqual({ list: 21, kindOf: 10_020 + 100, readBytes: 100 });
});

it.each([
  ['this disk', memoryDisk, 2_000],
  ['one that takes letters of both cases for the same', windowsDisk, 200],
] as const)('F19: the work of a run grows with what it changes, not with the folder; %s', (_, open, most) => {
  const workOf = (files: number, changed: number): number => {
    const { disk, asked } = counted(open({ [BASELINE_FILE]: 'b', ...many(files) }));
    const writes = Object.fromEntries(Object.keys(many(changed)).map((path) => [path, 'neuf']));
    const changes = changesTo(disk, WORK, writes);
    Object.keys(asked).forEach((verb) => { asked[verb] = 0; });
    expect(mustWork(apply(disk, changes))).toHaveLength(changed);
    return Object.values(asked).reduce((sum, count) => sum + count, 0);
  };
  expect(workOf(most, 20)).toBe(workOf(most / 5, 20));
  expect(workOf(most, most)).toBeLessThan(1.1 * (most / 20) * workOf(most, 20));
});
