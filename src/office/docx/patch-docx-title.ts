import { escapeXml } from '../../shared/xml.ts';
import { replaceParts } from '../package.ts';
import { childOf, parseXml, splice, type Splice, type XmlNode } from '../xml-node.ts';
import { decodeXml } from './characters.ts';
import { openDocx } from './open-docx.ts';
import { patchWords } from './patch-words.ts';
import { outermost } from './read-row.ts';
import { wordsReader } from './words.ts';

/** A text of ours that stands around the document: its title, the head or foot of its pages. */
export interface TextChange {
  readonly from: string;
  readonly to: string;
}

/** Paragraphs whose words are ours: all of them, or those before the tab and the page number. */
function marginSplices(xml: string, root: XmlNode, changes: readonly TextChange[]): readonly Splice[] {
  const reader = wordsReader(xml);
  return outermost(root, 'w:p').flatMap((node) => {
    const words = reader.read(node);
    const hasPageNumber = words.locked === 'object';
    const change = changes.find(({ from }) => from !== ''
      && (words.text === from || (hasPageNumber && words.text.startsWith(`${from}\t`))));
    if (!change || words.locked === 'comment' || words.locked === 'tracked-changes') return [];
    return patchWords(xml, { node, words }, [{ from: 0, to: change.from.length, text: change.to }]) ?? [];
  });
}

function titleSplices(xml: string, root: XmlNode, changes: readonly TextChange[]): readonly Splice[] {
  const title = childOf(root, 'dc:title');
  const change = title && changes.find(({ from }) => from === decodeXml(xml.slice(title.inner, title.innerEnd)));
  return title && change ? [{ start: title.inner, end: title.innerEnd, text: escapeXml(change.to) }] : [];
}

/**
 * The file with our texts around the document changed, where they are still ours: title of the file, head and foot of the
 * pages. What a person put there stays. Nothing to change: `bytes` itself.
 */
export function patchDocxTitle(bytes: Uint8Array, changes: readonly TextChange[]): Uint8Array {
  const file = openDocx(bytes);
  if (!file) return bytes;
  const patched = (names: readonly string[], splicesOf: typeof titleSplices): readonly (readonly [string, string])[] => (
    names.flatMap((name) => {
      const xml = file.parts.text(name);
      const root = xml === undefined ? undefined : parseXml(xml);
      const splices = xml !== undefined && root ? splicesOf(xml, root, changes) : [];
      const text = xml !== undefined && splices.length > 0 ? splice(xml, splices) : undefined;
      return text === undefined || !parseXml(text) ? [] : [[name, text] as const];
    })
  );
  const parts = [...patched(file.margins, marginSplices), ...patched(file.properties ? [file.properties] : [], titleSplices)];
  return parts.length === 0 ? bytes : replaceParts(bytes, Object.fromEntries(parts));
}
