import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../src/io/disk.ts';
import { countingDisk, dyingDisk, refusingDisk } from '../support/faulty-disk.ts';
import { docxWords, editPart, FIRST_DAY, hold, living, rewriteFirstText, type Living } from '../support/living.ts';
import { machine } from '../support/machine.ts';
import { memoryDisk, WORK, type MemoryDisk } from '../support/memory-disk.ts';
import { scriptedPrompter } from '../support/scripted-prompter.ts';
import { BIN, ROOT, runIn } from '../support/shell.ts';
import { windowsDisk } from '../support/windows-disk.ts';
import { runBuilt, snapshot, workspace } from '../support/workspace.ts';

const NOTE = '1-cadrage/note-de-cadrage.docx';
const BUDGET = '3-budget/budget.xlsx';
const LATER = '2027-11-04';
const FOLDER = `${WORK}/dossier`;

const run = (disk: Disk, ...argv: readonly string[]) => runIn({ disk, cwd: FOLDER }, ...argv, '--today', FIRST_DAY);

/** The files that people see, and what the tool remembers of them; not its record of runs. */
const seen = (disk: MemoryDisk): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(hold(disk).snapshot()).filter(([path]) => !/annuler|en-cours|verrou/.test(path)));

/** A small folder with an edit of a person, made once. */
async function small(): Promise<MemoryDisk> {
  const disk = memoryDisk();
  const made = await runIn({ disk }, 'init', 'dossier', '--kit', join(ROOT, 'test/support/tiny-kit'), '--set', 'collectivite=departement:23', '--set', 'date=2027-10-14', '--yes');
  expect(made.exit, made.err).toBe(0);
  const note = `${FOLDER}/1-cadrage/note.docx`;
  disk.write(note, editPart(disk.readBytes(note), 'word/document.xml', (xml) => xml.replace(/(<w:t[^>]*>)([^<]{20,})(<\/w:t>)/, '$1À nous, pour toujours.$3')));
  return disk;
}

const copyOf = (disk: MemoryDisk): MemoryDisk => memoryDisk(Object.fromEntries(Object.keys(disk.tree())
  .filter((path) => !path.endsWith('/')).map((path) => [path, disk.readBytes(`${WORK}/${path}`)])));

describe('a run that is killed', () => {
  it('W14 at every change of the disk: the next run finishes, and gives what an uninterrupted one gives', async () => {
    const start = await small();
    const whole = copyOf(start);
    const counting = countingDisk(whole);
    expect((await run(counting, 'reporter', LATER, '--yes')).exit).toBe(0);
    const expected = seen(whole);
    expect(counting.changes()).toBeGreaterThan(10);
    for (let at = 1; at <= counting.changes(); at += 1) {
      const disk = copyOf(start);
      const killed = await run(dyingDisk(disk, at), 'reporter', LATER, '--yes');
      expect(killed.exit === 0 || killed.err.includes('killed at'), `change ${at}: ${killed.err}`).toBe(true);
      const again = await runIn({ disk, cwd: FOLDER, machine: machine(laterProcess) }, 'reporter', LATER, '--yes', '--today', FIRST_DAY);
      expect(again.exit, `change ${at}: ${again.err}`).toBe(0);
      expect(seen(disk), `change ${at}`).toEqual(expected);
    }
  }, 240_000);

  it('W14 F14 a disk that refuses at any change: everything is as before, and a sentence says so', async () => {
    const start = await small();
    const counting = countingDisk(copyOf(start));
    await run(counting, 'reporter', LATER, '--yes');
    for (let at = 1; at <= counting.changes(); at += 1) {
      const disk = copyOf(start);
      const { exit, err } = await run(refusingDisk(disk, at, 'ENOSPC'), 'reporter', LATER, '--yes');
      if (exit === 0) continue;
      expect([exit, err]).toEqual([74, expect.stringContaining('disque est plein')]);
      expect(seen(disk), `change ${at}`).toEqual(seen(start));
    }
  }, 240_000);

  it('W14 by the system, at a dozen moments: the next run finishes', async () => {
    const place = workspace();
    expect(runBuilt(place, ['init', 'd', '--profil', 'creuse', '--yes']).exit).toBe(0);
    const note = join(place, 'd', NOTE);
    const { readFileSync } = await import('node:fs');
    writeFileSync(note, rewriteFirstText(readFileSync(note), 'À nous.'));
    cpSync(join(place, 'd'), join(place, 'entier'), { recursive: true });
    const argv = (folder: string): string[] => ['reporter', LATER, '--yes', '-C', folder, '--today', FIRST_DAY];
    expect(runBuilt(place, argv('entier')).exit).toBe(0);
    const people = (folder: string) => Object.fromEntries(Object.entries(snapshot(join(place, folder))).filter(([path]) => !path.startsWith('.nec-local')));
    const expected = people('entier');
    let killed = 0;
    for (let moment = 0; moment < 12; moment += 1) {
      const folder = `essai-${moment}`;
      cpSync(join(place, 'd'), join(place, folder), { recursive: true });
      const child = spawn(process.execPath, [BIN, ...argv(folder)], { cwd: place, stdio: 'ignore' });
      const gone = once(child, 'exit');
      // Writing begins when the record of the run appears: from there on, a little later each time.
      const record = join(place, folder, '.nec-local', 'en-cours.zip');
      for (let tick = 0; tick < 4_000 && !existsSync(record) && child.exitCode === null; tick += 1) await wait(1);
      await wait(moment * 2);
      if (child.kill('SIGKILL')) killed += 1;
      await gone;
      const again = runBuilt(place, argv(folder));
      expect(again.exit, again.err).toBe(0);
      expect(people(folder), `moment ${moment}`).toEqual(expected);
    }
    expect(killed).toBeGreaterThan(3);
  }, 240_000);
});

