import { describe, expect, it } from 'vitest';
import { patchMarkdown } from '../../../src/documents/text/markdown-patch.ts';
import type { Block, BlockKind } from '../../../src/model.ts';
import { block } from '../../support/docx-blocks.ts';
import { add, change, insert, patchPad, remove, type PadEdit } from '../../support/pad-edits.ts';

const item = (kind: BlockKind, text: string, depth = 0): Block => ({ ...block(kind, text), depth });

type Case = readonly [string, string, readonly PadEdit[], string];

describe('words', () => {
  it.each<Case>([
    ['in a paragraph, the rest untouched', 'Le *lieu* du  12 mars,\nici.', [change('12 mars', '2 avril')], 'Le *lieu* du  2 avril,\nici.'],
    ['inside marks', 'le **12 mars** au soir', [change('12 mars', '2 avril')], 'le **2 avril** au soir'],
    ['over an opening mark', 'le **12 mars** au', [change('le 12', 'au 2')], 'au 2 **mars** au'],
    ['over the end of marks, whose place the signs around tell', '**Repas :** un buffet ici', [change('Repas : un buffet', 'À boire : de l’eau')], '**À boire :** de l’eau ici'],
    ['all that marks stand around: no marks stay', 'le **12 mars** au', [change('12 mars ', '')], 'le au'],
    ['at the end of marks, and between two: plain', 'Où :_ici_**là** *a _b_ c*', [add('ici', ' x '), add('là', ' y '), add('b', ' z')], 'Où :_ici_ x **là** y  *a _b_ z c*'],
    ['a space that marks cannot end with', 'le **12 mars** au', [change('mars', '')], 'le **12**  au'],
    ['beside _ inside a word: * can stand there', 'un _grand_ pas', [change(' pas', 'ement')], 'un *grand*ement'],
    ['in a link, not on at its end', 'voir [la page](https://x.fr) ici', [change('page', 'carte'), add('page', ' du lieu')], 'voir [la carte](https://x.fr) du lieu ici'],
    ['all of a link: it goes', 'voir [la page](https://x.fr) ici', [change('la page ', '')], 'voir ici'],
    ['in a link that its words name', 'voir [page] ici\n\n[page]: https://x.fr', [change('page', 'carte')], 'voir [carte][page] ici\n\n[page]: https://x.fr'],
    ['in an address: a link while it is one', 'voir <https://x.fr> ou <https://y.fr>', [change('x.fr', 'z.fr'), change('https://y.fr', 'le site')], 'voir <https://z.fr> ou le site'],
    ['in code: code while it can be', 'le `a.xlsx` ou `b.xlsx`', [change('a.x', 'c.x'), change('b.xlsx', 'un `tableau`')], 'le `c.xlsx` ou un \\`tableau\\`'],
    ['over escapes and entities', 'l\\_a &eacute;t&#233; fin', [change('a é', 'b e')], 'l\\_b et&#233; fin'],
    ['half of an entity’s words', '&#x1F389; fin', [add('🎉', ' x')], '&#x1F389; x fin'],
    ['over a reflowed line', 'Le lieu\nsera dit le 12\nmars 2027 ici', [change('12 mars 2027', '2 avril')], 'Le lieu\nsera dit le 2 avril ici'],
    ['at the start of a reflowed line', 'Le lieu\n12 mars ici', [change('12 mars', '- 1. x')], 'Le lieu\n\\- 1. x ici'],
    ['words that would now open a list', 'du 2 - 3 mars', [change('du 2 ', '')], '\\- 3 mars'],
    ['words that would now open a quote', 'a > b', [change('a ', '')], '\\> b'],
    ['that Markdown would read', 'un lieu', [change('lieu', '*x* [y](z) <b> `c` | # ==d==')], 'un \\*x\\* \\[y\\](z) \\<b\\> \\`c\\` \\| # \\=\\=d\\=\\='],
    ['that read as Markdown only where they stand', 'a =b= c', [change('b', '=d=')], 'a =\\=d\\== c'],
    ['with a line break, indented as the item', '> 1. [x] un lieu\n>    ici', [change('lieu', 'lieu\nou deux')], '> 1. [x] un lieu\\\n>    ou deux\n>    ici'],
    ['with a line break where there is none in a heading or row', '# a\n\n| b |\n| - |', [change('a', 'c\nd'), change('b', 'e\nf')], '# c d\n\n| e f |\n| - |'],
    ['at the end of a heading', '# Le C', [add('C', ' ##')], '# Le C \\##'],
    ['in headings of both styles', 'Le lieu\n-------\n\n## Le jour ##', [change('lieu', 'point'), change('jour', 'soir')], 'Le point\n-------\n\n## Le soir ##'],
    ['in cells, widths as they are', '|  a \\| x | b  |\n|:--|--:|\n| c |', [change('a | x', 'a | y'), change('b', 'd')], '|  a \\| y | d  |\n|:--|--:|\n| c |'],
    ['in an empty cell', '| a | b |\n|---|---|\n| c |  |', [(): ReturnType<PadEdit> => ({ kind: 'words', block: 1, cell: 1, from: 0, to: 0, text: 'd' })], '| a | b |\n|---|---|\n| c | d |'],
    ['beside a note mark and a picture', 'le 12 mars[^1] ![x](y.png) fin', [change('12 mars', '2 avril'), change('fin', 'ici')], 'le 2 avril[^1] ![x](y.png) ici'],
    ['all of an item: it goes', '* a\n* b\n* c', [change('b', '')], '* a\n* c'],
    ['some edits in one paragraph', 'un *deux* trois quatre', [change('un', '1'), change('deux', '2'), change('quatre', '4')], '1 *2* trois 4'],
  ])('%s', (_, pad, edits, expected) => expect(patchPad(pad, ...edits)).toBe(expected));

  it.each<readonly [string, string, PadEdit]>([
    ['in what no kit writes', '```\na\n```', change('a', 'b')],
    ['in a locked paragraph', 'a `b\nc`', change('a', 'b')],
    ['over a picture', 'a ![x](y.png) b', change('a  b', 'c')],
    ['past the end', 'a', (): ReturnType<PadEdit> => ({ kind: 'words', block: 0, cell: 0, from: 0, to: 2, text: '' })],
    ['in a cell that is not there', 'a', (): ReturnType<PadEdit> => ({ kind: 'words', block: 0, cell: 1, from: 0, to: 0, text: '' })],
    ['in a block that is not there', 'a', (): ReturnType<PadEdit> => ({ kind: 'words', block: 1, cell: 0, from: 0, to: 0, text: '' })],
  ])('are refused %s', (_, pad, edit) => expect(patchPad(pad, edit)).toBeUndefined());

  it('are refused where two edits overlap, or a block also goes', () => {
    expect(patchPad('abc', change('ab', 'x'), change('bc', 'y'))).toBeUndefined();
    expect(patchPad('abc', change('ab', 'x'), remove('abc'))).toBeUndefined();
  });
});

