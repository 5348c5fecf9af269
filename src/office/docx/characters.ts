import { escapeXml } from '../../shared/xml.ts';
import type { XmlNode } from '../xml-node.ts';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function readReference(reference: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? reference;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

/** Character data as the text it stands for. */
export function decodeXml(raw: string): string {
  return raw.includes('&') ? raw.replace(/&([^;]+);/g, readReference) : raw;
}

/** The words of a `w:t`; undefined when there is more in it than characters (a comment, a CDATA section). */
export function readCharacters(xml: string, node: XmlNode): string | undefined {
  const raw = xml.slice(node.inner, node.innerEnd);
  if (raw.includes('<')) return undefined;
  const text = decodeXml(raw).replace(/\r\n?|\n/g, ' ');
  return node.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '');
}

const text = (words: string): string => (words === '' ? '' : `<w:t xml:space="preserve">${escapeXml(words)}</w:t>`);

/** Words as the content of a run; nothing for no words. */
export function writeCharacters(words: string): string {
  return words.split('\n').map((line) => line.split('\t').map(text).join('<w:tab/>')).join('<w:br/>');
}
