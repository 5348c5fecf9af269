import type { FoundBlock } from '../../model.ts';
import { isRowGist, type Gist } from './gist.ts';

const LONGEST = 50;

/** The first words, at most fifty characters, cut between words. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\s,;:]+$/, '')}…`;
}

const NAMES: Readonly<Partial<Record<FoundBlock['kind'], string>>> = {
  'title': 'titre', 'heading': 'titre', 'subheading': 'titre', 'row': 'tableau, ligne', 'header-row': 'tableau, ligne',
};

/** Where a block is, in words that help to find it: « paragraphe « Le lieu de la rencontre… » ». */
export function whereIs({ kind, texts }: Pick<Gist, 'kind' | 'texts'>): string {
  const words = isRowGist({ kind }) ? texts.find((text) => text.trim() !== '') ?? '' : texts.join(' ');
  return `${NAMES[kind] ?? 'paragraphe'} «\u00a0${firstWords(words)}\u00a0»`;
}
