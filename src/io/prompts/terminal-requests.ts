import { checkbox, input, search, select, Separator } from '@inquirer/prompts';
import type { Choice } from '../../model.ts';
import { printable, spoken } from '../../shared/printable.ts';
import { wrapWords } from '../../shared/wrap-words.ts';
import type { AskRequest, ChoiceRequest, ChoicesRequest, Reply, SearchRequest, TextRequest } from '../prompter.ts';
import { terminalTheme } from './terminal-theme.ts';

type Context = NonNullable<Parameters<typeof input>[1]>;

export interface Screen {
  readonly context: Context;
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  /** Lines of a list shown at once. */
  readonly pageSize: number;
}

/** Values that no kit can hold: its ids and values are words. */
const WHY = '\u0000why';
const BACK = '\u0000back';

const WHY_KEY = ' — ? : pourquoi';
const LIST_KEYS = 'Flèches : choisir — Entrée : valider — Échap : revenir';
const CHECK_KEYS = 'Espace : cocher — a : tout — Entrée : valider — Échap : revenir';
const SEARCH_KEYS = 'Tapez quelques lettres — Flèches : choisir — Entrée : valider — Échap : revenir';

/** Shows one request with the Inquirer prompt that fits, and gives what was answered. */
export function showRequest(request: AskRequest, screen: Screen): Promise<Reply> {
  switch (request.kind) {
    case 'text': return showText(request, screen);
    case 'choice': return showChoice(request, screen);
    case 'choices': return showChoices(request, screen);
    case 'search': return showSearch(request, screen);
  }
}

async function showText(request: TextRequest, { context, color, width }: Screen): Promise<Reply> {
  const { suggestion } = request;
  const command = (typed: string): boolean => typed.trim() === '<' || (typed.trim() === '?' && request.hasWhy);
  const typed = await input({
    message: `${message(request, width)}\n ›`,
    prefill: suggestion?.from === 'given' ? 'editable' : 'tab',
    ...(suggestion && { default: printable(suggestion.text) }),
    validate: (text) => command(text) || (cut(request.check(text), width) ?? true),
    theme: terminalTheme(color, ''),
  }, context);
  if (typed.trim() === '<') return { kind: 'back' };
  return typed.trim() === '?' && request.hasWhy ? { kind: 'why' } : { kind: 'value', raw: typed };
}

async function showChoice(request: ChoiceRequest, { context, color, pageSize, width }: Screen): Promise<Reply> {
  const value = await select({
    message: message(request, width),
    choices: [...request.choices.map(toItem(width)), new Separator(' '), ...exits(request)],
    ...(request.current !== undefined && { default: request.current }),
    pageSize,
    loop: false,
    theme: terminalTheme(color, LIST_KEYS + (request.hasWhy ? WHY_KEY : '')),
  }, context);
  return leave(value);
}

async function showChoices(request: ChoicesRequest, { context, color, pageSize, width }: Screen): Promise<Reply> {
  const values = await checkbox({
    message: message(request, width),
    choices: request.choices
      .map(toItem(width))
      .map((item) => ({ ...item, checked: request.current.includes(item.value) })),
    pageSize,
    loop: false,
    shortcuts: { all: 'a', invert: null },
    validate: (items) => request.check(items.map(({ value }) => value)) ?? true,
    theme: terminalTheme(color, CHECK_KEYS + (request.hasWhy ? WHY_KEY : '')),
  }, context);
  return { kind: 'value', raw: values };
}

async function showSearch(request: SearchRequest, { context, color, pageSize, width }: Screen): Promise<Reply> {
  const value = await search({
    message: `${message(request, width)}\n ›`,
    source: (typed = '') => results(request, typed.trim(), width),
    validate: (chosen) => (chosen === WHY || chosen === BACK) || (request.check(chosen) ?? true),
    pageSize,
    theme: terminalTheme(color, SEARCH_KEYS),
  }, context);
  return leave(value);
}

/** Nothing typed yet: the answer already given, if any, then the ways out, which « ? » also brings back. */
function results(request: SearchRequest, typed: string, width: number) {
  if (typed !== '' && typed !== '?') return request.search(typed).map(toItem(width));
  return [...(request.current ? [toItem(width)(request.current)] : []), ...exits(request)];
}

function leave(value: string): Reply {
  if (value === WHY) return { kind: 'why' };
  return value === BACK ? { kind: 'back' } : { kind: 'value', raw: value };
}

/** An empty line, « 3 sur 9 — question », then its help, cut between words. */
function message({ label, help, progress }: AskRequest, width: number): string {
  const title = spoken(progress ? `${progress} — ${label}` : label);
  return ['', ...wrapWords(title, width), ...(help ? wrapWords(` ${spoken(help)}`, width, ' ') : [])].join('\n');
}

const toItem = (width: number) => ({ value, label, hint }: Choice) => ({
  value,
  name: spoken(label),
  ...(hint && { description: wrapWords(` ${spoken(hint)}`, width, ' ').join('\n') }),
});

/** Inquirer cuts long lines inside words; « Réponse refusée. » comes before. */
const cut = (error: string | undefined, width: number): string | undefined =>
  error && wrapWords(`Réponse refusée. ${spoken(error)}`, width).join('\n').slice('Réponse refusée. '.length);

const exits = ({ hasWhy, isFirst }: AskRequest) => [
  ...(hasWhy ? [{ value: WHY, name: 'Pourquoi cette question ?' }] : []),
  ...(isFirst ? [] : [{ value: BACK, name: 'Revenir à la question précédente' }]),
];
