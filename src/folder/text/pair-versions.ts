import type { Block } from '../../model.ts';
import { gistOfBlock, type Gist } from './gist.ts';
import { VERY_LIKE } from './likeness.ts';
import { likelyPairs } from './likely-pairs.ts';
import { isHeading } from './place-block.ts';
import type { ReadTokens } from './tokens.ts';
import { indexValues, joinValues } from './values.ts';

/** One side of a piece. */
export interface Version {
  readonly block: Block;
  readonly gist: Gist;
  /** The words without the values: equal when nothing but values changed. */
  readonly frame: string;
}

export function versionOf(block: Block, read: ReadTokens): Version {
  const gist = gistOfBlock(block, read);
  const values = indexValues(block.values);
  const frame = gist.cells.map((cell) => joinValues(cell, values).map(({ key, isValue }) => (isValue ? '\0' : key)).join(' '));
  return { block, gist, frame: frame.join('\t') };
}

/** `x.p3` → `x`: paragraphs of a section are numbered, and a kit that inserts one shifts those after it. */
const sectionOf = ({ id }: Block): string => id.replace(/\.p\d+(?:~\d+)?$/, '');

const isNumbered = ({ block }: Version): boolean => sectionOf(block) !== block.id;
/** Blocks whose id may change while they stay what they are: paragraphs by rank, headings by their words. */
const mayChangeId = (version: Version): boolean => isNumbered(version) || isHeading(version.block.kind);
const hasWords = ({ frame }: Version): boolean => /\p{L}{4}/u.test(frame);

/**
 * Which base block is which next block. Our own ids say so; but where the words under an id changed and another block
 * has exactly the old ones, or most of them when the id is gone, the words win: the kit inserted a paragraph before it,
 * or named the section anew.
 */
export function pairVersions(base: readonly Version[], next: readonly Version[]): ReadonlyMap<Version, Version> {
  const pairs = new Map<Version, Version>();
  const taken = new Set<Version>();
  const pair = (a: Version, b: Version): void => {
    pairs.set(a, b);
    taken.add(b);
  };
  const byId = new Map(next.map((version) => [version.block.id, version]));
  const sameId = (a: Version): Version | undefined => {
    const b = byId.get(a.block.id);
    return b && !taken.has(b) ? b : undefined;
  };
  const left = (): readonly Version[] => base.filter((a) => !pairs.has(a));
  const free = (): readonly Version[] => next.filter((b) => !taken.has(b));

  for (const a of base) {
    const b = sameId(a);
    if (b?.frame === a.frame) pair(a, b);
  }
  const onlyOne = (versions: readonly Version[]): ReadonlyMap<string, Version> => {
    const found = new Map<string, Version | undefined>();
    for (const version of versions) if (mayChangeId(version) && hasWords(version)) found.set(version.frame, found.has(version.frame) ? undefined : version);
    return new Map([...found].flatMap(([frame, version]) => (version ? [[frame, version] as const] : [])));
  };
  const freeFrames = onlyOne(free());
  for (const [frame, a] of onlyOne(left())) {
    const b = freeFrames.get(frame);
    if (b) pair(a, b);
  }
  const shifted = left().filter(mayChangeId);
  const open = free().filter(mayChangeId);
  const likely = likelyPairs(shifted.map(({ gist }) => [gist]), open.map(({ gist }) => gist), VERY_LIKE, (i, j) => {
    const [a, b] = [shifted[i], open[j]];
    return a !== undefined && b !== undefined && (byId.get(a.block.id) === undefined || sectionOf(a.block) === sectionOf(b.block));
  });
  for (const [i, j] of likely) {
    const [a, b] = [shifted[i], open[j]];
    if (a && b) pair(a, b);
  }
  for (const a of left()) {
    const b = sameId(a);
    if (b) pair(a, b);
  }
  return uncross(pairs, base, next);
}

/** Blocks that say the same are the same to a reader: their pairs never cross, whatever their ids. */
function uncross(pairs: ReadonlyMap<Version, Version>, base: readonly Version[], next: readonly Version[]): ReadonlyMap<Version, Version> {
  const baseOf = new Map([...pairs].map(([a, b]) => [b, a]));
  const rankOf = new Map(base.map((version, rank) => [version, rank]));
  const ranks = next.flatMap((b) => rankOf.get(baseOf.get(b) ?? b) ?? []);
  if (ranks.every((rank, index) => rank >= (ranks[index - 1] ?? 0))) return pairs;
  const twins = new Map<string, Version[]>();
  const saying = (a: Version, b: Version): string => JSON.stringify([a.gist.key, a.block.kind, b.gist.key, b.block.kind]);
  for (const b of next) {
    const a = baseOf.get(b);
    if (a) twins.set(saying(a, b), [...twins.get(saying(a, b)) ?? [], b]);
  }
  return new Map(base.flatMap((a): readonly (readonly [Version, Version])[] => {
    const b = pairs.get(a);
    const first = b && twins.get(saying(a, b))?.shift();
    return first ? [[a, first]] : [];
  }));
}
