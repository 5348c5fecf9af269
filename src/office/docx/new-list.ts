import { listUse } from '../../shared/docx/list-use.ts';
import type { Splice } from '../xml-node.ts';
import { definitionOf } from './numbering.ts';
import type { OpenDocx } from './open-docx.ts';

/** Makes the numbers of new lists, and what the part that defines lists has to say about them. */
export interface NewLists {
  /** A list that counts from 1 and looks like the given one; undefined where lists have no definition. */
  make(like: string): string | undefined;
  splices(): readonly Splice[];
}

export function newLists({ numbering }: OpenDocx): NewLists {
  const uses = numbering?.root.children.filter(({ name }) => name === 'w:num') ?? [];
  const last = uses.at(-1);
  const made: string[] = [];
  return {
    make(like) {
      const definition = definitionOf(numbering?.root, like);
      if (definition === undefined || !last) return undefined;
      const highest = Math.max(...uses.map(({ attributes }) => Number(attributes['w:numId']) || 0));
      const id = highest + made.length + 1;
      made.push(listUse(id, definition, { restarts: true }));
      return String(id);
    },
    splices: () => (last && made.length > 0 ? [{ start: last.end, end: last.end, text: made.join('') }] : []),
  };
}
