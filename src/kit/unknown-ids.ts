import { problem, type Position, type Problem } from '../problem.ts';
import { compact } from '../shared/decode.ts';
import { nearest } from '../shared/words.ts';

/** Ids that name nothing of the kit, each where it stands. @param kind what they should name, in French */
export function unknownIds(kind: string, ids: readonly string[], known: readonly string[], at: (id: string) => Position): readonly Problem[] {
  return ids.filter((id) => !known.includes(id))
    .map((id) => problem('unknown-reference', compact({ kind, id, nearest: nearest(id, known) }), at(id)));
}
