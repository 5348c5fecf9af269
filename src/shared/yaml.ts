import {
  isAlias, isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node,
} from 'yaml';
import { problem, type Position, type Problem, type Result } from '../problem.ts';
import { isDeepAtSight } from './yaml-depth.ts';

/** A YAML value that knows where it stands: what every decoder reads. */
export type Located = LocatedScalar | LocatedList | LocatedMap;

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, so that the code `07128` keeps its zero. */
  readonly source: string;
  readonly at: Position;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly items: readonly Located[];
  readonly at: Position;
}

export interface LocatedMap {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: string; readonly keyAt: Position; readonly value: Located }[];
  readonly at: Position;
}

/** The same as a plain value. */
export type RawValue = string | number | boolean | null | readonly RawValue[] | RawMap;
export interface RawMap {
  readonly [key: string]: RawValue;
}

/** A positioned value as a plain one. Numbers in a form of their own stay as written: `07128`, `1.000`. */
export function toRaw(node: Located): RawValue {
  switch (node.kind) {
    case 'list': return node.items.map(toRaw);
    case 'map': return Object.fromEntries(node.entries.map(({ key, value }) => [key, toRaw(value)]));
    case 'scalar': {
      const ownForm = typeof node.value === 'number' && String(node.value) !== node.source;
      return ownForm ? node.source : node.value;
    }
  }
}

/** Larger files are refused unread: nothing that people write by hand comes near. */
const MAX_CHARACTERS = 1_000_000;
const MAX_DEPTH = 40;

/**
 * Parses one YAML 1.2 document (core schema). Aliases, tags, doubled keys and very deep or large files are problems:
 * a kit or an answers file has no use for them, and they are how YAML files attack their reader.
 */
export function parseYaml(text: string, file: string): Result<Located> {
  const start: Position = { file, line: 1, column: 1 };
  if (text.length > MAX_CHARACTERS) {
    return { ok: false, problems: [problem('yaml-too-large', { limit: '1 Mo' }, start)] };
  }
  if (isDeepAtSight(text)) return { ok: false, problems: [problem('yaml-too-large', { limit: `${MAX_DEPTH}` }, start)] };
  const lines = new LineCounter();
  const place = (offset: number | undefined): Position => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
    const problems = firstOfEachLine([...document.errors, ...document.warnings].map(({ message, pos: [noticed] }) => {
      const start = /closing|end with a/.test(message) ? opening(document, noticed) : noticed;
      return problem('yaml-syntax', { detail: message }, place(start));
    }));
    if (problems.length > 0) return { ok: false, problems };
    const value = locate(document.contents, place, (detail, at) => problems.push(problem('yaml-syntax', { detail }, at)), 0);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problems: [problem('yaml-too-large', { limit: `${MAX_DEPTH}` }, start)] };
    throw error;
  }
}

/** Where the bracket or quote that is not closed was opened: the parser only notices further on. */
function opening(document: Document, noticed: number): number {
  let start = noticed;
  visit(document, {
    Node(_, node) {
      const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      const [from, to] = node.range ?? [0, 0];
      if ((isQuoted || (isCollection(node) && node.flow)) && from < noticed && noticed <= to) start = from;
    },
  });
  return start;
}

/** One slip makes the parser complain several times of the same line. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ at }, index) => problems.findIndex((other) => other.at?.line === at?.line) === index);
}

function locate(
  node: Node | null,
  place: (offset: number | undefined) => Position,
  refuse: (detail: string, at: Position) => void,
  depth: number,
): Located {
  const at = place(node?.range?.[0]);
  const empty: Located = { kind: 'scalar', value: null, source: '', at };
  if (depth > MAX_DEPTH) {
    refuse('too deep', at);
    return empty;
  }
  if (isAlias(node) || (node && 'anchor' in node && node.anchor)) {
    refuse('alias', at);
    return empty;
  }
  if (node?.tag !== undefined) {
    refuse('tag', at);
    return empty;
  }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => locate(item as Node | null, place, refuse, depth + 1)), at };
  }
  if (isMap(node)) {
    const entries = node.items.map((pair) => {
      const key = pair.key as Node | null;
      const name = locate(key, place, refuse, depth + 1);
      return {
        key: name.kind === 'scalar' ? name.source : '?',
        keyAt: name.at,
        // In `{ id, title: x }` the missing value has no place of its own.
        value: pair.value === null
          ? { kind: 'scalar', value: null, source: '', at: name.at } as const
          : locate(pair.value as Node, place, refuse, depth + 1),
      };
    });
    return { kind: 'map', entries, at };
  }
  if (!isScalar(node)) return empty;
  const { value } = node;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { kind: 'scalar', value: plain, source: node.source ?? String(plain ?? ''), at };
}
