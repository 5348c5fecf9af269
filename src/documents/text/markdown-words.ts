import { escapeStart } from './markdown-escape.ts';
import { cutParts, type Escape, type Manner, type Part, type WordsEdit } from './markdown-parts.ts';
import type { PlacedCell } from './markdown-placed-block.ts';

/** How the words of a block have to be written where they stand. */
export interface Setting {
  /** What a line break is; undefined where there can be none. */
  readonly lineBreak: string | undefined;
  /** `start`: the first words could be read as the mark of a block. `heading`: the last as the end of a heading. */
  readonly danger: 'start' | 'heading' | 'cell';
}

const newPart = (source: string): Part => ({ role: 'words', source, text: source, isNew: true });

const isMark = ({ role }: Part): boolean => role === 'open' || role === 'close';

/** Marks beside new words are new themselves. */
function touchMarks(parts: readonly Part[]): readonly Part[] {
  const near = [...parts];
  for (const order of [parts.keys(), [...parts.keys()].reverse()]) {
    let isNew = false;
    for (const rank of order) {
      const part = near[rank];
      if (!part || !isMark(part)) isNew = part?.isNew ?? false;
      else if (isNew) near[rank] = { ...part, isNew };
    }
  }
  return near;
}

const ADDRESS = /^(?:[a-z][a-z0-9+.-]+:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)$/i;

/** Words that are code, or an address in `<>`, only as long as they can be. */
function tidyLiteral(open: Part, inside: readonly Part[], close: Part, escape: Escape): readonly Part[] {
  const text = inside.map((part) => part.text).join('');
  const isFine = open.source === '<' ? ADDRESS.test(text) : !/[`\n]|^\s|\s$/.test(text);
  return isFine ? [open, ...inside, close] : [newPart(escape(text.replaceAll('\n', ' ')))];
}

/** What marks stand around, once their words changed: none around nothing, none next to a space, no code that is none. */
function tidyMarked(open: Part, inside: readonly Part[], close: Part, { escape, marks }: Manner): readonly Part[] {
  const isShown = ({ source, role }: Part): boolean => source !== '' || role === 'break';
  const [start, end] = [inside.findIndex(isShown), inside.findLastIndex(isShown)];
  const isChanged = inside.some(({ isNew }) => isNew);
  if (isChanged && start === -1) return [newPart('')];
  if (isChanged && (open.mark === 'code' || open.source === '<')) return tidyLiteral(open, inside, close, escape);
  if (isChanged && close.label !== undefined) return [open, ...inside, { ...close, source: `][${close.label}]` }];
  if (open.mark || !(isChanged || open.isNew || close.isNew)) return [open, ...inside, close];
  if (marks === 'drop') return inside;
  const spaces = (part: Part | undefined, pattern: RegExp): string => (part?.role === 'words' ? pattern.exec(part.source)?.[0] ?? '' : '');
  const [before, behind] = [spaces(inside[start], /^\s*/), spaces(inside[end], /\s*$/)];
  const words = inside.map((part, rank) => ({
    ...part, source: part.source.slice(rank === start ? before.length : 0, part.source.length - (rank === end ? behind.length : 0)),
  }));
  const [first, last] = [open, close].map((mark) => (marks === 'star' ? { ...mark, source: mark.source.replaceAll('_', '*') } : mark));
  return [newPart(before), ...(first ? [first] : []), ...words, ...(last ? [last] : []), newPart(behind)];
}

/** From the inside out. */
function tidyParts(parts: readonly Part[], manner: Manner): readonly Part[] {
  const stack: Part[][] = [[]];
  for (const part of touchMarks(parts)) {
    if (part.role === 'open') stack.push([part]);
    else if (part.role === 'close' && stack.length > 1) {
      const [open, ...inside] = stack.pop() ?? [];
      if (open) stack.at(-1)?.push(...tidyMarked(open, inside, part, manner));
    } else stack.at(-1)?.push(part);
  }
  return stack.flat();
}

interface SourceLine {
  readonly parts: readonly Part[];
  /** The line break before. */
  readonly lead: Part | undefined;
}

function splitParts(parts: readonly Part[]): readonly SourceLine[] {
  const lines: { parts: Part[]; lead: Part | undefined }[] = [{ parts: [], lead: undefined }];
  for (const part of parts) {
    if (part.role === 'break') lines.push({ parts: [], lead: part });
    else lines.at(-1)?.parts.push(part);
  }
  return lines;
}

/** Words that would open a list, a quote, code where they now start a line are words. */
function escapeLine(source: string, { parts }: SourceLine): string {
  const first = parts.find((part) => part.source.trim() !== '');
  if (first?.role !== 'words' || first.mark === 'code') return source;
  const escaped = escapeStart(source);
  return escaped === source ? source.replace(/^[*>~`_[]/, '\\$&') : escaped;
}

/** The source of a cell with some words changed. Whether it reads back is for the caller to see. */
export function patchWords(
  file: string, cell: PlacedCell, edits: readonly WordsEdit[], { lineBreak, danger }: Setting, manner: Manner,
): string {
  const flat = lineBreak === undefined ? edits.map((edit) => ({ ...edit, text: edit.text.replaceAll('\n', ' ') })) : edits;
  const lines = splitParts(tidyParts(cutParts(file, cell, flat, manner), manner));
  let patched = '';
  lines.forEach((line, rank) => {
    const source = line.parts.map((part) => part.source).join('');
    const isChanged = line.parts.some(({ isNew }) => isNew) || line.lead?.isNew === true || lines[rank + 1]?.lead?.isNew === true;
    const trimmed = isChanged ? source.replace(/^[ \t]+|[ \t]+$/g, '') : source;
    if (trimmed === '') return;
    const lead = line.lead?.source || `\\${lineBreak ?? ''}`;
    patched += (patched === '' ? '' : lead) + (isChanged && danger === 'start' ? escapeLine(trimmed, line) : trimmed);
  });
  if (danger === 'heading') return patched.replace(/(?<=\s|^)#+$/, '\\$&');
  return danger === 'cell' ? patched.replace(/\\$/, '$& ') : patched;
}
