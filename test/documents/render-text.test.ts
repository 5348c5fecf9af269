import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import {
  compileTemplates, loadTemplates, precompileTemplates, textRenderer, type TemplateSpec,
} from '../../src/documents/render-text.ts';
import { blockText, parseBlocks } from '../../src/documents/text/blocks.ts';
import { textInput } from '../../src/documents/text-input.ts';
import type { Block, Plan } from '../../src/model.ts';
import { numberBlocks } from '../../src/shared/block-ids.ts';
import { holds } from '../../src/shared/condition.ts';
import { formatEuros } from '../../src/shared/money.ts';
import { checkTemplate } from '../../src/shared/template-language.ts';
import { faultsOf, textOf } from './faults.ts';
import { anyPlan, necKit, plans } from './plans.ts';

const templates = compileTemplates(necKit.templates, Handlebars);
const specs = necKit.documents.filter(({ kind }) => kind === 'text');
const render = (id: string, plan: Plan): readonly Block[] => {
  const spec = specs.find((candidate) => candidate.id === id);
  if (!spec) throw new Error(id);
  return textRenderer(textInput(plan), templates)(spec, spec.path).blocks;
};

/** Every text with every plan, also where `when` would leave it out: no answer may break a template. */
const matrix = Object.entries(plans).flatMap(([name, plan]) => specs.map(({ id }) => [id, name, plan] as const));

