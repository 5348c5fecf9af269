import { isMap, isScalar, Lexer, parseDocument } from 'yaml';
import type { AnswerValue } from '../model.ts';
import { problem, type Result } from '../problem.ts';
import { parseYaml, toRaw } from '../shared/yaml.ts';
import { answerToYaml } from './answer-to-yaml.ts';
import { NO_ANSWER_MARK, proposedPattern } from './write-answers.ts';

type Changes = Readonly<Record<string, AnswerValue | undefined>>;

/**
 * Sets (or with undefined, takes away) answers inside the text of a `nec-local.yaml` that people may have edited:
 * every other byte stays, comments, order and line ends included. An answer that was only proposed takes the place of
 * its commented lines; a new one goes at the end. Problems: those of a text that cannot be read, and `answers-layout`
 * when the changed text would not say exactly what was asked.
 */
export function updateAnswers(text: string, changes: Changes): Result<string> {
  const before = valuesOf(text);
  if (!before.ok) return before;
  const updated = Object.entries(changes).reduce((current, [id, value]) => updateOne(current, id, value), text);
  const after = valuesOf(updated);
  return after.ok && saysSame(after.value, changed(before.value, changes))
    ? { ok: true, value: updated }
    : { ok: false, problems: [problem('answers-layout', { ids: Object.keys(changes).join(', ') })] };
}

function updateOne(text: string, id: string, value: AnswerValue | undefined): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const written = value === undefined ? `# ${id}:${NO_ANSWER_MARK}` : answerToYaml(id, value).replaceAll('\n', lineEnd);
  const active = findEntry(text, id);
  if (active) {
    const kept = commentsIn(text.slice(active.start, active.end));
    return text.slice(0, active.start) + [...kept, written].join(lineEnd) + text.slice(active.end);
  }
  if (value === undefined) return text;
  const ours = proposedPattern(id);
  if (ours.test(text)) return text.replace(ours, () => written);
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return `${text}${gap}${written}${lineEnd}`;
}

/** Where an answer stands: from the first character of its key to the last of its value. */
export interface Entry {
  readonly start: number;
  readonly keyEnd: number;
  readonly end: number;
}

export function findEntry(text: string, id: string): Entry | undefined {
  const root = parseDocument(text).contents;
  const pair = isMap(root) ? root.items.find(({ key }) => isScalar(key) && String(key.value) === id) : undefined;
  if (!pair || !isScalar(pair.key) || !pair.key.range) return undefined;
  const value = pair.value as { readonly range?: readonly [number, number, number] } | null;
  const [start, keyEnd] = pair.key.range;
  const end = value?.range?.[1] ?? text.indexOf(':', start) + 1;
  return { start, keyEnd, end: start + text.slice(start, end).trimEnd().length };
}

/** What a person noted inside an answer that is replaced. */
function commentsIn(text: string): readonly string[] {
  const tokens = [...new Lexer().lex(text)];
  // \x1f announces the text of a scalar, where a # is a letter like any other.
  return tokens.filter((token, index) => token.startsWith('#') && tokens[index - 1] !== '\x1f');
}

type Values = ReadonlyMap<string, string>;

/** Each answer of a text in a form that can be compared. */
function valuesOf(text: string): Result<Values> {
  const parsed = parseYaml(text, '');
  if (!parsed.ok) return parsed;
  const entries = parsed.value.kind === 'map' ? parsed.value.entries : [];
  return { ok: true, value: new Map(entries.map(({ key, value }) => [key, JSON.stringify(toRaw(value))])) };
}

function changed(before: Values, changes: Changes): Values {
  const values = new Map(before);
  for (const [id, value] of Object.entries(changes)) {
    const written = value === undefined ? undefined : valuesOf(answerToYaml(id, value));
    if (written?.ok) written.value.forEach((said, key) => values.set(key, said));
    else values.delete(id);
  }
  return values;
}

const saysSame = (one: Values, other: Values): boolean =>
  one.size === other.size && [...one].every(([id, said]) => other.get(id) === said);
