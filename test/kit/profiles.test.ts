import { describe, expect, it } from 'vitest';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import { renderDocuments } from '../support/render-documents.ts';
import type { Block } from '../../src/model.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { necSources } from '../support/kit.ts';

const loaded = loadSources(necSources());
const TODAY = '2026-11-23';
const SLIP = /undefined|\bnull\b|NaN|\[object|Infinity|\{\{|\}\}|[\uE000\uE001]/;

const wordsOf = ({ cells }: Block): string => cells.map((runs) => runs.map(({ text }) => text).join('')).join(' | ');

/** Every word and number of a table; an empty cell is null. */
function leavesOf(value: unknown): readonly unknown[] {
  return value === null ? [] : typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [value];
}

/** Headings without words, or with nothing under them but another heading of the same rank or a higher one. */
function emptyHeadings(blocks: readonly Block[]): readonly string[] {
  const ranks: readonly Block['kind'][] = ['title', 'heading', 'subheading'];
  return blocks.flatMap((block, index) => {
    const [rank, next] = [ranks.indexOf(block.kind), blocks[index + 1]];
    const nextRank = next ? ranks.indexOf(next.kind) : 0;
    return rank >= 0 && (wordsOf(block).trim() === '' || (nextRank >= 0 && nextRank <= rank)) ? [`« ${wordsOf(block)} »`] : [];
  });
}

describe.each(loaded.kit.profiles.map(({ id, answers }) => [id, answers] as const))('the profile %s', (_, answers) => {
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

it('there are several profiles', () => expect(loaded.kit.profiles.length).toBeGreaterThanOrEqual(3));
