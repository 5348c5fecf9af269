import { createHash } from 'node:crypto';
import { unzipSync, strFromU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BaselineFile } from '../../src/folder/baseline.ts';
import { memoryDisk } from '../support/memory-disk.ts';
import { runIn } from '../support/shell.ts';

interface Manifest {
  readonly format: number;
  readonly tool: string;
  readonly kit: string;
  readonly today: string;
  readonly files: readonly BaselineFile[];
}

/** The baseline that a whole run leaves, and the folder it speaks of. */
describe.each([[], ['--set', 'textes=markdown']])('the baseline %j', (...more) => {
  let tree: Readonly<Record<string, string>>;
  let archive: Readonly<Record<string, Uint8Array>>;
  let manifest: Manifest;

  beforeAll(async () => {
    const disk = memoryDisk();
    expect((await runIn({ disk }, 'init', 'x', '--profil', 'creuse', '--yes', ...more)).exit).toBe(0);
    tree = disk.tree();
    archive = unzipSync(Buffer.from(tree['x/.nec-local/baseline.zip'] ?? '', 'latin1'));
    manifest = JSON.parse(strFromU8(archive['manifest.json'] ?? new Uint8Array())) as Manifest;
  });

  it('says by which tool and kit, and on what day', () => {
    expect(manifest).toMatchObject({ format: 1, today: '2026-11-23', kit: expect.stringMatching(/^nec@[\d.]+\+[0-9a-f]{8}$/) });
    expect(tree['x/nec-local.yaml']).toContain(`kit: ${manifest.kit}\n`);
  });

  it('holds the bytes of every document of the folder, and of nothing else', () => {
    const documents = Object.keys(tree).filter((path) => !path.endsWith('/') && !path.startsWith('x/.nec-local/') && path !== 'x/nec-local.yaml');
    expect(manifest.files.map(({ path }) => `x/${path}`).toSorted()).toEqual(documents.toSorted());
    expect(Object.keys(archive)).toEqual(['manifest.json', ...manifest.files.map(({ path }) => `files/${path}`)]);
    for (const { path, sha256 } of manifest.files) {
      const kept = Buffer.from(archive[`files/${path}`] ?? []);
      expect(createHash('sha256').update(kept).digest('hex'), path).toBe(sha256);
      const written = tree[`x/${path}`] ?? '';
      expect([kept.toString('latin1'), kept.toString('utf8')], path).toContain(written);
    }
  });

  it('describes texts by blocks with ids of their own, tables by rows with ids of their own', () => {
    for (const file of manifest.files) {
      if ('blocks' in file && file.blocks) {
        const ids = file.blocks.map(({ id }) => id);
        expect(new Set(ids).size, file.path).toBe(ids.length);
        expect(ids.length).toBeGreaterThan(3);
      }
      if ('sheets' in file && file.sheets) {
        for (const { rows, name } of file.sheets) {
          const ids = rows.map(({ id }) => id);
          expect(new Set(ids).size, `${file.path} ${name}`).toBe(ids.length);
        }
      }
    }
    expect(manifest.files.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(3);
    expect(manifest.files.filter(({ kind }) => kind === 'table').length).toBeGreaterThan(1);
  });

  it('every value that we put into a text is in its words', () => {
    for (const { path, blocks = [] } of manifest.files) {
      for (const { id, text, values } of blocks) {
        for (const value of values) expect(text, `${path} ${id}`).toContain(value);
      }
    }
  });
});
