import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCK_FILE, RUNNING_FILE } from '../../src/folder/paths.ts';
import type { Disk } from '../../src/io/disk.ts';
import { readFolder } from '../../src/io/read-folder.ts';
import { recover } from '../../src/io/recover.ts';
import { recoveredDisk } from '../../src/io/recovered-disk.ts';
import { countingDisk, dyingDisk, Killed, refusingDisk } from '../support/faulty-disk.ts';
import { machine } from '../support/machine.ts';
import { memoryDisk, WORK, type MemoryDisk } from '../support/memory-disk.ts';
import { powerCutDisk } from '../support/power-cut-disk.ts';
import { AFTER, applySample, BEFORE, codesOf, documentsIn, mustWork, recoverRun, sampleRun, undoRun } from './sample-run.ts';

type Tree = Readonly<Record<string, string>>;

const start = (): MemoryDisk => memoryDisk(BEFORE);
const beforeTree = start().tree();
const beforeDocuments = documentsIn(beforeTree);

function changesOf(disk: Disk, run: (disk: Disk) => unknown): number {
  const counting = countingDisk(disk);
  run(counting);
  return counting.changes();
}

const RUN_CHANGES = changesOf(start(), sampleRun);
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** A disk where the run was killed at this change. */
function killedAt(at: number, disk = start(), run: (disk: Disk) => unknown = sampleRun): MemoryDisk {
  expect(() => run(dyingDisk(disk, at)), `change ${at}`).toThrow(Killed);
  return disk;
}

const done = (): MemoryDisk => {
  const disk = start();
  mustWork(sampleRun(disk));
  return disk;
};
const afterDocuments = documentsIn(done().tree());
const isDone = (tree: Tree): boolean => JSON.stringify(documentsIn(tree)) === JSON.stringify(afterDocuments);

describe('a disk that refuses a change, whichever it is', () => {
  it.each(['ENOSPC', 'EACCES', 'EIO', 'EBUSY'])('F12 F14: %s: everything is as before, or it did not matter', (code) => {
    let refused = 0;
    for (const at of numbers(RUN_CHANGES)) {
      const disk = start();
      let said: string | undefined;
      try {
        const result = sampleRun(refusingDisk(disk, at, code));
        if (!result.ok) said = codesOf(result).join();
      } catch (error) {
        said = (error as NodeJS.ErrnoException).code;
      }
      const tree = Object.fromEntries(Object.entries(disk.tree()).filter(([path]) => path !== LOCK_FILE));
      if (said === undefined) expect(isDone(tree), `change ${at}`).toBe(true);
      else expect(tree, `change ${at}: ${said}`).toEqual(beforeTree);
      if (said !== undefined) refused += 1;
      if (said !== undefined) expect([code, 'file-open'], `change ${at}`).toContain(said);
    }
    expect(refused).toBeGreaterThan(RUN_CHANGES - 5);
  });

  it('then refuses to put back too: it says which files, and the next run does it', () => {
    let failures = 0;
    for (const at of numbers(RUN_CHANGES)) {
      const disk = start();
      let told: readonly string[] | undefined;
      try {
        sampleRun(refusingDisk(disk, at, 'EIO', Infinity));
      } catch (error) {
        told = (error as { readonly notPutBack?: readonly string[] }).notPutBack;
      }
      if (told) failures += 1;
      if (isDone(disk.tree())) continue;
      mustWork(recoverRun(disk));
      expect(disk.tree(), `change ${at}`).toEqual(beforeTree);
    }
    expect(failures).toBeGreaterThan(5);
  });
});

