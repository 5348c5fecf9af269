import { basename } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedCode } from '../../scripts/shared-code.ts';
import { kitReference, loadFolderKit, loadKit } from '../../src/cli/load-kit.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { shippedKits, successorOf } from '../../src/cli/shipped-kits.ts';
import { loadSources } from '../support/folder.ts';
import { kitIds, kitSources } from '../support/kit.ts';
import { memoryDisk, WORK } from '../support/memory-disk.ts';
import { DIST } from '../support/shell.ts';

const disk = memoryDisk();
const shell = { disk, assets: DIST, cwd: WORK } as unknown as Shell;

/** The same world, and the names of the files that were read as texts in it. */
function watched(): { readonly shell: Shell; readonly read: readonly string[] } {
  const read: string[] = [];
  const readText = (path: string): string => (read.push(basename(path)), disk.readText(path));
  return { shell: { ...shell, disk: { ...disk, readText } }, read };
}

describe.each(kitIds)('the kit %s, as the build compiled it', (id) => {
  it('is the one of the repository, with its templates and its archive', async () => {
    const [built, read] = [await loadKit(shell, id), loadSources(kitSources(id))];
    expect(built.kit).toEqual(read.kit);
    expect(built.hash).toBe(read.hash);
    expect(Object.keys(await built.templates())).toEqual(expect.arrayContaining(Object.keys(read.kit.templates)));
    expect(Buffer.from(built.archive).equals(read.archive)).toBe(true);
  });

  it('is known again in a folder, by its bytes, or by its texts when they were zipped otherwise', async () => {
    const built = await loadKit(shell, id);
    const kept = Object.entries(kitSources(id)).filter(([path]) => !path.startsWith('examples/')).toReversed();
    const otherwise = zipSync(Object.fromEntries(kept.map(([path, text]) => [path, strToU8(text)])), { level: 9 });
    expect(otherwise).not.toHaveLength(built.archive.length);
    for (const archive of [built.archive, otherwise]) {
      const world = watched();
      const { kit } = await loadFolderKit(world.shell, archive);
      expect(world.read).toEqual(['_list.json', 'nec.json']);
      expect(kit).toEqual(built.kit);
      expect(world.read).toEqual(['_list.json', 'nec.json', 'nec-texts.json']);
    }
  });

  it('is in the list, with what a folder says of it', async () => {
    const built = await loadKit(shell, id);
    const { name, version, purpose, parents } = built.kit;
    expect((await shippedKits(shell)).find((kit) => kit.id === id)).toMatchObject({ name, version, purpose, ...(parents && { parents }), hash: built.hash });
    expect(kitReference(built)).toBe(`${id}@${version}+${built.hash}`);
  });
});

it('another kit is followed by the shipped one of its name, or by the usual one', async () => {
  expect(await Promise.all(['greffe', 'petit', undefined, 'constructor'].map((id) => successorOf(id, shell)))).toEqual(['greffe', 'nec', 'nec', 'nec']);
});

describe('sharedCode', () => {
  const run = async (value: unknown, other: unknown): Promise<unknown> => {
    const code = `const parent = ${JSON.stringify(other)}; export const value = ${sharedCode(value, other, 'parent')};`;
    return ((await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`)) as { value: unknown }).value;
  };

  it('names what is the same, and spells out the rest', () => {
    const parent = { tasks: [{ id: 'a' }, { id: 'b' }], budget: { lines: [1], rest: 2 }, name: 'x' };
    expect(sharedCode({ ...parent, tasks: [{ id: 'b' }, { id: 'c' }], budget: { lines: [1], rest: 3 } }, parent, 'parent'))
      .toBe('{"tasks":[parent["tasks"][1],{"id":"c"}],"budget":{"lines":parent["budget"]["lines"],"rest":3},"name":parent["name"]}');
  });

  it('gives the very same value', async () => {
    const value = fc.object({ key: fc.constantFrom('id', 'tasks', 'lines', 'a b', 'é'), maxDepth: 3, values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] });
    await fc.assert(fc.asyncProperty(value, value, async (one, other) => {
      expect(await run(one, other)).toEqual(one);
      expect(await run({ ...other, ...one }, other)).toEqual({ ...other, ...one });
    }), { numRuns: 60 });
  });
});
