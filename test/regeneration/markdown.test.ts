import { describe, expect, it } from 'vitest';
import { living, type Living, type Told } from '../support/living.ts';

const NOTE = '1-cadrage/note-de-cadrage.md';
const BESIDE = '1-cadrage/note-de-cadrage.nouveau.md';
/** Three weeks later than the date of the profile (14 October 2027). */
const LATER = '2027-11-04';

const start = (): Promise<Living> => living('--set', 'textes=markdown');
/** With its byte order mark. */
const noteIn = (folder: Living): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(folder.bytes(NOTE));
/** The note as a folder made for the later date has it. */
const freshNote = async (): Promise<string> => (
  (await living('--set', 'textes=markdown', '--set', `date=${LATER}`, '--set', 'debut=2026-11-23')).text(NOTE));

/** What a person does to a text, whatever dates stand in it. */
type Work = (text: string) => string;
const swap = (before: string | RegExp, after: string): Work => (text) => {
  expect(text).toMatch(before);
  return text.replace(before, after);
};
const all = (...works: readonly Work[]): Work => (text) => works.reduce((now, work) => work(now), text);
const DATE = String.raw`((?:jeudi )?\d+ \p{L}+ 2027)`;

interface Worked {
  readonly folder: Living;
  readonly exit: number;
  readonly told: Told | undefined;
  readonly note: string;
}

/** A person works in the note, then the date moves. */
async function workThenMove(work: (text: string) => string | Uint8Array): Promise<Worked> {
  const folder = await start();
  folder.write(NOTE, work(folder.text(NOTE)));
  const { exit, changes } = await folder.run('reporter', LATER);
  return { folder, exit, told: changes.find(({ path }) => path === NOTE), note: noteIn(folder) };
}

/** The result is what the same work on the new version gives, byte for byte. */
async function expectAsOnNew(work: Work): Promise<Worked> {
  const worked = await workThenMove(work);
  expect([worked.exit, worked.told?.kind]).toEqual([0, 'merge']);
  expect(worked.note).toBe(work(await freshNote()));
  expect(worked.note).not.toContain('14 octobre 2027');
  expect(worked.folder.has(BESIDE)).toBe(false);
  return worked;
}

const SECTION = /\n## Ce que nous demandons de décider\n[^]*?(?=\n## )/u;
const moveUp: Work = (text) => swap('\n## L’essentiel\n', `${SECTION.exec(text)?.[0]}\n## L’essentiel\n`)(text.replace(SECTION, ''));