describe('new blocks', () => {
  it.each<Case>([
    ['between paragraphs', 'a\n\nb\n', [insert('a', block('paragraph', 'x'))], 'a\n\nx\n\nb\n'],
    ['before all, behind the metadata', '---\ntitle: t\n---\n\na\n', [insert(undefined, block('title', 'x'))], '---\ntitle: t\n---\n\n# x\n\na\n'],
    ['before all, behind a byte order mark', '\uFEFFa', [insert(undefined, block('title', 'x'))], '\uFEFF# x\n\na'],
    ['in an empty file', '', [insert(undefined, block('paragraph', 'x'))], 'x\n'],
    ['at the end without a final line end', 'a', [insert('a', block('paragraph', 'x'))], 'a\n\nx'],
    ['where nothing parted the blocks', '# a\nb\n- c', [insert('a', block('paragraph', 'x')), insert('b', block('paragraph', 'y'))], '# a\n\nx\n\nb\n\ny\n\n- c'],
    ['with the line ends of what stands before', 'a\r\n\r\nb\n', [insert('a', block('paragraph', 'x'))], 'a\r\n\r\nx\r\n\r\nb\n'],
    ['some at one place, in order', 'a\n', [insert('a', block('heading', 'x')), insert('a', item('item', 'y')), insert('a', item('item', 'z', 1))], 'a\n\n## x\n\n- y\n  - z\n'],
    ['on a list, with its marks', '* a\n* b\n', [insert('a', item('item', 'x')), insert('b', item('check', 'y', 1))], '* a\n* x\n* b\n  * [ ] y\n'],
    ['on a list with gaps', '+   a\n\n+   b\n', [insert('b', item('item', 'x'))], '+   a\n\n+   b\n\n+   x\n'],
    ['on a numbered list', '7) a\n   - b\n', [insert('b', item('number', 'x'))], '7) a\n   - b\n8) x\n'],
    ['under an item, indented as the person does', '1. a\n2. b\n', [insert('a', item('item', 'x', 1)), insert('a', item('item', 'y', 3))], '1. a\n   - x\n     - y\n2. b\n'],
    ['on a list indented with tabs', '-\ta\n\t-\tb\n', [insert('b', item('item', 'x', 2)), insert('b', item('item', 'y', 1))], '-\ta\n\t-\tb\n\t\t- x\n\t-\ty\n'],
    ['at the top of a list', 'a\n\n* b\n', [insert('a', item('item', 'x'))], 'a\n\n* x\n* b\n'],
    ['bullets beside numbers: a list of their own', '1. a\n2. b', [insert('a', item('item', 'x'))], '1. a\n\n- x\n\n2. b'],
    ['a paragraph between two items', '- a\n- b', [insert('a', block('paragraph', 'x'))], '- a\n\nx\n\n- b'],
    ['a paragraph behind an item with more in it', '- a\n  - b\n\n  c\n- d', [insert('a', block('paragraph', 'x'))], '- a\n  - b\n\n  c\n\nx\n\n- d'],
    ['an item behind one with more in it', '- a\n\n  b\n\n- c', [insert('a', item('item', 'x'))], '- a\n\n  b\n\n- x\n\n- c'],
    ['in a table, escaped', '> | a | b |\n> |---|---|\n> | c | d |\n', [insert('a', block('row', 'x', 'y|z'))], '> | a | b |\n> |---|---|\n> | x | y\\|z |\n> | c | d |\n'],
    ['at the top of a table without a header', 'a\n\n| | |\n|-|-|\n| b | c |', [insert('a', block('row', 'x', 'y'))], 'a\n\n| | |\n|-|-|\n| x | y |\n| b | c |'],
    ['a paragraph behind a table', '|a|\n|-|\n|b|\n|c|\n\nd', [insert('b', block('paragraph', 'x'))], '|a|\n|-|\n|b|\n|c|\n\nx\n\nd'],
    ['a table of its own', 'a', [insert('a', block('header-row', 'x', 'y')), insert('a', block('row', 'z', ''))], 'a\n\n| x | y |\n| --- | --- |\n| z |  |'],
    ['in a quote and a box', '> a\n>\n> b\n\n:::info\nc\n:::', [insert('a', block('quote', 'x')), insert('c', block('info', 'y'))], '> a\n>\n> x\n>\n> b\n\n:::info\nc\n\ny\n:::'],
    ['a paragraph behind a quote or box, whole as it is', '> a\n>\n> b\n\n:::info\nc\n\nd\n:::', [insert('a', block('paragraph', 'x')), insert('c', block('paragraph', 'y'))], '> a\n>\n> b\n\nx\n\n:::info\nc\n\nd\n:::\n\ny'],
    ['that Markdown would read as something else', 'a', [insert('a', block('paragraph', '# x')), insert('a', block('item', '[ ] y'))], 'a\n\n\\# x\n\n- \\[ \\] y'],
    ['in the place of all that goes', 'a\n\n* b\n* c\n\nd', [remove('b'), insert('b', item('item', 'x')), remove('c'), insert('c', item('item', 'y'))], 'a\n\n- x\n- y\n\nd'],
    ['a table in the place of one with other columns', '|a|\n|-|\n|b|\n\nc', [remove('a'), insert('a', block('header-row', 'x', 'y')), remove('b'), insert('b', block('row', 'z', ''))], '| x | y |\n| --- | --- |\n| z |  |\n\nc'],
  ])('%s', (_, pad, edits, expected) => expect(patchPad(pad, ...edits)).toBe(expected));

  it('are refused behind a block that is not there', () => {
    expect(patchPad('a', (): ReturnType<PadEdit> => ({ kind: 'insert', after: 1, block: block('paragraph', 'x') }))).toBeUndefined();
  });

  it('are refused where they would take what follows with them', () => {
    expect(patchPad('a\n\n    code', insert('a', item('item', 'x')))).toBeUndefined();
  });
});

