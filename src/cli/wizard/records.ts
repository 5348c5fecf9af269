import { checkAnswer } from '../../answers/check-answer.ts';
import { showAnswer } from '../../answers/show-answer.ts';
import type { Reply } from '../../io/prompter.ts';
import type { AnswerRecord, Choice, Question, RecordField } from '../../model.ts';
import type { RawMap } from '../../shared/yaml.ts';
import type { Asker } from './ask-question.ts';
import { askMenu } from './menu.ts';
import { commonPart, ERASE, requestFor, type Draft } from './request.ts';

/**
 * On a screen: a menu to add a line field by field, to take one away, to finish. Ids: `partenaires` for the menu (its
 * values `ajouter`, `retirer-1`…, `fini`), then `partenaires.nom` for each field.
 */
export async function askRecords(question: Question, draft: Draft, asker: Asker): Promise<Reply> {
  let records = (Array.isArray(draft.value) ? draft.value : []) as readonly AnswerRecord[];
  for (;;) {
    const { check: _, ...common } = commonPart(question, draft);
    const choices = entries(question, records, asker);
    const current = records.length > 0 || draft.given ? 'fini' : 'ajouter';
    const reply = await askMenu(asker.prompter, { ...common, choices, current });
    if (reply.kind !== 'picked') return reply;
    if (reply.value === 'fini') return { kind: 'value', raw: records };
    if (reply.value === 'ajouter') {
      const added = await askRecord(question, asker);
      if (added === 'stop') return { kind: 'stop' };
      if (added) records = [...records, added];
    } else {
      records = records.filter((_record, index) => reply.value !== `retirer-${index + 1}`);
    }
  }
}

function entries(question: Question, records: readonly AnswerRecord[], { context }: Asker): readonly Choice[] {
  const shown = records.map((record) => showAnswer(question, [record], context));
  return [
    { value: 'ajouter', label: 'Ajouter à la liste' },
    ...shown.map((text, index) => ({ value: `retirer-${index + 1}`, label: `Retirer : ${text}` })),
    { value: 'fini', label: records.length === 0 ? 'Rien pour l’instant' : `C’est tout : ${shown.join(' ; ')}` },
  ];
}

/** The fields one after the other; « back » goes to the field before, then gives the line up. */
async function askRecord(question: Question, asker: Asker): Promise<AnswerRecord | 'stop' | undefined> {
  const fields = question.fields ?? [];
  const record: Record<string, string | number> = {};
  for (let index = 0; index < fields.length;) {
    const field = fields[index] as RecordField;
    const reply = await askField(question, field, record[field.id], asker);
    if (reply.kind === 'stop') return 'stop';
    if (reply.kind === 'back') {
      if (index === 0) return undefined;
      index -= 1;
      continue;
    }
    if (reply.value === undefined) delete record[field.id];
    else record[field.id] = reply.value;
    index += 1;
  }
  const checked = checkAnswer(question, [record as RawMap], asker.context);
  return checked.ok ? (checked.value as readonly AnswerRecord[])[0] : undefined;
}

const DATE_HELP = 'Par exemple 14/10/2027.';

type FieldReply =
  | { readonly kind: 'field'; readonly value: string | number | undefined }
  | { readonly kind: 'back' }
  | { readonly kind: 'stop' };

/** A field is asked and checked as a small question of its own. */
async function askField(
  question: Question, field: RecordField, value: string | number | undefined,
  { prompter, context, search, explain }: Asker,
): Promise<FieldReply> {
  const { choices, label, type, required } = field;
  const small: Question = {
    id: `${question.id}.${field.id}`, chapter: question.chapter, essential: false, type, label, help: type === 'date' ? DATE_HELP : '', why: '',
    required, defaults: [], open: false, ...(choices && { choices }),
  };
  const read = (raw: Parameters<Draft['check']>[0]) => checkAnswer(small, raw, context);
  const isEmpty = (raw: Parameters<Draft['check']>[0]): boolean => !required && (raw === '' || raw === null || raw === ERASE);
  const check: Draft['check'] = (raw) => {
    const checked = isEmpty(raw) ? undefined : read(raw);
    return checked?.ok === false && checked.problems[0] ? explain(checked.problems[0]) : undefined;
  };
  const request = requestFor(small, { value, given: value !== undefined, progress: undefined, check }, { search, context });
  const reply = await prompter.ask({ ...request, hasWhy: false });
  if (reply.kind === 'stop') return { kind: 'stop' };
  if (reply.kind !== 'value') return { kind: 'back' };
  const checked = isEmpty(reply.raw) ? undefined : read(reply.raw);
  return { kind: 'field', value: checked?.ok ? (checked.value as string | number) : undefined };
}
