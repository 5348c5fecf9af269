import { problem, type Position, type Problem } from '../problem.ts';
import { compact } from '../shared/decode.ts';
import { isInnerPath } from '../shared/paths.ts';
import { nearest } from '../shared/words.ts';
import { parseYaml, type Located } from '../shared/yaml.ts';
import type { KitSources } from './parse-kit.ts';
import { stepInto } from './where.ts';

/** Among the texts of a kit, those of the shipped kits that it extends: `parents/nec/tasks.yaml`. */
export const PARENTS = 'parents/';

/** The kit itself, its parent, and the parent of that one. */
const MAX_LEVELS = 3;

/** Folders of a kit that hold something else than a kit. */
const TAKEN = ['templates', 'profiles', 'examples', 'parents'];

/** A chain of kits, each laid over the next. */
export interface KitLevels {
  /** Where the texts of each kit lie, the kit itself first: `''`, `parents/nec/`. What is wrong ends the chain. */
  readonly folders: readonly string[];
  /** The kit that the last one extends by its id, when its texts are not there. */
  readonly missing?: { readonly id: string; readonly at: Position };
  readonly problems: readonly Problem[];
}

/**
 * Follows `extends` from kit to kit, inside the texts that are there and nowhere else: a parent is one of the kits under
 * `parents/` by its id, or a folder below the kit that names it (`./socle`).
 */
export function kitLevels(sources: KitSources): KitLevels {
  const folders: string[] = [''];
  const ids: string[] = [];
  for (;;) {
    const folder = folders.at(-1) ?? '';
    const kit = kitFileOf(sources, folder);
    const parent = kit && stepInto(kit, 'extends');
    ids.push(textIn(kit, 'id') || folder);
    if (parent?.kind !== 'scalar' || parent.value === null) return { folders, problems: [] };
    const wrong = (found: Problem): KitLevels => ({ folders, problems: [found] });

    const next = folderOf(parent.source, folder);
    if (next === undefined) return wrong(problem('wrong-value', { value: parent.source, expected: EXPECTED }, parent.at));
    const isMissing = sources[`${next}kit.yaml`] === undefined;
    if (isMissing && next !== `${PARENTS}${parent.source}/`) return wrong(problem('kit-not-found', { path: parent.source }, parent.at));
    if (isMissing) return { folders, missing: { id: parent.source, at: parent.at }, problems: [] };
    const nextId = textIn(kitFileOf(sources, next), 'id') || parent.source;
    if (folders.includes(next) || ids.includes(nextId)) return wrong(problem('extends-circle', { path: [...ids, nextId].join(' → ') }, parent.at));
    if (folders.length === MAX_LEVELS) return wrong(problem('extends-too-deep', { path: [...ids, nextId].join(' → '), levels: MAX_LEVELS }, parent.at));
    folders.push(next);
  }
}

const EXPECTED = 'le nom d’un kit livré (nec) ou un dossier de ce kit (./socle), sans « .. », hors de templates, profiles, examples et parents';

/** Where a parent lies; undefined when it is not a name nor a path to a folder of the kit. */
function folderOf(parent: string, folder: string): string | undefined {
  if (/^[A-Za-z0-9]+([-_][a-z0-9]+)*$/.test(parent)) return `${PARENTS}${parent}/`;
  const path = parent.startsWith('./') ? parent.slice(2).replace(/\/$/, '') : '';
  return isInnerPath(path) && !TAKEN.includes(path.split('/')[0] ?? '') ? `${folder}${path}/` : undefined;
}

/** @param known the ids that would do */
export function parentUnknown({ id, at }: NonNullable<KitLevels['missing']>, known: readonly string[]): Problem {
  return problem('parent-unknown', compact({ id, known: known.join(', '), nearest: nearest(id, known) }), at);
}

/** What cannot be read is told by who reads the whole kit. */
function kitFileOf(sources: KitSources, folder: string): Located | undefined {
  const file = `${folder}kit.yaml`;
  const parsed = parseYaml(sources[file] ?? '', file);
  return parsed.ok ? parsed.value : undefined;
}

function textIn(node: Located | undefined, key: string): string | undefined {
  const value = node && stepInto(node, key);
  return value?.kind === 'scalar' ? value.source : undefined;
}
