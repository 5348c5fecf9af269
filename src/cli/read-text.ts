import { readMarkdownText } from '../documents/text/markdown-found.ts';
import { decodeText } from '../io/decode-text.ts';
import type { FoundBlock } from '../model.ts';
import { readDocx } from '../office/docx/read-docx.ts';
import { extensionOf } from '../shared/paths.ts';

/** The paragraphs of a person's text, whatever its format; undefined when it cannot be read. */
export function readTextBlocks(path: string, bytes: Uint8Array): readonly FoundBlock[] | undefined {
  if (extensionOf(path) === 'md') {
    const text = wholeText(bytes);
    return text === undefined ? undefined : readMarkdownText(text).blocks;
  }
  const found = readDocx(bytes);
  return found.ok ? found.document.blocks : undefined;
}

/** A text with its byte order mark, or undefined when it is not UTF-8. */
export function wholeText(bytes: Uint8Array): string | undefined {
  try {
    decodeText(bytes, '');
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
