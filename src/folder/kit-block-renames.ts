import type { IdMap, Kit, RenamedList } from '../model.ts';
import { BLOCK_ID } from '../shared/block-ids.ts';
import { renamed } from '../shared/rename.ts';
import { slug } from '../shared/words.ts';

/**
 * A block that a loop prints once for each entry of a list: `[#role-{{id}}]` in `{{#each listes.roles}}`, and
 * `[#temps-{{../id}}-{{id}}]` in a loop inside another. Ids of blocks are slugs: the second `region` is `financeur-region-2`.
 */
interface LoopBlock {
  /** What stands before the former name of an entry, the name, what stands behind. */
  readonly pattern: RegExp;
  readonly ids: IdMap;
}

/** The lists of `shared/view-shape.ts` whose items are entries of the kit. */
const LISTS: Readonly<Record<string, RenamedList>> = {
  'publics': 'audiences', 'themes': 'themes', 'formats': 'formats', 'roles': 'roles', 'jalons': 'tasks', 'financeurs': 'income',
  'temps': 'slots', 'consultations': 'slots',
};

/** Those of them where an entry never comes twice: in any other, ids may be numbered; there `pause-1` is a name. */
const ONCE = new Set(['temps']);

const EACH = /\{\{~?#each [^}]*?(?:listes\.)?(\w+)\s*~?\}\}|\{\{~?\/each~?\}\}/g;

/**
 * The present id of a block, for one document. Only the blocks of a loop are named after entries of the kit: their form
 * is read in the template, so that a section that happens to have such a name is left alone.
 */
export function blockRenamer(document: string, kit: Kit): (id: string) => string {
  const template = kit.documents.find(({ id }) => id === document)?.template;
  const loops = template === undefined ? [] : loopBlocks(kit.templates[template] ?? '', kit);
  return (id) => {
    for (const { pattern, ids } of loops) {
      const found = pattern.exec(id);
      if (found) return `${found[1]}${renamed(ids, found[2] ?? '')}${found[3]}`;
    }
    return id;
  };
}

function loopBlocks(template: string, { renames }: Kit): readonly LoopBlock[] {
  const found: LoopBlock[] = [];
  const open: string[] = [];
  const marks = [...template.matchAll(EACH), ...template.matchAll(BLOCK_ID)].sort((a, b) => a.index - b.index);
  for (const [text, name = ''] of marks) {
    if (text.startsWith('{{')) {
      if (text.includes('#each')) open.push(name);
      else open.pop();
      continue;
    }
    const loop = open.at(-1) ?? '';
    const list = LISTS[loop];
    const ids = withSlugs((list && renames.entries[list]) ?? {});
    const [before = '', after, ...more] = name.split('{{id}}');
    if (after === undefined || more.length > 0 || Object.keys(ids).length === 0) continue;
    const number = ONCE.has(loop) ? '' : '(?:-\\d+)?';
    found.push({ pattern: new RegExp(`^(${asPattern(before)})(${anyOf(Object.keys(ids))})(${number}${asPattern(after)})$`), ids });
  }
  return found;
}

/** The words of an id as they are; what another loop puts there may be anything. */
const asPattern = (id: string): string => id.split(/\{\{[^}]*\}\}/).map(literal).join('.+?');

/** The longest first: `ateliers-2` is a name before it is the second `ateliers`. */
const anyOf = (ids: readonly string[]): string => ids.toSorted((a, b) => b.length - a.length).map(literal).join('|');

const literal = (words: string): string => words.replace(/[^\p{L}\p{N}-]/gu, '\\$&');

/** Views make some ids fit for blocks: `T32` becomes `t32`. */
const withSlugs = (ids: IdMap): IdMap =>
  ({ ...ids, ...Object.fromEntries(Object.entries(ids).map(([old, present]) => [slug(old), slug(present)])) });
