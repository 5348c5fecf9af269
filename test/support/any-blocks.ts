import fc from 'fast-check';
import type { Block, BlockKind, FoundBlock } from '../../src/model.ts';

/** Small texts of few words, so that the same ones come up on all sides and every rule is met. */
const WORDS = ['le', 'la', 'de', 'atelier', 'comité', 'programme', 'réunion', 'territoire', 'l’équipe', 'avant', ',', '.', ':', '«', '»'] as const;
const VALUES = ['14 octobre 2027', '2 décembre 2027', 'Salle des fêtes', '1 500 €', 'à compléter', '80'] as const;
const NEW_VALUES = ['3 juin 2028', 'Médiathèque', '2 000 €', '120'] as const;
const PROSE: readonly BlockKind[] = ['heading', 'paragraph', 'paragraph', 'paragraph', 'item', 'item', 'quote'];

/** Words that only a later version of the kit has. */
const NEW_WORDS = ['invitation', 'partenaire', 'ouvert', 'ensemble', 'accueil', 'puis', 'mairie'] as const;
/** Words that only a person writes. */
const OWN_WORDS = ['vélo', 'cantine', 'Nadège', 'fanfare', 'en', '25 juin', 'préau', 'à', 'covoiturage'] as const;

const textFrom = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }).map((chosen) => chosen.join(' '));
const anyWords = textFrom([...WORDS, ...VALUES]);

function block(id: string, kind: BlockKind, texts: readonly string[], depth = 0): Block {
  const cells = kind === 'rule' ? [] : kind === 'row' || kind === 'header-row' ? texts : [texts.join(' ')];
  return {
    id, kind, cells: cells.map((text) => [{ text }]), values: [...VALUES, ...NEW_VALUES].filter((value) => cells.some((text) => text.includes(value))),
    depth: kind === 'item' ? depth : 0,
  };
}

type Make = (id: string) => Block;

/** The same with a first word that no other block has: its subject. */
const named = (make: Make): Make => (id) => {
  const made = make(id);
  const [first = [], ...rest] = made.cells;
  return made.kind === 'rule' ? made : { ...made, cells: [[{ text: `Sujet${id.replace(/\W/g, '')}` }, { text: ' ' }, ...first], ...rest] };
};

const proseOf = (words: fc.Arbitrary<string>): fc.Arbitrary<Make> =>
  fc.record({ kind: fc.constantFrom(...PROSE), texts: fc.tuple(words, words), depth: fc.constantFrom(0, 0, 1) })
    .map(({ kind, texts, depth }) => (id) => block(id, kind, texts, depth));
const rowOf = (words: fc.Arbitrary<string>): fc.Arbitrary<Make> => fc.tuple(words, words).map((texts) => (id) => block(id, 'row', texts));
const [anyTexts, anyProse, anyRow] = [fc.tuple(anyWords, anyWords), proseOf(anyWords), rowOf(anyWords)];
const anyTable: fc.Arbitrary<readonly Make[]> = fc.tuple(anyTexts, fc.array(anyRow, { minLength: 1, maxLength: 3 }))
  .map(([head, rows]) => [(id) => block(id, 'header-row', head), ...rows]);

/** A document of at most nine blocks, some of them tables; half of the ids are ranks in a section. */
const documentOf = (finish: (make: Make) => Make): fc.Arbitrary<readonly Block[]> => fc.tuple(
  fc.array(fc.oneof({ weight: 4, arbitrary: anyProse.map((make) => [make]) }, { weight: 1, arbitrary: anyTable }), { maxLength: 7 }), fc.nat(3), fc.nat(9),
).map(([parts, shift, ruleAt]) => parts.toSpliced(ruleAt, 0, [(id) => block(id, 'rule', [])]).flat().slice(0, 9).map((make, index) => finish(make)(index < 6 ? `a.p${index + shift}` : `b-${index}`)));

