import type { TextMerge } from '../../src/folder/merge-text.ts';
import type { Block, ConflictPiece, FoundBlock, Note } from '../../src/model.ts';
import { applyEdits } from '../../src/shared/apply-edits.ts';
import { foundOf, frameOf, pageOf, type Line, type Page, type PersonEdit } from './person-edits.ts';

export type Verdict = 'clean' | 'true conflict' | 'false conflict' | 'wrong';

export interface Judgement {
  readonly verdict: Verdict;
  readonly lostWords: readonly string[];
  readonly unlistedValues: readonly string[];
  /** What differs, for people who look into it. */
  readonly why: string;
}

/** As a reader sees it: kinds of spaces, apostrophes, quotes make no difference, glued words do. */
const plain = (text: string): string => text.normalize('NFC').replaceAll('’', "'").replace(/[«»“”]/g, '"').replace(/\s+/g, ' ')
  .replace(/ ?" ?/g, '"').replace(/ (?=[:;!?.,)])/g, '').trim();
const reading = ({ kind, cells }: Pick<Line, 'kind' | 'cells'> | FoundBlock): string => `${kind}: ${cells.map(plain).join(' | ')}`;

export interface Trial {
  readonly base: readonly Block[];
  readonly next: readonly Block[];
  readonly mine: Page;
  /** What the merge should come to: the same edits, done to the kit's new version. */
  readonly expected: Page;
  /** Those of the expected that may stand anywhere: the kit has no place for them any more. */
  readonly stays: Page;
  /** Blocks that both sides changed in the same place. */
  readonly contested: ReadonlySet<string>;
  /** What has no place that follows from the others: a block moved behind one that the kit dropped, an edited row whose rank by date changed. */
  readonly loose: ReadonlySet<string>;
  readonly hasMoves: boolean;
}

/** Does a script to what was written, and to what the kit gives now. */
export function stage(base: readonly Block[], next: readonly Block[], script: readonly PersonEdit[]): Trial {
  const [written, now] = [pageOf(base), pageOf(next)];
  const [baseLines, nextLines] = [byId(written), byId(now)];
  const contested = new Set<string>();
  let [mine, expected] = [written, now];
  const loose = new Set<string>();
  let hasMoves = false;
  for (const { name, id, edit } of script) {
    const done = edit(mine);
    if (!done) continue;
    const moved = name === 'elsewhere' ? movedBetween(mine, done) : [];
    mine = done;
    hasMoves ||= name === 'elsewhere';
    const same = edit(expected);
    if (same) expected = same;
    else moved.forEach((moving) => loose.add(moving));
    const [was, is] = [baseLines.get(id ?? ''), nextLines.get(id ?? '')];
    if (!was || !is || id === undefined) continue;
    const dropped = was.values.filter((value) => !is.values.includes(value) && !byId(mine).get(id)?.cells.join().includes(value));
    const isRewritten = name === 'around a value' && (frameOf(was) !== frameOf(is) || dropped.length > 0);
    if (isRewritten || (!same && name !== 'as one' && name !== 'in two')) contested.add(id);
  }
  const settled = new Set<Line>();
  expected = expected.flatMap((line) => {
    if (!line.ids.some((id) => contested.has(id))) return [line];
    const own = mine.filter((other) => !settled.has(other) && other.ids.some((id) => line.ids.includes(id)));
    own.forEach((other) => settled.add(other));
    return own;
  });
  expected = expected.filter((line) => hasHome(line, now, expected, baseLines));
  const stays = mine.filter((line) => !expected.includes(line) && (line.ids.length === 0
    ? !expected.some((other) => other.ids.length === 0 && reading(other) === reading(line))
    : line.ids.every((id) => !nextLines.has(id)) && reading(line) !== reading(baseLines.get(line.ids[0] ?? '') ?? line)));
  for (const line of mine) if (isOutOfRank(line, written, now, baseLines)) for (const id of line.ids) loose.add(id);
  return { base, next, mine, expected: [...expected, ...stays], stays, contested, loose, hasMoves };
}

const byId = (page: Page): ReadonlyMap<string, Line> => new Map(page.flatMap((line) => line.ids.map((id) => [id, line])));

/** What a move took with it. */
const movedBetween = (before: Page, after: Page): readonly string[] => {
  const first = before.findIndex((line, rank) => line !== after[rank]);
  const last = before.findLastIndex((line, rank) => line !== after[rank]);
  return before.slice(first, last + 1).flatMap(({ ids }) => ids);
};

/** A block that the person edited, whose order among others the kit changed: it stays where it is. */
function isOutOfRank(line: Line, written: Page, now: Page, baseLines: ReadonlyMap<string, Line>): boolean {
  const [id = ''] = line.ids;
  const rankIn = (page: Page, wanted: string): number => page.findIndex(({ ids }) => ids.includes(wanted));
  const [was, is] = [rankIn(written, id), rankIn(now, id)];
  if (was < 0 || is < 0 || reading(baseLines.get(id) ?? line) === reading(line)) return false;
  return written.some(({ ids: [other = ''] }, rank) => {
    const there = rankIn(now, other);
    return there >= 0 && other !== id && (rank < was) !== (there < is);
  });
}

const isHeading = ({ kind }: Line): boolean => kind === 'title' || kind === 'heading' || kind === 'subheading';
const isRow = ({ kind }: Line): boolean => kind === 'row' || kind === 'header-row';

/** New blocks come only where something of their table, or of their section, is left. */
function hasHome(line: Line, now: Page, expected: Page, baseLines: ReadonlyMap<string, Line>): boolean {
  const [id = ''] = line.ids;
  const rank = now.findIndex(({ ids }) => ids.includes(id));
  if (rank < 0 || baseLines.has(id) || isHeading(line)) return true;
  const isHome = (other: Line): boolean => (isRow(line) ? isRow(other) : !isHeading(other));
  let [from, to] = [rank, rank + 1];
  while (from > 0 && isHome(now[from - 1] ?? line)) from -= 1;
  while (to < now.length && isHome(now[to] ?? line)) to += 1;
  const home = now.slice(isRow(line) ? from : Math.max(0, from - 1), to).flatMap(({ ids }) => ids);
  return home.every((other) => !baseLines.has(other)) || expected.some(({ ids }) => ids.some((other) => home.includes(other) && baseLines.has(other)));
}

const countWords = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const [word] of texts.join(' ').matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

function lostWords({ base, mine }: Trial, result: readonly FoundBlock[], conflicts: readonly ConflictPiece[]): readonly string[] {
  const [before, own] = [countWords(pageOf(base).flatMap(({ cells }) => cells)), countWords(mine.flatMap(({ cells }) => cells))];
  const after = countWords([...result.flatMap(({ cells }) => cells), ...conflicts.map((piece) => piece.mine)]);
  return [...own].filter(([word, count]) => (after.get(word) ?? 0) < count - (before.get(word) ?? 0)).map(([word]) => word);
}

const holds = (text: string, value: string): boolean => {
  const [whole, part] = [plain(text), plain(value)];
  for (let index = whole.indexOf(part); index >= 0; index = whole.indexOf(part, index + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(whole.slice(0, index)) && !/^[\p{L}\p{N}]/u.test(whole.slice(index + part.length))) return true;
  }
  return false;
};

/** « le jeudi 14 octobre »: the day is what is told. */
const ARTICLE = /^(?:le|du) (?=\p{L})/u;

/** Values that are no longer true anywhere and still stand outside the conflicts, but are not listed. */
function unlistedValues({ base, next }: Trial, result: readonly FoundBlock[], { conflicts, notes }: { readonly conflicts: readonly ConflictPiece[]; readonly notes: readonly Note[] }): readonly string[] {
  const now = new Set(next.flatMap(({ values }) => values));
  const old = [...new Set(base.flatMap(({ values }) => values))].filter((value) => !now.has(value) && /[\p{N}\p{Lu}]/u.test(value));
  const shown = result.filter((block) => !conflicts.some(({ mine }) => plain(mine).includes(plain(block.cells.join(' | ')))));
  const listed = notes.flatMap((note) => (note.code === 'old-value' ? [plain(note.value)] : []));
  const nextTexts = pageOf(next).flatMap(({ cells }) => cells);
  return old.filter((value) => shown.some(({ cells }) => cells.some((text) => holds(text, value)))
    && !nextTexts.some((text) => holds(text, value)) && !listed.some((known) => known.includes(plain(value).replace(ARTICLE, ''))));
}

/** The same blocks, and the same order but for what has no place of its own: a person's and the kit's additions at one spot. */
function difference({ base, next, mine, expected, stays, loose, hasMoves }: Trial, result: readonly FoundBlock[]): string {
  const [got, wanted] = [result.map(reading), expected.map(reading)];
  const [missing, extra] = [left(wanted, got), left(got, wanted)];
  if (missing.length > 0 || extra.length > 0) return `missing ${JSON.stringify(missing)} extra ${JSON.stringify(extra)}`;
  const baseIds = new Set(base.map(({ id }) => id));
  const isNew = new Set(pageOf(next).filter(({ ids }) => !baseIds.has(ids[0] ?? '')).map(reading));
  const isOwn = new Set(mine.filter(({ ids }) => ids.length === 0).map(reading));
  const isLoose = new Set([...stays, ...expected.filter(({ ids }) => ids.some((id) => loose.has(id)))].map(reading));
  const without = (texts: readonly string[], loose: readonly ReadonlySet<string>[]): string => JSON.stringify(texts.filter((text) => !loose.some((set) => set.has(text))));
  const isSame = (...free: readonly ReadonlySet<string>[]): boolean => without(got, [isLoose, ...free]) === without(wanted, [isLoose, ...free]);
  if (isSame(isNew, isOwn) && (hasMoves || isReordered(base, next) || (isSame(isNew) && isSame(isOwn)))) return '';
  return `order ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`;
}

/** The kit sorted its own blocks anew. */
function isReordered(base: readonly Block[], next: readonly Block[]): boolean {
  const ranks = base.map(({ id }) => next.findIndex((block) => block.id === id)).filter((rank) => rank >= 0);
  return ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0));
}

function left(from: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken];
  return from.filter((text) => {
    const index = rest.indexOf(text);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

export function judge(trial: Trial, merge: TextMerge): Judgement {
  if (merge.kind === 'left-alone') return { verdict: 'false conflict', lostWords: [], unlistedValues: [], why: merge.why };
  const mine = foundOf(trial.mine);
  const result = applyEdits(mine, merge.edits);
  const said = merge.conflicts.map((piece) => plain(piece.mine));
  const contested = trial.mine.filter(({ ids }) => ids.some((id) => trial.contested.has(id)));
  const isTrue = (text: string): boolean => contested.some(({ cells }) => text.includes(plain(cells.join(' | '))));
  const falseOnes = said.filter((text) => !isTrue(text));
  const why = difference(trial, result);
  const common = { lostWords: lostWords(trial, result, merge.conflicts), unlistedValues: unlistedValues(trial, result, merge) };
  if (falseOnes.length > 0) return { verdict: 'false conflict', ...common, why: JSON.stringify(merge.conflicts) };
  if (why !== '') return { verdict: 'wrong', ...common, why };
  return { verdict: trial.contested.size > 0 ? 'true conflict' : 'clean', ...common, why };
}
