import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { archiveKit } from '../../src/folder/kit-archive.ts';
import { necSources } from '../support/kit.ts';
import { DIST } from '../support/shell.ts';

it('holds every text but the examples, byte for byte', () => {
  const archive = unzipSync(archiveKit({ 'kit.yaml': 'nom: été\n', 'templates/a.md': '# a', 'examples/b.yaml': 'x' }));
  expect(Object.entries(archive).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual([['kit.yaml', 'nom: été\n'], ['templates/a.md', '# a']]);
});

it('is the same for the shipped kit, as a folder or built: a folder’s copy is known again by its hash', () => {
  const archive = archiveKit(necSources());
  expect(Buffer.from(archive).equals(readFileSync(join(DIST, 'kits', 'nec.zip')))).toBe(true);
});
