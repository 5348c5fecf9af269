import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../src/io/disk.ts';
import { systemError, HOME, memoryDisk, WORK } from '../support/memory-disk.ts';
import { ROOT, runIn } from '../support/shell.ts';
import { filesIn, snapshot, workspace } from '../support/workspace.ts';

const init = (folder: string, ...more: readonly string[]): readonly string[] => ['init', folder, '--profil', 'creuse', '--yes', ...more];

describe('W15 where a folder may be made', () => {
  it.each<[what: string, folder: string, said: RegExp]>([
    ['a folder with files', 'plein', /plein contient déjà des fichiers\. Rien n’a été écrit\. Choisissez un autre nom/],
    ['here, with files', '.', /contient déjà des fichiers/],
    ['a folder with a hidden file', 'git', /contient déjà des fichiers/],
    ['a file', 'notes.txt', /notes\.txt est un fichier ou un raccourci, pas un dossier/],
    ['inside a file', 'notes.txt/a/b', /notes\.txt est un fichier/],
    ['a link', 'lien', /lien est un fichier ou un raccourci, pas un dossier/],
    ['the personal folder', '..', /dossier personnel/],
    ['the personal folder, by its whole name', HOME, /dossier personnel/],
    ['the root of the disk', '/', /racine du disque/],
    ['the root, the long way', '../../../..', /racine du disque/],
  ])('never %s', async (_, folder, said) => {
    const disk = memoryDisk({ 'plein/notes.txt': 'à moi', 'git/.git/config': '', 'notes.txt': 'à moi', 'lien': '@link' });
    const before = disk.tree();
    const { exit, out, err } = await runIn({ disk }, ...init(folder));
    expect(err).toMatch(said);
    expect({ exit, out }).toEqual({ exit: 73, out: '' });
    expect(disk.tree()).toEqual(before);
  });

  it('says it before the answers are read: nothing is typed for nothing', async () => {
    const { exit, err } = await runIn({ disk: memoryDisk({ 'plein/a': '' }) }, 'init', 'plein');
    expect(exit).toBe(73);
    expect(err).toContain('contient déjà des fichiers');
  });

  it.each([['P07 the kit itself', 'kit'], ['inside the kit', 'kit/sous/dossier'], ['around the kit', '.'], ['around the kit, named', '../travail']])('never %s', async (_, folder) => {
    const disk = memoryDisk({ 'kit/kit.yaml': 'id: x\n' });
    const { exit, err } = await runIn({ disk }, ...init(folder, '--kit', 'kit'));
    expect(err).toMatch(/dossier du kit/);
    expect(exit).toBe(73);
    expect(Object.keys(disk.tree())).toEqual(['kit/', 'kit/kit.yaml']);
  });

  it.each<[what: string, folder: string, start: Readonly<Record<string, string>>, made: string]>([
    ['a new one', 'x', {}, 'x'],
    ['deep', 'a/b/c', {}, 'a/b/c'],
    ['an empty one', 'x', { 'x/': '' }, 'x'],
    ['here, when here is empty', '.', {}, ''],
    ['beside', '../voisin', {}, '../voisin'],
    ['a name with spaces and accents', 'Ma journée d’été', {}, 'Ma journée d’été'],
    ['a name that looks like a flag of YAML', 'nec: [x]', {}, 'nec: [x]'],
    ['only empty folders', 'x', { 'x/photos/': '' }, 'x'],
  ])('%s', async (_, folder, start, made) => {
    const disk = memoryDisk(start);
    expect(await runIn({ disk }, ...init(folder))).toMatchObject({ exit: 0, err: '' });
    expect(disk.kindOf(join(WORK, made, 'nec-local.yaml'))).toBe('file');
  });

  it('without a name: nec-<territory>-<year>', async () => {
    const disk = memoryDisk();
    expect((await runIn({ disk }, 'init', '--profil', 'creuse', '--yes')).exit).toBe(0);
    expect(disk.kindOf(`${WORK}/nec-creuse-2027/nec-local.yaml`)).toBe('file');
    const again = await runIn({ disk }, 'init', '--profil', 'creuse', '--yes');
    expect(again).toMatchObject({ exit: 73, out: '' });
  });

  it('-C goes there first, through a link too', async () => {
    const place = workspace();
    mkdirSync(join(place, 'là'));
    symlinkSync('là', join(place, 'lien'));
    expect((await runIn({ disk: realDisk, cwd: place }, ...init('x', '-C', 'lien'))).exit).toBe(0);
    expect(realDisk.kindOf(join(place, 'là', 'x', 'nec-local.yaml'))).toBe('file');
  });

  it('-C goes there first, for a kit to check', async () => {
    expect(await runIn({ disk: memoryDisk() }, 'kit', 'verifier', 'nec', '-C', join(ROOT, 'kits'))).toMatchObject({ exit: 0, err: '' });
  });

  it('-C goes there first, for the answers file too', async () => {
    const disk = memoryDisk({ 'la/r.yaml': 'jauge: 90\n' });
    expect((await runIn({ disk }, ...init('x', '-C', 'la', '--answers', 'r.yaml'))).exit).toBe(0);
    expect(disk.tree()['la/x/nec-local.yaml']).toMatch(/^jauge: 90$/m);
  });
});

