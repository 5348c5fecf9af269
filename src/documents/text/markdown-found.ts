import type { FoundBlock } from '../../model.ts';
import { foundIn, placeMarkdown } from './markdown-placed.ts';

/** A person's Markdown file, block by block. */
export interface FoundMarkdown {
  readonly blocks: readonly FoundBlock[];
}

/**
 * What a person's pad says, in order: with any line ends, in any style of Markdown. Its metadata is no block; code, HTML
 * and foot notes are kept as `other`; pictures, formulas and note marks stand in `fixed`.
 */
export function readMarkdownText(text: string): FoundMarkdown {
  return { blocks: foundIn(placeMarkdown(text)) };
}