describe('W14: a run that is killed at any change', () => {
  it('leaves every file old or new, and none missing that was there on both sides', () => {
    for (const at of numbers(RUN_CHANGES)) {
      const tree = documentsIn(killedAt(at).tree());
      for (const [path, text] of Object.entries(tree)) {
        if (path.endsWith('.nec-tmp')) continue;
        expect([beforeDocuments[path], AFTER[path]], `change ${at}: ${path}`).toContain(text);
      }
      for (const path of Object.keys(BEFORE)) if (path in AFTER) expect(Object.keys(tree), `change ${at}`).toContain(path);
    }
  });

  it('is taken back by the next one, whatever it is; then the same run ends as if nothing had happened, and is undone to the first byte', () => {
    const whole = done().tree();
    for (const at of numbers(RUN_CHANGES)) {
      const disk = killedAt(at);
      mustWork(recoverRun(disk));
      if (!isDone(disk.tree())) {
        expect(disk.tree(), `change ${at}`).toEqual(beforeTree);
        mustWork(sampleRun(disk));
      }
      expect(disk.tree(), `change ${at}`).toEqual(whole);
      mustWork(undoRun(disk));
      expect(documentsIn(disk.tree()), `change ${at}`).toEqual(beforeDocuments);
    }
  });

  it('and killed again at any change of the next one', () => {
    const whole = done().tree();
    for (const at of numbers(RUN_CHANGES)) {
      const later = changesOf(killedAt(at), sampleRun);
      for (let again = 1; again <= later; again += 2) {
        const disk = killedAt(again, killedAt(at));
        mustWork(sampleRun(disk));
        expect(documentsIn(disk.tree()), `change ${at}, then ${again}`).toEqual(documentsIn(whole));
      }
    }
  });

  it('W12: those who only read see the folder as the next run will find it', () => {
    for (const at of numbers(RUN_CHANGES)) {
      const disk = killedAt(at);
      const tree = disk.tree();
      const view = readFolder(recoveredDisk(disk, WORK), WORK);
      const seen = Object.fromEntries([...view.paths, '.nec-local/kit.zip', '.nec-local/baseline.zip'].map((path) => [path, new TextDecoder().decode(view.read(path))]));
      expect(disk.tree(), `change ${at}`).toEqual(tree);
      mustWork(recoverRun(disk));
      expect(seen, `change ${at}`).toEqual(documentsIn(disk.tree()));
    }
  });

  it('and then a person works on: not a byte of theirs is lost, of before or of since', () => {
    const deeds: readonly ((disk: Disk, path: string) => void)[] = [
      (disk, path) => disk.write(path, new TextEncoder().encode('écrit depuis')),
      (disk, path) => { disk.removeFile(path); disk.makeFolder(path); disk.write(`${path}/x.txt`, new TextEncoder().encode('écrit depuis')); },
    ];
    for (const at of numbers(RUN_CHANGES)) {
      for (const path of [...Object.keys(BEFORE), '3-neuf/sous/dossier.ics'].filter((name) => !name.startsWith('.nec-local'))) {
        for (const deed of deeds) {
          const disk = killedAt(at);
          if (disk.kindOf(`${WORK}/${path}`) !== 'file' || disk.kindOf(`${WORK}/${RUNNING_FILE}`) === 'missing') continue;
          deed(disk, `${WORK}/${path}`);
          mustWork(recoverRun(disk));
          const texts = Object.values(disk.tree());
          expect(texts, `change ${at}: ${path}`).toContain('écrit depuis');
          for (const [other, text] of Object.entries(beforeDocuments)) if (other !== path) expect(texts, `change ${at}: ${other}`).toContain(text);
        }
      }
    }
  });

  it('and then a person works in a file that the run had not come to: no copy of it is laid beside', () => {
    let cases = 0;
    for (const at of numbers(RUN_CHANGES)) {
      const disk = killedAt(at);
      const waiting = Object.keys(disk.tree()).filter((path) => path.endsWith('.nec-tmp') && !path.startsWith('.nec-local')).map((path) => path.slice(0, -8));
      const path = waiting.findLast((name) => disk.kindOf(`${WORK}/${name}`) === 'file');
      if (path === undefined || disk.readText(`${WORK}/${path}.nec-tmp`) === 'half') continue;
      cases += 1;
      disk.write(`${WORK}/${path}.x`, new TextEncoder().encode('écrit depuis'));
      disk.rename(`${WORK}/${path}.x`, `${WORK}/${path}`);
      mustWork(recoverRun(disk));
      expect(disk.tree(), `change ${at}`).toEqual({ ...beforeTree, [path]: 'écrit depuis' });
    }
    expect(cases).toBeGreaterThan(3);
  });

  it('and a person takes a folder away that the run was working in', () => {
    for (const at of numbers(RUN_CHANGES)) {
      const disk = killedAt(at);
      for (const path of Object.keys(disk.tree()).filter((name) => name.startsWith('1-cadrage/') && !name.endsWith('/'))) disk.removeFile(`${WORK}/${path}`);
      disk.removeEmptyFolder(`${WORK}/1-cadrage`);
      disk.write(`${WORK}/1-cadrage`, new TextEncoder().encode('un fichier'));
      mustWork(recoverRun(disk));
      expect(disk.tree()['1-cadrage'], `change ${at}`).toBe('un fichier');
      expect(documentsIn(disk.tree())['change-a.txt'], `change ${at}`).toMatch(/mes mots/);
    }
  });
});

