import { randomUUID } from 'node:crypto';
import { basename, dirname, join, relative } from 'node:path';
import { LOCK_FILE } from '../folder/paths.ts';
import { problem, type Problem, type Result } from '../problem.ts';
import { sha256 } from '../shared/sha256.ts';
import { makeFolders, type Disk } from './disk.ts';
import type { Machine } from './machine.ts';
import { safeJoin } from './safe-join.ts';

/** A folder that is ours alone until it is released. */
export interface FolderLock {
  release(): void;
}

/** What a lock file says, also to a person who opens it. */
interface Holder {
  readonly command: string;
  readonly user: string | undefined;
  readonly host: string;
  /** By the clock on the wall there: `2027-03-14T10:22`. */
  readonly since: string;
  /** The same in milliseconds since 1970. */
  readonly at: number;
  readonly pid: number;
  /** Makes each lock unlike any other. */
  readonly key: string;
}

/** One look at the locks: those of dead runs, each followed by the one that took over from it; then a free name, or a living run. */
interface Look {
  readonly dead: readonly string[];
  readonly last: string;
  readonly living?: Partial<Holder>;
}

/** A run has a moment to fill the file that it made; in milliseconds. */
const FILLED_WITHIN = 10_000;
/** Another try is needed only when some other run begins or ends at that very moment. */
const MAX_TRIES = 20;

/**
 * Takes a folder for one run, or says who has it. To make a file that must be new is the one thing that only one of
 * several runs can do on any disk. So the lock of a dead run is not replaced, it is followed: the name of the next lock
 * comes from the name and content of the dead one, and only one run can make it. That run looks again from the first
 * lock: when the way still leads to its own, nobody has released the folder meanwhile and it is theirs. A release starts
 * with the first lock, so that whoever follows a way that is being removed sees it.
 * @param command for the person who meets the lock
 */
export function lockFolder(disk: Disk, root: string, machine: Machine, command: string): Result<FolderLock> {
  const first = safeJoin(disk, root, LOCK_FILE);
  if (first === undefined) return { ok: false, problems: [problem('path-blocked', { path: dirname(LOCK_FILE), by: 'link' })] };
  makeFolders(disk, dirname(first));
  const at = machine.now();
  const ours: Holder = {
    command, user: machine.user, host: machine.host, since: machine.localTime(at), at, pid: machine.pid, key: randomUUID(),
  };
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const look = lookAtLocks(disk, first, machine);
    if (look.living) return { ok: false, problems: [inTheWay(look, root)] };
    if (!makeNew(disk, look.last, JSON.stringify(ours))) continue;
    if (lookAtLocks(disk, first, machine).living?.key === ours.key) return { ok: true, value: hold(disk, look) };
    disk.removeFile(look.last);
  }
  return { ok: false, problems: [inTheWay({ dead: [], last: first }, root)] };
}

/** The lock that ends the way is ours. What runs that died while they took over have left beside is on no way: it goes. */
function hold(disk: Disk, { dead, last }: Look): FolderLock {
  const ours = [...dead, last];
  const folder = dirname(last);
  const strays = disk.list(folder).filter((name) => /^verrou-\w+\.json$/.test(name)).map((name) => join(folder, name));
  for (const path of strays) if (!ours.includes(path)) disk.removeFile(path);
  return { release: () => ours.forEach((path) => removeLock(disk, path)) };
}

/** A lock that cannot be taken away is that of a dead run in a moment: no reason to call what was done a failure. */
function removeLock(disk: Disk, path: string): void {
  try {
    disk.removeFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

function lookAtLocks(disk: Disk, first: string, machine: Machine): Look {
  const dead: string[] = [];
  for (let last = first; ; ) {
    const kind = disk.kindOf(last);
    // Nothing of ours: only a person can say what it is.
    if (kind !== 'file' && kind !== 'missing') return { dead, last, living: {} };
    const text = readIfThere(disk, last);
    if (text === undefined) return { dead, last };
    const holder = parseHolder(text);
    if (isLiving(holder, disk, last, machine)) return { dead, last, living: holder };
    dead.push(last);
    last = join(dirname(first), `verrou-${sha256(`${basename(last)} ${text}`).slice(0, 16)}.json`);
  }
}

/** Of a run on another computer nothing is known: it lives. One that began before this computer was started is dead, whoever has its number now. */
function isLiving(holder: Partial<Holder>, disk: Disk, path: string, machine: Machine): boolean {
  if (holder.pid === undefined) return disk.kindOf(path) !== 'file' || machine.now() - disk.modifiedAt(path) < FILLED_WITHIN;
  return holder.host !== machine.host || (machine.isAlive(holder.pid) && (holder.at ?? 0) >= machine.bootedAt());
}

function parseHolder(text: string): Partial<Holder> {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    return Number.isInteger(value?.pid) && typeof value?.host === 'string' ? value : {};
  } catch {
    return {};
  }
}

function readIfThere(disk: Disk, path: string): string | undefined {
  try {
    return new TextDecoder().decode(disk.readBytes(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** False when another run was quicker. */
function makeNew(disk: Disk, path: string, text: string): boolean {
  try {
    disk.create(path, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function inTheWay({ last, living = {} }: Look, root: string): Problem {
  const { command, user, host, since } = living;
  const who = [user, host].filter((word) => typeof word === 'string').join(', ');
  return problem('folder-locked', {
    path: relative(root, last).replaceAll('\\', '/'),
    ...(who !== '' && { who }),
    ...(typeof command === 'string' && { command }),
    ...(typeof since === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(since) && { since }),
  });
}
