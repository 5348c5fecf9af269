import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realDisk } from '../../src/io/disk.ts';
import { thisMachine } from '../../src/io/machine.ts';
import { openFiles } from '../../src/io/office-locks.ts';
import { workspace } from '../support/workspace.ts';
import { describeWith } from './programs.ts';

describeWith('soffice', 'F13: the marks that LibreOffice really lays', () => {
  it('say which files are open, and who has them; one that a crash left, from before the computer was started, does not', async () => {
    const place = workspace();
    const names = ['note-de-cadrage.txt', 'liste, à relire; vite.txt'];
    for (const name of [...names, 'fermé.txt']) writeFileSync(join(place, name), 'un\n');
    const office = spawn('soffice', [`-env:UserInstallation=file://${workspace()}`, '--headless', '--norestore', '--nologo', ...names.map((name) => join(place, name))], { stdio: 'ignore', detached: true });
    try {
      const marks = names.map((name) => join(place, `.~lock.${name}#`));
      for (let tries = 0; tries < 300 && !marks.every((mark) => existsSync(mark)); tries += 1) await new Promise((resolve) => setTimeout(resolve, 200));
      const owner = userInfo().username;
      expect(openFiles(realDisk, place, [...names, 'fermé.txt'], thisMachine())).toEqual(names.map((path) => ({ path, owner })));
    } finally {
      if (office.pid !== undefined) process.kill(-office.pid, 'SIGKILL');
    }
    expect(openFiles(realDisk, place, names, thisMachine())).toHaveLength(2);
    const started = { ...thisMachine(), bootedAt: () => Date.now() + 1_000 };
    expect(openFiles(realDisk, place, names, started)).toEqual([]);
  }, 120_000);
});