describe('W19: an undoing that is killed at any change', () => {
  const undoChanges = changesOf(done(), undoRun);

  it('is taken back, done again, and undone in its turn', () => {
    for (const at of numbers(undoChanges)) {
      const disk = killedAt(at, done(), undoRun);
      mustWork(recoverRun(disk));
      const reached = documentsIn(disk.tree());
      if (JSON.stringify(reached) !== JSON.stringify(beforeDocuments)) {
        expect(reached, `change ${at}`).toEqual(afterDocuments);
        mustWork(undoRun(disk));
      }
      expect(documentsIn(disk.tree()), `change ${at}`).toEqual(beforeDocuments);
      mustWork(undoRun(disk));
      expect(documentsIn(disk.tree()), `change ${at}`).toEqual(afterDocuments);
    }
  });
});

describe('a power cut that keeps names in an order of its own', () => {
  /** What such a disk holds after `work` was cut off at a step, and whether it had said that it was done. */
  function cutOff(disk: MemoryDisk, at: number, work: (disk: Disk) => { readonly ok: boolean }, chances: fc.Stream<number>): { readonly disk: MemoryDisk; readonly wasTold: boolean } {
    const cut = powerCutDisk(disk, at);
    let wasTold = false;
    try {
      wasTold = work(cut).ok;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    // Most file systems keep something in between of all and nothing.
    return { wasTold, disk: cut.found((values) => (chances.next().value ?? 0) % values) };
  }
  const luck = fc.infiniteStream(fc.nat({ max: 1_000 }));

  it('whenever it comes and whatever it keeps: once taken back, the folder is as before or as after; as after, when the run had said so', () => {
    let told = 0;
    for (let at = 1; told === 0; at += 1) {
      fc.assert(fc.property(luck, (chances) => {
        const { disk, wasTold } = cutOff(start(), at, applySample, chances);
        if (wasTold) told += 1;
        mustWork(recoverRun(disk));
        const tree = documentsIn(disk.tree());
        if (wasTold || !isDone(tree)) expect(tree, `step ${at}`).toEqual(wasTold ? afterDocuments : beforeDocuments);
      }), { numRuns: 60 });
    }
  });

  it('while a killed run is taken back: it is taken back all the same', () => {
    for (const at of numbers(RUN_CHANGES).filter((change) => killedAt(change).kindOf(`${WORK}/${RUNNING_FILE}`) === 'file')) {
      fc.assert(fc.property(luck, fc.integer({ min: 1, max: 40 }), (chances, step) => {
        const { disk } = cutOff(killedAt(at), step, (cut) => recover(cut, WORK, machine()), chances);
        disk.removeFile(`${WORK}/${LOCK_FILE}`);
        mustWork(recoverRun(disk));
        expect(disk.tree(), `change ${at}, step ${step}`).toEqual(beforeTree);
      }), { numRuns: 30 });
    }
  });
});
