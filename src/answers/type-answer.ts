import type { AnswerRecord, AnswerValue, Question } from '../model.ts';
import { numericDate } from '../shared/dates.ts';

/** An answer as a person would type it: what stands ready in an input, read back by `checkAnswer` to the same value. */
export function typeAnswer(question: Question, value: AnswerValue): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return question.type === 'date' && value !== 'a-definir' ? numericDate(value) : value;
  if (Array.isArray(value)) {
    if (value.length === 0) return 'aucun';
    if (question.type !== 'records') return value.join(', ');
    return value.map((item: AnswerRecord) => typeRecord(item, question)).join(' ; ');
  }
  return Object.entries(value).map(([role, name]) => `${role} : ${name}`).join(' ; ');
}

function typeRecord(record: AnswerRecord, { fields = [] }: Question): string {
  const [first = '', ...others] = fields.map(({ id, type }) => {
    const cell = String(record[id] ?? '');
    return type === 'date' && cell !== '' ? numericDate(cell) : cell;
  });
  const said = others.slice(0, others.findLastIndex((text) => text !== '') + 1);
  return said.length > 0 ? `${first} (${said.join(', ')})` : first;
}
