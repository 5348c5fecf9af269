/** Outside the `Char` production of XML 1.0 (section 2.2): a file that holds one of these does not open. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A text without the characters that no XML can hold. */
export const legalText = (text: string): string => text.replace(NOT_IN_XML, '');

/** Any text as XML character data or attribute value; illegal characters are left out. */
export function escapeXml(text: string): string {
  return legalText(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** XML written over several lines for people who read this code: white space between tags does not go into the file. */
export function compactXml(xml: string): string {
  return xml.replace(/>\s+</g, '><').trim();
}
