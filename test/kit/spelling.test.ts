import Handlebars from 'handlebars';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileTemplates, textRenderer } from '../../src/documents/render-text.ts';
import { blockText } from '../../src/documents/text/blocks.ts';
import { textInput } from '../../src/documents/text-input.ts';
import type { Block } from '../../src/model.ts';
import { necKit, plans } from '../documents/plans.ts';
import { loadSpeller, ownWords } from '../support/spelling.ts';
import { necSources } from '../support/kit.ts';

let unknownIn: (text: string) => readonly string[];
beforeAll(async () => {
  ({ unknownIn } = await loadSpeller());
});

/** What the kit wrote itself: names and places of the answers are spelled as people do. */
const ownText = (block: Block): string => block.values.reduce((text, value) => text.replaceAll(value, ' '), blockText(block));

/** Texts name files without their extension, which the team chooses. */
const FILES = new Set(necKit.documents.map(({ path }) => path.split('/').at(-1) ?? ''));

/** Sentences name the answers to change by their ids. */
const IDS = new Set(necKit.questions.map(({ id }) => id));

describe('the French of the kit', () => {
  const templates = compileTemplates(necKit.templates, Handlebars);
  const specs = necKit.documents.filter(({ kind }) => kind === 'text');

  it.each(specs.map((spec) => [spec.id, spec] as const))('%s is spelled right with any of the plans', (_, spec) => {
    const texts = Object.values(plans).map((plan) => textRenderer(textInput(plan), templates)(spec, spec.path).blocks.map(ownText).join('\n'));
    expect(unknownIn(texts.join('\n')).filter((word) => !FILES.has(word))).toEqual([]);
  });

  it.each(Object.keys(necSources()).filter((path) => /^[a-z]+\.yaml$/.test(path) && path !== 'sources.yaml'))('%s is spelled right', (path) => {
    const text = sentencesOf(necSources()[path] ?? '').replace(/nec-local [a-z]+/g, ' ');
    expect(unknownIn(text).filter((word) => !IDS.has(word))).toEqual([]);
  });
});

/** The words between quotes or after a key that people read; the value of a case is a sentence, that of a choice a code. */
function sentencesOf(yaml: string): string {
  const PROSE = /\b(?:label|help|why|colleague|hint|title|purpose|readers|done|instead|free|advice|method|message|todo|name|obstacle|need|question|partner|trace|serves|duration|capacity|room|team|material|intro|legal_basis|recipients|retention|note|value(?=: *"?\p{Lu})): *(?:"([^"]*)"|([^\n{}]*?))(?=,\s*\w+:|\s*[}\n]|$)/gmu;
  return [...yaml.matchAll(PROSE)].map(([, quoted, plain]) => quoted ?? plain ?? '').join('\n');
}

describe('our own words', () => {
  it('are words that the dictionary lacks, sorted, each once', () => {
    const words = ownWords();
    expect(words).toEqual([...new Set(words)].toSorted((a, b) => a.localeCompare(b, 'fr')));
  });
});

it('sees a slip', () => {
  expect(unknownIn('Un acceuil chaleureux à l’entréee, dites-nous.')).toEqual(['acceuil', "l'entréee"]);
});
