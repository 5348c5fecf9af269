import type { AnswerRecord, Answers, AnswerValue, Kit, Question, Renames } from '../model.ts';
import { renamed } from '../shared/rename.ts';
import type { AnswerContext } from './answer-context.ts';
import { expectedForm } from './expected-form.ts';
import { isSame, keepWhatFits } from './keep-what-fits.ts';

/** What becomes of an answer under another kit, when it does not stay as it is. `label` is its question. */
export type AnswerNote =
  /** The same answer, under another name or in other words. */
  | { readonly code: 'renamed'; readonly id: string; readonly label: string; readonly from: string }
  | { readonly code: 'reworded'; readonly id: string; readonly label: string; readonly value: AnswerValue }
  /** The kit asks this no more. */
  | { readonly code: 'gone'; readonly id: string; readonly label: string; readonly value: AnswerValue }
  /** The kit takes another kind of answer, or fewer choices. */
  | { readonly code: 'refused'; readonly id: string; readonly label: string; readonly value: AnswerValue; readonly expected: string }
  /** The same for some items of a list; `value` is what stays. */
  | { readonly code: 'partly-refused'; readonly id: string; readonly label: string; readonly value: AnswerValue; readonly refused: readonly string[] };

export interface Adapted {
  readonly given: Answers;
  /** In the order of the answers. */
  readonly notes: readonly AnswerNote[];
}

/**
 * The answers of one kit as another takes them: renamed, checked again, and where they cannot stay, left out with a note
 * (never an error: people gave them to a kit that asked for them).
 * @param context of the kit `after`
 */
export function adaptAnswers(given: Answers, before: Kit, after: Kit, context: AnswerContext): Adapted {
  const kept: Record<string, AnswerValue> = {};
  const notes: AnswerNote[] = [];
  for (const [from, value] of Object.entries(given)) {
    const id = renamed(after.renames.entries.questions, from);
    const question = after.questions.find((candidate) => candidate.id === id);
    if (!question) {
      notes.push({ code: 'gone', id, label: before.questions.find((asked) => asked.id === from)?.label ?? from, value });
      continue;
    }
    const { label } = question;
    if (id !== from) notes.push({ code: 'renamed', id, label, from });
    const said = renameWords(question, value, after.renames);
    const { value: stays, refused } = keepWhatFits(question, said, context);
    if (stays === undefined) notes.push({ code: 'refused', id, label, value, expected: expectedForm(question) });
    else {
      kept[id] = stays;
      if (refused.length > 0) notes.push({ code: 'partly-refused', id, label, value: stays, refused });
      else if (!isSame(stays, value)) notes.push({ code: 'reworded', id, label, value: stays });
    }
  }
  return { given: kept, notes };
}

/** An answer in the present words of the kit: values of choices, roles, columns of records and their choices. */
function renameWords({ id }: Question, value: AnswerValue, { words }: Renames): AnswerValue {
  const own = words[id];
  if (typeof value === 'string') return renamed(own, value);
  if (typeof value !== 'object') return value;
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([key, name]) => [renamed(own, key), name]));
  return value.map((item: string | AnswerRecord) => (typeof item === 'string' ? renamed(own, item) : renameRecord(item))) as AnswerValue;

  function renameRecord(record: AnswerRecord): AnswerRecord {
    return Object.fromEntries(Object.entries(record).map(([key, cell]) => {
      const column = renamed(own, key);
      return [column, typeof cell === 'string' ? renamed(words[`${id}.${column}`], cell) : cell];
    }));
  }
}
