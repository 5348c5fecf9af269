import type { XmlNode } from '../xml-node.ts';

/** The element around the words of a link: `w:hyperlink`, or the runs of a field from its first mark to its last. */
export interface Link {
  readonly start: number;
  end: number;
}

interface Field {
  instruction: string;
  isResult: boolean;
  readonly link: Link;
}

/** Follows the marks of fields (17.16.18), which stand in runs of their own, from one paragraph to the next. */
export interface FieldReader {
  /** A `w:fldChar` or a `w:instrText`, and the run that it stands in. */
  take(node: XmlNode, run: XmlNode): void;
  /** A field is open: what follows belongs to it. */
  isOpen(): boolean;
  /** What follows is the instruction of a field, not words. */
  hidesWords(): boolean;
  /** Around the words that follow. */
  link(): Link | undefined;
  /** The instructions of the fields met since the last call, and of those that are open. */
  drain(): readonly string[];
}

/** Something that we do not follow: no instruction has this form. */
const UNKNOWN = '?';

export function fieldReader(xml: string): FieldReader {
  const open: Field[] = [];
  let met: string[] = [];

  function take(node: XmlNode, run: XmlNode): void {
    const field = open.at(-1);
    if (node.name === 'w:instrText') {
      if (field) field.instruction += xml.slice(node.inner, node.innerEnd);
      return;
    }
    // A form field carries its own settings.
    if (node.children.length > 0) met.push(UNKNOWN);
    const type = node.attributes['w:fldCharType'];
    if (type === 'begin') open.push({ instruction: '', isResult: false, link: { start: run.start, end: run.end } });
    else if (!field) met.push(UNKNOWN);
    else if (type === 'separate') field.isResult = true;
    else if (type === 'end') {
      field.link.end = run.end;
      met.push(field.instruction);
      open.pop();
    }
  }

  return {
    take,
    isOpen: () => open.length > 0,
    hidesWords: () => open.some(({ isResult }) => !isResult),
    link: () => open[0]?.link,
    drain() {
      const drained = [...met, ...open.map(({ instruction }) => instruction)];
      met = [];
      return drained;
    },
  };
}

export const isLinkField = (instruction: string): boolean => /^\s*HYPERLINK\b/i.test(instruction);
export const isContentsField = (instruction: string): boolean => /^\s*TOC\b/i.test(instruction);
