import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../src/io/disk.ts';
import { readKitFolder } from '../../src/io/read-kit-folder.ts';
import { memoryDisk, WORK } from '../support/memory-disk.ts';
import { workspace } from '../support/workspace.ts';

const read = (files: Readonly<Record<string, string>>) => readKitFolder(memoryDisk(files), WORK);

describe('the texts of a kit', () => {
  it('are its YAML and Markdown files, by path, in order', () => {
    const files = { 'kit.yaml': 'id: x', 'templates/a/b.md': '# b', 'templates/a.md': '# a', 'answers.yaml': '' };
    expect(Object.keys(read(files) ?? {})).toEqual(['answers.yaml', 'kit.yaml', 'templates/a/b.md', 'templates/a.md']);
  });

  it('are nothing without kit.yaml', () => {
    expect(read({ 'questions.yaml': '' })).toBeUndefined();
    expect(read({ 'kit.yaml/a.md': '' })).toBeUndefined();
    expect(read({ 'kit.yaml': '@link' })).toBeUndefined();
    expect(readKitFolder(memoryDisk(), `${WORK}/absent`)).toBeUndefined();
  });

  it('are never programs, pictures, archives or the like', () => {
    const files = { 'kit.yaml': '', 'index.js': '', 'logo.png': '', 'a.zip': '', 'a.yml': '', 'a.md.js': '', '.md': '', 'x.YAML': '' };
    expect(Object.keys(read(files) ?? {})).toEqual(['.md', 'kit.yaml']);
  });

  it('have one kind of line end', () => {
    expect(read({ 'kit.yaml': 'a: 1\r\nb: 2\r\n' })).toEqual({ 'kit.yaml': 'a: 1\nb: 2\n' });
  });

  it('are not looked for too deep, nor without end', () => {
    const deep = (levels: number): string => `${'d/'.repeat(levels)}a.md`;
    expect(Object.keys(read({ 'kit.yaml': '', [deep(6)]: '', [deep(7)]: '' }) ?? {})).toEqual([deep(6), 'kit.yaml'].sort());
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`a${index}.md`, '']));
    expect(Object.keys(read({ 'kit.yaml': '', ...many }) ?? {})).toHaveLength(2_000);
  });

  it('are inside the folder: no link is followed, to a file, a folder, itself or nothing', () => {
    const place = workspace();
    const kit = join(place, 'kit');
    mkdirSync(kit);
    mkdirSync(join(place, 'dehors'));
    writeFileSync(join(place, 'dehors', 'secret.md'), 'secret');
    writeFileSync(join(kit, 'kit.yaml'), 'id: x');
    symlinkSync(join(place, 'dehors'), join(kit, 'templates'));
    symlinkSync(join(place, 'dehors', 'secret.md'), join(kit, 'secret.md'));
    symlinkSync(kit, join(kit, 'boucle'));
    symlinkSync(join(place, 'absent'), join(kit, 'perdu.md'));
    expect(readKitFolder(realDisk, kit)).toEqual({ 'kit.yaml': 'id: x' });
  });
});
