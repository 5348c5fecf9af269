import { beforeAll, describe, expect, it } from 'vitest';
import { mergeText, type TextMerge } from '../../src/folder/merge-text.ts';
import type { Block } from '../../src/model.ts';
import { asFound } from '../../src/shared/apply-edits.ts';
import { editScript, seeded, type Aim } from '../support/edit-scripts.ts';
import { judge, stage, type Judgement, type Verdict } from '../support/judge-merge.ts';
import { textPairs, type TextPair } from '../support/kit-texts.ts';
import { appendSentence, foundOf, insertAfter } from '../support/person-edits.ts';

const SCRIPTS = 1000;

let pairs: readonly TextPair[] = [];
beforeAll(async () => {
  pairs = await textPairs();
});

/** The blocks whose values change with the answers. */
function changingIds({ base, next }: TextPair): ReadonlySet<string> {
  const now = new Map(next.map(({ id, values }) => [id, values.join('|')]));
  return new Set(base.filter(({ id, values }) => now.has(id) && now.get(id) !== values.join('|')).map(({ id }) => id));
}

function tryScript(seed: number, aim: Aim): Judgement & { readonly name: string } {
  const pair = pairs[seed % pairs.length];
  if (!pair) throw new Error('no texts');
  let serial = 100;
  const script = editScript(pair.base, changingIds(pair), aim, seeded(seed), () => (serial += 1));
  const trial = stage(pair.base, pair.next, script);
  return { name: `${seed}: ${pair.name}`, ...judge(trial, mergeText(pair.base, foundOf(trial.mine), pair.next)) };
}

describe(`${SCRIPTS} scripts of 2 to 10 edits over the texts of the kit, judged apart from the merge`, () => {
  /** Where both sides changed the same words a conflict is right: scripts that aim at what changes meet more of them. */
  it.each<{ readonly aim: Aim; readonly clean: number }>([
    { aim: 'anywhere', clean: 950 }, { aim: 'at changes', clean: 900 },
  ])('X01 X02 X04 D02 come out clean or as a true conflict; no word is lost, no old value unlisted: $aim', ({ aim, clean }) => {
    const judged = Array.from({ length: SCRIPTS }, (_, index) => tryScript(index + 1, aim));
    const count = (verdict: Verdict): number => judged.filter((one) => one.verdict === verdict).length;
    const tell = (verdict: Verdict): string => judged.filter((one) => one.verdict === verdict).map(({ name, why }) => `${name}: ${why.slice(0, 300)}`).join('\n');
    console.log(`merge of texts, edits ${aim}: ${count('clean')} clean, ${count('true conflict')} true conflicts, ${count('false conflict')} false conflicts, ${count('wrong')} wrong`);
    expect(judged.flatMap(({ lostWords }) => lostWords)).toEqual([]);
    expect(judged.flatMap(({ unlistedValues }) => unlistedValues)).toEqual([]);
    expect(count('false conflict'), tell('false conflict')).toBeLessThanOrEqual(3);
    expect(count('wrong'), tell('wrong')).toBeLessThanOrEqual(5);
    expect(count('clean')).toBeGreaterThanOrEqual(clean);
    expect(count('true conflict')).toBeGreaterThanOrEqual(30);
  }, 240_000);

  it('without a person’s edits: every text of every change reads as the kit’s', () => {
    for (const { name, base, next } of pairs) {
      const trial = stage(base, next, []);
      expect(judge(trial, mergeText(base, foundOf(trial.mine), next)), name).toEqual({ verdict: 'clean', lostWords: [], unlistedValues: [], why: '' });
    }
  }, 120_000);
});

