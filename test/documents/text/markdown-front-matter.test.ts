import { describe, expect, it } from 'vitest';
import { patchFrontMatter } from '../../../src/documents/text/markdown-front-matter.ts';
import { toMarkdown } from '../../../src/documents/text/markdown.ts';
import type { TextDocument } from '../../../src/model.ts';

const NOTE: TextDocument = {
  kind: 'text', path: 'note.md', blocks: [], spec: { id: 'note', path: 'note', kind: 'text', title: 'Note', purpose: '', readers: '' },
};
const RENAMED = [{ from: 'Note – NEC', to: 'Note – « La fête » : #1 "x"' }] as const;
const NEW = JSON.stringify(RENAMED[0].to);

describe('patchFrontMatter', () => {
  it.each<[string, string, string]>([
    ['as we write it', '---\ntitle: "Note – NEC"\nlang: "fr"\n---\n\n# a\n', `---\ntitle: ${NEW}\nlang: "fr"\n---\n\n# a\n`],
    ['without quotes', '---\ntitle:  Note – NEC  \n---\n', `---\ntitle:  ${NEW}  \n---\n`],
    ['in single quotes, with a comment', "---\ntitle: 'Note – NEC' # à nous\n---\n", `---\ntitle: ${NEW} # à nous\n---\n`],
    ['without quotes, with a comment', '---\ntitle: Note – NEC # à nous\n---\n', `---\ntitle: ${NEW} # à nous\n---\n`],
    ['with a byte order mark and line ends of Windows', '\uFEFF---\r\ntitle: "Note – NEC"\r\n...\r\na', `\uFEFF---\r\ntitle: ${NEW}\r\n...\r\na`],
    ['twice', '---\ntitle: "Note – NEC"\ndescription: "Note – NEC"\n---\n', `---\ntitle: ${NEW}\ndescription: ${NEW}\n---\n`],
  ])('changes a value %s', (_, text, expected) => expect(patchFrontMatter(text, RENAMED)).toBe(expected));

  it.each([
    '---\ntitle: "Note – NEC, à nous"\n---\n', '---\ntitle: "Note – NEC\n---\n', '---\ntitle: ["Note – NEC"]\n---\n', '---\n# title: Note – NEC\n---\n',
    'title: "Note – NEC"\n', '---\n\nNote – NEC\n\n---\n', '---\ntitle: "Note – NEC"\n', '---\ntitle:\n---\n', '', '\uFEFF',
  ])('leaves what a person wrote: %j', (text) => expect(patchFrontMatter(text, RENAMED)).toBe(text));

  it('finds what toMarkdown writes, whatever the title', () => {
    const [from, to] = ['Le "titre" \\ de l’équipe: # 1', 'Autre'];
    const pad = (title: string): string => toMarkdown(NOTE, { title });
    expect(patchFrontMatter(pad(from), [{ from, to }])).toBe(pad(to));
  });
});
