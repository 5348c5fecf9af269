import { isIsoDate } from '../shared/dates.ts';
import type { Located } from '../shared/yaml.ts';
import { layEntry } from './lay-entry.ts';
import { layList, type Laying } from './lay-list.ts';
import { stepInto } from './where.ts';

/**
 * One file of a kit over the same file of its parent: entries of lists are matched by id, all else is replaced. Every
 * value keeps its place in the file that says it, so that what is wrong is told there. Both sides are {@link dated}.
 */
export function layOver(below: Located, above: Located, laying: Laying): Located {
  if (isEmpty(above)) return below;
  if (below.kind !== 'map' || above.kind !== 'map') return above;
  const laid = above.entries.map((entry) => {
    const under = stepInto(below, entry.key);
    return under ? { ...entry, value: layKey(entry.key, under, entry.value, laying) } : entry;
  });
  const kept = below.entries.filter(({ key }) => key !== 'checked' && !laid.some((entry) => entry.key === key));
  return { ...above, entries: [...kept, ...laid] };
}

function layKey(key: string, below: Located, above: Located, laying: Laying): Located {
  if (isEmpty(above) && below.kind !== 'scalar') return below;
  if (below.kind === 'list' && above.kind === 'list') return layList(key, below, above, laying);
  return below.kind === 'map' && above.kind === 'map' ? layEntry(below, above) : above;
}

/** A file with nothing but remarks, or a key with nothing behind it. */
const isEmpty = (node: Located): boolean => node.kind === 'scalar' && node.value === null;

/**
 * The same file whose entries with a source each say when it was checked: the date at the head of a file speaks for this
 * kit alone, and entries of two kits are about to stand in one list.
 */
export function dated(file: Located): Located {
  const head = file.kind === 'map' ? file.entries.find(({ key }) => key === 'checked') : undefined;
  if (file.kind !== 'map' || head?.value.kind !== 'scalar' || !isIsoDate(head.value.source)) return file;
  const date = (node: Located): Located => (node.kind === 'map' && stepInto(node, 'source') && !stepInto(node, 'checked')
    ? { ...node, entries: [...node.entries, head] } : node);
  const value = (node: Located): Located => (node.kind === 'list' ? { ...node, items: node.items.map(date) } : date(node));
  return { ...file, entries: file.entries.map((entry) => ({ ...entry, value: value(entry.value) })) };
}