/** The process that was killed is not alive any more; the next one has another number. */
const laterProcess = { pid: 101, isAlive: (pid: number): boolean => pid === 101 };

describe('two at once, and files that are open', () => {
  it('W13 a second run says who holds the folder, and writes nothing', async () => {
    const folder = await living();
    folder.write('.nec-local/verrou.json', JSON.stringify({ command: 'reporter', user: 'agent', host: 'poste-b', since: '2027-03-14T10:20', at: 1, pid: 7, key: 'x' }));
    const before = folder.snapshot();
    const { exit, err } = await folder.say('reporter', LATER, '--yes');
    expect([exit, err]).toEqual([73, expect.stringMatching(/poste-b/)]);
    expect(folder.snapshot()).toEqual(before);
    expect((await folder.say('etat')).exit, 'reading needs no lock').toBe(0);
  });

  it('W13 a lock is gone after a run, also one that failed', async () => {
    const folder = await living();
    await folder.run('reporter', LATER);
    await folder.run('generer', '--set', 'jauge=beaucoup');
    expect(Object.keys(folder.snapshot()).filter((path) => path.includes('verrou'))).toEqual([]);
  });

  it.each([
    ['F13 LibreOffice', '3-budget/.~lock.budget.xlsx#', ',Service culture,poste-a,14.03.2027 10:20,file:///home;', 'Service culture'],
    ['F13 Office', '3-budget/~$budget.xlsx', `${String.fromCharCode(7)}Culture${' '.repeat(50)}`, 'Culture'],
  ])('%s has a file open: the whole run is refused before any write, and the file is named', async (_, lock, content, owner) => {
    const folder = await living();
    folder.write(lock, content);
    folder.disk.date(`${FOLDER}/${lock}`, 900_000);
    const before = folder.snapshot();
    const { exit, err } = await folder.say('reporter', LATER, '--yes');
    expect([exit, err]).toEqual([73, expect.stringContaining(BUDGET)]);
    expect(err).toContain(owner);
    expect(folder.snapshot()).toEqual(before);
  });

  it('F13 a lock older than the start of the computer stops nobody', async () => {
    const folder = await living();
    folder.write('3-budget/.~lock.budget.xlsx#', ',Service culture,poste-a,14.03.2027 10:20,file:///home;');
    folder.disk.date(`${FOLDER}/3-budget/.~lock.budget.xlsx#`, 500);
    const rebooted = machine({ bootedAt: () => 1_000 });
    const { exit, err } = await runIn({ disk: folder.disk, cwd: FOLDER, machine: rebooted }, 'reporter', LATER, '--yes', '--today', FIRST_DAY);
    expect(exit, err).toBe(0);
  });

  it('F13 a file open that the run would not touch stops nobody', async () => {
    const folder = await living();
    folder.write('3-budget/.~lock.mon-devis.xlsx#', ',Service culture,poste-a,14.03.2027 10:20,file:///home;');
    folder.disk.date(`${FOLDER}/3-budget/.~lock.mon-devis.xlsx#`, 900_000);
    expect((await folder.say('reporter', LATER, '--yes')).exit).toBe(0);
  });

  it('F12 a read-only file: a sentence that names it, and the whole run is off', async () => {
    const folder = await living();
    const before = folder.snapshot();
    const disk = { ...folder.disk, canWrite: (path: string) => !path.endsWith(BUDGET) };
    const { exit, err } = await run(disk, 'reporter', LATER, '--yes');
    expect([exit, err]).toEqual([73, expect.stringContaining(BUDGET)]);
    expect(folder.snapshot()).toEqual(before);
  });
});

