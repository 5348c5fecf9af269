import { join } from 'node:path';
import { BASELINE_FILE, KIT_FILE, LOCK_FILE, RUNNING_FILE, UNDO_FILE } from '../../src/folder/paths.ts';
import { applyChanges } from '../../src/io/apply-changes.ts';
import type { Disk } from '../../src/io/disk.ts';
import { lockFolder } from '../../src/io/folder-lock.ts';
import type { FolderChanges } from '../../src/io/prepare-steps.ts';
import { readFolder } from '../../src/io/read-folder.ts';
import { recover } from '../../src/io/recover.ts';
import { planUndo, readUndo } from '../../src/io/undo.ts';
import type { Problem, Result } from '../../src/problem.ts';
import { machine } from '../support/machine.ts';
import { WORK } from '../support/memory-disk.ts';

/** A folder before a run that does everything a run can do. */
export const BEFORE: Readonly<Record<string, string>> = {
  'nec-local.yaml': 'date: 2027-10-14\n',
  '1-cadrage/note.docx': 'mes mots dans la note',
  '1-cadrage/vieux.docx': 'retiré par le kit',
  '2-calendrier/seul.xlsx': 'retiré, et son dossier avec',
  'change-a.txt': 'contenu A avec mes mots',
  'change-b.txt': 'contenu B avec mes mots',
  'meme.txt': 'ne change pas',
  'à moi.txt': 'personne n’y touche',
  [KIT_FILE]: 'kit 1',
  [BASELINE_FILE]: 'baseline 1',
  [UNDO_FILE]: 'rien qui se lise',
};

/** What the run writes: two files change places, one is new in new folders, one stays the same. */
export const WRITES: Readonly<Record<string, string>> = {
  'nec-local.yaml': 'date: 2027-11-04\n',
  '1-cadrage/note.docx': 'mes mots dans la note, et la nouvelle date',
  'change-a.txt': 'contenu B avec mes mots',
  'change-b.txt': 'contenu A avec mes mots',
  'meme.txt': 'ne change pas',
  '3-neuf/sous/dossier.ics': 'nouveau',
  [KIT_FILE]: 'kit 2',
  [BASELINE_FILE]: 'baseline 2',
};
export const REMOVES = ['1-cadrage/vieux.docx', '2-calendrier/seul.xlsx'];

/** The documents after the run, without the records of the tool. */
export const AFTER: Readonly<Record<string, string>> = Object.fromEntries(Object.entries({ ...BEFORE, ...WRITES })
  .filter(([path]) => !REMOVES.includes(path) && path !== UNDO_FILE));

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The changes that lead from one set of texts to the other, having read the folder as it is. */
export function changesTo(disk: Disk, root: string, writes: Readonly<Record<string, string>>, removes: readonly string[] = []): FolderChanges {
  const files = readFolder(disk, root);
  for (const path of [...Object.keys(writes), ...removes]) if (files.kindOf(path) === 'file') files.read(path);
  return { writes: Object.entries(writes).map(([path, text]) => ({ path, bytes: encode(text) })), removes, seen: files.seen };
}

export const apply = (disk: Disk, changes: FolderChanges, root = WORK) => applyChanges(disk, root, changes, { command: 'generer', carry: { n: 1 } }, machine());

/** One command as it would be: lock, recover, work, release. A process of its own each time. */
function command<T>(disk: Disk, root: string, pid: number, work: () => Result<T>): Result<T> {
  const me = machine({ pid, now: () => 1_000_000 + pid * 20_000, isAlive: (other) => other === pid });
  const lock = lockFolder(disk, root, me, 'generer');
  if (!lock.ok) return lock;
  try {
    const recovered = recover(disk, root, me);
    return recovered.ok ? work() : recovered;
  } finally {
    lock.value.release();
  }
}

let pid = 1_000;

/** The changes of the run, without what comes before and after. */
export const applySample = (disk: Disk, root = WORK): Result<readonly string[]> => apply(disk, changesTo(disk, root, WRITES, REMOVES), root);

/** The whole run. */
export const sampleRun = (disk: Disk, root = WORK): Result<readonly string[]> => command(disk, root, pid += 1, () => applySample(disk, root));

/** A run that only takes back what the last one left half done. */
export const recoverRun = (disk: Disk, root = WORK): Result<undefined> => command(disk, root, pid += 1, () => ({ ok: true, value: undefined }));

/** `annuler`, as long as something goes back. */
export const undoRun = (disk: Disk, root = WORK): Result<readonly string[]> => command(disk, root, pid += 1, () => {
  const record = readUndo(disk, root);
  if (!record.ok) return record;
  const { changes } = planUndo(disk, root, record.value);
  return applyChanges(disk, root, changes, { command: 'annuler' }, machine());
});

export function mustWork<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems));
}

export const codesOf = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.problems.map(({ code }: Problem) => code));

/** Texts by path: folders and the records of the tool left out. */
export const documentsIn = (tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(tree)
  .filter(([path]) => !path.endsWith('/') && ![UNDO_FILE, RUNNING_FILE, LOCK_FILE].includes(path)));

export const foldersIn = (tree: Readonly<Record<string, string>>): readonly string[] => Object.keys(tree).filter((path) => path.endsWith('/'));

export const at = (path: string): string => join(WORK, path);