/** The help on pads shows the marks that it teaches. */
const faultsIn = (id: string, blocks: readonly Block[]): readonly string[] =>
  faultsOf(blocks).filter((fault) => id !== 'aide-pads' || !/\*\*|\[#/.test(fault.split('/: ')[1] ?? ''));

describe('the templates of the kit', () => {
  it.each(Object.entries(necKit.templates))('%s stays within the language', (file, source) => {
    expect(checkTemplate(source, file, necKit, Handlebars.parse)).toEqual([]);
    expect(numberBlocks(source, { file }).problems).toEqual([]);
  });

  it('are all used, and all there', () => {
    expect(specs.map(({ template }) => template).sort()).toEqual(Object.keys(necKit.templates).sort());
  });

  it.each(matrix)('%s, %s: nothing missing, nothing left over', (id, _, plan) => {
    expect(faultsIn(id, render(id, plan))).toEqual([]);
  });

  it('hold for any combination of answers', () => {
    fc.assert(fc.property(anyPlan, (plan) => {
      for (const { id } of specs) expect(faultsIn(id, render(id, plan)), id).toEqual([]);
    }), { numRuns: 80 });
  });

  it.each(matrix)('%s, %s: author and licence at the foot', (id, _, plan) => {
    const foot = textOf(render(id, plan).slice(-1));
    expect(foot).toMatch(/^Auteur\u00a0: .+ Licence\u00a0: Licence Ouverte 2\.0\. /);
    expect(foot).toContain('le kit de 2018 n’a pas été retrouvé');
  });

  it.each(Object.entries(plans))('tell how long each funder takes as the kit has it: %s', (_, plan) => {
    const income = necKit.budget.income.map((type) => (type.askBefore ? { ...type, askBefore: { least: 7, most: 8 } } : type));
    const text = textOf(render('plan-de-financement', { ...plan, kit: { ...plan.kit, budget: { ...plan.kit.budget, income } } }));
    expect(text.match(/\b7 à 8 mois, /g)?.length).toBeGreaterThanOrEqual(6);
    expect(text).not.toMatch(/(?!7 à 8)\d+ à \d+ mois/);
  });

  it('never print an amount that can be changed in the workbook', () => {
    for (const [id, , plan] of matrix) {
      const text = textOf(render(id, plan));
      const { income, incomeTotal, expenses, envelope } = plan.budget;
      const amounts = [...income.map(({ amount }) => amount), expenses, incomeTotal];
      for (const amount of amounts.filter((cents) => cents > 0 && cents !== envelope)) {
        expect(text).not.toContain(formatEuros(amount));
      }
    }
  });

  /** What is the same wherever one lives: words, messages, agreements. */
  const SAME_EVERYWHERE = [
    'comites-et-roles', 'registre-des-decisions', 'journal-du-comite', 'glossaire', 'aide-pads', 'convention-de-partenariat', 'lettre-employeur',
    'accord-evenement-hote', 'collecte-des-besoins', 'methode-de-l-appel', 'reponses-types', 'salles-et-capacites',
  ];

  it.each(specs.map(({ id }) => id).filter((id) => !SAME_EVERYWHERE.includes(id)))('%s differs between a far country and a dense city', (id) => {
    const [far, city] = [render(id, plans['Creuse, un site']), render(id, plans['ville dense'])]
      .map((blocks) => new Set(blocks.filter(({ values }) => values.length === 0).map(blockText)));
    const own = [...(far ?? [])].filter((block) => !city?.has(block));
    expect(own.length, own.join('\n')).toBeGreaterThanOrEqual(id === 'mention-rgpd' ? 1 : 2);
  });

  it('speak of what each setting needs', () => {
    const far = textOf(render('note-de-cadrage', plans['Creuse, un site']));
    const city = textOf(render('note-de-cadrage', plans['ville dense']));
    for (const said of [/10\u00a0h à 16\u00a0h/, /kilomètres/, /navette/, /papier et sur clé/, /préfecture est à/]) {
      expect(far).toMatch(said);
      expect(city).not.toMatch(said);
    }
    for (const said of [/bruit/, /places sont gardées par public/, /transports fréquents/, /quartier par quartier/]) {
      expect(city).toMatch(said);
      expect(far).not.toMatch(said);
    }
  });

  it('give each method of call its own words', () => {
    const calls = (['Creuse, plusieurs sites', 'ville dense', 'village sans argent'] as const)
      .map((name) => textOf(render('appel-a-contributions', plans[name])));
    expect(calls.map((call) => call.split('\u00a0: ')[0]))
      .toEqual(['Appel à contributions', 'Appel à communs', 'Appel à envies de faire']);
    expect(calls.map((call) => call.includes('Les quatre conditions'))).toEqual([false, true, false]);
    expect(calls.map((call) => call.includes('multiplié par son poids'))).toEqual([true, false, false]);
  });

  it('call no date firm while the event has none', () => {
    const undated = plans['greffe outre-mer, date à définir'];
    expect(textOf(render('note-de-cadrage', undated))).toContain('Échéance provisoire');
    expect(textOf(render('demande-de-soutien', undated))).toMatch(/À envoyer pour le\u00a0: \d.* 2027 \(provisoire\)/);
  });
});

describe('faultsOf', () => {
  it.each([
    '# T\n\n## A\n\n## B\n\nmots', '# T\n\n## A', '# T\n\n## A\n\n---', 'mots', '# T\n\n# U\n\nmots',
    '# T\n\n| A | B |\n|---|---|\n\nmots', '# T\n\n| A | B |\n|---|---|\n| | a |',
    '# T\n\nundefined', '# T\n\na  b', '# T\n\nVraiment ?', '# T\n\nl\'eau', `# T\n\n${'mot '.repeat(31)}`, '# T\n\na, .',
  ])('sees what is wrong with %j', (markdown) => {
    expect(faultsOf(parseBlocks(markdown))).not.toEqual([]);
  });

  it('sees nothing wrong with a sound text', () => {
    expect(faultsOf(parseBlocks('# [#t] T\n\n[#p] Des mots\u00a0; d’autres mots.'))).toEqual([]);
  });
});

describe('textRenderer', () => {
  const paths = [
    'nom', 'accroche', 'lieu', 'evenement_hote', 'structure', 'contact', 'dpo', 'lien_inscription', 'partenaires',
    'themes', 'sites', 'responsables',
  ] as const;
  const hostile = fc.oneof(
    fc.constantFrom(
      '# Titre', '- liste', '| a | b |', '{{constructor}}', '{{#if x}}', '{{{a}}}', '<script>alert(1)</script>',
      '[x](javascript:alert(1))',
      'un\n\n# deux', 'un\r\ntrois', ':::info', '**gras', '[#autre] id', '\uE000faux\uE001', '1. un', '> cité', '`code',
      '```', '---', 'a\\', '&lt;', '~~x~~',
    ),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  it('keeps the same blocks whatever people write in their answers', () => {
    const base = plans['Creuse, plusieurs sites'];
    const withWord = (word: string): Plan => {
      const given = Object.fromEntries(paths.map((path) => [path, word]));
      const answers = {
        ...base.answers, ...given, partenaires: [{ nom: word, type: 'hub' }], themes: [word],
        sites: [{ nom: word, commune: word }],
        responsables: { 'chef-de-projet': word },
      };
      return { ...base, eventName: word, answers, facts: { ...base.facts, ...answers } };
    };
    const structureOf = (plan: Plan) => specs.map(({ id }) => (
      render(id, plan).map(({ kind, depth, cells }) => [kind, depth, cells.length])));
    const expected = structureOf(withWord('Un mot'));
    fc.assert(fc.property(hostile.filter((word) => word.trim() !== ''), (word) => {
      expect(structureOf(withWord(word))).toEqual(expected);
    }), { numRuns: 60 });
  });

  it('renders shipped templates, precompiled, to the same blocks', () => {
    const sources = precompileTemplates(necKit.templates, Handlebars);
    const shipped = loadTemplates(Object.fromEntries(Object.entries(sources).map(([path, code]) => (
      [path, new Function(`return ${code}`)() as TemplateSpec]))));
    const plan = plans['ville dense'];
    for (const spec of specs) {
      expect(textRenderer(textInput(plan), shipped)(spec, spec.path)).toEqual(textRenderer(textInput(plan), templates)(spec, spec.path));
    }
  });

  it('keeps ids where answers change', () => {
    const [one, other] = [plans['ville dense'], plans['Creuse, plusieurs sites']].map((plan) => render('charte', plan));
    const shared = one?.filter(({ id }) => other?.some((block) => block.id === id)) ?? [];
    for (const block of shared.filter(({ kind }) => kind === 'heading')) {
      expect(blockText(other?.find(({ id }) => id === block.id) as Block)).toBe(blockText(block));
    }
    expect(shared.length).toBeGreaterThan(20);
  });

  it('lists the values that the plan put into a block', () => {
    const blocks = render('note-de-cadrage', plans['Creuse, plusieurs sites']);
    const decision = blocks.find((block) => blockText(block).startsWith('Confirmer la date'));
    expect(decision?.values).toEqual(['jeudi 14 octobre 2027']);
  });

  it('refuses at run time what the check would have refused', () => {
    const spec = { ...specs[0], template: 'x.md' } as (typeof specs)[number];
    const run = (source: string) => () =>
      textRenderer(textInput(plans['ville dense']), compileTemplates({ 'x.md': source }, Handlebars))(spec, 'x');
    const refused = ['{{evenement.nim}}', '{{#with evenement}}a{{/with}}', '{{lookup evenement "nom"}}', '{{log "a"}}', '{{> p}}'];
    for (const source of refused) {
      expect(run(source), source).toThrow();
    }
    for (const source of ['{{evenement.constructor}}', '{{evenement.__proto__}}', '{{constructor}}', '{{__proto__}}']) {
      expect(run(source)().blocks, source).toEqual([]);
    }
  });

  it('says « à fixer » for a task that the plan leaves out', () => {
    const spec = { ...specs[0], template: 'x.md' } as (typeof specs)[number];
    const plan = plans['village sans argent'];
    expect(plan.schedule.tasks.some(({ task }) => task.id === 'T23')).toBe(false);
    const compiled = compileTemplates({ 'x.md': 'Pour le : {{echeance "T23"}}' }, Handlebars);
    const { blocks } = textRenderer(textInput(plan), compiled)(spec, 'x');
    expect(textOf(blocks)).toBe('Pour le\u00a0: à fixer');
  });
});

describe('documents.yaml', () => {
  it('leaves the call out when the team makes the programme itself', () => {
    const filesOf = (plan: Plan) => necKit.documents.filter(({ when }) => holds(when, plan.facts)).map(({ id }) => id);
    expect(filesOf(plans['ville dense'])).toEqual(expect.arrayContaining(['appel-a-contributions', 'formulaire-contribution', 'grille-de-selection']));
    expect(filesOf(plans['greffe outre-mer, date à définir'])).not.toContain('appel-a-contributions');
  });
});
