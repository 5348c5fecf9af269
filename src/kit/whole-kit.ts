import { problem, type Problem } from '../problem.ts';
import type { Report } from '../shared/decode.ts';
import { parseYaml, type Located } from '../shared/yaml.ts';
import { keyPosition } from './fields.ts';
import { kitLevels, parentUnknown } from './kit-levels.ts';
import { isRemoved, type Laying, type Removal } from './lay-list.ts';
import { dated, layOver } from './lay-over.ts';
import type { KitSources } from './parse-kit.ts';
import type { KitFiles } from './where.ts';

/** A kit and those under it, as the files of one. */
export interface WholeKit {
  readonly files: KitFiles;
  /** Each `kit.yaml`, the kit’s own first. They are not laid over each other: a kit says for itself what it is. */
  readonly kitFiles: readonly (Located | undefined)[];
  /** Paths as the kit names them, also of files that cannot be read. */
  readonly paths: ReadonlySet<string>;
  /** By path inside `templates/`; of one path the kit’s own. */
  readonly templates: Readonly<Record<string, Template>>;
  readonly removals: readonly Removal[];
  /** A parent cannot be found: the rest is not worth reading. */
  readonly isBroken: boolean;
  readonly problems: readonly Problem[];
}

export interface Template {
  readonly text: string;
  /** Where it stands: `parents/nec/templates/note.md`. */
  readonly file: string;
  readonly isInherited: boolean;
}

/** Lays a kit over its parents: entries by id, templates and profiles by path. Examples test one kit, and stay with it. */
export function layWhole(sources: KitSources): WholeKit {
  const { folders, missing, problems: broken } = kitLevels(sources);
  const problems: Problem[] = [...broken, ...(missing ? [parentUnknown(missing, [])] : [])];
  const removals: Removal[] = [];
  const report: Report = (found) => void problems.push(found);
  const laying: Laying = { report, removed: (removal) => void removals.push(removal) };
  const levels = folders.map((folder) => filesIn(folder, sources, report));
  const [own = new Map<string, Located>(), ...parents] = levels;
  return {
    files: parents.length === 0 ? own : levels.reduceRight<KitFiles>((below, above) => layFiles(below, above, laying), new Map()),
    kitFiles: levels.map((files) => files.get('kit.yaml')),
    removals, isBroken: broken.length > 0 || missing !== undefined, problems,
    paths: new Set(folders.flatMap((folder) => pathsIn(folder, sources))),
    templates: Object.fromEntries(folders.toReversed().flatMap((folder) => templatesIn(folder, sources))),
  };
}

function layFiles(below: KitFiles, above: KitFiles, laying: Laying): KitFiles {
  const files = new Map([...below].filter(([path]) => path !== 'kit.yaml'));
  for (const [path, file] of above) {
    const under = files.get(path);
    if (!isProfile(path)) files.set(path, under ? layOver(under, dated(file), laying) : dated(file));
    else if (!isRemoved(file, laying.report)) files.set(path, file);
    else if (!files.delete(path)) laying.report(problem('removed-unknown', { id: profileOf(path) }, keyPosition(file, 'remove')));
  }
  return files;
}

function filesIn(folder: string, sources: KitSources, report: Report): KitFiles {
  const files = new Map<string, Located>();
  for (const path of pathsIn(folder, sources)) {
    const parsed = parseYaml(sources[`${folder}${path}`] ?? '', `${folder}${path}`);
    if (parsed.ok) files.set(path, parsed.value);
    else parsed.problems.forEach(report);
  }
  return files;
}

const PROFILE = /^profiles\/(.*)\.yaml$/s;
export const isProfile = (path: string): boolean => PROFILE.test(path);
/** `creuse` for `profiles/creuse.yaml`. */
export const profileOf = (path: string): string => PROFILE.exec(path)?.[1] ?? path;

/** The YAML files of one kit, in the order of their names. */
const pathsIn = (folder: string, sources: KitSources): readonly string[] => inside(folder, sources)
  .filter((path) => path.endsWith('.yaml') && (!path.includes('/') || isProfile(path)));

const templatesIn = (folder: string, sources: KitSources): readonly (readonly [string, Template])[] => inside(`${folder}templates/`, sources)
  .filter((path) => path.endsWith('.md'))
  .map((path) => [path, { text: sources[`${folder}templates/${path}`] ?? '', file: `${folder}templates/${path}`, isInherited: folder !== '' }]);

const inside = (folder: string, sources: KitSources): readonly string[] =>
  Object.keys(sources).filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length)).sort();