/** What may become of each block from one version to the next. */
const stepOf = (words: readonly string[], values: readonly string[], finish: (make: Make) => Make) => fc.record({
  fate: fc.constantFrom('same', 'same', 'same', 'value', 'word', 'rewritten', 'gone', 'new after', 'kind', 'later'),
  rank: fc.nat(20), word: fc.constantFrom(...words), value: fc.constantFrom(...values),
  prose: proseOf(textFrom([...words, ...values])).map(finish), row: rowOf(textFrom([...words, ...values])).map(finish),
});
type Step = ReturnType<typeof stepOf> extends fc.Arbitrary<infer T> ? T : never;
const asIs = (make: Make): Make => make;
const stepsOf = (words: readonly string[], values: readonly string[], finish = asIs): fc.Arbitrary<readonly Step[]> =>
  fc.array(stepOf(words, values, finish), { minLength: 9, maxLength: 9 });
const anySteps = stepsOf(WORDS, VALUES);
const anyDocument = documentOf(asIs);

const textsOf = ({ cells }: Block): readonly string[] => cells.map((runs) => runs.map(({ text }) => text).join(''));
/** No other block says the same: of two that do, no kit moves one. */
const isAlone = (one: Block, document: readonly Block[]): boolean =>
  document.filter((other) => textsOf(other).join(' ') === textsOf(one).join(' ')).length === 1;
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
      case 'value': return [again(textsOf(old).map((text) => text.replace(VALUES.find((value) => text.includes(value)) ?? '\0', step.value)))];
      case 'word': return [again(textsOf(old).map((text) => withWord(text, step)))];
      case 'rewritten': return [(isTable(old) ? step.row : step.prose)(old.id)];
      case 'gone': return [];
      case 'new after': return [old, (isTable(old) ? step.row : step.prose)(`c-${index}`)];
      case 'kind': return [isTable(old) || old.kind === 'rule' ? old : again(textsOf(old), 'item')];
      case 'later': {
        if (isTable(old) || !isAlone(old, document)) return [old];
        late.push(old);
        return [];
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
    if (fate === 'later' && one?.kind === 'row' && other?.kind === 'row' && isAlone(one, document) && isAlone(other, document)) rows.splice(index, 2, other, one);
  });
  return rows;
}

const found = ({ kind, depth, cells }: Block): FoundBlock => ({
  kind, depth, pinned: false,
  cells: kind === 'row' || kind === 'header-row' ? cells.map((runs) => runs.map(({ text }) => text).join('')) : [textsOf({ cells } as Block).join('')],
});

/** A person's file as the tool wrote it. */
export const asWritten = (document: readonly Block[]): readonly FoundBlock[] => document.map(found);

const personOf = (words: fc.Arbitrary<string>) => fc.array(fc.record({
  typing: fc.constantFrom('none', 'none', 'none', 'nbsp', 'quotes', 'locked', 'pinned', 'other', 'own'), own: words,
}), { minLength: 12, maxLength: 12 });
type Person = ReturnType<typeof personOf> extends fc.Arbitrary<infer T> ? T : never;

/** What a person's program and a person do besides: other spaces, other quotes, comments, pictures, paragraphs of their own. */
const touch = (blocks: readonly FoundBlock[], person: Person): readonly FoundBlock[] =>
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

interface Sources {
  readonly base: fc.Arbitrary<readonly Block[]>;
  readonly mine: fc.Arbitrary<readonly Step[]>;
  readonly next: fc.Arbitrary<readonly Step[]>;
  readonly words: fc.Arbitrary<string>;
}

const tripleOf = ({ base, mine, next, words }: Sources): fc.Arbitrary<Triple> => fc.record({ base, mine, next, person: personOf(words) })
  .map((made) => ({ base: made.base, mine: touch(asWritten(evolve(made.base, made.mine)), made.person), next: evolve(made.base, made.next) }));

/** The three sides of a merge: what was written, what a person made of it, what the kit gives now. */
export const anyTriple = tripleOf({ base: anyDocument, mine: anySteps, next: anySteps, words: anyWords });

/**
 * The same, where each block of the kit has a word of its own and a person's words are never the kit's: whose a word is,
 * and what became of a paragraph, can be told from the words alone.
 */
export const tellingTriple = tripleOf({
  base: documentOf(named), mine: stepsOf(OWN_WORDS, OWN_WORDS), next: stepsOf(NEW_WORDS, NEW_VALUES, named), words: textFrom(OWN_WORDS),
});

/** Two versions that the kit gives. */
export const anyChange = fc.record({ base: anyDocument, steps: anySteps }).map(({ base, steps }) => ({ base, next: evolve(base, steps) }));
