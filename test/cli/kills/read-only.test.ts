import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snapshot } from '../../support/workspace.ts';
import { startFolder, useProgram } from './program.ts';

const program = useProgram();

/** The superuser may write anywhere: the process is then somebody else. */
const uid = process.getuid?.() === 0 ? 65_534 : undefined;

function runAs(root: string): { readonly status: number | null; readonly said: string } {
  for (const path of [dirname(program), program, root]) chmodSync(path, 0o755);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'generer', root], { encoding: 'utf8', ...(uid !== undefined && { uid, gid: uid }) });
  return { status, said: stdout.replace('go\n', '') + stderr };
}

describe('F12: on the real disk, for somebody who may not write', () => {
  it.each([
    ['a file', '1-cadrage/note.docx', 0o444, '"code":"file-read-only","args":{"path":"1-cadrage/note.docx"}'],
    ['a folder', '1-cadrage', 0o555, '"code":"disk-denied","args":{"path":"1-cadrage/note.docx"}'],
    ['a folder with a file that is to go', '2-calendrier', 0o555, '"code":"disk-denied","args":{"path":"2-calendrier/seul.xlsx"}'],
    ['the memory of the tool', '.nec-local', 0o555, 'EACCES'],
  ])('%s in read only: it is named, and nothing changes', (_, path, mode, words) => {
    const root = startFolder(uid);
    chmodSync(join(root, path), mode);
    const before = snapshot(root);
    const { status, said } = runAs(root);
    chmodSync(join(root, path), 0o755);
    expect(said).toContain(words);
    expect(status).toBe(1);
    expect(snapshot(root)).toEqual(before);
  });

  it('nothing of it in read only: the same person’s run is done', () => {
    expect(runAs(startFolder(uid))).toEqual({ status: 0, said: '' });
  });
});
