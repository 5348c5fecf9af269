import type { IsoDate, Provenance } from '../model.ts';

/** The code of our own judgement among sources. */
const JUDGEMENT = 'jugement';

/** Our own judgement is in it. */
export const isJudgement = (sources: readonly string[]): boolean => sources.includes(JUDGEMENT);

/** The public ones. */
export const ownSources = (sources: readonly string[]): readonly string[] => sources.filter((code) => code !== JUDGEMENT);

/** Something that a kit states under an id of its own. */
export interface Stated extends Provenance {
  readonly id: string;
  readonly validUntil?: IsoDate;
}

/** What is stated, by a title that people can read. */
export interface Fact extends Stated {
  readonly title: string;
}

/** The fact alone, without the rest of the entry that states it. */
export const factOf = ({ id, sources, checkedOn, confidence, validUntil }: Stated, title: string): Fact =>
  ({ id, title, sources, checkedOn, confidence, ...(validUntil !== undefined && { validUntil }) });

/** How many facts stand on public sources, on these and our own judgement, on that alone. */
export interface FactCount {
  readonly sourced: number;
  readonly mixed: number;
  readonly judged: number;
}

/** Each fact is counted once. */
export function countFacts(facts: readonly Pick<Provenance, 'sources'>[]): FactCount {
  const judged = facts.filter(({ sources }) => ownSources(sources).length === 0).length;
  const mixed = facts.filter(({ sources }) => isJudgement(sources)).length - judged;
  return { sourced: facts.length - judged - mixed, mixed, judged };
}
