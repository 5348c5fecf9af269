import type { Question } from '../model.ts';
import { fold } from '../shared/words.ts';
import type { Checked } from './answer-context.ts';
import { expectedForm, MAX_TEXT } from './expected-form.ts';
import { readDate, readPeriod } from './read-date.ts';
import { rawText, type RawAnswer } from './raw-answer.ts';

const UNKNOWN_DATE = ['a definir', 'inconnue', 'pas encore', 'je ne sais pas'];
/** One @, a dot in the domain, no space nor what separates mail headers. Whether it works, only a mail tells. */
const EMAIL = /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\.]+(\.[^\s@<>()[\]",;:\\.]+)+$/;

export function checkText(raw: RawAnswer, question: Question): Checked {
  const text = rawText(raw);
  const fits = text !== undefined && Array.from(text).length <= MAX_TEXT;
  return fits ? { value: text } : { expected: expectedForm(question) };
}

export function checkDate(raw: RawAnswer, question: Question): Checked {
  const text = rawText(raw) ?? '';
  if (question.open && UNKNOWN_DATE.includes(fold(text))) return { value: 'a-definir' };
  const date = readDate(text);
  return date ? { value: date } : { expected: expectedForm(question) };
}

export function checkPeriod(raw: RawAnswer, question: Question): Checked {
  const period = readPeriod(rawText(raw) ?? '');
  return period ? { value: period } : { expected: expectedForm(question) };
}

export function checkEmail(raw: RawAnswer, question: Question): Checked {
  const text = (rawText(raw) ?? '').replace(/^mailto:/i, '');
  return EMAIL.test(text) && text.length <= 254 ? { value: text } : { expected: expectedForm(question) };
}

/** A web address; `https://` is added when no scheme is typed. Names and passwords inside an address are refused. */
export function checkUrl(raw: RawAnswer, question: Question): Checked {
  const text = rawText(raw) ?? '';
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return isWebAddress(address) ? { value: address } : { expected: expectedForm(question) };
}

function isWebAddress(address: string): boolean {
  if (/[\s<>"]/.test(address) || address.length > 2000 || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return ['http:', 'https:'].includes(protocol) && hostname.includes('.') && username === '' && password === '';
}
