import type { Token } from 'markdown-it';
import type { Inline } from '../../model.ts';
import { dropMarks, listValues } from '../../shared/values.ts';

export interface Cell {
  readonly inlines: readonly Inline[];
  readonly values: readonly string[];
}

type Look = Omit<Inline, 'text'>;

function lookOf(token: Token): Look {
  if (token.type === 'strong_open') return { strong: true };
  if (token.type === 'em_open') return { emphasis: true };
  return token.type === 'link_open' ? { link: token.attrGet('href') ?? '' } : {};
}

const sameLook = (a: Inline, b: Inline): boolean => (
  a.strong === b.strong && a.emphasis === b.emphasis && a.link === b.link
);

/** Joins neighbours of one look and drops empty runs. */
function joinRuns(runs: readonly Inline[]): readonly Inline[] {
  return runs.reduce<readonly Inline[]>((joined, run) => {
    const last = joined.at(-1);
    if (run.text === '') return joined;
    if (!last || !sameLook(last, run)) return [...joined, run];
    return [...joined.slice(0, -1), { ...last, text: last.text + run.text }];
  }, []);
}

function words(token: Token): string {
  if (token.type === 'softbreak') return ' ';
  if (token.type === 'hardbreak') return '\n';
  return token.content;
}

/** Runs of text from the children of a markdown-it inline token; a hard line break is `\n` in the text. */
export function readCell(children: readonly Token[]): Cell {
  const runs: Inline[] = [];
  const looks: Look[] = [];
  for (const token of children) {
    if (token.nesting === 1) looks.push(lookOf(token));
    else if (token.nesting === -1) looks.pop();
    else runs.push(Object.assign({ text: words(token) }, ...looks) as Inline);
  }
  const values = listValues(runs.map(({ text }) => text).join(''));
  return { inlines: joinRuns(runs.map((run) => ({ ...run, text: dropMarks(run.text) }))), values };
}
