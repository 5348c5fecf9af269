import type { Answers, AnswerValue, IdMap, Kit } from '../model.ts';
import { problem, type Result } from '../problem.ts';
import { renamed } from '../shared/rename.ts';
import { adaptAnswers, type AnswerNote } from './adapt-answers.ts';
import type { AnswerContext } from './answer-context.ts';
import { answerToYaml } from './answer-to-yaml.ts';
import { isSame } from './keep-what-fits.ts';
import { parseAnswers } from './parse-answers.ts';
import { findEntry, updateAnswers } from './update-answers.ts';
import { proposedLines, proposedPattern } from './write-answers.ts';

/** A `nec-local.yaml` as another kit reads it. */
export interface MovedAnswers {
  readonly text: string;
  readonly given: Answers;
  readonly notes: readonly AnswerNote[];
}

const FOR_THE_RECORD = '# Le nouveau kit ne prend plus cette réponse. Elle est gardée ici pour mémoire :';

/**
 * Brings the text of a `nec-local.yaml` from one kit to another. Names and words follow `renamed_from`; an answer that
 * the new kit does not take stays, as a comment. All else keeps its bytes. The problem `answers-layout`: a text written
 * in a way that cannot be changed without risk.
 * @param given what the text says, as the kit `before` reads it
 * @param kit its reference, to be written in the file
 */
export function moveAnswers(text: string, given: Answers, before: Kit, after: Kit, kit: string, context: AnswerContext): Result<MovedAnswers> {
  const adapted = adaptAnswers(given, before, after, context);
  const names = after.renames.entries.questions ?? {};
  const retired = [...adapted.notes.flatMap(linesToRetire), ...emptyAnswers(given, before, after)]
    .reduce((current, { id, below }) => retire(current, id, below), renameKeys(text, names));
  const reworded = adapted.notes.flatMap((note) => (note.code === 'reworded' ? [[note.id, note.value] as const] : []));
  const updated = updateAnswers(retired, { ...Object.fromEntries<AnswerValue>(reworded), kit });
  if (updated.ok && says(updated.value, adapted.given, after, context)) return { ok: true, value: { text: updated.value, ...adapted } };
  const ids = adapted.notes.map((note) => (note.code === 'renamed' ? note.from : note.id)).join(', ');
  return { ok: false, problems: [problem('answers-layout', { ids })] };
}

function says(text: string, given: Answers, { questions }: Kit, context: AnswerContext): boolean {
  const read = parseAnswers(text, '', questions, context);
  return read.problems.length === 0 && Object.keys(read.given).length === Object.keys(given).length
    && Object.entries(given).every(([id, value]) => isSame(read.given[id], value));
}

/** Answers under the present names of their questions, those that are only proposed too. */
export function renameKeys(text: string, ids: IdMap): string {
  return Object.entries(ids).reduce((current, [old, now]) => {
    const entry = findEntry(current, old);
    const asked = entry ? current.slice(0, entry.start) + now + current.slice(entry.keyEnd) : current;
    return asked.replace(proposedPattern(old), (lines) => lines.replace(old, () => now));
  }, text);
}

/** An answer to put behind `#`, and the lines that stand for it from now on. */
interface Retired {
  readonly id: string;
  readonly below: readonly string[];
}

function linesToRetire(note: AnswerNote): readonly Retired[] {
  switch (note.code) {
    case 'gone': return [{ id: note.id, below: [] }];
    case 'refused': return [{ id: note.id, below: proposedLines(note.id, undefined) }];
    case 'partly-refused': return [{ id: note.id, below: answerToYaml(note.id, note.value).split('\n') }];
    case 'renamed': case 'reworded': return [];
  }
}

/** Keys left empty, of questions that are asked no more: nobody has to hear of them. */
function emptyAnswers(given: Answers, before: Kit, after: Kit): readonly Retired[] {
  return before.questions
    .filter(({ id }) => given[id] === undefined && !after.questions.some((asked) => asked.id === renamed(after.renames.entries.questions, id)))
    .map(({ id }) => ({ id, below: [] }));
}

function retire(text: string, id: string, below: readonly string[]): string {
  const entry = findEntry(text, id);
  if (!entry) return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const stop = text.indexOf(lineEnd, entry.end);
  const end = stop < 0 ? text.length : stop;
  const said = text.slice(entry.start, end).split(lineEnd).map((line) => `# ${line}`);
  return text.slice(0, entry.start) + [FOR_THE_RECORD, ...said, ...below].join(lineEnd) + text.slice(end);
}
