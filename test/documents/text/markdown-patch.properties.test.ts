import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMarkdownText } from '../../../src/documents/text/markdown-found.ts';
import { patchMarkdown } from '../../../src/documents/text/markdown-patch.ts';
import { placeMarkdown } from '../../../src/documents/text/markdown-placed.ts';
import { writeMarkdown } from '../../../src/documents/text/markdown.ts';
import { mergeText } from '../../../src/folder/merge-text.ts';
import type { Block, FoundBlock, TextEdit } from '../../../src/model.ts';
import { anyTriple } from '../../support/any-blocks.ts';
import { asRead } from '../../support/docx-blocks.ts';
import { editedBlocks } from '../../support/docx-edits.ts';
import { padEdits, somePad, someWishes } from '../../support/markdown-person.ts';

type Read = Pick<FoundBlock, 'kind' | 'cells'>;

/** What a block says, but for what Markdown cannot tell: spaces at ends, line breaks in headings and rows, empty paragraphs. */
function saying({ kind, cells }: Read): readonly string[] {
  const isOneLine = /row|title|heading/.test(kind);
  const words = cells.map((text) => text.replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, isOneLine ? ' ' : '\n').trim());
  return words.join('') === '' && kind !== 'rule' && kind !== 'row' ? [] : [`${kind}: ${words.join(' | ')}`];
}

/** The order of `some` is that of `all`. */
function isInOrder(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  return some.every((one) => {
    at = all.indexOf(one, at) + 1;
    return at > 0;
  });
}

/** Kept blocks with their new words, in their order; new ones too, those of one place together in theirs. */
function expectDone(before: readonly FoundBlock[], edits: readonly TextEdit[], after: readonly FoundBlock[]): void {
  const inserts = edits.filter((edit) => edit.kind === 'insert');
  const stays = before.filter(({ kind }) => kind === 'other').flatMap(saying);
  const kept = editedBlocks(before, edits.filter(({ kind }) => kind !== 'insert')).flatMap(saying);
  const added = inserts.flatMap(({ block }) => saying(asRead(block)));
  const now = after.flatMap(saying);
  expect([...now].sort()).toEqual([...kept, ...stays, ...added].sort());
  expect(isInOrder(kept, now)).toBe(true);
  for (const place of new Set(inserts.map((edit) => edit.after))) {
    const here = inserts.filter((edit) => edit.after === place && !/row/.test(edit.block.kind));
    expect(isInOrder(here.flatMap(({ block }) => saying(asRead(block))), now)).toBe(true);
  }
}

const linesOf = (text: string): readonly string[] => text.replace('\uFEFF', '').match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
const withoutEnd = (line: string): string => line.replace(/[\r\n]+$/, '');

/** Lines with words or marks that no edit is about. */
function untouchedLines(pad: string, edits: readonly TextEdit[]): readonly string[] {
  const { blocks } = placeMarkdown(pad);
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.block] : [])));
  const touched = new Set(edits.flatMap((edit) => (edit.kind === 'insert' ? [] : [edit.block])));
  const keptUnits = new Set(blocks.flatMap(({ unit }, rank) => (removed.has(rank) ? [] : [unit])));
  const isTouched = (line: number): boolean => blocks.some(({ first, last, unit }, rank) =>
    (touched.has(rank) && first <= line && line < last) || (!keptUnits.has(unit) && unit.first <= line && line < unit.last));
  return linesOf(pad).filter((line, rank) => !/^[\s>]*$/.test(line) && !isTouched(rank));
}

it('changes nothing without edits', () => {
  fc.assert(fc.property(somePad, (pad) => patchMarkdown(pad, []) === pad), { numRuns: 200 });
});

