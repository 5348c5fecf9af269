import type { DocumentSpec, Kit } from '../model.ts';
import { answersBehind, builderAnswers } from '../shared/view-answers.ts';

/** The questions whose answers are printed in a document, or decide what is. */
export function documentQuestions({ template, builder }: DocumentSpec, kit: Kit): readonly string[] {
  const behind = template === undefined ? (builder && builderAnswers[builder]) ?? [] : templateQuestions(kit.templates[template] ?? '');
  const asked = new Set(kit.questions.map(({ id }) => id));
  return [...new Set(behind)].filter((id) => asked.has(id));
}

/** Words of the template language that are no names. */
const LANGUAGE = new Set(['if', 'unless', 'each', 'has', 'else', 'echeance', 'this', 'index', 'first', 'last']);

/** The questions behind the names of a template or of a part of it, in the order of the text. */
export function templateQuestions(template: string): readonly string[] {
  const marks = template.match(/\{\{(?!!)[^}]*\}\}/g) ?? [];
  return marks.flatMap((mark) => {
    const names = mark.replace(/"[^"]*"/g, ' ').match(/[A-Za-z][\w.]*/g) ?? [];
    const dated = mark.includes('echeance') ? ['date', 'debut', 'jauge'] : [];
    return [...dated, ...names.filter((name) => !LANGUAGE.has(name)).flatMap(answersBehind)];
  });
}