describe('asking and agreeing', () => {
  const person = (answer: string) => scriptedPrompter({ accord: answer });

  it('W02 a person at the terminal is asked once all is said, and may say no', async () => {
    const folder = await living();
    const before = folder.snapshot();
    const refused = await runIn({ disk: folder.disk, cwd: FOLDER, person: person('non') }, 'reporter', LATER, '--today', FIRST_DAY);
    expect([refused.exit, refused.out]).toEqual([0, expect.stringContaining('Rien n’a été changé')]);
    expect(refused.err).toContain('Qui est concerné');
    expect(folder.snapshot()).toEqual(before);
    const agreed = await runIn({ disk: folder.disk, cwd: FOLDER, person: person('oui') }, 'reporter', LATER, '--today', FIRST_DAY);
    expect([agreed.exit, agreed.out]).toEqual([0, expect.stringContaining('C’est fait')]);
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('4 novembre 2027');
  });

  it('D07 consent to a broken last day at the prompt: no is what Enter means', async () => {
    const folder = await living();
    const asked = scriptedPrompter({});
    const { exit } = await runIn({ disk: folder.disk, cwd: FOLDER, person: asked }, 'reporter', '2027-06-17', '--today', '2027-04-01');
    expect([exit, asked.asked]).toEqual([0, ['accord']]);
    expect(folder.text('nec-local.yaml')).toContain('date: 2027-10-14');
  });

  it.each([['ce jour-là', 2], ['2027-02-30', 2], ['2025-01-01', 65]])('W05 W07 « reporter %s » is told what is wrong', async (date, exit) => {
    const folder = await living();
    const before = folder.snapshot();
    const result = await folder.say('reporter', date);
    expect(result.err).not.toBe('');
    expect([exit, 2, 65]).toContain(result.exit);
    expect(folder.snapshot()).toEqual(before);
  });
});

describe('undoing', () => {
  const edit = (folder: Living): void => folder.write(NOTE, editPart(folder.bytes(NOTE), 'word/document.xml', (xml) => xml.replace('Creuse', 'Creuse (23)')));
  const people = (folder: Living) => Object.fromEntries(Object.entries(folder.snapshot()).filter(([path]) => !path.startsWith('.nec-local')));

  it('W19 a run is undone byte for byte, and done again', async () => {
    const folder = await living();
    edit(folder);
    folder.remove('1-cadrage/charte.docx');
    const before = people(folder);
    await folder.run('reporter', LATER);
    const after = people(folder);
    expect((await folder.run('annuler')).exit).toBe(0);
    expect(people(folder)).toEqual(before);
    expect((await folder.run('generer')).said).toEqual({ [NOTE]: 'keep edited', '1-cadrage/charte.docx': 'keep deleted' });
    await folder.run('reporter', '2027-11-18');
    await folder.run('annuler');
    expect(people(folder)).toEqual(before);
    await folder.run('reporter', LATER);
    await folder.run('annuler');
    expect((await folder.run('annuler')).exit).toBe(0);
    expect(Object.keys(people(folder))).toEqual(Object.keys(after));
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('4 novembre 2027');
  });

  it('W19 files that a person worked in since are left alone, and named', async () => {
    const folder = await living();
    await folder.run('reporter', LATER);
    edit(folder);
    const mine = folder.bytes(NOTE);
    const { said } = await folder.run('annuler');
    expect(said[NOTE]).toBe('keep edited');
    expect(folder.bytes(NOTE)).toEqual(mine);
    expect(folder.text('nec-local.yaml')).toContain('date: 2027-10-14');
  });

  it('W19 a run that wrote nothing is no run; before any run there is nothing to undo', async () => {
    const folder = await living();
    expect((await folder.run('annuler')).problems[0]?.code).toBe('undo-nothing');
    await folder.run('reporter', LATER);
    await folder.run('generer');
    await folder.run('annuler');
    expect(folder.text('nec-local.yaml')).toContain('date: 2027-10-14');
  });

  it('P06 a record of a run that leads out of the folder touches nothing', async () => {
    const folder = await living();
    await folder.run('reporter', LATER);
    const outside = workspace();
    mkdirSync(join(outside, 'x'));
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
    const parts = unzipSync(folder.bytes('.nec-local/annuler.zip'));
    const head = strFromU8(parts['manifest.json'] ?? new Uint8Array()).replace('"nec-local.yaml"', '"../../x/nec-local.yaml"');
    folder.write('.nec-local/annuler.zip', zipSync({ ...parts, 'manifest.json': strToU8(head) }));
    const before = folder.disk.tree();
    expect((await folder.run('annuler')).problems[0]?.code).toBe('undo-unreadable');
    expect(folder.disk.tree()).toEqual(before);
  });
});

