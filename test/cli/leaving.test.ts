import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../support/memory-disk.ts';
import { runIn } from '../support/shell.ts';

const NINE = ['departement:23', '14/10/2027', 'mediateurs', '90', '0', 'aucun', 'ruralite-mobilite', 'contributions', 'papier'];
/** The charter stays open, everything is right, no page is opened. */
const END = ['', '1', '2'];
const DRAFT = 'nec-creuse-2027/nec-local.brouillon.yaml';

const asks = (disk: ReturnType<typeof memoryDisk>, lines: readonly string[], ...more: readonly string[]) =>
  runIn({ disk, lines }, 'init', '--accessible', ...more);
const files = (disk: ReturnType<typeof memoryDisk>) => Object.keys(disk.tree()).filter((path) => !path.endsWith('/'));

describe('left in the middle', () => {
  it('after any line: 130, one draft and nothing else; then taken up where it was, to the same bytes', async () => {
    const undisturbed = memoryDisk();
    expect(await asks(undisturbed, [...NINE, ...END])).toMatchObject({ exit: 0, opened: [] });
    for (let lines = 0; lines <= NINE.length + 1; lines += 1) {
      const disk = memoryDisk();
      const left = await asks(disk, [...NINE, ...END].slice(0, lines));
      expect({ exit: left.exit, out: left.out }, `${lines} lines`).toEqual({ exit: 130, out: '' });
      expect(left.err).toMatch(lines === 0 ? /Arrêté\. Rien n’a été écrit\.\n$/ : /Arrêté\. Vos réponses sont gardées dans .*brouillon\.yaml\. Pour reprendre, tapez la même commande\.\n$/);
      expect(files(disk).length, `${lines} lines`).toBe(lines === 0 ? 0 : 1);
      const again = await asks(disk, [...NINE.slice(lines), ...END]);
      expect(again.exit, again.err).toBe(0);
      if (lines > 0) expect(again.err).toContain('Vos réponses d’une fois précédente sont reprises');
      expect(disk.tree(), `${lines} lines`).toEqual(undisturbed.tree());
    }
  });

  it('the draft stays when the disk is full at the end, and is gone when the folder is made', async () => {
    const disk = memoryDisk();
    await asks(disk, NINE);
    expect(files(disk)).toEqual([DRAFT]);
    const full = { ...disk, write: (path: string, bytes: Uint8Array) => { if (path.includes('LISEZ')) throw Object.assign(new Error(), { code: 'ENOSPC', path }); disk.write(path, bytes); } };
    const refused = await runIn({ disk: full, lines: END }, 'init', '--accessible');
    expect(refused.exit).toBe(74);
    expect(files(disk)).toEqual([DRAFT]);
    expect((await asks(disk, END)).exit).toBe(0);
    expect(files(disk)).not.toContain(DRAFT);
  });

  it('a draft that was damaged by hand loses only what is damaged', async () => {
    const disk = memoryDisk({ [DRAFT]: 'collectivite: departement:23\njauge: beaucoup\nbudget: 1500\nlieux: x\n' });
    const { err } = await asks(disk, []);
    expect(err).toContain('Quel jour commence l’événement ?');
    const broken = memoryDisk({ [DRAFT]: '{{{' });
    expect((await asks(broken, [])).err).toContain('Question 1 sur 9');
  });

  it('the draft moves with the answers that name the folder: one draft, one folder', async () => {
    const disk = memoryDisk();
    await asks(disk, ['departement:23', '14/10/2028', 'mediateurs']);
    expect(Object.keys(disk.tree())).toEqual(['nec-creuse-2028/', 'nec-creuse-2028/nec-local.brouillon.yaml']);
  });

  it('what is said on the command line wins over the draft', async () => {
    const disk = memoryDisk();
    await asks(disk, NINE);
    expect((await asks(disk, END, '--set', 'jauge=120')).exit).toBe(0);
    expect(disk.tree()['nec-creuse-2027/nec-local.yaml']).toMatch(/^jauge: 120$/m);
  });

  it('a draft of another territory is left as it is', async () => {
    const disk = memoryDisk();
    await asks(disk, NINE);
    const draft = disk.tree()[DRAFT];
    const other = await asks(disk, [...NINE.slice(1), ...END], '--set', 'collectivite=departement:48');
    expect(other.err).not.toContain('sont reprises');
    expect(other.exit, other.err).toBe(0);
    expect(files(disk)).toContain('nec-lozere-2027/nec-local.yaml');
    expect(disk.tree()[DRAFT]).toBe(draft);
  });

  it('a folder of that name that is already at work is left alone, draft and all', async () => {
    const disk = memoryDisk({ 'nec-creuse-2027/notes.txt': 'à moi' });
    expect((await asks(disk, [...NINE, ...END])).exit).toBe(0);
    expect(files(disk).filter((path) => path.startsWith('nec-creuse-2027/'))).toEqual(['nec-creuse-2027/notes.txt']);
    expect(files(disk)).toContain('nec-creuse-2027-2/nec-local.yaml');
  });
});
