import type { Inline } from '../../model.ts';
import { parseBlocks, blockText } from './blocks.ts';
import { escapeMarkdown, escapeStart } from './markdown-escape.ts';

const LOOKS = ['link', 'strong', 'emphasis'] as const;
type Look = (typeof LOOKS)[number];

const MARKS: Readonly<Record<Look, (words: string, link: string) => string>> = {
  link: (words, link) => `[${words}](${/[()\s]/.test(link) ? `<${link}>` : link})`,
  strong: (words) => `**${words}**`,
  emphasis: (words) => `_${words}_`,
};

/** Marks must touch the words they mark: spaces at both ends go outside. */
function wrap(source: string, look: Look, value: string | true): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(source) ?? [];
  if (words === '') return source;
  return before + MARKS[look](words, String(value)) + after;
}

/** Runs with the same link stand in one pair of marks, then those equally strong, then emphasised. */
function writeRuns(runs: readonly Inline[], [look, ...rest]: readonly Look[] = LOOKS): string {
  if (!look) return runs.map(({ text }) => escapeMarkdown(text)).join('');
  const groups: Inline[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last && last[0]?.[look] === run[look]) last.push(run);
    else groups.push([run]);
  }
  return groups.map((group) => {
    const source = writeRuns(group, rest);
    const value = group[0]?.[look];
    return value ? wrap(source, look, value) : source;
  }).join('');
}

/** True when marks and words come back as they are; `a**« b »**` would not (CommonMark 0.31, section 6.2). */
function readsBack(source: string, words: string): boolean {
  const blocks = parseBlocks(`x ${source} x`);
  return blocks.length === 1 && blocks.every((block) => blockText(block) === `x ${words} x`);
}

/** The words of one cell as Markdown source. Where a look cannot be written safely the words stay, plain. */
export function writeInlines(runs: readonly Inline[]): string {
  const words = runs.map(({ text }) => text).join('');
  const source = writeRuns(runs);
  const plain = runs.every((run) => LOOKS.every((look) => !run[look]));
  return escapeStart(plain || readsBack(source, words) ? source : escapeMarkdown(words));
}