it('does what the edits say in any pad, and leaves every other line as it is', () => {
  const asked = { words: 0, insert: 0, remove: 0 };
  let [done, refused] = [0, 0];
  fc.assert(fc.property(somePad, someWishes, (pad, wishes) => {
    const found = readMarkdownText(pad).blocks;
    const edits = padEdits(found, wishes);
    const patched = patchMarkdown(pad, edits);
    if (patched === undefined) {
      refused += 1;
      return;
    }
    done += 1;
    for (const { kind } of edits) asked[kind] += 1;
    expectDone(found, edits, readMarkdownText(patched).blocks);

    expect(patched.startsWith('\uFEFF')).toBe(pad.startsWith('\uFEFF'));
    if (found.length > 0 && patched !== '') expect(/[\r\n]$/.test(patched)).toBe(/[\r\n]$/.test(pad));
    const [kept, now] = [untouchedLines(pad, edits), linesOf(patched)];
    const isLast = (line: string): boolean => line === withoutEnd(line);
    // Only the last line of a file may gain or lose a line end, where something comes behind it or goes.
    const same = (line: string, other: string): boolean => line === other || ((isLast(line) || line === kept.at(-1)) && withoutEnd(line) === withoutEnd(other));
    let at = 0;
    for (const line of kept) {
      const hit = now.findIndex((other, rank) => rank >= at && same(line, other));
      expect(hit, JSON.stringify(line)).toBeGreaterThanOrEqual(at);
      at = hit + 1;
    }
  }), { numRuns: 1_000 });
  // Words cut off at any letter, items before code that is only indented: few cannot be done.
  expect(refused / done).toBeLessThan(0.02);
  expect(Math.min(...Object.values(asked))).toBeGreaterThan(500);
});

/** A pad that says this, in a style that is not ours: other marks, reflowed, other line ends. */
function inOwnStyle(mine: readonly FoundBlock[]): string {
  const blocks = mine.filter(({ kind }) => kind !== 'other').map(({ kind, cells, depth }, rank): Block => (
    { id: `m${rank}`, kind: kind as Block['kind'], depth, values: [], cells: kind === 'rule' ? [] : cells.map((text) => [{ text }]) }));
  return writeMarkdown(blocks).replace(/^(\s*)- /gm, '$1* ').replace(/^## (.+)$/gm, '$1\n-----')
    .replace(/^[\p{L}«].*/gmu, (line) => line.replace(/(\S+ \S+ \S+) (?=\p{L})/gu, '$1\n'))
    .replaceAll('| --- |', '|:--|').replaceAll('\n', '\r\n');
}

it('can do all that a merge asks for, in a style that is not ours', () => {
  const asked = { words: 0, insert: 0, remove: 0 };
  fc.assert(fc.property(anyTriple, ({ base, mine, next }) => {
    const pad = inOwnStyle(mine);
    const found = readMarkdownText(pad).blocks;
    const merged = mergeText(base, found, next);
    if (merged.kind !== 'merged') return;
    for (const { kind } of merged.edits) asked[kind] += 1;
    const patched = patchMarkdown(pad, merged.edits);
    expect(patched).toBeDefined();
    expectDone(found, merged.edits, readMarkdownText(patched ?? '').blocks);
  }), { numRuns: 1_000 });
  expect(Math.min(...Object.values(asked))).toBeGreaterThan(300);
});

it('takes eight times as long for eight times the work', () => {
  const time = (count: number): number => {
    const pad = Array.from({ length: count }, (_, rank) => `## Titre ${rank}\n\nUn *paragraphe*\nde deux lignes [ici](a.fr).\n\n* a\n* b ${rank}\n\n| a | b |\n|---|---|\n| c | ${rank} |\n`).join('\n');
    const found = readMarkdownText(pad).blocks;
    const edits = found.flatMap(({ kind }, block): readonly TextEdit[] => {
      if (kind === 'paragraph') return [{ kind: 'words', block, cell: 0, from: 3, to: 13, text: 'texte' }];
      if (kind === 'item') return [{ kind: 'insert', after: block, block: { id: 'x', kind: 'item', cells: [[{ text: 'x' }]], values: [], depth: 0 } }];
      return kind === 'row' ? [{ kind: 'remove', block }] : [];
    });
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      expect(patchMarkdown(pad, edits)).toBeDefined();
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  time(20);
  // Were it the square of the work, it would be 64.
  expect(time(800) / time(100)).toBeLessThan(32);
});
