import { checkbox, input, search, select, Separator } from '@inquirer/prompts';
import type { Choice } from '../../model.ts';
import { printable } from '../../shared/printable.ts';
import type { AskRequest, ChoiceRequest, ChoicesRequest, Reply, SearchRequest, TextRequest } from '../prompter.ts';
import { terminalTheme } from './terminal-theme.ts';

type Context = NonNullable<Parameters<typeof input>[1]>;

export interface Screen {
  readonly context: Context;
  readonly color: boolean;
  /** Lines of a list shown at once. */
  readonly pageSize: number;
}

/** Values that no kit can hold: its ids and values are words. */
const WHY = '\u0000why';
const BACK = '\u0000back';

const LIST_KEYS = 'Flèches pour choisir, Entrée pour valider, Échap pour revenir, « ? » pour savoir pourquoi';
const CHECK_KEYS = 'Espace pour cocher, « a » pour tout cocher, Entrée pour valider, Échap pour revenir, « ? » pour savoir pourquoi';
const SEARCH_KEYS = 'Tapez quelques lettres, flèches pour choisir, Entrée pour valider, Échap pour revenir';

/** Shows one request with the Inquirer prompt that fits, and gives what was answered. */
export function showRequest(request: AskRequest, screen: Screen): Promise<Reply> {
  switch (request.kind) {
    case 'text': return showText(request, screen);
    case 'choice': return showChoice(request, screen);
    case 'choices': return showChoices(request, screen);
    case 'search': return showSearch(request, screen);
  }
}

async function showText(request: TextRequest, { context, color }: Screen): Promise<Reply> {
  const { suggestion } = request;
  const command = (typed: string): boolean => ['<', '?'].includes(typed.trim());
  const typed = await input({
    message: `${message(request)}\n ›`,
    ...(suggestion && { default: printable(suggestion.text), prefill: suggestion.from === 'given' ? 'editable' : 'tab' }),
    validate: (text) => command(text) || (request.check(text) ?? true),
    theme: terminalTheme(color, ''),
  }, context);
  if (typed.trim() === '<') return { kind: 'back' };
  return typed.trim() === '?' ? { kind: 'why' } : { kind: 'value', raw: typed };
}

async function showChoice(request: ChoiceRequest, { context, color, pageSize }: Screen): Promise<Reply> {
  const value = await select({
    message: message(request),
    choices: [...request.choices.map(toItem), new Separator(' '), ...exits(request)],
    ...(request.current !== undefined && { default: request.current }),
    pageSize,
    loop: false,
    theme: terminalTheme(color, LIST_KEYS),
  }, context);
  return leave(value);
}

async function showChoices(request: ChoicesRequest, { context, color, pageSize }: Screen): Promise<Reply> {
  const values = await checkbox({
    message: message(request),
    choices: request.choices.map((choice) => ({ ...toItem(choice), checked: request.current.includes(choice.value) })),
    pageSize,
    loop: false,
    shortcuts: { all: 'a', invert: null },
    validate: (items) => request.check(items.map(({ value }) => value)) ?? true,
    theme: terminalTheme(color, CHECK_KEYS),
  }, context);
  return { kind: 'value', raw: values };
}

async function showSearch(request: SearchRequest, { context, color, pageSize }: Screen): Promise<Reply> {
  const value = await search({
    message: `${message(request)}\n ›`,
    source: (typed = '') => results(request, typed.trim()),
    validate: (chosen) => (chosen === WHY || chosen === BACK) || (request.check(chosen) ?? true),
    pageSize,
    theme: terminalTheme(color, SEARCH_KEYS),
  }, context);
  return leave(value);
}

/** Nothing typed yet: the answer already given, if any, then the ways out, which « ? » also brings back. */
function results(request: SearchRequest, typed: string) {
  if (typed !== '' && typed !== '?') return request.search(typed).map(toItem);
  return [...(request.current ? [toItem(request.current)] : []), ...exits(request)];
}

function leave(value: string): Reply {
  if (value === WHY) return { kind: 'why' };
  return value === BACK ? { kind: 'back' } : { kind: 'value', raw: value };
}

/** « 3 sur 9 · question », then its help on a line of its own. */
function message({ label, help, progress }: AskRequest): string {
  const title = printable(progress ? `${progress} — ${label}` : label);
  return help ? `${title}\n ${printable(help)}` : title;
}

const toItem = ({ value, label, hint }: Choice) =>
  ({ value, name: printable(label), ...(hint && { description: ` ${printable(hint)}` }) });

const exits = ({ hasWhy }: AskRequest) => [
  ...(hasWhy ? [{ value: WHY, name: 'Pourquoi cette question ?' }] : []),
  { value: BACK, name: 'Revenir à la question précédente' },
];
