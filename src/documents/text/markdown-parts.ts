import type { Atom } from './markdown-atoms.ts';
import type { PlacedCell } from './markdown-placed-block.ts';

/** New words for those from `from` to `to`, offsets in the words of one cell. */
export interface WordsEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A stretch of the new source of a cell. */
export interface Part extends Pick<Atom, 'role' | 'text' | 'mark' | 'label'> {
  readonly source: string;
  /** Something was changed here; where all words went, `source` is empty. */
  readonly isNew: boolean;
}

export type Escape = (words: string) => string;

/** How words are changed: from what touches least to what always reads back. */
export interface Manner {
  /** Which signs of new words are escaped. */
  readonly escape: Escape;
  /** The same for the words around them in the same paragraph; absent: they stay as they are. */
  readonly escapeKept?: Escape;
  /** Marks beside new words. `star`: `*` in place of `_`, which cannot stand inside a word. `drop`: none. */
  readonly marks: 'keep' | 'star' | 'drop';
}

/** An atom with the offset of its words, and what it stands in: the rank of what opens that. */
interface Shown {
  readonly atom: Atom;
  readonly from: number;
  readonly to: number;
  /** The nearest marks of any kind. */
  readonly inside: number | undefined;
  /** The nearest link or code. */
  readonly within: number | undefined;
}

function listShown(atoms: readonly Atom[]): readonly Shown[] {
  const open: Pick<Shown, 'inside' | 'within'>[] = [];
  let from = 0;
  return atoms.map((atom, rank) => {
    if (atom.role === 'open') open.push({ inside: rank, within: atom.mark ? rank : open.at(-1)?.within });
    const { inside, within } = open.at(-1) ?? {};
    const shown = { atom, from, to: from + atom.text.length, inside, within };
    if (atom.role === 'close') open.pop();
    from = shown.to;
    return shown;
  });
}

/** New words stay out of a link or code that only some of the replaced ones are part of. */
function hostOfReplaced(replaced: readonly Shown[]): Shown | undefined {
  const isOne = replaced.every(({ within }) => within === replaced[0]?.within);
  return isOne ? replaced[0] : replaced.find(({ within }) => within === undefined) ?? replaced[0];
}

/** New words go on those before, as when a person types; but at the end of marks they are plain: « **Où :** ici ». */
function hostOfInserted(before: Shown | undefined, after: Shown | undefined): Shown | undefined {
  const isInside = before?.inside !== undefined && before.inside === after?.inside;
  const hosts = [before, after].filter((shown) => shown !== undefined && (isInside || shown.inside === undefined));
  return hosts.find((shown) => shown?.atom.role === 'words') ?? hosts[0];
}

function hostOf(shown: readonly Shown[], { from, to }: WordsEdit): Shown | undefined {
  if (from < to) return hostOfReplaced(shown.filter((one) => one.from < to && one.to > from));
  return hostOfInserted(shown.findLast((one) => one.from < from), shown.find((one) => one.to > from));
}

/** Where words go that no others can take in: behind the marks before, or at the very start. */
function rankOfHomeless(all: readonly Shown[], { from }: WordsEdit): number {
  const before = all.findLast(({ atom, ...one }) => atom.text !== '' && one.from < from);
  return before ? all.findLastIndex(({ inside }) => inside === before.inside) + 1 : 0;
}

/**
 * An edit over the end of marks, as two: the signs around that end tell where it is in the new words. A new
 * « **Repas :** sur place » keeps its label apart.
 */
function splitAtMarks(shown: readonly Shown[], edit: WordsEdit): readonly WordsEdit[] {
  for (const [rank, { atom, from, inside }] of shown.entries()) {
    const before = shown[rank - 1];
    if (!before || before.inside === inside || from <= edit.from || from >= edit.to) continue;
    const around = before.atom.text.slice(-1) + atom.text.slice(0, 1);
    const cut = edit.text.indexOf(around);
    if (cut === -1 || cut !== edit.text.lastIndexOf(around)) continue;
    const behind = { from, to: edit.to, text: edit.text.slice(cut + 1) };
    return [{ from: edit.from, to: from, text: edit.text.slice(0, cut + 1) }, ...splitAtMarks(shown, behind)];
  }
  return [edit];
}

const newWords = (text: string, escape: Escape): readonly Part[] => text.split('\n').flatMap((line, rank): readonly Part[] => [
  ...(rank === 0 ? [] : [{ role: 'break' as const, source: '', text: '\n', isNew: true }]),
  { role: 'words', source: escape(line), text: line, isNew: true },
]);

/**
 * The source of a cell with some words changed, as parts: what no edit touches is as it was. A line break among new
 * words is a part without a source.
 * @param file the text that the place of the cell is in
 */
export function cutParts(file: string, { atoms, place }: PlacedCell, edits: readonly WordsEdit[], { escape, escapeKept }: Manner): readonly Part[] {
  const all = listShown(atoms);
  const shown = all.filter(({ atom }) => atom.text !== '');
  const ordered = edits.toSorted((a, b) => a.from - b.from || a.to - b.to).flatMap((edit) => splitAtMarks(shown, edit));
  const hosts = new Map(ordered.map((edit) => [edit, hostOf(shown, edit)]));
  const homeless = ordered.filter((edit) => !hosts.get(edit)).map((edit) => ({ rank: rankOfHomeless(all, edit), text: edit.text }));
  const sourceOf = (from: number, to: number): string => file.slice(place.at(from), place.at(to));

  const partsOf = (one: Shown): readonly Part[] => {
    const { atom: { role, text, mark, label, ...range } } = one;
    const own = text === '' ? [] : ordered.filter((edit) => hosts.get(edit) === one || (edit.from < one.to && edit.to > one.from));
    const write = role === 'words' && mark !== 'code' ? escapeKept : undefined;
    const look = { ...(mark && { mark }), ...(label !== undefined && { label }) };
    if (own.length === 0) return [{ role, text, source: write?.(text) ?? sourceOf(range.from, range.to), isNew: false, ...look }];
    const kept = (from: number, to: number): Part => {
      const words = text.slice(from - one.from, to - one.from);
      if (words === text) return { role, text, source: write?.(text) ?? sourceOf(range.from, range.to), isNew: true, ...look };
      const asItWas = (): string => sourceOf(range.from + from - one.from, range.from + to - one.from);
      const source = role === 'words' ? write?.(words) ?? asItWas() : escape(words);
      return { role: 'words', text: words, source, isNew: true, ...look };
    };
    const parts: Part[] = [];
    let at = one.from;
    for (const edit of own) {
      const [from, to] = [edit.from, edit.to].map((offset) => Math.min(Math.max(offset, one.from), one.to)) as [number, number];
      if (from > at) parts.push(kept(at, from));
      if (hosts.get(edit) === one) parts.push(...newWords(edit.text, mark === 'code' ? (words) => words : escape).map((part) => ({ ...part, ...look })));
      at = to;
    }
    if (at < one.to) parts.push(kept(at, one.to));
    return parts.length > 0 ? parts : [{ role: 'words', text: '', source: '', isNew: true, ...look }];
  };
  const newAt = (rank: number): readonly Part[] => homeless.filter((one) => one.rank === rank).flatMap(({ text }) => newWords(text, escape));
  return [...all.flatMap((one, rank) => [...newAt(rank), ...partsOf(one)]), ...newAt(all.length)];
}
