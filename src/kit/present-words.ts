import type { AnswerValue, Choice, Condition, IdMap, Kit, Quantity, Question, RenamedList, Renames, RuleTest } from '../model.ts';
import { renamed } from '../shared/rename.ts';

/** An earlier kit under the names that a later one gives to the same things, in the same order: what then differs is a change. */
export function inPresentWords(kit: Kit, renames: Renames): Kit {
  const now = (list: RenamedList) => (id: string): string => renamed(renames.entries[list], id);
  const named = <T extends { readonly id: string }>(list: RenamedList, entries: readonly T[]): readonly T[] =>
    entries.map((entry) => ({ ...entry, id: now(list)(entry.id) }));
  const when = <T extends { readonly when?: Condition }>(entry: T): T =>
    (entry.when ? { ...entry, when: presentCondition(entry.when, renames) } : entry);
  const counted = <T extends { readonly quantity: Quantity; readonly when?: Condition }>(line: T): T =>
    ({ ...when(line), quantity: line.quantity.of === undefined ? line.quantity : { ...line.quantity, of: now('questions')(line.quantity.of) } });
  return {
    ...kit,
    questions: kit.questions.map((question) => presentQuestion(when(question), renames)),
    phases: named('phases', kit.phases),
    roles: named('roles', kit.roles),
    tasks: named('tasks', kit.tasks).map((task) => ({
      ...when(task), phase: now('phases')(task.phase), role: now('roles')(task.role), support: task.support.map(now('roles')),
      needs: task.needs.map((need) => ({ ...need, task: now('tasks')(need.task) })),
      ...(task.document !== undefined && { document: now('documents')(task.document) }),
    })),
    budget: {
      ...kit.budget, lines: named('lines', kit.budget.lines).map(counted),
      income: named('income', kit.budget.income)
        .map((type) => (type.accountCases ? { ...type, accountCases: type.accountCases.map(when) } : type)),
      inKind: named('inKind', kit.budget.inKind).map(counted),
      ...(kit.budget.shared && { shared: when(kit.budget.shared) }),
    },
    audiences: named('audiences', kit.audiences).map((audience) => ({ ...audience, formats: audience.formats.map(now('formats')) })),
    themes: named('themes', kit.themes).map((theme) => ({ ...theme, audiences: theme.audiences.map(now('audiences')), format: now('formats')(theme.format) })),
    formats: named('formats', kit.formats),
    forms: named('forms', kit.forms).map((form) => ({
      ...form, intro: form.intro.map(when), purpose: form.purpose.map(when), legalBasis: form.legalBasis.map(when),
      recipients: form.recipients.map(when), retention: form.retention.map(when),
      sections: form.sections.map((section) => ({
        ...section, ...(section.intro && { intro: section.intro.map(when) }),
        fields: section.fields.map((field) => ({ ...when(field), ...(field.help && { help: field.help.map(when) }) })),
      })),
    })),
    rules: named('rules', kit.rules).map((rule) => ({
      ...rule, test: presentTest(rule.test, renames), ...(rule.by !== undefined && { by: now('tasks')(rule.by) }),
    })),
    favours: named('favours', kit.favours).map((favour) => ({
      ...when(favour), test: favour.test.kind === 'silent' ? { ...favour.test, rules: favour.test.rules.map(now('rules')) } : favour.test,
    })),
    documents: named('documents', kit.documents).map(when),
    templates: Object.fromEntries(Object.entries(kit.templates).map(([path, text]) => [path, presentCodes(text, renames)])),
  };
}

/** A condition under the present names of questions and of their choices. */
export function presentCondition(condition: Condition, renames: Renames): Condition {
  if ('of' in condition) return { ...condition, of: condition.of.map((part) => presentCondition(part, renames)) };
  const fact = renamed(renames.entries.questions, condition.fact);
  if (condition.op !== 'is') return { ...condition, fact };
  const words = { 'taches-faites': renames.entries.tasks, 'documents-absents': renames.entries.documents, ...renames.words }[fact];
  return { ...condition, fact, values: condition.values.map((value) => (typeof value === 'string' ? renamed(words, value) : value)) };
}

function presentQuestion(question: Question, renames: Renames): Question {
  const id = renamed(renames.entries.questions, question.id);
  const own = renames.words[id];
  const choices = (of: readonly Choice[], words: IdMap | undefined): readonly Choice[] =>
    of.map((choice) => ({ ...choice, value: renamed(words, choice.value) }));
  const word = (value: AnswerValue): AnswerValue => (typeof value === 'string' ? renamed(own, value)
    : Array.isArray(value) ? value.map((item: AnswerValue) => word(item)) as AnswerValue : value);
  return {
    ...question, id,
    defaults: question.defaults.map((option) => ({ ...option, value: word(option.value), ...(option.when && { when: presentCondition(option.when, renames) }) })),
    ...(question.choices && { choices: choices(question.choices, own) }),
    ...(question.fields && {
      fields: question.fields.map((field) => {
        const column = renamed(own, field.id);
        return { ...field, id: column, ...(field.choices && { choices: choices(field.choices, renames.words[`${id}.${column}`]) }) };
      }),
    }),
  };
}

function presentTest(test: RuleTest, renames: Renames): RuleTest {
  switch (test.kind) {
    case 'anchor': return { ...test, task: renamed(renames.entries.tasks, test.task) };
    case 'facts': return { ...test, when: presentCondition(test.when, renames) };
    case 'during': return {
      ...inWhen(test, renames), rules: test.rules.map((rule) => renamed(renames.entries.rules, rule)),
      ...(test.task !== undefined && { task: renamed(renames.entries.tasks, test.task) }),
    };
    case 'window': case 'threshold': return inWhen(test, renames);
    case 'holiday': case 'neighbour': return test;
  }
}

const inWhen = <T extends { readonly when?: Condition }>(test: T, renames: Renames): T =>
  (test.when ? { ...test, when: presentCondition(test.when, renames) } : test);

/** Templates name tasks, documents, funders and choices between quotes, inside their marks: `{{echeance "T32"}}`. */
function presentCodes(template: string, { entries, words }: Renames): string {
  const ids: IdMap = Object.assign({}, ...Object.values(words), entries.income, entries.documents, entries.tasks);
  return template.replace(/\{\{[^}]*\}\}/g, (mark) => mark.replace(/"([^"]*)"/g, (_, code: string) => `"${renamed(ids, code)}"`));
}
