import type { AnswerValue, Condition, Confidence, IsoDate, Kit, Plan, Provenance, WorkingDays } from '../model.ts';
import { holds, factsOf } from '../shared/condition.ts';
import { conditionInWords } from '../shared/condition-words.ts';
import { factWords } from '../shared/fact-words.ts';
import type { Baseline, BaselineFile } from './baseline.ts';

/** What `expliquer` can be asked about. */
export type ExplainedKind = 'task' | 'expense' | 'income' | 'in-kind' | 'total' | 'rule' | 'favour' | 'answer' | 'document' | 'slot' | 'row' | 'date' | 'sentence';

export interface ExplanationLine {
  readonly label: string;
  readonly text: string;
}

/** An answer that stands behind something; no value: not answered, and nothing is proposed. */
export interface AnswerBehind {
  readonly id: string;
  readonly label: string;
  readonly value?: AnswerValue;
}

export interface SourceBehind {
  readonly title: string;
  readonly url?: string;
  readonly checkedOn: IsoDate;
  readonly confidence: Confidence;
}

/** Why something is in the folder: how it was worked out, from which answers, after which sources. In French. */
export interface Explanation {
  readonly kind: ExplainedKind;
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ExplanationLine[];
  readonly answers: readonly AnswerBehind[];
  readonly sources: readonly SourceBehind[];
}

/** All that an explanation may look at. */
export interface Explained {
  readonly plan: Plan;
  readonly workingDays: WorkingDays;
  /** What was last written. */
  readonly files: readonly BaselineFile[];
  readonly partOf: Baseline['partOf'];
}

/** Lines whose text is known; the others are left out. */
export function linesOf(lines: Readonly<Record<string, string | undefined>>): readonly ExplanationLine[] {
  return Object.entries(lines).flatMap(([label, text]) => (text === undefined || text === '' ? [] : [{ label, text }]));
}

/** The answers to these questions, each once; what this kit, or these answers, do not ask is passed over. */
export function answersTo(ids: readonly string[], { kit, answers, facts }: Plan): readonly AnswerBehind[] {
  return [...new Set(ids)].flatMap((id): AnswerBehind[] => {
    const question = kit.questions.find((asked) => asked.id === id);
    const value = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return question && (value !== undefined || holds(question.when, facts)) ? [{ id, label: question.label, ...(value !== undefined && { value }) }] : [];
  });
}

/** The questions that a condition depends on. */
export const questionsOf = (condition: Condition | undefined): readonly string[] =>
  (condition ? factsOf(condition).flatMap(({ fact }) => questionsBehind(fact)) : []);

export const questionsBehind = (fact: string): readonly string[] =>
  (Object.hasOwn(factWords, fact) ? factWords[fact]?.from : undefined) ?? [fact];

/** « dans tous les cas », « quand … (c’est le cas) ». */
export function whenInWords(condition: Condition | undefined, { kit, facts }: Plan): string {
  if (!condition) return 'dans tous les cas';
  return `quand ${conditionInWords(condition, kit)} (${holds(condition, facts) ? 'c’est le cas' : 'ce n’est pas le cas'})`;
}

export function sourcesOf({ sources, checkedOn, confidence }: Provenance, kit: Kit): readonly SourceBehind[] {
  return sources.map((id) => {
    const known = kit.sources.find((source) => source.id === id);
    const title = known ? `${known.title} (${known.id})` : 'notre propre jugement';
    return { title, ...(known?.url !== undefined && { url: known.url }), checkedOn, confidence };
  });
}
