import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../support/memory-disk.ts';
import { BIN, DIST, ROOT, runIn } from '../support/shell.ts';
import { filesIn, runBuilt, snapshot, workspace } from '../support/workspace.ts';

const FLAGS = [
  'collectivite=departement:23', 'date=2027-10-14', 'publics=mediateurs,elus', 'jauge=90', 'budget=1500',
  'partenaires=aucun', 'themes=ruralite-mobilite', 'appel=contributions', 'inscriptions=papier',
].flatMap((flag) => ['--set', flag]);
const YAML = [
  "collectivite: 'departement:23'", 'date: 2027-10-14', 'publics: [mediateurs, elus]', 'jauge: 90', 'budget: 1500',
  'partenaires: []', 'themes: [ruralite-mobilite]', 'appel: contributions', 'inscriptions: papier', '',
].join('\n');
const LINES = ['departement:23', '14/10/2027', 'mediateurs, élus', '90', '1 500 €', 'aucun', 'ruralite-mobilite', 'contributions', 'papier'];

describe('the same answers give the same bytes', () => {
  const treeOf = async (world: Parameters<typeof runIn>[0], ...argv: readonly string[]) => {
    const disk = memoryDisk({ 'r.yaml': YAML });
    const ran = await runIn({ ...world, disk }, 'init', 'x', ...argv);
    expect(ran.exit, ran.err).toBe(0);
    return disk.tree();
  };

  it('by flags, by file, by a profile and flags, line by line, with and without --yes', async () => {
    const byFlags = await treeOf({}, ...FLAGS);
    expect(filesIn(byFlags).length).toBeGreaterThan(15);
    expect(await treeOf({}, '--answers', 'r.yaml')).toEqual(byFlags);
    expect(await treeOf({}, ...FLAGS, '--yes')).toEqual(byFlags);
    // The closing question about the charter stays without an answer; then « Oui, préparer le dossier », and no page opened.
    expect(await treeOf({ lines: [...LINES, '', '1', '2'] }, '--accessible')).toEqual(byFlags);
    expect(await treeOf({ lines: [...LINES, '', '1', '2'], env: { ACCESSIBLE: '1' } })).toEqual(byFlags);
  });

  it('with the answers file that it wrote itself', async () => {
    const first = await treeOf({}, ...FLAGS);
    const disk = memoryDisk({ 'r.yaml': first['x/nec-local.yaml'] ?? '' });
    expect((await runIn({ disk }, 'init', 'x', '--answers', 'r.yaml')).exit).toBe(0);
    expect({ ...disk.tree(), 'r.yaml': YAML }).toEqual(first);
  });

  it('with the same kit as a folder', async () => {
    expect(await treeOf({}, ...FLAGS, '--kit', join(ROOT, 'kits', 'nec'))).toEqual(await treeOf({}, ...FLAGS));
  });

  it('another answer, another day: other bytes', async () => {
    const first = await treeOf({}, ...FLAGS);
    expect(await treeOf({}, ...FLAGS, '--set', 'jauge=91')).not.toEqual(first);
    expect(await treeOf({}, ...FLAGS, '--today', '2026-11-24')).not.toEqual(first);
  });
});

describe('anywhere in the world', () => {
  const init = ['init', 'x', '--profil', 'creuse', '--yes'];

  it('time zones, locales and colours change no byte', () => {
    const trees = [
      { TZ: 'Europe/Paris' }, { TZ: 'America/Cayenne' }, { TZ: 'Indian/Reunion' }, { TZ: 'UTC' }, { TZ: 'Pacific/Kiritimati' },
      { LANG: 'C', LC_ALL: 'C' }, { LANG: 'fr_FR.UTF-8' }, { FORCE_COLOR: '1' }, { NODE_ENV: 'production' },
    ].map((env) => {
      const place = workspace();
      expect(runBuilt(place, init, env), JSON.stringify(env)).toMatchObject({ exit: 0, err: '' });
      return snapshot(place);
    });
    for (const tree of trees) expect(tree).toEqual(trees[0]);
  });

  it('nor does the place of the folder, nor of the program', () => {
    const here = workspace();
    runBuilt(here, init);
    const there = workspace();
    expect(runBuilt(there, ['init', 'un peu/plus loin', ...init.slice(2)]).exit).toBe(0);
    expect(snapshot(join(there, 'un peu', 'plus loin'))).toEqual(snapshot(join(here, 'x')));
    const copy = join(workspace(), 'autre copie');
    cpSync(DIST, join(copy, 'dist'), { recursive: true });
    cpSync(BIN, join(copy, 'bin', 'nec-local.mjs'));
    const elsewhere = workspace();
    expect(runBuilt(elsewhere, init, {}, '', join(copy, 'bin', 'nec-local.mjs'))).toMatchObject({ exit: 0, err: '' });
    expect(snapshot(elsewhere)).toEqual(snapshot(here));
  });
});
