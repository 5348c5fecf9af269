import fc from 'fast-check';
import type { Block, BlockKind, FoundBlock } from '../../src/model.ts';

/** Small texts of few words, so that the same ones come up on all sides and every rule is met. */
const WORDS = ['le', 'la', 'de', 'atelier', 'comité', 'programme', 'réunion', 'territoire', 'l’équipe', 'avant', ',', '.', ':', '«', '»'] as const;
const VALUES = ['14 octobre 2027', '2 décembre 2027', 'Salle des fêtes', '1 500 €', 'à compléter', '80'] as const;
const PROSE: readonly BlockKind[] = ['heading', 'paragraph', 'paragraph', 'paragraph', 'item', 'item', 'quote', 'rule'];

export const anyWords = fc.array(fc.constantFrom(...WORDS, ...VALUES), { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));

function block(id: string, kind: BlockKind, texts: readonly string[], depth = 0): Block {
  const cells = kind === 'rule' ? [] : kind === 'row' || kind === 'header-row' ? texts : [texts.join(' ')];
  return {
    id, kind, cells: cells.map((text) => [{ text }]), values: VALUES.filter((value) => cells.some((text) => text.includes(value))),
    depth: kind === 'item' ? depth : 0,
  };
}

type Make = (id: string) => Block;

const anyTexts = fc.tuple(anyWords, anyWords);
const anyProse: fc.Arbitrary<Make> = fc.record({ kind: fc.constantFrom(...PROSE), texts: anyTexts, depth: fc.constantFrom(0, 0, 1) })
  .map(({ kind, texts, depth }) => (id) => block(id, kind, texts, depth));
const anyRow: fc.Arbitrary<Make> = anyTexts.map((texts) => (id) => block(id, 'row', texts));
const anyTable: fc.Arbitrary<readonly Make[]> = fc.tuple(anyTexts, fc.array(anyRow, { minLength: 1, maxLength: 3 }))
  .map(([head, rows]) => [(id) => block(id, 'header-row', head), ...rows]);

/** A document of at most nine blocks, some of them tables; half of the ids are ranks in a section. */
export const anyDocument: fc.Arbitrary<readonly Block[]> = fc.tuple(
  fc.array(fc.oneof({ weight: 4, arbitrary: anyProse.map((make) => [make]) }, { weight: 1, arbitrary: anyTable }), { maxLength: 7 }), fc.nat(3),
).map(([parts, shift]) => parts.flat().slice(0, 9).map((make, index) => make(index < 6 ? `a.p${index + shift}` : `b-${index}`)));

/** What may become of each block from one version to the next. */
const anyStep = fc.record({
  fate: fc.constantFrom('same', 'same', 'same', 'value', 'word', 'rewritten', 'gone', 'new after', 'kind', 'later'),
  rank: fc.nat(20), word: fc.constantFrom(...WORDS), value: fc.constantFrom(...VALUES), prose: anyProse, row: anyRow,
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;
const anySteps = fc.array(anyStep, { minLength: 9, maxLength: 9 });

const textsOf = ({ cells }: Block): readonly string[] => cells.map((runs) => runs.map(({ text }) => text).join(''));
const isTable = ({ kind }: Block): boolean => kind === 'row' || kind === 'header-row';

function withWord(text: string, { rank, word }: Step): string {
  const words = text.split(' ');
  words.splice(rank % (words.length + 1), rank % 2, word);
  return words.join(' ');
}

/** Another version of a document: words and values changed, blocks gone, new, moved, of another kind; tables stay tables. */
function evolve(document: readonly Block[], steps: readonly Step[]): readonly Block[] {
  const late: Block[] = [];
  const now = document.flatMap((old, index): readonly Block[] => {
    const step = steps[index];
    const again = (texts: readonly string[], kind = old.kind): Block => block(old.id, kind, texts, old.depth);
    if (!step || (old.kind === 'header-row' && !['value', 'word'].includes(step.fate))) return [old];
    switch (step.fate) {
      case 'value': return [again(textsOf(old).map((text) => VALUES.reduce((changed, value) => changed.replace(value, step.value), text)))];
      case 'word': return [again(textsOf(old).map((text) => withWord(text, step)))];
      case 'rewritten': return [(isTable(old) ? step.row : step.prose)(old.id)];
      case 'gone': return [];
      case 'new after': return [old, (isTable(old) ? step.row : step.prose)(`c-${index}`)];
      case 'kind': return [isTable(old) ? old : again(textsOf(old), 'item')];
      case 'later': {
        if (!isTable(old)) late.push(old);
        return isTable(old) ? [old] : [];
      }
      default: return [old];
    }
  });
  return [...swapRows(now, steps), ...late];
}

/** Rows are sorted by date: two neighbours may change places. */
function swapRows(document: readonly Block[], steps: readonly Step[]): readonly Block[] {
  const rows = [...document];
  steps.forEach(({ fate }, index) => {
    const [one, other] = [rows[index], rows[index + 1]];
    if (fate === 'later' && one?.kind === 'row' && other?.kind === 'row') rows.splice(index, 2, other, one);
  });
  return rows;
}

const found = ({ kind, depth, cells }: Block): FoundBlock => ({
  kind, depth, pinned: false,
  cells: kind === 'row' || kind === 'header-row' ? cells.map((runs) => runs.map(({ text }) => text).join('')) : [textsOf({ cells } as Block).join('')],
});

/** A person's file as the tool wrote it. */
export const asWritten = (document: readonly Block[]): readonly FoundBlock[] => document.map(found);

const anyPerson = fc.array(fc.record({
  typing: fc.constantFrom('none', 'none', 'none', 'nbsp', 'quotes', 'locked', 'pinned', 'other', 'own'), own: anyWords,
}), { minLength: 12, maxLength: 12 });

/** What a person's program and a person do besides: other spaces, other quotes, comments, pictures, paragraphs of their own. */
const touch = (blocks: readonly FoundBlock[], person: typeof anyPerson extends fc.Arbitrary<infer T> ? T : never): readonly FoundBlock[] =>
  blocks.flatMap((one, index): readonly FoundBlock[] => {
    const { typing, own } = person[index] ?? { typing: 'none', own: '' };
    switch (typing) {
      case 'nbsp': return [{ ...one, cells: one.cells.map((text) => text.replaceAll(' ', '\u00a0')) }];
      case 'quotes': return [{ ...one, cells: one.cells.map((text) => text.replaceAll('’', "'").replace(/ ?[«»] ?/g, '"')) }];
      case 'locked': return [{ ...one, locked: 'comment' }];
      case 'pinned': return [{ ...one, pinned: true }];
      case 'other': return [one, { kind: 'other', depth: 0, cells: [own], pinned: true }];
      case 'own': return [one, { kind: 'paragraph', depth: 0, cells: [own], pinned: false }];
      default: return [one];
    }
  });

export interface Triple {
  readonly base: readonly Block[];
  readonly mine: readonly FoundBlock[];
  readonly next: readonly Block[];
}

/** The three sides of a merge: what was written, what a person made of it, what the kit gives now. */
export const anyTriple: fc.Arbitrary<Triple> = fc.record({
  base: anyDocument, mine: anySteps, next: anySteps, person: anyPerson,
}).map(({ base, mine, next, person }) => ({ base, mine: touch(asWritten(evolve(base, mine)), person), next: evolve(base, next) }));

/** Two versions that the kit gives. */
export const anyChange = fc.record({ base: anyDocument, steps: anySteps }).map(({ base, steps }) => ({ base, next: evolve(base, steps) }));