describe('the machine around', () => {
  it('W17 the locale of the machine changes no word', () => {
    const place = workspace();
    runBuilt(place, ['init', 'd', '--profil', 'creuse', '--yes']);
    const said = ['C', 'fr_FR.UTF-8', 'tr_TR.UTF-8', ''].map((LANG) => runBuilt(place, ['etat', '-C', 'd', '--today', FIRST_DAY], { LANG, LC_ALL: LANG }).out);
    expect(said[0]).toContain('À faire d’abord');
    expect(new Set(said).size).toBe(1);
  });

  it('F10 a disk blind to letter case: a file that a person renamed in capitals is still that file', async () => {
    const folder = hold(windowsDisk(Object.fromEntries(await filesOf(await living()))));
    const capital = NOTE.replace('note-de-cadrage', 'NOTE-DE-CADRAGE');
    folder.disk.rename(`${FOLDER}/${NOTE}`, `${FOLDER}/${capital}`);
    const { exit, said } = await folder.run('reporter', LATER);
    expect([exit, said[NOTE]]).toEqual([0, 'update']);
    expect(Object.keys(folder.snapshot()).filter((path) => path.toLowerCase() === NOTE)).toEqual([capital]);
  });

  it.skip('U27 a path that depends on an answer: paths of a kit are fixed words (only the extension of texts follows an answer, see X08)', () => undefined);
});

async function filesOf(folder: Living): Promise<readonly (readonly [string, Uint8Array])[]> {
  return Object.keys(folder.snapshot()).map((path) => [`dossier/${path}`, folder.bytes(path)] as const);
}

describe('after a run that was cut off', () => {
  it('W14 W19 « annuler » takes back that run, says so, and leaves the one before alone', async () => {
    const disk = await small();
    expect((await run(disk, 'generer', '--set', 'jauge=95')).exit).toBe(0);
    const before = seen(disk);
    const counting = countingDisk(copyOf(disk));
    await run(counting, 'reporter', LATER, '--yes');
    await run(dyingDisk(disk, counting.changes() - 4), 'reporter', LATER, '--yes');
    const undone = await runIn({ disk, cwd: FOLDER, machine: machine(laterProcess) }, 'annuler');
    expect([undone.exit, undone.out]).toEqual([0, expect.stringContaining('« reporter » du 14/03/2027 à 10:22 avait été interrompue')]);
    expect(seen(disk)).toEqual(before);
    expect(hold(disk).text('nec-local.yaml')).toMatch(/^jauge: 95$/m);
  });
});

describe('names that a disk writes otherwise', () => {
  it('U30 a kit that renames a file by letter case only, on a disk blind to it', async () => {
    const folder = hold(windowsDisk(Object.fromEntries(await filesOf(hold(await small())))));
    const kit = join(workspace(), 'kit');
    cpSync(join(ROOT, 'test/support/tiny-kit'), kit, { recursive: true });
    const { readFileSync } = await import('node:fs');
    for (const [file, from, to] of [['documents.yaml', '1-cadrage/note,', '1-cadrage/Note,'], ['kit.yaml', /version: .*/, 'version: 9.0.0']] as const) {
      writeFileSync(join(kit, file), readFileSync(join(kit, file), 'utf8').replace(from, to));
    }
    const { exit, out, err } = await folder.say('kit', 'mettre-a-jour', '--appliquer', '--kit', kit);
    expect(exit, out + err).toBe(0);
    expect(Object.keys(folder.snapshot()).filter((path) => path.toLowerCase() === '1-cadrage/note.docx')).toEqual(['1-cadrage/Note.docx']);
    expect(docxWords(folder.bytes('1-cadrage/Note.docx')).join('\n')).toContain('À nous, pour toujours.');
  });

  it('F07 accents written the other way (an archive made on a Mac): still the same file', async () => {
    const folder = await living();
    const own = '1-cadrage/délibération.docx'.normalize('NFD');
    folder.write(own, 'à nous');
    expect((await folder.run('reporter', LATER)).exit).toBe(0);
    expect(folder.text(own)).toBe('à nous');
  });
});

describe('what a person worked in after a run that is then undone', () => {
  it('W19 U39 keeps its words, and goes back to the earlier date with the next update', async () => {
    const folder = await living();
    await folder.run('reporter', LATER);
    folder.write(NOTE, rewriteFirstText(folder.bytes(NOTE), 'À nous, pour toujours.'));
    expect((await folder.run('annuler')).said[NOTE]).toBe('keep edited');
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('4 novembre 2027');
    expect((await folder.run('generer')).said).toMatchObject({ [NOTE]: 'merge' });
    const words = docxWords(folder.bytes(NOTE)).join('\n');
    expect(words).toContain('14 octobre 2027');
    expect(words).toContain('À nous, pour toujours.');
    expect(words).not.toContain('4 novembre 2027');
  });
});
