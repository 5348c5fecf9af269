import type { AnswerRecord, AnswerValue, Choice, Question } from '../model.ts';
import { longDate, monthAndYear } from '../shared/dates.ts';
import { formatEuros, formatNumber, toCents } from '../shared/money.ts';
import type { AnswerContext } from './answer-context.ts';

/** An answer in words, on one line, for the review page and the line that stays after a question. */
export function showAnswer(question: Question, value: AnswerValue, context: AnswerContext): string {
  const { type, choices = [] } = question;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return type === 'money' ? formatEuros(toCents(value)) : formatNumber(value);
  if (typeof value === 'string') return showText(type, value, choices, context);
  if (Array.isArray(value)) {
    const items = value.map((item: string | AnswerRecord) =>
      typeof item === 'string' ? labelOf(item, choices) : showRecord(item, question));
    return items.length === 0 ? 'aucun' : items.join(' ; ');
  }
  const roles = context.roles.map(({ id, title }) => ({ value: id, label: title }));
  const named = Object.entries(value).map(([role, name]) => `${labelOf(role, roles)} : ${name}`);
  return named.length === 0 ? 'personne' : named.join(' ; ');
}

function showText(type: Question['type'], value: string, choices: readonly Choice[], context: AnswerContext): string {
  if (type === 'authority') {
    const found = context.findAuthority(value);
    return found.ok ? found.value.label : value;
  }
  if (type === 'date') return value === 'a-definir' ? 'à définir' : longDate(value);
  if (type === 'period') return showPeriod(value);
  return labelOf(value, choices);
}

function showPeriod(period: string): string {
  const [from = '', to = from] = period.split('/');
  return from === to ? monthAndYear(from) : `${monthAndYear(from)} à ${monthAndYear(to)}`;
}

/** « Préfecture de la Creuse (préfecture) » */
function showRecord(record: AnswerRecord, { fields = [] }: Question): string {
  const [first, ...others] = fields.flatMap(({ id, type, choices = [] }) => {
    const value = record[id];
    if (value === undefined) return [];
    if (typeof value === 'number') return [type === 'money' ? formatEuros(toCents(value)) : formatNumber(value)];
    return [type === 'date' ? longDate(value) : labelOf(value, choices)];
  });
  return others.length === 0 ? first ?? '' : `${first} (${others.join(', ')})`;
}

const labelOf = (value: string, choices: readonly Choice[]): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;