describe('pads that people worked in, where the date moves: as if they had worked in the new version', () => {
  it.each<readonly [string, Work]>([
    ['U04 words, rows, items and paragraphs changed, added and gone elsewhere', all(
      swap('Une rencontre utile répond à un besoin constaté sur place.', 'Chez nous, **le besoin** vient du terrain.'),
      swap('| Durée | une journée |', '| Durée | une journée |\n| Repas | sur place |'), swap('- Préfecture\n', '- Préfecture\n- Syndicat mixte\n'),
      swap(/\n- Les frais de kilomètres.*/, ''), swap(/\n## Avec qui\n/, '\nUn paragraphe à nous, voté en juin.\n\n## Avec qui\n'),
    )],
    ['X02, D02 sentences rewritten around dates that move, with marks', all(
      swap(new RegExp(`Confirmer la date.: ${DATE}\\.`, 'u'), 'Retenir enfin *une date*, le **$1**, sous réserve.'),
      swap(new RegExp(`\\| Date \\| ${DATE} \\|`, 'u'), '| Le grand jour | _$1_ |'),
    )],
    ['U07 words that touch the ones that change: both are there', all(
      swap(new RegExp(`\\| Date \\| ${DATE} \\|`, 'u'), '| Date | $1 (à confirmer) |'), swap(new RegExp(`Confirmer la date.: ${DATE}\\.`, 'u'), 'Confirmer la date : enfin $1 !'),
    )],
    ['U07 a row and an item that touch the ones that change: both are there', all(
      swap(/\n(\| Date \|.*)\n/, '\n| Avant | à nous |\n$1\n| Après | à nous |\n'), swap(/\n(2\. Confirmer la date.*)\n/, '\n1. À nous\n$1\n3. À nous aussi\n'),
    )],
    ['U08, F03 line ends of Windows only', (text) => text.replaceAll('\n', '\r\n')],
    ['F04 mixed line ends only', (text) => text.split('\n').map((line, rank) => line + (rank % 3 === 0 ? '\r\n' : '\n')).join('').slice(0, -1)],
    ['F05 a byte order mark only', (text) => `\uFEFF${text}`],
    ['U08, F06 no final line end only', (text) => text.trimEnd()],
    ['U08 white space only', (text) => text.replace(/^([\p{L}|].*)$/gmu, '$1  ').replace(/\n\n/g, '\n\n\n').replace(/\| (?=\S)/g, '|   ')],
    ['U08 another style of Markdown only', (text) => text.replace(/^- /gm, '* ').replace(/^## (.*)$/gm, '$1\n---').replace(/\*\*([^*\n]+)\*\*/g, '__$1__').replaceAll('| --- ', '|:--')],
    ['U08 lines reflowed only', (text) => text.replace(/^\p{Lu}.*$/gmu, (line) => line.replace(/(.{20,40}\p{L},?) (?=\p{Ll}\p{L}{2})/gu, '$1\n'))],
    ['U09 a section moved, in which the kit changes dates', moveUp],
    ['U10 text before and after', (text) => swap('# Note', 'À lire avant lundi.\n\n# Note')(`${text}\n## Relevé de décisions\n\n- adopté le 3 mars\n`)],
    ['F03, F05, F06 all of it at once, with words', (text) => `\uFEFF${swap('une journée', 'deux *demi-journées*')(text).trimEnd().replaceAll('\n', '\r\n')}`],
    ['pictures, notes, code and HTML of a person', all(
      swap('\n## Avec qui\n', '\n![Plan](plan.png)\n\n```\nle code\n```\n\n<details>\n\n## Avec qui\n'), swap(/(\| Date \|.*) \|/, '$1[^1] |'), (text) => `${text}\n[^1]: sous réserve\n`,
    )],
  ])('%s', async (_, work) => {
    const { told } = await expectAsOnNew(work);
    expect(told?.notes?.filter(({ code }) => code !== 'merged-words') ?? []).toEqual([]);
  });
});

describe('pads in another style, with line ends of Windows, where an answer changes: as if the new version had been styled so', () => {
  const restyle: Work = (text) => text.replace(/^( *)- /gm, '$1* ').replace(/^## (.*)$/gm, '$1\n---').replace(/\*\*([^*\n]+)\*\*/g, '__$1__')
    .replaceAll('| --- ', '|:--').replaceAll('\n', '\r\n');
  /** What is new comes in the style of the tool, but for list marks; a list counts from its first number, whatever the others are. */
  const withoutMarks: Work = (text) => text.replaceAll('__', '**').replace(/^( *)[*-] /gm, '$1- ').replace(/^## (.*)\r$/gm, '$1\r\n---\r')
    .replace(/^\|(?:[ :|-]+)\|\r$/gm, (rule) => rule.replaceAll('| --- ', '|:--')).replaceAll('\u00a0', ' ').replace(/^\d+\. /gm, '1. ');

  it.each(['jours=2', 'milieu=urbain', 'appel=aucun', 'restauration=aucune', 'publics=elus', 'forme=autonome', 'jauge=400', 'nom=La « fête » & co : #1'])('U04 the answer %s', async (answer) => {
    const folder = await start();
    const isPad = (path: string): boolean => path.endsWith('.md');
    for (const path of Object.keys(folder.snapshot()).filter(isPad)) folder.write(path, restyle(folder.text(path)));
    const { exit, changes } = await folder.run('generer', '--set', answer);
    expect(exit).toBe(0);
    const fresh = await living('--set', 'textes=markdown', '--set', answer);
    const merged = changes.filter(({ path, kind }) => isPad(path) && kind === 'merge');
    expect(merged.length).toBeGreaterThan(0);
    for (const { path, notes = [] } of merged) {
      expect(withoutMarks(folder.text(path)), path).toBe(withoutMarks(restyle(fresh.text(path))));
      expect(folder.text(path)).not.toMatch(/[^\r]\n/);
      expect(notes).toEqual([]);
    }
  });
});

it('the metadata follow the name of the event, but for what a person wrote there', async () => {
  const folder = await start();
  folder.write(NOTE, all(swap('licence: "Licence Ouverte 2.0"', "licence: 'CC-BY' # à nous\ntags: nec"), swap('title: "', 'title:   "'), swap('une journée', 'un jour'))(noteIn(folder)));
  await folder.run('generer', '--set', 'nom=La « fête » : #1');
  expect(noteIn(folder)).toMatch(/^---\ntitle: {3}"Note de cadrage – La « fête » : #1"\nlicence: 'CC-BY' # à nous\ntags: nec\nlang: "fr"\n---\n\n# Note de cadrage.: La « fête » : #1\n/u);
});

describe('pads in which only a person worked', () => {
  it.each<readonly [string, Work]>([
    ['U08, F03 line ends', (text) => text.replaceAll('\n', '\r\n')], ['U08 white space', (text) => text.replaceAll('\n\n', '\n\n\n')],
    ['U03 words', swap('une journée', 'deux journées')], ['F05 a byte order mark', (text) => `\uFEFF${text}`],
  ])('%s: kept byte for byte', async (_, work) => {
    const folder = await start();
    const mine = work(folder.text(NOTE));
    folder.write(NOTE, mine);
    const { exit, said } = await folder.run('generer');
    expect([exit, said]).toEqual([0, { [NOTE]: 'keep edited' }]);
    expect(noteIn(folder)).toBe(mine);
  });
});

describe('pads that cannot take all that is new', () => {
  it('U05 both changed the same words: the person’s stay, all else is merged, the new version is beside', async () => {
    const { folder, exit, told, note } = await workThenMove(swap('| Date | jeudi 14 octobre 2027 |', '| Date | vendredi 15 octobre 2027 |'));
    expect([exit, told?.kind, told?.reason, told?.beside]).toEqual([3, 'conflict', 'both-changed', BESIDE]);
    const fresh = await freshNote();
    expect(folder.text(BESIDE)).toBe(fresh);
    expect(note).toBe(fresh.replace('| Date | jeudi 4 novembre 2027 |', '| Date | vendredi 15 octobre 2027 |'));
  });

  it('U06 both made the same change: no conflict', async () => {
    const { exit, note } = await workThenMove(swap('| Date | jeudi 14 octobre 2027 |', '| Date | jeudi 4 novembre 2027 |'));
    expect(exit).toBe(0);
    expect(note).toBe(await freshNote());
  });

  it('U11 an emptied pad stays empty', async () => {
    const { folder, exit, note } = await workThenMove(() => '');
    expect([exit, note, folder.has(BESIDE)]).toEqual([0, '', false]);
  });

  it.each<readonly [string, (text: string) => Uint8Array]>([
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')], ['Latin-1', (text) => Buffer.from(text.replaceAll('’', "'"), 'latin1')],
    ['invalid UTF-8', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe])])],
  ])('F02 %s is left alone, the new version is beside', async (_, encode) => {
    const folder = await start();
    const mine = encode(folder.text(NOTE));
    folder.write(NOTE, mine);
    const { exit, said } = await folder.run('reporter', LATER);
    expect([exit, said[NOTE]]).toEqual([3, 'conflict unreadable']);
    expect(Buffer.from(folder.bytes(NOTE)).equals(mine)).toBe(true);
    expect(folder.text(BESIDE)).toBe(await freshNote());
  });
});

describe('accents', () => {
  it('F07 decomposed in the whole pad: no conflict, no line changed but for dates', async () => {
    const { exit, told, note } = await workThenMove((text) => text.normalize('NFD'));
    expect([exit, told?.kind]).toEqual([0, 'merge']);
    const fresh = (await freshNote()).normalize('NFD').split('\n');
    const lines = note.split('\n');
    expect(lines.map((line) => line.normalize('NFD'))).toEqual(fresh);
    expect(lines.filter((line, rank) => line !== fresh[rank] && !/2027/.test(line))).toEqual([]);
  });

  it('F07 a person’s own pad whose name is written in either way is neither listed nor touched', async () => {
    const folder = await start();
    const names = ['1-cadrage/r\u00e9union.md', '1-cadrage/re\u0301union-deux.md'];
    names.forEach((name) => folder.write(name, 'à nous'));
    const { changes } = await folder.run('reporter', LATER);
    expect(changes.filter(({ path }) => names.includes(path))).toEqual([]);
    expect(names.map((name) => folder.text(name))).toEqual(['à nous', 'à nous']);
  });
});

it('U38 the second run changes nothing', async () => {
  const { folder } = await workThenMove(swap('une journée', 'deux *journées*'));
  const after = folder.snapshot();
  expect((await folder.run('generer')).said).toEqual({ [NOTE]: 'keep edited' });
  expect(folder.snapshot()).toEqual(after);
});