describe('blocks that go', () => {
  it.each<Case>([
    ['with the blank lines on one side', 'a\n\n\nb\n\nc\n', [remove('b')], 'a\n\n\nc\n'],
    ['the first', '\n\na\n\nb', [remove('a')], '\n\nb'],
    ['the last', 'a\n\nb\n', [remove('b')], 'a\n'],
    ['the last without a final line end', 'a\r\n\r\nb', [remove('b')], 'a'],
    ['all', '---\ntitle: t\n---\n\na\n', [remove('a')], '---\ntitle: t\n---\n'],
    ['never joining two paragraphs', 'a\n# b\nc', [remove('b')], 'a\n\nc'],
    ['never joining two in a quote', '> a\n> # b\n> c', [remove('b')], '> a\n>\n> c'],
    ['in a list', '* a\n* b\n* c', [remove('b')], '* a\n* c'],
    ['with what was reflowed', '- a\n  b\n- c', [remove('a b')], '- c'],
    ['not what a person put under it', '- a\n- b\n  - c', [remove('b')], '- a\n  - c'],
    ['not what a person put under the first', '1. b\n   - c', [remove('b')], '   - c'],
    ['a row', '|a|\n|-|\n|b|\n|c|', [remove('b')], '|a|\n|-|\n|c|'],
    ['a header: its rows stay', '|a|x|\n|-|-|\n|b|c|', [remove('a')], '|  |  |\n|-|-|\n|b|c|'],
    ['a whole table', 'x\n\n|a|\n|-|\n|b|\n\ny', [remove('a'), remove('b')], 'x\n\ny'],
    ['a whole box, a whole quote', ':::info\na\n:::\n\nx\n\n> b\n>\n> c\n\ny', [remove('a'), remove('b'), remove('c')], 'x\n\ny'],
    ['some of a box', ':::info\na\n\nb\n:::\n', [remove('b')], ':::info\na\n:::\n'],
    ['the first of a box', ':::info\na\n\nb\n:::\n', [remove('a')], ':::info\nb\n:::\n'],
    ['a heading of two lines', 'a\n=\nb\n-\n\nc', [remove('b')], 'a\n=\n\nc'],
    ['but not the addresses that links elsewhere need', '> a\n>\n> [x]: y\n\n[x]', [remove('a')], '> [x]: y\n\n[x]'],
  ])('%s', (_, pad, edits, expected) => expect(patchPad(pad, ...edits)).toBe(expected));

  it.each(['```\na\n```', '![a](b) a', 'a[^1]', '- a\n\n  more', '<b>a</b>'])('are refused where they hold more than words: %j', (pad) => {
    expect(patchMarkdown(pad, [{ kind: 'remove', block: 0 }])).toBeUndefined();
  });
});
