import { dirname } from 'node:path';
import type { Disk } from '../../src/io/disk.ts';
import { Killed } from './faulty-disk.ts';
import { memoryDisk, WORK, type MemoryDisk } from './memory-disk.ts';

type Entry = Uint8Array | 'folder' | undefined;

export interface PowerCutDisk extends Disk {
  /**
   * The disk as it is found afterwards. A name whose folder was not flushed since it changed has any of the values that
   * it had since; what a file holds is there whole, for it was flushed before it got its name.
   * @param choose one of so many values, the oldest is 0
   */
  found(choose: (values: number) => number): MemoryDisk;
}

/** A disk that writes down names in an order of its own, as a file system may; the power goes at its change or flush number `at`. */
export function powerCutDisk(disk: MemoryDisk, at: number): PowerCutDisk {
  const history = new Map<string, Entry[]>();
  const valueOf = (path: string): Entry => {
    const kind = disk.kindOf(path);
    return kind === 'file' ? disk.readBytes(path) : kind === 'folder' ? 'folder' : undefined;
  };
  for (const name of Object.keys(disk.tree())) history.set(`${WORK}/${name}`.replace(/\/$/, ''), [valueOf(`${WORK}/${name}`.replace(/\/$/, ''))]);
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps >= at) throw new Killed(`no power at step ${steps}`);
  };
  const change = (paths: readonly string[], work: () => void): void => {
    step();
    for (const path of paths) if (!history.has(path)) history.set(path, [valueOf(path)]);
    work();
    for (const path of paths) history.get(path)?.push(valueOf(path));
  };
  return {
    ...disk,
    makeFolder: (path) => change([path], () => disk.makeFolder(path)),
    create: (path, bytes) => change([path], () => disk.create(path, bytes)),
    write: (path, bytes) => change([path], () => disk.write(path, bytes)),
    rename: (from, to) => change([from, to], () => disk.rename(from, to)),
    removeFile: (path) => {
      if (disk.kindOf(path) !== 'missing') change([path], () => disk.removeFile(path));
    },
    removeEmptyFolder: (path) => {
      if (disk.kindOf(path) === 'folder' && disk.list(path).length === 0) change([path], () => disk.removeEmptyFolder(path));
    },
    flushFolder(folder) {
      step();
      for (const [path, values] of history) if (dirname(path) === folder) values.splice(0, values.length - 1);
    },
    found(choose) {
      const chosen = new Map([...history].map(([path, values]) => [path, values[choose(values.length)]]));
      const isThere = (path: string): boolean => path === WORK || (chosen.get(path) === 'folder' && isThere(dirname(path)));
      const files = [...chosen].filter(([path, value]) => value !== undefined && isThere(dirname(path)));
      return memoryDisk(Object.fromEntries(files.map(([path, value]) => {
        const name = path.slice(WORK.length + 1);
        return value === 'folder' ? [`${name}/`, ''] : [name, value ?? ''];
      })));
    },
  };
}
