import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTable } from '../../src/folder/merge-table.ts';
import type { CellEdit, FoundSheet } from '../../src/model.ts';
import '../support/properties.ts';
import { applyEdits, asWritten } from '../support/found-tables.ts';
import { triples, type Triple } from '../support/random-tables.ts';
import { conflictsToExpect, differsFrom, hasTooFewRows, lostByMerge, missedByMerge } from '../support/table-oracle.ts';

const merge = ({ base, mine, next }: Omit<Triple, 'gestures'>) => mergeTable([base], [mine], [next], String);
const apply = (mine: FoundSheet, edits: readonly CellEdit[]): FoundSheet => applyEdits([mine], edits)[0] ?? mine;
const RUNS = 5000;

describe('merging a table, for any three sides', () => {
  it('loses nothing, misses nothing, says each conflict once, leaves alone only for a reason, and a second run does nothing', () => {
    const seen = new Map<string, number>();
    fc.assert(fc.property(triples, (triple) => {
      const result = merge(triple);
      const outcome = result.kind === 'merged' ? 'merged' : result.why;
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      if (result.kind === 'left-alone') {
        const reasons = [
          ...(hasTooFewRows(triple) ? ['no-spare-rows'] : []),
          ...(triple.gestures.some((kind) => ['lie', 'renumber'].includes(kind)) ? ['rows-displaced'] : []),
        ];
        expect(reasons).toContain(result.why);
        return;
      }
      const mine = apply(triple.mine, result.edits);
      expect(lostByMerge(triple, mine, result.conflicts)).toEqual([]);
      expect(missedByMerge(triple, mine)).toEqual([]);
      expect(result.conflicts).toHaveLength(conflictsToExpect(triple) ?? result.conflicts.length);
      // Killed before it was remembered what was written, or not.
      const again = merge({ ...triple, mine });
      expect(again).toMatchObject({ kind: 'merged', edits: [] });
      expect(again.kind === 'merged' && again.conflicts.length).toBe(result.conflicts.length);
      expect(merge({ ...triple, mine, base: triple.next })).toMatchObject({ kind: 'merged', edits: [], conflicts: [] });
    }), { numRuns: RUNS });
    expect(seen.get('merged')).toBeGreaterThan(RUNS * 0.7);
    expect(seen.get('no-spare-rows')).toBeGreaterThan(10);
    expect(seen.get('rows-displaced')).toBeGreaterThan(10);
  });

  it('gives what we would write where nobody did anything (M = B)', () => {
    fc.assert(fc.property(triples, ({ base, next }) => {
      const mine = asWritten([base])[0] ?? fail();
      const result = merge({ base, mine, next });
      if (result.kind === 'left-alone') {
        expect(hasTooFewRows({ base, mine, next, gestures: [] })).toBe(true);
        return;
      }
      expect(differsFrom(next, apply(mine, result.edits))).toEqual([]);
      expect([result.conflicts, result.notes]).toEqual([[], []]);
    }), { numRuns: RUNS / 2 });
  });

  it('writes nothing where we have nothing new (N = B)', () => {
    fc.assert(fc.property(triples, ({ base, mine }) => {
      expect(merge({ base, mine, next: base })).toMatchObject({ kind: 'merged', edits: [], conflicts: [] });
    }), { numRuns: RUNS / 2 });
  });
});

function fail(): never {
  throw new Error('no sheet');
}
