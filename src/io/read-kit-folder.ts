import { join } from 'node:path';
import type { Disk } from './disk.ts';

/** Nothing is read of other kinds of files. */
const KIT_FILE = /\.(yaml|md)$/;
const MAX_FILES = 2_000;
const MAX_DEPTH = 6;

/**
 * The texts of a kit by path, `/` between parts. Links are not followed and other kinds of files are passed over: a kit
 * reads nothing outside its own folder. Undefined when there is no kit there.
 */
export function readKitFolder(disk: Disk, root: string): Readonly<Record<string, string>> | undefined {
  if (disk.kindOf(join(root, 'kit.yaml')) !== 'file') return undefined;
  const texts: Record<string, string> = {};
  const visit = (folder: string, depth: number): void => {
    for (const name of disk.list(join(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const kind = disk.kindOf(join(root, path));
      if (kind === 'folder' && depth < MAX_DEPTH) visit(path, depth + 1);
      if (kind === 'file' && KIT_FILE.test(name) && Object.keys(texts).length < MAX_FILES) {
        texts[path] = disk.readText(join(root, path)).replaceAll('\r\n', '\n');
      }
    }
  };
  visit('', 0);
  return texts;
}
