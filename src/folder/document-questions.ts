import type { DocumentSpec, Kit, KitTable } from '../model.ts';
import { formOfBuilder } from '../shared/builders.ts';
import { formConditions, noticeConditions, type FormCondition } from '../shared/form-conditions.ts';
import { TABLE_WORD_ANSWERS, wordsIn, type TableWord } from '../shared/table-words.ts';
import { answersBehind, builderAnswers, DAY_ANSWERS } from '../shared/view-answers.ts';
import { questionsBehind, questionsOf } from './explanation.ts';

/** The questions whose answers are printed in a document, or decide what is. */
export function documentQuestions({ template, builder, table }: DocumentSpec, kit: Kit): readonly string[] {
  const described = kit.tables?.find(({ id }) => id === table);
  const form = kit.forms.find(({ id }) => id === formOfBuilder(builder));
  const behind = template === undefined
    ? [...(builder && builderAnswers[builder]) ?? [], ...(described ? tableQuestions(described) : []), ...(form ? questionsIn(formConditions(form)) : [])]
    : templateQuestions(kit.templates[template] ?? '', kit);
  const asked = new Set(kit.questions.map(({ id }) => id));
  return [...new Set(behind)].filter((id) => asked.has(id));
}

const questionsIn = (conditions: readonly FormCondition[]): readonly string[] => conditions.flatMap(({ condition }) => questionsOf(condition));

/** The questions behind a table of the kit: its rows, its sheets, its columns, the words of its head. */
function tableQuestions({ from, each, columns, rows, intro, blank }: KitTable): readonly string[] {
  return [
    ...(from ? [from.question] : []), ...(each.includes('day') ? ['jours'] : []), ...(each.includes('site') ? ['sites'] : []),
    ...intro.flatMap((line) => wordsIn(line).flatMap((word) => TABLE_WORD_ANSWERS[word as TableWord] ?? [])),
    ...(blank.of === undefined ? [] : questionsBehind(blank.of)), ...[...columns, ...rows].flatMap(({ when }) => questionsOf(when)),
  ];
}

/** Words of the template language that are no names. */
const LANGUAGE = new Set(['if', 'unless', 'each', 'has', 'else', 'echeance', 'demande', 'this', 'index', 'first', 'last']);

/** The questions behind the names of a template or of a part of it, in the order of the text; behind a task, a document or what a form tells of its data, those that decide on it. */
export function templateQuestions(template: string, { tasks, documents, forms }: Pick<Kit, 'tasks' | 'documents' | 'forms'>): readonly string[] {
  const marks = template.match(/\{\{(?!!)[^}]*\}\}/g) ?? [];
  return marks.flatMap((mark) => {
    const names = mark.replace(/"[^"]*"/g, ' ').match(/[A-Za-z][\w.]*/g) ?? [];
    const codes = Array.from(mark.matchAll(/"([^"]*)"/g), ([, code]) => code);
    const dated = mark.includes('echeance') ? DAY_ANSWERS : mark.includes('demande') ? ['date', 'debut'] : [];
    const decided = [...tasks, ...documents].filter(({ id }) => codes.includes(id)).flatMap(({ when }) => questionsOf(when));
    const told = forms.filter(({ id }) => names.some((name) => name.startsWith(`donnees.${id}.`))).flatMap(noticeConditions);
    return [
      ...dated, ...names.filter((name) => !LANGUAGE.has(name)).flatMap(answersBehind), ...decided,
      ...questionsIn(told),
    ];
  });
}
