import type { Provenance } from '../model.ts';

/** The code of our own judgement among sources. */
const JUDGEMENT = 'jugement';

/** Our own judgement is in it. */
export const isJudgement = (sources: readonly string[]): boolean => sources.includes(JUDGEMENT);

/** The public ones. */
export const ownSources = (sources: readonly string[]): readonly string[] => sources.filter((code) => code !== JUDGEMENT);

/** How many facts stand on public sources, on these and our own judgement, on that alone. */
export interface FactCount {
  readonly sourced: number;
  readonly mixed: number;
  readonly judged: number;
}

export function countFacts(facts: readonly Pick<Provenance, 'sources'>[]): FactCount {
  const judged = facts.filter(({ sources }) => ownSources(sources).length === 0).length;
  const mixed = facts.filter(({ sources }) => isJudgement(sources)).length - judged;
  return { sourced: facts.length - judged - mixed, mixed, judged };
}
