import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { slug } from './words.ts';

/** The mark of a block's id: `[#but.p2]`, `[#role-{{id}}]` (`{#…}` around `{{…}}` breaks Handlebars). */
export const BLOCK_ID = /(?<!\\)\[#((?:\\.|[^\]\\])*)\] ?/g;

export interface NumberedBlocks {
  readonly source: string;
  readonly problems: readonly Problem[];
}

/** A line of a template cut into what stands before the id of its block, and the words of the block. */
interface Line {
  readonly kind: 'heading' | 'block' | 'text' | 'quote';
  readonly before: string;
  readonly words: string;
}

const TAG = /\{\{[^}]*\}\}/g;
const LOOP_TAG = /\{\{[~]?([#/])each\b/g;
/** Block tags that may stand before a list mark on the same line: `{{#if x}}- words{{/if}}`. */
const LEADING_TAGS = String.raw`\s*(?:\{\{[~]?(?:[#/^]|else)[^}]*\}\}\s*)*`;
const HEADING = new RegExp(`^(${LEADING_TAGS}#{1,6}\\s+)(.*)$`);
const ITEM = new RegExp(`^(${LEADING_TAGS}(?:[-*+]|\\d+[.)])\\s+(?:\\[[ xX]\\]\\s+)?)(.*)$`);
const QUOTE = /^(\s*>\s*)(.*)$/;
const ROW = new RegExp(`^(${LEADING_TAGS}\\|\\s*)(.*)$`);
const NO_BLOCK = /^\s*(?::{3,}.*|(?:-\s*){3,}|(?:\*\s*){3,}|\|[\s:|-]*)$/;

function readLine(line: string): Line {
  const heading = HEADING.exec(line);
  if (heading) return { kind: 'heading', before: heading[1] ?? '', words: heading[2] ?? '' };
  const block = ITEM.exec(line) ?? ROW.exec(line);
  if (block) return { kind: 'block', before: block[1] ?? '', words: block[2] ?? '' };
  const quote = QUOTE.exec(line);
  if (quote) return { kind: 'quote', before: quote[1] ?? '', words: quote[2] ?? '' };
  const words = line.trimStart();
  return { kind: 'text', before: line.slice(0, line.length - words.length), words };
}

/** How many loops a piece of template opens, less those it closes. */
function loopsOpened(text: string): number {
  const steps = Array.from(text.matchAll(LOOP_TAG), (tag): number => (tag[1] === '#' ? 1 : -1));
  return steps.reduce((sum, step) => sum + step, 0);
}

const COMMENT = /\{\{!--.*?--\}\}/g;
const BLOCK_TAG = /\{\{[~]?(?:[#/^>!]|else)[^}]*\}\}/g;

/** True for blank lines too. */
const isOnlyTags = (line: string): boolean => line.replace(COMMENT, '').replace(BLOCK_TAG, '').trim() === '';

/** Sections are named after the words of their heading; two of the same name are told apart. */
function nameSections(): (heading: string) => string {
  const seen = new Map<string, number>();
  return (heading) => {
    const explicit = /^\[#([^\]{]+)\]/.exec(heading)?.[1];
    const name = explicit ?? (slug(heading.replace(BLOCK_ID, '').replace(TAG, ' ')) || 'titre');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}

/**
 * Gives an id to each block of a text template (Markdown with Handlebars, before Handlebars runs): `[#section.p2]` at
 * the start of its words, unless the author wrote one. Ids come from the source alone, so that no answer moves them.
 *
 * A block inside `{{#each}}` is printed many times: its author writes an id with an expression in it, or the problem
 * `template-loop-id` is reported. `section` names the blocks that stand before the first heading.
 */
export function numberBlocks(source: string, { file = '', section = 'debut' } = {}): NumberedBlocks {
  const problems: Problem[] = [];
  const nameSection = nameSections();
  let current = { name: nameSection(`[#${section}]`), rank: 0 };
  let loops = 0;
  let above: Line['kind'] | undefined;
  let inFence = false;
  let inComment = false;

  const lines = source.split('\n').map((line, index) => {
    const loopsBefore = loops;
    const wasInComment = inComment;
    inComment = line.lastIndexOf('{{!--') > line.lastIndexOf('--}}') || (inComment && !line.includes('--}}'));
    if (wasInComment || inComment) return line;
    const isFence = /^\s*```/.test(line);
    if (isFence) inFence = !inFence;
    loops += loopsOpened(line);
    const { kind, before, words } = readLine(line);
    if (isFence || inFence || NO_BLOCK.test(line) || isOnlyTags(line) || words === '') {
      // The paragraph above `{{else}}` may not be printed: a superfluous id is dropped when blocks are read.
      above = undefined;
      return line;
    }
    const isLazy = kind === 'text' && above !== undefined && above !== 'heading';
    if (isLazy || (kind === 'quote' && above === 'quote')) return line;
    above = kind;
    if (kind === 'heading') current = { name: nameSection(words), rank: 0 };
    else current.rank += 1;

    const explicit = /^\[#[^\]]*\]/.exec(words)?.[0];
    if (loopsBefore + loopsOpened(before) > 0 && !explicit?.includes('{{')) {
      const at = { file, line: index + 1, column: before.length + 1 };
      problems.push(problem('template-loop-id', { text: line.trim() }, at));
    }
    if (explicit !== undefined) return line;
    const id = kind === 'heading' ? current.name : `${current.name}.p${current.rank}`;
    return `${before}[#${id}] ${words}`;
  });
  return { source: lines.join('\n'), problems };
}
