import type { OfficePackage } from './package.ts';
import { parseXml } from './xml-node.ts';

/** A link from one part to another (ECMA-376 part 2, 6.5.3). */
export interface Relation {
  readonly id: string;
  /** The last word of its type in the transitional form, for instance `worksheet`; the whole type of any other. */
  readonly type: string;
  /** Name of a part. */
  readonly target: string;
  /** Where it stands in the relations part. */
  readonly start: number;
  readonly end: number;
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** The name of the part that holds the links of a part; of the package itself when the name is empty. */
export function relationsPart(part: string): string {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(part) ?? [];
  return `${folder}_rels/${name}.rels`;
}

/** The links of a part to other parts of the package. None when there is no such part, or it cannot be read. */
export function readRelations(parts: OfficePackage, part: string): readonly Relation[] {
  const root = parseXml(parts.text(relationsPart(part)) ?? '');
  return (root?.children ?? []).filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes, start, end }) => {
      const type = attributes['Type'] ?? '';
      return {
        id: attributes['Id'] ?? '', start, end,
        type: type.startsWith(TYPES) ? type.slice(TYPES.length) : type,
        target: resolveTarget(part, attributes['Target'] ?? ''),
      };
    });
}

/** Targets are relative to the folder of the part, or start at the root with `/`. */
function resolveTarget(part: string, target: string): string {
  const folder = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  const path: string[] = [...folder];
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
