import type { Answers, AnswerValue, Question } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { compact } from '../shared/decode.ts';
import { nearest } from '../shared/words.ts';
import { parseYaml, toRaw, type Located } from '../shared/yaml.ts';
import type { AnswerContext } from './answer-context.ts';
import { checkAnswer } from './check-answer.ts';
import { isBlank, rawText } from './raw-answer.ts';

/** The keys of `nec-local.yaml` that are ours and not answers. */
export interface AnswersMeta {
  /** The event's hash made at `init`. */
  readonly evenement?: string;
  /** `nec@0.1.0` */
  readonly kit?: string;
}

export interface ParsedAnswers {
  readonly given: Answers;
  readonly meta: AnswersMeta;
  /** Where each answer stands, for problems found later. */
  readonly at: Readonly<Record<string, Position>>;
  readonly problems: readonly Problem[];
}

const META = ['evenement', 'kit'] as const;

/**
 * Reads `nec-local.yaml` or the file of `--answers`. Never stops at the first problem: the good answers are given
 * beside all the problems. An empty key is a question not answered.
 */
export function parseAnswers(
  text: string, file: string, questions: readonly Question[], context: AnswerContext,
): ParsedAnswers {
  const document = parseYaml(text, file);
  if (!document.ok) return { given: {}, meta: {}, at: {}, problems: document.problems };
  const root = document.value;
  if (root.kind === 'scalar' && root.value === null) return { given: {}, meta: {}, at: {}, problems: [] };
  if (root.kind !== 'map') {
    const found = root.kind === 'list' ? 'une liste' : `« ${rawText(root.source)} »`;
    const wrong = problem('wrong-type', { expected: 'une réponse par ligne, « nom: valeur »', found }, root.at);
    return { given: {}, meta: {}, at: {}, problems: [wrong] };
  }
  const given: Record<string, AnswerValue> = {};
  const meta: { evenement?: string; kit?: string } = {};
  const at: Record<string, Position> = {};
  const problems: Problem[] = [];
  for (const { key, keyAt, value } of root.entries) {
    const own = META.find((name) => name === key);
    const question = questions.find(({ id }) => id === key);
    if (own) {
      const found = parseMeta(own, value, problems);
      if (found) meta[own] = found;
    } else if (!question) {
      const known = [...questions.map(({ id }) => id), ...META];
      const unknown = compact({ id: rawText(key) ?? '', nearest: nearest(key, known) });
      problems.push(problem('answer-unknown', unknown, keyAt));
    } else if (!isBlank(toRaw(value))) {
      const checked = checkAnswer(question, toRaw(value), context);
      at[key] = value.at;
      if (checked.ok) given[key] = checked.value;
      else problems.push(...checked.problems.map((found) => ({ ...found, at: value.at })));
    }
  }
  return { given, meta, at, problems };
}

function parseMeta(key: (typeof META)[number], node: Located, problems: Problem[]): string | undefined {
  const text = node.kind === 'scalar' ? node.source : '';
  if (text === '' || /^[\w.@+-]{1,100}$/.test(text)) return text || undefined;
  const expected = 'la valeur écrite par nec-local, sans la changer';
  problems.push(problem('answer-invalid', { id: key, label: key, value: rawText(text) ?? '', expected }, node.at));
  return undefined;
}
