import type { Condition, Kit, Question, Scalar } from '../model.ts';
import { factWords } from './fact-words.ts';
import { formatEuros, formatNumber, toCents } from './money.ts';
import { seenFactWords } from './seen-facts.ts';
import { enumerate } from './words.ts';

/** What the words of a condition are looked up in. */
type Asked = Pick<Kit, 'questions'>;

/** A condition as a French clause that follows « quand »: « la réponse à « Qui ? » contient Élues et élus ». */
export function conditionInWords(condition: Condition, kit: Asked): string {
  switch (condition.op) {
    case 'all': return enumerate(condition.of.map((part) => grouped(part, kit)));
    case 'any': return enumerate(condition.of.map((part) => grouped(part, kit)), 'ou');
    case 'none': return enumerate(condition.of.map((part) => denied(part, kit)));
    default: return clause(condition, kit, true);
  }
}

const isGroup = (condition: Condition): boolean => 'of' in condition && condition.op !== 'none' && condition.of.length > 1;

/** A part of several conditions inside others stands between brackets. */
const grouped = (condition: Condition, kit: Asked): string =>
  (isGroup(condition) ? `(${conditionInWords(condition, kit)})` : conditionInWords(condition, kit));

const denied = (condition: Condition, kit: Asked): string =>
  ('of' in condition ? `il est faux que ${grouped(condition, kit)}` : clause(condition, kit, false));

type Test = Exclude<Condition, { of: unknown }>;

/** @param holds false: that the test does not hold */
function clause(test: Test, kit: Asked, holds: boolean): string {
  switch (test.op) {
    case 'given': return given(subjectOf(test.fact, kit), test.given === holds);
    case 'is': return is(test.fact, test.values, kit, holds);
    case 'says': return `${answerTo(subjectOf(test.fact, kit))} ${holds ? 'parle' : 'ne parle pas'} de ${enumerate(test.words.map(quote), holds ? 'ou' : 'ni')}`;
    case 'between': return `${answerTo(subjectOf(test.fact, kit))} ${holds ? 'est' : 'n’est pas'} ${bounds(test, kit)}`;
  }
}

/** What a condition is about: a question, or something that the tool works out. */
type Subject = { readonly question: Question } | { readonly name: string };

function subjectOf(fact: string, { questions }: Asked): Subject {
  const question = questions.find(({ id }) => id === fact);
  if (question) return { question };
  const words = Object.hasOwn(factWords, fact) ? factWords[fact] : undefined;
  const seen = Object.entries(seenFactWords).find(([id]) => id === fact)?.[1];
  return { name: words && 'of' in words ? words.of : seen ?? quote(fact) };
}

const quote = (words: string): string => `« ${words} »`;

const answerTo = (subject: Subject): string => ('name' in subject ? subject.name : `la réponse à « ${subject.question.label} »`);

const given = (subject: Subject, wanted: boolean): string =>
  `${'name' in subject ? subject.name : `« ${subject.question.label} »`} ${wanted ? 'a' : 'n’a pas'} ${wanted ? 'une' : 'de'} réponse`;

function is(fact: string, values: readonly Scalar[], kit: Asked, holds: boolean): string {
  const subject = subjectOf(fact, kit);
  const words = 'name' in subject && Object.hasOwn(factWords, fact) ? factWords[fact] : undefined;
  if (words && 'yes' in words) return values.map((value) => ((value === true) === holds ? words.yes : words.no)).join(' ou ');
  const names = 'question' in subject ? labelsOf(subject.question) : words?.values ?? {};
  const said = values.map((value) => (typeof value === 'boolean' ? (value ? 'oui' : 'non') : names[String(value)] ?? String(value)));
  const isList = 'question' in subject && subject.question.type === 'choices';
  const verb = isList ? (holds ? 'contient' : 'ne contient pas') : holds ? 'est' : 'n’est pas';
  return `${answerTo(subject)} ${verb} ${enumerate(said.map(quoted), holds ? 'ou' : 'ni')}`;

  function quoted(word: string): string {
    return 'question' in subject && word !== 'oui' && word !== 'non' ? `« ${word} »` : word;
  }
}

const labelsOf = ({ choices = [], type }: Question): Readonly<Record<string, string>> => ({
  ...(type === 'date' && { 'a-definir': 'à définir' }),
  ...Object.fromEntries(choices.map(({ value, label }) => [value, label])),
});

function bounds({ fact, min, max }: Extract<Condition, { op: 'between' }>, { questions }: Asked): string {
  const isMoney = questions.some(({ id, type }) => id === fact && type === 'money');
  const said = (value: number): string => (isMoney ? formatEuros(toCents(value)) : formatNumber(value));
  if (min !== undefined && max !== undefined) return min === max ? said(min) : `entre ${said(min)} et ${said(max)}`;
  return min === undefined ? `d’au plus ${said(max ?? 0)}` : `d’au moins ${said(min)}`;
}
