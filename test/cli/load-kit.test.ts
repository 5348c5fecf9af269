import { describe, expect, it } from 'vitest';
import { kitReference, kitWarnings, loadFolderKit, loadKit, type LoadedKit } from '../../src/cli/load-kit.ts';
import { sentence } from '../../src/cli/messages.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { Stop } from '../../src/cli/stop.ts';
import { archiveKit } from '../../src/folder/kit-archive.ts';
import type { KitSources } from '../../src/kit/parse-kit.ts';
import { necSources } from '../support/kit.ts';
import { editSources } from '../support/kit-edit.ts';
import { memoryDisk } from '../support/memory-disk.ts';
import { DIST, plain } from '../support/shell.ts';
import { tinyKit, tinySources } from '../support/tiny-kit.ts';

/** All of the world that a kit is loaded from. */
const shell = { disk: memoryDisk(), assets: DIST } as unknown as Shell;
const load = (sources: KitSources): Promise<LoadedKit> => loadFolderKit(shell, archiveKit(sources));
const refusal = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof Stop)) throw error ?? new Error('not refused');
  return [String(error.exit), ...error.problems.map((problem) => plain(sentence(problem)))];
};

describe('the kit that a folder keeps', () => {
  it('is the shipped one, as the build compiled it, when its texts are the same', async () => {
    const [kept, shipped] = [await load(necSources()), await loadKit(shell, undefined)];
    expect(kitReference(kept)).toBe(kitReference(shipped));
    expect(kept.kit).toEqual(shipped.kit);
    expect(Object.getOwnPropertyDescriptor(kept.kit, 'templates')).toHaveProperty('get');
  });

  it('is read as a stranger’s when one letter differs, and comes back the same', async () => {
    const sources = editSources(necSources(), ['tasks.yaml', 'title: Cadrer', 'title: Cadrer ']);
    const kept = await load(sources);
    const shipped = await loadKit(shell, undefined);
    expect(kept.kit).not.toBe(shipped.kit);
    expect(kept.hash).not.toBe(shipped.hash);
    expect(kept.kit).toEqual(shipped.kit);
    expect(Object.keys(await kept.templates())).toEqual(Object.keys(await shipped.templates()));
    expect(Buffer.from(kept.archive).equals(archiveKit(sources))).toBe(true);
  });

  it('that is damaged says what to do', async () => {
    expect(await refusal(loadFolderKit(shell, new Uint8Array(9)))).toEqual(['65',
      'La copie du kit gardée dans ce dossier (.nec-local/kit.zip) ne se lit plus. Remettez-la d’une sauvegarde, ou prenez à la place le kit livré avec l’outil : nec-local kit mettre-a-jour --appliquer',
    ]);
  });

  it('that is no good kit says where', async () => {
    const wrong = editSources(tinySources(), ['tasks.yaml', 'phase: preparer', 'phase: avant'], ['templates/note.md', '{{evenement.nom}}', '{{evenement.nm}}']);
    expect((await refusal(load(wrong)))[1]).toMatch(/^tasks\.yaml:\d+:\d+ : Le kit n’a pas de phase « avant »/);
    expect(await refusal(load(editSources(tinySources(), ['templates/note.md', '{{evenement.nom}}', '{{evenement.nm}}'])))).toEqual(
      ['65', 'templates/note.md:1:5 : Le modèle emploie « evenement.nm », qui n’existe pas. Vouliez-vous dire « nom » ?']);
  });
});

describe('A05: a kit made for an earlier major version of the tool', () => {
  const made = (needsTool: string) => ({ kit: { ...tinyKit(), needsTool } });

  it.each([['0.9.0', '1.0.0'], ['1.2.0', '3.0.0']])('needs %s, has %s: a warning, no more', (needs, has) => {
    expect(kitWarnings(made(needs), has).map((problem) => plain(sentence(problem)))).toEqual([
      `Ce kit a été fait pour nec-local ${needs} ; vous avez la version ${has}, où des choses ont pu changer. Relisez ce qui en sort.`,
    ]);
  });

  it.each([['1.0.0', '1.9.0'], ['2.0.0', '2.0.0'], ['1.0.0', undefined]])('needs %s, has %s: nothing', (needs, has) => {
    expect(kitWarnings(made(needs), has)).toEqual([]);
    expect(kitWarnings({ kit: tinyKit() }, has)).toEqual([]);
  });
});
