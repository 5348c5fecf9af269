import type { AnswerValue, Question, QuestionType } from '../model.ts';
import { problem, type Result } from '../problem.ts';
import { compact } from '../shared/decode.ts';
import type { AnswerContext, Checked } from './answer-context.ts';
import { checkChoice, checkChoices, checkYesNo } from './check-choices.ts';
import { checkMoney, checkNumber } from './check-number.ts';
import { checkRecords } from './check-records.ts';
import { checkRoles } from './check-roles.ts';
import { checkDate, checkEmail, checkPeriod, checkText, checkUrl } from './check-text.ts';
import { exampleFlag, expectedForm, MAX_TEXT } from './expected-form.ts';
import { isBlank, quoteRaw, rawText, type RawAnswer } from './raw-answer.ts';

type Check = (raw: RawAnswer, question: Question, context: AnswerContext) => Checked;

const checks: Readonly<Record<Exclude<QuestionType, 'authority'>, Check>> = {
  'text': checkText, 'email': checkEmail, 'url': checkUrl,
  'date': checkDate, 'period': checkPeriod,
  'number': checkNumber, 'money': checkMoney,
  'choice': checkChoice, 'choices': checkChoices, 'yes-no': checkYesNo,
  'records': checkRecords, 'roles': checkRoles,
};

/**
 * Reads one answer, whether it comes from a file, a flag or a keyboard: the same words are accepted everywhere, and
 * what comes out is in one form: dates `AAAA-MM-JJ`, amounts in euros, values of the kit, `kind:code` of an authority.
 */
export function checkAnswer(question: Question, raw: RawAnswer, context: AnswerContext): Result<AnswerValue> {
  const { id, label, type } = question;
  if (isBlank(raw)) {
    return { ok: false, problems: [problem('answer-missing', { id, label, example: exampleFlag(question) })] };
  }
  const checked = type === 'authority' ? authority(raw, question, context) : checks[type](raw, question, context);
  if ('ok' in checked) return checked;
  if ('value' in checked) return { ok: true, value: checked.value };
  const { expected, nearest, found = quoteRaw(raw) } = checked;
  return { ok: false, problems: [problem('answer-invalid', compact({ id, label, value: found, expected, nearest }))] };
}

function authority(raw: RawAnswer, question: Question, context: AnswerContext): Checked | Result<AnswerValue> {
  const text = rawText(raw);
  if (text === undefined || Array.from(text).length > MAX_TEXT) return { expected: expectedForm(question) };
  const found = context.findAuthority(text);
  return found.ok ? { ok: true, value: found.value.id } : found;
}
