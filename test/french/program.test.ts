import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { badlySet, longSentences } from '../support/french.ts';
import { kitIds, kitSources, necKit } from '../support/kit.ts';
import { saidInCode } from '../support/source-words.ts';
import { memoryDisk } from '../support/memory-disk.ts';
import { ROOT, runIn } from '../support/shell.ts';
import { loadSpeller } from '../support/spelling.ts';
import { tinyKitIn } from '../support/tiny-kit.ts';
import { calendarWords, pageWords, workbookWords } from '../support/words-of-files.ts';

let unknownIn: (text: string) => readonly string[];
beforeAll(async () => {
  ({ unknownIn } = await loadSpeller());
});

/** Formats of files, letters and words that are looked for in what others wrote: not sentences of ours. */
const NOT_FOR_PEOPLE = new RegExp(`^src/(?:${[
  'office', 'shared/(?:docx|xml|yaml|dates|typed-dates)', 'documents/(?:text/docx|tables/xlsx|calendars/(?:write|read)|html/(?:page|timeline-drawing))',
  'folder/text/tokens', 'io/prompts/terminal-theme',
].join('|')})`);

/** What is typed as it stands: commands, flags, paths, formats of days. */
const TYPED = /nec-local(?: [a-z-]+)*|(?<![\p{L}\d])--?[a-z]+(?:-[a-z]+)*|\S*\/\S*|[\w-]+\.yaml|\.yaml|(?:AAAA-)?MM-JJ|\{[^}]*\}|[\w-]+[:=](?:…|\d+)|[A-Z]+…|[A-Z]+\d+/gu;

/** Keys of the files of a kit, ids and names that one types: English for many, without accents for all. */
const all = kitIds.flatMap((id) => Object.entries(kitSources(id)));
const NAMES = new Set([
  ...all.flatMap(([, text]) => text.match(/(?<=[\s{,])[a-z_]+(?=:)/g) ?? []).flatMap((key) => [key, ...key.split('_')]),
  'alongside', 'templates', 'examples',
  ...necKit().profiles.flatMap(({ id }) => [id, ...id.split('-')]), ...buildProgram(() => undefined).commands.map((command) => command.name()),
]);

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts') && !NOT_FOR_PEOPLE.test(path))
  .map((path) => [path, saidInCode(path, readFileSync(join(ROOT, path), 'utf8'))] as const)
  .filter(([, said]) => said.length > 0);

describe.each(files)('%s', (_, said) => {
  it('is spelled right', () => {
    expect(said.flatMap(({ line, text }) => unknownIn(text.replace(TYPED, ' ')).filter((word) => !NAMES.has(word)).map((word) => `${line}: ${word}`))).toEqual([]);
  });
  it('has sentences that one can follow', () => expect(said.flatMap(({ text }) => longSentences(text))).toEqual([]));
});

/** A terminal says what commands say: with the spaces of French, whatever the way out. */
describe('what a terminal shows', () => {
  const kit = tinyKitIn('petit');
  const made = async (...argv: readonly string[]) => {
    const disk = memoryDisk(kit);
    await runIn({ disk, raw: true }, 'init', 'essai', '--set', 'collectivite=departement:23', '--set', 'nom=Essai', '--yes');
    return runIn({ disk, raw: true }, ...argv);
  };

  it.each([
    ['--help'], ['init', '--help'], ['generer', '--help'], ['help', 'codes'], ['etat', '-C', 'essai'], ['verifier', '-C', 'essai'], ['generer', '-C', 'essai', '--set', 'jauge=200'],
    ['reporter', '2028-05-01', '-C', 'essai', '--dry-run'], ['annuler', '-C', 'essai'], ['expliquer', 'T21', '-C', 'essai'], ['kit', 'liste'],
    ['kit', 'montrer', 'nec', '--sources'], ['kit', 'verifier', 'nec'], ['kit', 'comparer', 'greffe', '-C', 'essai'], ['genere'], ['init', '--sett', 'x'], ['etat', '-C', 'rien'],
  ])('%s %s %s %s', async (...argv) => {
    const { out, err } = await made(...argv);
    expect(out + err).not.toBe('');
    expect(badlySet((out + err).replace(/ {2,}:|nec-local[^\n»]*|\S+:\S+/g, ' '))).toEqual([]);
  });

  it('asks its questions so', async () => {
    const { err } = await runIn({ disk: memoryDisk(kit), raw: true, lines: ['?', 'x', '', ''] }, 'init', '--accessible');
    expect(err).toContain('Votre réponse\u00a0:');
    expect(badlySet(err)).toEqual([]);
  });
});

describe('each check refuses a slip', () => {
  const slips = saidInCode('x.ts', 'const a = \'Un acceuil chaleureux.\'; const b = `Il manque ${x} choze${y}.`; throw new Error(\'no acceuil here\');');

  it('in the sentences of the program', () => {
    expect(slips.map(({ text }) => text)).toEqual(['Un acceuil chaleureux.', 'Il manque … choze….']);
    expect(slips.flatMap(({ text }) => unknownIn(text))).toEqual(['acceuil', 'choze']);
  });

  it('in a page: what is shown, and what is read aloud', () => {
    const words = pageWords('<title>Titrre</title><p>Un <strong>acceuil</strong> avec <code>--xyzz</code></p><input aria-label="Vottre nom" placeholder="Exempple">');
    expect(unknownIn(words)).toEqual(['Vottre', 'Exempple', 'Titrre', 'acceuil']);
  });

  it('in a calendar', () => {
    const text = ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Callendrier', 'BEGIN:VEVENT', 'SUMMARY:Réunionn', 'DESCRIPTION:Une desscription', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    expect(unknownIn(calendarWords(text))).toEqual(['Callendrier', 'Réunionn', 'desscription']);
  });

  it('in a workbook: cells, names of sheets, lists, feet of pages', () => {
    const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`);
    const words = workbookWords(zipSync({
      'xl/workbook.xml': xml('<sheets><sheet name="Feuillle" sheetId="1"/></sheets>'), 'xl/sharedStrings.xml': xml('<sst><si><t>Cellulle</t></si><si><t>pret-de-salle</t></si></sst>'),
      'xl/worksheets/sheet1.xml': xml('<dataValidation prompt="Choisisez" error="Valleur"><formula1>"Oui,Nonn"</formula1></dataValidation><oddFooter>&amp;CPiedd</oddFooter>'),
      'xl/comments1.xml': xml('<comment><text><t>Notte</t></text></comment>'),
    }));
    expect([...unknownIn(words)].toSorted()).toEqual(['Cellulle', 'Choisisez', 'Feuillle', 'Nonn', 'Notte', 'Piedd', 'Valleur']);
  });

  it.each(['Qui : nous', 'l\'eau', '«oui\u00a0»', 'Quand ?', 'élu·es', '50 %', '50%', 'fin..', 'et "oui"', 'Déjà; puis'])('typography: %s', (text) => {
    expect(badlySet(text)).not.toEqual([]);
  });

  it('and lets what is right pass', () => expect(badlySet('À 9\u00a0h\u00a0: «\u00a0oui\u00a0», l’eau… 50\u00a0%, nec-local.yaml, 10:30.')).toEqual([]));

  it('in a sentence of 31 words', () => {
    expect(longSentences(`${'mot '.repeat(30)}fin.`)).toHaveLength(1);
    expect(longSentences(`${'mot '.repeat(29)}fin. ${'mot '.repeat(29)}fin.`)).toEqual([]);
  });
});
