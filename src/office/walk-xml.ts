import { SaxesParser } from 'saxes';

/** Where a tag stands in the text: from its `<` to behind its `>`, in UTF-16 units. */
export interface Tag {
  readonly start: number;
  readonly end: number;
}

export interface XmlReader {
  /** `name` with its prefix, as written. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, tag: Tag) => void;
  /** For `<a/>` too, with the place of its only tag. */
  readonly close: (name: string, tag: Tag) => void;
  /** A run of words between two tags: entities decoded, line ends as LF. */
  readonly text?: (text: string) => void;
}

/**
 * Reads a part from its start to its end, without keeping a tree: a sheet of 10 000 rows has half a million elements.
 * False when it is not well formed, not in UTF-8, or has a DOCTYPE, which could make its words differ from what stands
 * there.
 */
export function walkXml(xml: string, { open, close, text }: XmlReader): boolean {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let isSound = true;
  const refuse = (): void => {
    isSound = false;
  };
  // A `<` stands in no attribute value (XML 1.0 §2.3): the last one begins the tag.
  const tag = (): Tag => ({ start: xml.lastIndexOf('<', parser.position - 1), end: parser.position });
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (encoding.toUpperCase() !== 'UTF-8') refuse();
  });
  parser.on('opentag', ({ name, attributes }) => open(name, attributes, tag()));
  parser.on('closetag', ({ name }) => close(name, tag()));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.write(xml).close();
  return isSound;
}
