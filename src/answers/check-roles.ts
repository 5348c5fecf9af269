import { compact } from '../shared/decode.ts';
import type { RawMap } from '../shared/yaml.ts';
import type { Question } from '../model.ts';
import type { AnswerContext, Checked } from './answer-context.ts';
import { expectedForm, MAX_TEXT } from './expected-form.ts';
import { matchChoice, nearestChoice } from './match-choice.ts';
import { isRawMap, quoteRaw, rawText, type RawAnswer } from './raw-answer.ts';

/** A map of role → name or function, or its text form « chef-de-projet : service numérique; … ». Drops empty names. */
export function checkRoles(raw: RawAnswer, question: Question, context: AnswerContext): Checked {
  const roles = context.roles.map(({ id, title }) => ({ value: id, label: title }));
  const given = isRawMap(raw) ? raw : fromText(rawText(raw) ?? '');
  if (!given) return { expected: expectedForm(question) };
  const value: Record<string, string> = {};
  for (const [key, name] of Object.entries(given)) {
    const role = matchChoice(key, roles)?.value;
    if (role === undefined) {
      const expected = `un de ces rôles : ${roles.map((known) => known.value).join(', ')}`;
      return compact({ expected, found: quoteRaw(key), nearest: nearestChoice(key, roles) });
    }
    const text = rawText(name);
    if (text === undefined || Array.from(text).length > MAX_TEXT) {
      return { expected: expectedForm(question), found: quoteRaw(name) };
    }
    if (text !== '') value[role] = text;
  }
  return { value };
}

function fromText(text: string): RawMap | undefined {
  const parts = text.split(';').filter((part) => part.trim() !== '').map((part) => /^([^:=]+)[:=](.*)$/.exec(part));
  if (parts.length === 0 || parts.some((part) => part === null)) return undefined;
  return Object.fromEntries(parts.map((part) => [(part?.[1] ?? '').trim(), part?.[2] ?? '']));
}
