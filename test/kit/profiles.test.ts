import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { kitIds, kitSources } from '../support/kit.ts';
import { emptyHeadings, leavesOf, SLIP, wordsOf } from '../support/slips.ts';

/** Each profile with the kit that it is written for. */
const profiles = kitIds.flatMap((kitId) => {
  const loaded = loadSources(kitSources(kitId));
  const inherited = kitId === 'nec' ? [] : loadSources(kitSources('nec')).kit.profiles;
  return loaded.kit.profiles.filter((profile) => !inherited.some((other) => isDeepStrictEqual(other, profile))).map(({ id, answers }) => [id, kitId, answers, loaded] as const);
});
const TODAY = '2026-11-23';

describe.each(profiles)('the profile %s of the kit %s', (_, _kit, answers, loaded) => {
  describe.each(['word', 'markdown'])('with textes: %s', (textes) => {
    const made = () => makeFolder(loaded, { ...answers as Readonly<Record<string, RawAnswer>>, textes }, TODAY);

    it('makes a folder, the same twice, whose texts say what they mean', async () => {
      const { plan, files } = await made();
      const again = await made();
      expect(again.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('base64')]))
        .toEqual(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('base64')]));

      for (const { path, bytes } of files) {
        expect(bytes.length, path).toBeGreaterThan(100);
        const written = /\.(md|html|ics|yaml)$/.test(path) ? new TextDecoder().decode(bytes) : '';
        const text = written.replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
        expect(SLIP.exec(text)?.[0], path).toBeUndefined();
      }
      for (const document of await renderDocuments(plan, await loaded.templates(), NOTHING_DONE)) {
        if (document.kind === 'text') {
          expect(document.blocks.length, document.path).toBeGreaterThan(5);
          expect(document.blocks.filter((block) => SLIP.test(wordsOf(block))).map(wordsOf), document.path).toEqual([]);
          expect(emptyHeadings(document.blocks), document.path).toEqual([]);
        }
        if (document.kind === 'table') {
          expect(leavesOf(document.sheets).filter((leaf) => SLIP.test(String(leaf))), document.path).toEqual([]);
        }
      }
    });
  });
});

it('there are several profiles', () => expect(profiles.length).toBeGreaterThanOrEqual(3));