describe('a disk that says no before anything is written', () => {
  it.each([['EACCES', 73, /pas le droit/], ['ENAMETOOLONG', 74, /refusé/], ['ELOOP', 74, /refusé/]])('%s', async (code, exit, said) => {
    const disk = memoryDisk();
    const refusing = { ...disk, kindOf: (path: string) => { if (path.startsWith(`${WORK}/x`)) throw systemError(code, path); return disk.kindOf(path); } };
    const ran = await runIn({ disk: refusing }, ...init('x'));
    expect(ran.err).toMatch(said);
    expect(ran.exit).toBe(exit);
  });

  it('an answers file that may not be read', async () => {
    const disk = memoryDisk({ 'r.yaml': 'jauge: 80\n' });
    const refusing = { ...disk, readText: (path: string) => { if (path.endsWith('r.yaml')) throw systemError('EACCES', path); return disk.readText(path); } };
    const ran = await runIn({ disk: refusing }, ...init('x', '--answers', 'r.yaml'));
    expect(ran.err).toMatch(/Impossible de lire r\.yaml \(EACCES\)/);
    expect(ran.exit).toBe(65);
  });

  it('a kit folder that may not be read', async () => {
    const disk = memoryDisk({ 'kit/kit.yaml': 'id: x\n' });
    const refusing = { ...disk, list: (path: string) => { if (path.endsWith('/kit')) throw systemError('EACCES', path); return disk.list(path); } };
    const ran = await runIn({ disk: refusing }, ...init('x', '--kit', 'kit'));
    expect(ran.err).toMatch(/Impossible de lire .*kit \(EACCES\)/);
    expect(ran.exit).toBe(65);
  });

  it.each(['absent', 'notes.txt'])('-C %s, which is no folder: nothing is asked, nothing is made', async (place) => {
    const disk = memoryDisk({ 'notes.txt': 'à moi' });
    const ran = await runIn({ disk, lines: [] }, 'init', '-C', place, '--accessible');
    expect(ran).toMatchObject({ exit: 2, out: '', err: `-C : impossible d’ouvrir le dossier « ${place} ». Vérifiez son nom.\n` });
    expect(Object.keys(disk.tree())).toEqual(['notes.txt']);
  });

  it.each([['the folder to make', `${WORK}/nec-creuse-2027`], ['the working folder', WORK]])('%s, when questions are asked', async (_, path) => {
    const disk = memoryDisk({ 'nec-creuse-2027/': '' });
    const refusing = { ...disk, list: (listed: string) => { if (listed === path) throw systemError('EACCES', listed); return disk.list(listed); } };
    const ran = await runIn({ disk: refusing, lines: ['departement:23', '14/10/2027', 'mediateurs'] }, 'init', '--accessible');
    expect(ran.err).toMatch(/pas le droit|Impossible de lire/);
    expect(ran.err).not.toContain('erreur du programme');
    expect([65, 73]).toContain(ran.exit);
  });
});

describe('on the real disk', () => {
  it('a name of 300 characters is said to be refused, and nothing is made', async () => {
    const place = workspace();
    const ran = await runIn({ disk: realDisk, cwd: place }, ...init('n'.repeat(300)));
    expect(ran.exit).toBe(74);
    expect(ran.err).toContain('ENAMETOOLONG');
    expect(snapshot(place)).toEqual({});
  });

  it('a folder that may not be written', async () => {
    const place = workspace();
    mkdirSync(join(place, 'fermé'));
    chmodSync(join(place, 'fermé'), 0o555);
    // Root may write into a closed folder; nobody may make a folder in the kernel's own.
    const target = process.getuid?.() === 0 ? '/sys/nec-test' : 'fermé/x';
    const ran = await runIn({ disk: realDisk, cwd: place }, ...init(target));
    chmodSync(join(place, 'fermé'), 0o755);
    expect(ran.exit).toBe(73);
    expect(ran.err).toMatch(/pas le droit d’écrire/);
    expect(filesIn(snapshot(place))).toEqual([]);
  });

  it('a file of somebody else is neither read nor changed', async () => {
    const place = workspace();
    mkdirSync(join(place, 'x'));
    writeFileSync(join(place, 'secret.txt'), 'à moi');
    symlinkSync(join(place, 'secret.txt'), join(place, 'x', 'nec-local.brouillon.yaml'));
    const ran = await runIn({ disk: realDisk, cwd: place }, ...init('x'));
    expect(ran.exit).toBe(73);
    expect(readFileSync(join(place, 'secret.txt'), 'utf8')).toBe('à moi');
  });
});
