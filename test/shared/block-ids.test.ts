import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { numberBlocks } from '../../src/shared/block-ids.ts';

const numbered = (source: string): string => numberBlocks(source).source;

describe('numberBlocks', () => {
  it.each([
    ['headings and paragraphs', '# Note de {{nom}}\n\nUn.\n\nDeux,\nla suite.',
      '# [#note-de] Note de {{nom}}\n\n[#note-de.p1] Un.\n\n[#note-de.p2] Deux,\nla suite.'],
    ['lists', '- a\n1. b\n- [ ] c\n  - d', '- [#debut.p1] a\n1. [#debut.p2] b\n- [ ] [#debut.p3] c\n  - [#debut.p4] d'],
    ['quotes', '> a\n> b\n>\n> c', '> [#debut.p1] a\n> b\n>\n> [#debut.p2] c'],
    ['tables', '| a | b |\n| --- | :-: |\n| c | d |', '| [#debut.p1] a | b |\n| --- | :-: |\n| [#debut.p2] c | d |'],
    ['boxes', ':::info\na\n:::', ':::info\n[#debut.p1] a\n:::'],
    ['rules and fences', '---\n\n```\n- a\n```\n\nb', '---\n\n```\n- a\n```\n\n[#debut.p1] b'],
    ['same headings', '## A\n\n## A\n\nb', '## [#a] A\n\n## [#a-2] A\n\n[#a-2.p1] b'],
    ['headings without words of their own', '# {{nom}}\n\na', '# [#titre] {{nom}}\n\n[#titre.p1] a'],
    ['explicit ids', '## [#but] Objectifs\n\n[#x] a\n\nb', '## [#but] Objectifs\n\n[#x] a\n\n[#but.p2] b'],
    ['tags before a list mark', '{{#if x}}- a{{/if}}', '{{#if x}}- [#debut.p1] a{{/if}}'],
    ['comments', '{{!-- a --}}\n{{!-- b\nc\n--}}\nd', '{{!-- a --}}\n{{!-- b\nc\n--}}\n[#debut.p1] d'],
    ['partials', '{{> entete}}\n\n{{nom}}', '{{> entete}}\n\n[#debut.p1] {{nom}}'],
    ['Windows line ends', 'a\r\n\r\nb', '[#debut.p1] a\r\n\r\n[#debut.p2] b'],
  ])('numbers %s', (_, source, expected) => {
    expect(numberBlocks(source)).toEqual({ source: expected, problems: [] });
  });

  it('numbers both branches, so that no answer moves an id', () => {
    expect(numbered('{{#if x}}\na\n{{else}}\nb\n{{/if}}\nc')).toBe(
      '{{#if x}}\n[#debut.p1] a\n{{else}}\n[#debut.p2] b\n{{/if}}\n[#debut.p3] c',
    );
  });

  it('changes nothing the second time', () => {
    const once = numbered('# Note\n\n- a\n- b\n\n## Note\n\n| a |\n| --- |\n| b |\n');
    expect(numbered(once)).toBe(once);
  });

  it('names what stands before the first heading after the partial', () => {
    expect(numberBlocks('a', { section: 'entete' }).source).toBe('[#entete.p1] a');
  });

  it('asks for an id with an expression inside loops', () => {
    const source = '{{#each roles}}\n- {{titre}}\n- [#fixe] b\n- [#role-{{id}}] c\n{{/each}}\n- d';
    expect(numberBlocks(source, { file: 'note.md' }).problems).toEqual([
      { code: 'template-loop-id', args: { text: '- {{titre}}' }, at: { file: 'note.md', line: 2, column: 3 } },
      { code: 'template-loop-id', args: { text: '- [#fixe] b' }, at: { file: 'note.md', line: 3, column: 3 } },
    ]);
  });

  it('sees loops that open on the line itself, and leaves those inside a sentence alone', () => {
    expect(numberBlocks('{{#each a}}- b\n{{/each}}').problems).toHaveLength(1);
    expect(numberBlocks('Avec {{#each a}}{{nom}}, {{/each}} etc.').problems).toEqual([]);
  });

  it('keeps templates that Handlebars reads', () => {
    const source = numbered('{{#each roles}}\n- [#role-{{id}}] {{titre}}\n{{/each}}');
    const render = Handlebars.compile(source, { noEscape: true });
    expect(render({ roles: [{ id: 'chef', titre: 'Chef' }] })).toBe('- [#role-chef] Chef\n');
  });
});
