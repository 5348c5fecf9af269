import type { Answers, AnswerValue, Question } from '../model.ts';
import { problem, type Problem } from '../problem.ts';
import { compact } from '../shared/decode.ts';
import { nearest } from '../shared/words.ts';
import { parseYaml, toRaw } from '../shared/yaml.ts';
import type { AnswerContext } from './answer-context.ts';
import { checkAnswer } from './check-answer.ts';
import { isBlank, type RawAnswer } from './raw-answer.ts';

export interface ParsedFlags {
  readonly given: Answers;
  /** Ids set to nothing (`--set lieu=`): back to « not answered ». */
  readonly unset: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads every `--set id=valeur`. The last one wins when an id comes twice. */
export function parseFlags(
  flags: readonly string[], questions: readonly Question[], context: AnswerContext,
): ParsedFlags {
  const known = questions.map((question) => question.id);
  const given = new Map<string, AnswerValue | undefined>();
  const problems: Problem[] = [];
  for (const flag of flags) {
    const equals = flag.indexOf('=');
    const id = equals < 0 ? flag.trim() : flag.slice(0, equals).trim();
    const question = questions.find((candidate) => candidate.id === id);
    if (equals < 0) {
      problems.push(problem('usage', { detail: `--set ${flag} : il manque « =valeur »` }));
    } else if (!question) {
      problems.push(problem('answer-unknown', compact({ id, nearest: nearest(id, known) })));
    } else {
      const raw = readFlag(question, flag.slice(equals + 1));
      const checked = isBlank(raw) ? undefined : checkAnswer(question, raw, context);
      if (checked?.ok === false) problems.push(...checked.problems);
      else given.set(id, checked?.value);
    }
  }
  const entries = [...given];
  return {
    given: Object.fromEntries(entries.filter((entry): entry is [string, AnswerValue] => entry[1] !== undefined)),
    unset: entries.filter(([, value]) => value === undefined).map(([id]) => id),
    problems,
  };
}

/** Lists and maps may be written in YAML (`[a, b]`, `{ nom: … }`, `- a`); anything else is what a person would type. */
function readFlag(question: Question, value: string): RawAnswer {
  const structured = ['choices', 'records', 'roles'].includes(question.type) && /^\s*(\[|\{|- )/.test(value);
  const document = structured ? parseYaml(value, '--set') : undefined;
  return document?.ok ? toRaw(document.value) : value;
}