describe('the judge', () => {
  const date = (day: string): readonly Block[] => [
    { id: 'p1', kind: 'paragraph', cells: [[{ text: `Rendez-vous le ${day} à la mairie.` }]], values: [day], depth: 0 },
    { id: 'p2', kind: 'paragraph', cells: [[{ text: 'Le café est offert.' }]], values: [], depth: 0 },
  ];
  const [base, next] = [date('14 octobre 2027'), date('4 novembre 2027')];
  const script = [appendSentence('p2', 0, ' Merci à Nadège.'), insertAfter('p2', { kind: 'paragraph', depth: 0, cells: ['La salle est prise le 14 octobre 2027.'] })];
  const trial = stage(base, next, script);
  const good = mergeText(base, foundOf(trial.mine), next);
  const tampered = (change: Partial<Extract<TextMerge, { kind: 'merged' }>>): Judgement => judge(trial, { ...good, ...change } as TextMerge);
  const piece = { place: '', mine: 'Le café est offert. Merci à Nadège.', next: '', base: '' };

  it('accepts a right merge', () => expect(judge(trial, good)).toEqual({ verdict: 'clean', lostWords: [], unlistedValues: [], why: '' }));
  it.each([
    ['an old date that stays', { edits: [] }, { verdict: 'wrong' }],
    ['a word of the person’s that goes', { edits: [{ kind: 'remove', block: 1 }] }, { lostWords: ['Merci', 'Nadège'] }],
    ['a block too many', { edits: [...('edits' in good ? good.edits : []), { kind: 'insert', after: 0, block: base[1] }] }, { verdict: 'wrong' }],
    ['an old value that is not told', { notes: [] }, { unlistedValues: ['14 octobre 2027'] }],
    ['a conflict that is none', { conflicts: [piece] }, { verdict: 'false conflict' }],
    ['two words made one', { edits: [{ kind: 'words', block: 0, cell: 0, from: 14, to: 30, text: '4 novembre 2027' }] }, { verdict: 'wrong' }],
  ] as const)('refuses %s', (_, change, expected) => expect(tampered(change as Parameters<typeof tampered>[0])).toMatchObject(expected));
});

describe('a long text', () => {
  /** Texts of the kit, one behind the other, with ids and words of their own; every tenth paragraph is edited. */
  const long = (blocks: number): { readonly base: readonly Block[]; readonly next: readonly Block[]; readonly mine: ReturnType<typeof foundOf> } => {
    const renamed = (side: 'base' | 'next') => pairs.filter(({ name }) => name.endsWith('another date')).flatMap((pair, part) => pair[side]
      .map((block) => ({ ...block, id: `${part}-${block.id}`, cells: block.cells.map((runs) => runs.map((run) => ({ ...run, text: `${run.text} ${part}` }))) })));
    const base = renamed('base').slice(0, blocks);
    const ids = new Set(base.map(({ id }) => id));
    const mine = base.map(asFound).map((block, rank) => (rank % 10 === 5 ? { ...block, cells: block.cells.map((text) => `Ajout ${rank}. ${text}`) } : block));
    return { base, mine, next: renamed('next').filter(({ id }) => ids.has(id)) };
  };
  const time = (blocks: number): number => {
    const { base, mine, next } = long(blocks);
    return Math.min(...Array.from({ length: 5 }, () => {
      const start = performance.now();
      mergeText(base, mine, next);
      return performance.now() - start;
    }));
  };

  it('takes time as its length does', () => {
    time(200);
    const [short, whole] = [time(400), time(1600)];
    console.log(`merge of texts: 400 blocks in ${short.toFixed(0)} ms, 1600 in ${whole.toFixed(0)} ms`);
    expect(whole / short).toBeLessThan(10);
  });

  it('does not choke on a paragraph of 20 000 words, nor on 2 000 paragraphs that all changed', () => {
    const words = (seed: number) => Array.from({ length: 20_000 }, (_, index) => `m${(index * seed) % 997}`).join(' ');
    const huge = (text: string): readonly Block[] => [{ id: 'p', kind: 'paragraph', cells: [[{ text }]], values: [], depth: 0 }];
    const many = (word: string): readonly Block[] => Array.from({ length: 2000 }, (_, index): Block =>
      ({ id: `p${index}`, kind: 'paragraph', cells: [[{ text: `Le ${word} du lot ${index % 50} est prêt.` }]], values: [], depth: 0 }));
    const start = performance.now();
    mergeText(huge(words(3)), huge(words(5)).map(asFound), huge(words(7)));
    mergeText(many('colis'), many('paquet').map(asFound), many('carton'));
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
