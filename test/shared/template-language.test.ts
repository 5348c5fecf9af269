import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../src/shared/template-language.ts';
import { viewShape, type Shape } from '../../src/shared/view-shape.ts';
import { necKit } from '../documents/plans.ts';

const check = (source: string) => checkTemplate(source, 'note.md', necKit, Handlebars.parse);

/** The first problem as « line:column code words », which is what people are shown. */
const firstOf = (source: string): string | undefined => {
  const [found] = check(source);
  if (!found) return undefined;
  const { code, args, at } = found;
  const place = `${at?.line}:${at?.column} ${code}`;
  if (code === 'template-unknown') return `${place} ${args.name}${args.nearest ? ` → ${args.nearest}` : ''}`;
  return `${place} ${'detail' in args ? args.detail.replace(' n’est pas permis ici', '') : ''}`;
};

describe('checkTemplate', () => {
  it.each([
    'Sans rien.',
    '{{evenement.nom}} : {{evenement.date}}',
    '{{! une remarque }}{{!-- une autre }} --}}',
    '{{#if zeroEuro}}a{{else}}b{{/if}}',
    '{{#if listes.publics}}a{{/if}}{{#unless connu.lieu}}b{{/unless}}',
    '{{#has publics "mediateurs" "elus"}}a{{else has forme "greffe"}}b{{else}}c{{/has}}',
    '{{#has territoireType "commune"}}a{{/has}}{{#has plan "express"}}b{{/has}}{{#has taches "T21"}}c{{/has}}{{#has documents "budget"}}d{{/has}}',
    'Avant le {{echeance "T32"}}, {{demande "region"}}',
    '{{#each listes.roles}}[#role-{{id}}] {{titre}} {{../evenement.nom}}{{else}}{{evenement.nom}}{{/each}}',
    '{{#each listes.roles}}{{@index}}{{#unless @last}}, {{/unless}}{{/each}}',
    '{{#each listes.sites}}{{#if ../zeroEuro}}{{#has ../milieu "dense"}}{{this.nom}}{{/has}}{{/if}}{{/each}}',
  ])('accepts %s', (source) => {
    expect(check(source)).toEqual([]);
  });

  it.each([
    // names that do not exist, also where Handlebars itself would stay silent
    ['{{evenement.nim}}', '1:3 template-unknown evenement.nim → nom'],
    ['Un.\n  {{#if zeroEuros}}a{{/if}}', '2:9 template-unknown zeroEuros → zeroEuro'],
    ['{{#each listes.public}}a{{/each}}', '1:9 template-unknown listes.public → publics'],
    ['{{#each listes.publics}}{{nim}}{{/each}}', '1:27 template-unknown nim → nom'],
    ['{{#each listes.publics}}{{evenement.nom}}{{/each}}', '1:27 template-unknown evenement.nom'],
    ['{{../evenement.nom}}', '1:3 template-unknown ../evenement.nom'],
    ['{{#each listes.publics}}{{../../evenement.nom}}{{/each}}', '1:27 template-unknown ../../evenement.nom'],
    ['{{constructor}}', '1:3 template-unknown constructor'],
    ['{{evenement.__proto__}}', '1:3 template-unknown evenement.__proto__'],
    ['{{evenement.nom.constructor}}', '1:3 template-unknown evenement.nom.constructor'],
    // codes that do not exist
    ['{{#has publics "mediateur"}}a{{/has}}', '1:16 template-unknown mediateur → mediateurs'],
    ['{{#has forme "grefe"}}a{{/has}}', '1:14 template-unknown grefe → greffe'],
    ['{{#has documents "budjet"}}a{{/has}}', '1:18 template-unknown budjet → budget'],
    ['{{echeance "T99"}}', '1:12 template-unknown T99 → T09'],
    ['{{demande "regions"}}', '1:11 template-unknown regions → region'],
    ['{{demande}}', '1:1 template-syntax {{#has}}, {{echeance}} ou {{demande}} sans code'],
    // helpers outside the list
    ['{{#with evenement}}{{nom}}{{/with}}', '1:4 template-unknown with'],
    ['{{lookup evenement "nom"}}', '1:3 template-unknown lookup'],
    ['{{log "a"}}', '1:3 template-unknown log'],
    ['{{#has publics (lookup evenement "nom")}}a{{/has}}', '1:16 template-syntax (…)'],
    ['{{#evenement}}{{nom}}{{/evenement}}', '1:4 template-unknown evenement'],
    ['{{^zeroEuro}}a{{/zeroEuro}}', '1:4 template-unknown zeroEuro'],
    ['{{#echeance "T32"}}a{{/echeance}}', '1:4 template-unknown echeance'],
    // constructs outside the language
    ['{{{evenement.nom}}}', '1:1 template-syntax {{{…}}}'],
    ['{{&evenement.nom}}', '1:1 template-syntax {{{…}}}'],
    ['{{> pied}}', '1:1 template-syntax {{> …}}'],
    ['{{#> pied}}a{{/pied}}', '1:1 template-syntax {{> …}}'],
    ['{{* decor}}', '1:1 template-syntax {{* …}}'],
    ['{{#*inline "a"}}b{{/inline}}', '1:1 template-syntax {{* …}}'],
    ['{{@root.evenement.nom}}', '1:3 template-syntax @root.evenement.nom'],
    ['{{@index}}', '1:3 template-syntax @index'],
    ['{{#each listes.publics as |p|}}{{p.nom}}{{/each}}', '1:32 template-syntax {{#each … as |nom|}}'],
    ['{{#if zeroEuro includeZero=true}}a{{/if}}', '1:1 template-syntax {{#if}}'],
    ['{{#if}}a{{/if}}', '1:1 template-syntax {{#if}}'],
    // what cannot be printed, compared or repeated
    ['{{publics}}', '1:1 template-syntax {{publics}}'],
    ['{{forme}}', '1:1 template-syntax {{forme}}'],
    ['{{evenement}}', '1:1 template-syntax {{evenement}}'],
    ['{{#each evenement.nom}}a{{/each}}', '1:9 template-syntax {{#each evenement.nom}}'],
    ['{{#has evenement.nom "a"}}b{{/has}}', '1:1 template-syntax {{#has evenement.nom}}'],
    ['{{#has publics}}a{{/has}}', '1:1 template-syntax {{#has}}, {{echeance}} ou {{demande}} sans code'],
    ['{{#has publics forme}}a{{/has}}', '1:16 template-syntax forme'],
    ['{{"texte"}}', '1:3 template-syntax texte'],
  ])('refuses %s', (source, said) => {
    expect(firstOf(source)).toBe(said);
  });

  it('says where a template cannot be read at all', () => {
    expect(firstOf('Un.\nDeux.\n{{#if zeroEuro}}')).toMatch(/^3:1 template-syntax /);
    expect(firstOf('{{#if zeroEuro}}a{{/each}}')).toMatch(/^1:1 template-syntax /);
  });

  it('lists every problem, in reading order', () => {
    expect(check('{{nim}}\n{{#if nam}}{{num}}{{/if}}').map(({ at }) => at?.line)).toEqual([1, 2, 2]);
  });

  it('accepts no name that the shape does not have', () => {
    const names = new Set(leaves(viewShape));
    fc.assert(fc.property(fc.stringMatching(/^[a-zA-Z_]+(\.[a-zA-Z_]+){0,2}$/), (name) => {
      fc.pre(!names.has(name) && !['true', 'false', 'null', 'undefined', 'this', 'else'].includes(name));
      expect(check(`{{${name}}}`)).not.toEqual([]);
    }));
  });
});

describe('viewShape', () => {
  it('has names that kit authors can type: ASCII letters', () => {
    for (const name of leaves(viewShape)) expect(name).toMatch(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/);
  });

  it('compares only with facts that exist', () => {
    for (const name of codePaths(viewShape)) {
      expect(firstOf(`{{#has ${name} "n-existe-pas"}}a{{/has}}`)).toContain('template-unknown');
    }
  });
});

function leaves(shape: Shape, path = ''): readonly string[] {
  if (shape.kind !== 'group') return [path];
  return Object.entries(shape.names).flatMap(([name, inner]) => leaves(inner, path ? `${path}.${name}` : name));
}

function codePaths(shape: Shape): readonly string[] {
  if (shape.kind !== 'group') return [];
  return Object.entries(shape.names).filter(([, { kind }]) => kind.startsWith('code')).map(([name]) => name);
}
