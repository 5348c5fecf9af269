import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { DRAFT_FILE } from '../folder/paths.ts';
import type { Disk } from '../io/disk.ts';
import { isFreeFolder } from '../io/write-folder.ts';
import type { Answers } from '../model.ts';
import { problem } from '../problem.ts';
import { slug } from '../shared/words.ts';
import { orDiskProblem } from './disk-problems.ts';
import type { Shell } from './shell.ts';
import { EXIT, Stop } from './stop.ts';

/** Folder names longer than this are cut: Windows counts 260 characters for a whole path. */
const MAX_NAME = 60;

/** `nec-creuse-2027`, from the territory and the year of the event. */
export function defaultFolderName(territoryName: string, answers: Answers): string {
  const date = answers['date'] === 'a-definir' ? answers['periode'] : answers['date'];
  const year = typeof date === 'string' ? `-${date.slice(0, 4)}` : '';
  return `nec-${slug(territoryName).slice(0, MAX_NAME).replace(/-$/, '')}${year}`;
}

/** An absolute folder to work in, whose list can be read; a link to one will do. `typed` is what the person wrote. */
export function openFolder(path: string, typed: string, { disk }: Shell): string {
  try {
    disk.list(path);
    return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Stop(EXIT.usage, [problem('usage', { detail: `-C : impossible d’ouvrir le dossier « ${typed} ». Vérifiez son nom.` })]);
  }
}

/** The first of `nec-creuse-2027`, `nec-creuse-2027-2`… that a first run may write into: the person named none. */
export function freeFolder(path: string, shell: Shell): string {
  return orDiskProblem(path, () => {
    let candidate = path;
    for (let rank = 2; !isFreeFolder(shell.disk, candidate, [DRAFT_FILE]); rank += 1) candidate = `${path}-${rank}`;
    return candidate;
  });
}

/**
 * Stops unless a first run may write into this folder: new, empty, or holding only a draft or what a killed run left.
 * @param kit the folder of the kit, which must stay apart
 */
export function checkFolder(root: string, kit: string | undefined, shell: Shell): void {
  const home = shell.env['HOME'] ?? shell.env['USERPROFILE'];
  const unsafe = dirname(root) === root || (home !== undefined && root === resolve(home)) || (kit !== undefined && (contains(kit, root) || contains(root, kit)));
  if (unsafe) throw new Stop(EXIT.cannotCreate, [problem('folder-unsafe', { path: root })]);
  orDiskProblem(root, () => {
    const obstacle = obstacleTo(root, shell.disk);
    if (obstacle !== undefined) throw new Stop(EXIT.cannotCreate, [problem('folder-is-file', { path: obstacle })]);
    if (!isFreeFolder(shell.disk, root, [DRAFT_FILE])) throw new Stop(EXIT.cannotCreate, [problem('folder-not-empty', { path: root })]);
  });
}

/** What stands where a folder should be: the root itself, were it a link, or a file above it. A link above is the person's own way. */
function obstacleTo(root: string, disk: Disk): string | undefined {
  const kind = disk.kindOf(root);
  if (kind === 'folder') return undefined;
  if (kind !== 'missing') return root;
  let parent = dirname(root);
  while (disk.kindOf(parent) === 'missing' && dirname(parent) !== parent) parent = dirname(parent);
  return disk.kindOf(parent) === 'file' ? parent : undefined;
}

/** True when `inner` is `outer` or lies inside it. */
function contains(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return !path.startsWith('..') && !isAbsolute(path);
}
