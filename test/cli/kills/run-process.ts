import { applyChanges } from '../../../src/io/apply-changes.ts';
import { realDisk, type Disk } from '../../../src/io/disk.ts';
import { lockFolder } from '../../../src/io/folder-lock.ts';
import { thisMachine } from '../../../src/io/machine.ts';
import { readFolder } from '../../../src/io/read-folder.ts';
import { recover } from '../../../src/io/recover.ts';
import { planUndo, readUndo } from '../../../src/io/undo.ts';
import type { Result } from '../../../src/problem.ts';
import { changesTo, REMOVES, WRITES } from '../../io/sample-run.ts';

/**
 * One command as a process of its own, over the disk side alone: `generer`, `gros` (many files, slow enough to be killed
 * from outside), `lourd` (one file of 50 MB) or `annuler`, in a folder. With a number, the process kills itself just
 * before that change of the disk. Prints `go` when it begins to write, then the problems it met, or nothing; with
 * `PEAK=1` the most memory it had, in MB.
 */
const [command = '', root = '', killAt = '0'] = process.argv.slice(2);

/** 40 documents of 100 kB. */
const MANY = Object.fromEntries(Array.from({ length: 40 }, (_, rank) => [`gros/${rank % 5}/${rank}.txt`, `${rank} neuf `.repeat(12_000)]));

function mortal(disk: Disk): Disk {
  let changes = 0;
  const count = <A extends readonly unknown[]>(work: (...args: A) => void) => (...args: A): void => {
    changes += 1;
    if (changes === Number(killAt)) process.kill(process.pid, 'SIGKILL');
    work(...args);
  };
  return {
    ...disk, makeFolder: count(disk.makeFolder), create: count(disk.create), write: count(disk.write), rename: count(disk.rename),
    removeFile: count(disk.removeFile), removeEmptyFolder: count(disk.removeEmptyFolder),
  };
}

/** Changes the last byte of `lourd.bin`. */
function heavy(disk: Disk, machine: ReturnType<typeof thisMachine>): Result<unknown> {
  const files = readFolder(disk, root);
  const bytes = Uint8Array.from(files.read('lourd.bin'));
  bytes[bytes.length - 1] = 1;
  return applyChanges(disk, root, { writes: [{ path: 'lourd.bin', bytes }], removes: [], seen: files.seen }, { command }, machine);
}

function work(disk: Disk): Result<unknown> {
  const machine = thisMachine();
  const lock = lockFolder(disk, root, machine, command);
  if (!lock.ok) return lock;
  try {
    const recovered = recover(disk, root, machine);
    if (!recovered.ok) return recovered;
    if (command === 'annuler') {
      const record = readUndo(disk, root);
      return record.ok ? applyChanges(disk, root, planUndo(disk, root, record.value).changes, { command }, machine) : record;
    }
    if (command === 'lourd') return heavy(disk, machine);
    const changes = command === 'gros' ? changesTo(disk, root, { ...MANY, ...WRITES }) : changesTo(disk, root, WRITES, REMOVES);
    process.stdout.write('go\n');
    return applyChanges(disk, root, changes, { command }, machine);
  } finally {
    lock.value.release();
  }
}

const result = work(mortal(realDisk));
if (process.env['PEAK'] === '1') process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
if (!result.ok) {
  process.stdout.write(JSON.stringify(result.problems));
  process.exitCode = 1;
}
