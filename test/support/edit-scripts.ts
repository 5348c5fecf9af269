import type { Block, BlockKind } from '../../src/model.ts';
import * as person from './person-edits.ts';
import type { Line, PersonEdit } from './person-edits.ts';

/** Numbers that look random and are the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sentences that no kit has; a number makes each its own. */
const SENTENCES = [
  (n: number) => `La cantine prépare ${n} repas chauds`, (n: number) => `Nadège tient la buvette numéro ${n}`,
  (n: number) => `Prévoir ${n} rallonges et deux vidéoprojecteurs`, (n: number) => `Merci à la fanfare du quartier ${n}`,
  (n: number) => `Le gymnase ${n} reste ouvert en cas de pluie`, (n: number) => `Voir avec Karim, poste ${n}`,
] as const;

const PROSE: readonly BlockKind[] = ['paragraph', 'item', 'number', 'check', 'quote', 'info', 'warning'];
const HEADINGS: readonly BlockKind[] = ['title', 'heading', 'subheading'];

/**
 * Where the edits fall. `anywhere`: every line of the text is as likely as any other, as for a person who does not know what
 * the kit will change. `at changes`: lines that hold a value are sought, most of all those whose values change.
 */
export type Aim = 'anywhere' | 'at changes';

/** Two to ten things that a person does to a document, from what was written and what they will not know: which values change. */
export function editScript(
  base: readonly Block[], changing: ReadonlySet<string>, aim: Aim, random: () => number, serial: () => number,
): readonly PersonEdit[] {
  const page = person.pageOf(base);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const place = (suited: readonly Line[]): Line | undefined => {
    if (aim === 'at changes') return pick(suited);
    const line = pick(page);
    return line && suited.includes(line) ? line : undefined;
  };
  const idOf = (line: Line | undefined): string => line?.ids[0] ?? '';
  const lines = (kinds: readonly BlockKind[], least = 1): readonly Line[] =>
    page.filter(({ kind, cells }) => kinds.includes(kind) && cells.join(' ').split(' ').length >= least);
  const sentence = (): string => (pick(SENTENCES) ?? SENTENCES[0])(serial());
  const cellOf = (line: Line | undefined): number => Math.floor(random() * (line?.cells.length ?? 1));
  const section = (heading: Line): readonly string[] => {
    const from = page.indexOf(heading);
    const next = page.findIndex((line, index) => index > from && HEADINGS.includes(line.kind));
    return page.slice(from, next < 0 ? undefined : next).map(idOf);
  };
  const pickLine = (): Line | undefined => {
    if (aim === 'anywhere') return place(lines([...PROSE, 'row'], 3));
    const dated = page.filter((line) => line.ids.some((id) => changing.has(id)));
    return random() < 0.4 && dated.length > 0 ? pick(dated) : pick(lines([...PROSE, ...PROSE, 'row'], 3));
  };

  const kinds: readonly (() => PersonEdit | undefined)[] = [
    () => {
      const line = pickLine();
      const cell = cellOf(line);
      const words = (line?.cells[cell] ?? '').match(/\p{L}{4,}/gu) ?? [];
      const word = pick(words.filter((candidate) => !line?.values.some((value) => value.includes(candidate))));
      return word === undefined ? undefined : person.replaceWord(idOf(line), cell, word, `bidule${serial()}`);
    },
    () => {
      const line = place(page.filter(({ kind, values }) => PROSE.includes(kind) && values.length > 0));
      return line && person.rewriteAround(idOf(line), Math.floor(random() * line.values.length), `${sentence()} pour `, `, on compte sur vous ${serial()}.`);
    },
    () => {
      const line = pickLine();
      return person.appendSentence(idOf(line), cellOf(line), ` ${sentence()}.`);
    },
    () => {
      const line = pickLine();
      return person.prependSentence(idOf(line), cellOf(line), `${sentence()}. `);
    },
    () => person.remove([idOf(pickLine())]),
    () => {
      const line = place(lines(PROSE));
      return line && person.insertAfter(idOf(line), { kind: line.kind, depth: line.depth, cells: [`${sentence()}.`] });
    },
    () => {
      const line = place(lines(['row', 'header-row']));
      return line && person.insertAfter(idOf(line), { kind: 'row', depth: 0, cells: line.cells.map((_, cell) => (cell === 0 ? sentence() : '')) });
    },
    () => person.moveAfter([idOf(place(lines(PROSE)))], idOf(pick(lines(PROSE)))),
    () => {
      const heading = place(lines(['heading', 'subheading']));
      const last = page.at(-1);
      return heading && last && !section(heading).includes(idOf(last)) ? person.moveAfter(section(heading), idOf(last)) : undefined;
    },
    () => person.splitAfter(idOf(place(lines(PROSE).filter(({ cells }) => (cells[0]?.split('. ').length ?? 0) > 1))), 0),
    () => {
      const index = page.findIndex((line, at) => random() < 0.1 && line.kind === page[at + 1]?.kind && PROSE.includes(line.kind));
      return index < 0 ? undefined : person.joinWithNext(idOf(page[index]), idOf(page[index + 1]));
    },
    () => {
      const heading = place(lines(HEADINGS));
      const word = pick((heading?.cells[0] ?? '').match(/\p{L}{3,}/gu) ?? []);
      return word === undefined ? undefined : person.replaceWord(idOf(heading), 0, word, `truc${serial()}`);
    },
    () => person.changeKind(idOf(place(lines(['paragraph'], 3))), 'subheading'),
    () => {
      const line = place(page.filter(({ values }) => values.length > 0));
      const value = pick(line?.values ?? []);
      const cell = line?.cells.findIndex((text) => value !== undefined && text.includes(value)) ?? -1;
      return value === undefined || cell < 0 ? undefined : person.typeOver(idOf(line), cell, value, sentence());
    },
    () => person.dropSentence(idOf(place(lines(PROSE, 8))), Math.floor(random() * 2)),
    () => person.retype((text) => text.replaceAll('\u00a0', ' ')),
    () => person.retype((text) => text.replaceAll('’', "'").replace(/«\s?|\s?»/g, '"')),
    () => {
      const value = pick(page.filter(({ ids }) => ids.some((id) => changing.has(id))).flatMap(({ values }) => values));
      const line = place(lines(PROSE));
      return value === undefined || !line ? undefined
        : person.insertAfter(idOf(line), { kind: 'paragraph', depth: 0, cells: [`${sentence()}, comme dit plus haut (${value}).`] });
    },
    () => {
      const heading = place(lines(['subheading', 'heading']));
      return heading && random() < 0.3 ? person.remove(section(heading)) : undefined;
    },
  ];
  const wanted = 2 + Math.floor(random() * 9);
  const script: PersonEdit[] = [];
  while (script.length < wanted) {
    const edit = pick(kinds)?.();
    if (edit && edit.id !== '') script.push(edit);
  }
  return script;
}
