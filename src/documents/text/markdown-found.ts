import type { FoundBlock } from '../../model.ts';
import { asFound } from '../../shared/apply-edits.ts';
import { parseBlocks } from './blocks.ts';

/** A person's Markdown file, block by block. */
export interface FoundMarkdown {
  readonly blocks: readonly FoundBlock[];
}

const FRONT_MATTER = /^\uFEFF?---\n[\s\S]*?\n---\n/;

/** What a person's pad says: its blocks in order. The metadata before the text is no block. */
export function readMarkdownText(text: string): FoundMarkdown {
  const body = text.replace(/\r\n?/g, '\n').replace(FRONT_MATTER, '').replace(/^\uFEFF/, '');
  return { blocks: parseBlocks(body).map(asFound) };
}
