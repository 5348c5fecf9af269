import { listUse } from '../../shared/docx/list-use.ts';
import { definitionOf } from './numbering.ts';
import type { OpenDocx } from './open-docx.ts';

/** Makes the numbers of new lists. */
export interface NewLists {
  /** A list that counts from 1 and looks like the given one; undefined where lists have no definition. */
  make(like: string): string | undefined;
  /** The part that defines lists, if it has to say more. */
  part(): Readonly<Record<string, string>>;
}

export function newLists({ numbering, parts }: OpenDocx): NewLists {
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
    part() {
      const { name = '' } = numbering ?? {};
      const xml = parts.text(name);
      if (xml === undefined || !last || made.length === 0) return {};
      return { [name]: xml.slice(0, last.end) + made.join('') + xml.slice(last.end) };
    },
  };
}
