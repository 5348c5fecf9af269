import { expect, it } from 'vitest';
import type { TextEdit } from '../../../src/model.ts';
import { patchDocx } from '../../../src/office/docx/patch-docx.ts';
import { bodyOf, paragraph, row, run, table, withBody } from '../../support/docx-parts.ts';

const remove = (...blocks: readonly number[]): readonly TextEdit[] => blocks.map((block) => ({ kind: 'remove', block }));
const [A, B, Z] = ['a', 'b', 'z'].map((text) => paragraph(run(text))) as [string, string, string];
const R = row(paragraph(run('r'), 'TableText'));
const SPACE = paragraph('', 'AfterTable');
const [START, END] = ['<w:bookmarkStart w:id="1" w:name="x"/>', '<w:bookmarkEnd w:id="1"/>'];

it.each<[string, string, readonly TextEdit[], string]>([
  ['a paragraph', A + B + Z, remove(1), A + Z],
  ['several', A + B + Z, remove(0, 1), Z],
  ['the last, when another stays', A + Z, remove(1), A],
  ['a row', A + table(R, R) + SPACE, remove(1), A + table(R) + SPACE],
  ['a table, and the space behind it', A + table(R, R) + SPACE + Z, remove(1, 2), A + Z],
  ['a table at the start, and not what may be needed behind it', table(R) + SPACE + Z, remove(0), SPACE + Z],
  ['a table between two tables', table(R) + SPACE + table(R) + SPACE + table(R) + SPACE, remove(2), table(R) + SPACE + table(R) + SPACE],
  ['a table with a person’s paragraph behind it', A + table(R) + Z, remove(1), A + Z],
  ['a table, not what a person put into the space behind it', `${A}${table(R)}${paragraph('<w:r><w:drawing/></w:r>', 'AfterTable')}${Z}`, remove(1),
    `${A}${paragraph('<w:r><w:drawing/></w:r>', 'AfterTable')}${Z}`],
  ['a paragraph, not its bookmarks', A + paragraph(START + run('b') + END) + Z, remove(1), A + START + END + Z],
  ['the start of a bookmark', paragraph(START + run('a')) + B + paragraph(run('z') + END), remove(0), START + B + paragraph(run('z') + END)],
  ['a row, not its bookmarks', table(R, row(paragraph(START + run('a') + END))) + SPACE, remove(1), table(R, START + END) + SPACE],
  ['a table, not its bookmarks', A + table(row(paragraph(START + run('a')))) + paragraph(END, 'AfterTable') + Z, remove(1), A + START + END + Z],
  ['what people may edit, not its bounds', A + paragraph(`<w:permStart w:id="1"/>${run('b')}<w:permEnd w:id="1"/>`) + Z, remove(1), `${A}<w:permStart w:id="1"/><w:permEnd w:id="1"/>${Z}`],
])('removes %s', (_, body, edits, expected) => {
  expect(bodyOf(patchDocx(withBody(body), edits) ?? new Uint8Array())).toBe(expected);
});
