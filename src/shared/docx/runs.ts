import type { Inline } from '../../model.ts';
import { escapeXml } from '../xml.ts';

/** `w:rPr` of a run: children in the order of EG_RPrBase (ECMA-376 part 1, 17.3.2.28). */
function runProperties({ strong, emphasis, link }: Inline): string {
  const children = [
    link && '<w:rStyle w:val="Hyperlink"/>', strong && '<w:b/><w:bCs/>', emphasis && '<w:i/><w:iCs/>',
  ].filter(Boolean);
  return children.length > 0 ? `<w:rPr>${children.join('')}</w:rPr>` : '';
}

function run(inline: Inline): string {
  const lines = inline.text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${runProperties(inline)}${lines.join('<w:br/>')}</w:r>`;
}

/** The address stands in quotes inside a field instruction, where quotes and backslashes have a meaning. */
const quoteAddress = (link: string): string => escapeXml(link.replaceAll('"', '%22').replaceAll('\\', '%5C'));

const fieldMark = (type: 'begin' | 'separate' | 'end'): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** A field like PAGE or HYPERLINK (17.16.2), with what it shows until it is computed again. */
export function field(instruction: string, shown: string): string {
  return fieldMark('begin')
    + `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`
    + fieldMark('separate') + shown + fieldMark('end');
}

/** The runs of a paragraph. A link is a field: it needs no relation, so it can be put into a person's file later. */
export function writeRuns(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.link ? field(`HYPERLINK "${quoteAddress(inline.link)}"`, run(inline)) : run(inline)))
    .join('');
}
