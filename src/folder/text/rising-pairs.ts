/** A place on each side. */
export type Pair = readonly [number, number];

/** The longest choice of pairs that rise on both sides. The first of each pair rises already. */
export function risingPairs(pairs: readonly Pair[]): readonly Pair[] {
  /** At rank r: the pair with the smallest end of all chains of r + 1 pairs. */
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, second], index) => {
    let low = 0;
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const chain: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) chain.push(pairs[at] as Pair);
  return chain.reverse();
}

/**
 * The rising pairs of the greatest total weight (a weight of 0 is no pair). Costs rows × columns: keep both short.
 */
export function heaviestPairs(rows: number, columns: number, weight: (row: number, column: number) => number): readonly Pair[] {
  const width = columns + 1;
  /** The best total of what follows row and column. */
  const best = new Float64Array((rows + 1) * width);
  const weights = new Float64Array(rows * columns);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const here = weight(row, column);
      weights[row * columns + column] = here;
      const skip = Math.max(best[(row + 1) * width + column] ?? 0, best[row * width + column + 1] ?? 0);
      best[row * width + column] = here > 0 ? Math.max(skip, here + (best[(row + 1) * width + column + 1] ?? 0)) : skip;
    }
  }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const here = weights[row * columns + column] ?? 0;
    const total = best[row * width + column] ?? 0;
    if (here > 0 && total === here + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (total === best[(row + 1) * width + column]) row += 1;
    else column += 1;
  }
  return pairs;
}

/** A half-open range on both sides. */
export interface Gap {
  readonly from: Pair;
  readonly to: Pair;
}

/** The stretches between rising pairs that have something on both sides; the last ends at `to`. */
export function gapsBetween(pairs: readonly Pair[], from: Pair, to: Pair): readonly Gap[] {
  const starts: readonly Pair[] = [from, ...pairs.map(([a, b]): Pair => [a + 1, b + 1])];
  return starts.map((start, index) => ({ from: start, to: pairs[index] ?? to }))
    .filter((gap) => gap.from[0] < gap.to[0] && gap.from[1] < gap.to[1]);
}
