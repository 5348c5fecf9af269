import { walkXml } from '../walk-xml.ts';
import { isTransitional } from './namespaces.ts';

/** Signs that XML does not allow, or a text that looks like one (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/**
 * The texts of `sharedStrings.xml`, in order; rich text as plain words, without phonetic hints. Undefined when it is
 * not well formed or not transitional.
 */
export function readSharedStrings(xml: string): readonly string[] | undefined {
  const strings: string[] = [];
  const path: string[] = [];
  let [words, isKnown] = ['', true];
  const isWhole = walkXml(xml, {
    open(name, attributes) {
      path.push(name);
      if (path.length === 1) isKnown = name === 'sst' && isTransitional(attributes);
      if (path.length === 2) words = '';
    },
    close(name) {
      path.pop();
      if (path.length === 1 && name === 'si') strings.push(plain(words));
    },
    text(text) {
      if (path.at(-1) === 't' && path.at(-2) !== 'rPh') words += text;
    },
  });
  return isWhole && isKnown ? strings : undefined;
}

const plain = (words: string): string =>
  words.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\r\n?/g, '\n');
