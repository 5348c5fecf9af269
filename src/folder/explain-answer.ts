import type { Condition, Kit, Plan, Question } from '../model.ts';
import { conditionInWords } from '../shared/condition-words.ts';
import { enumerate } from '../shared/words.ts';
import { documentQuestions } from './document-questions.ts';
import { answersTo, linesOf, questionsBehind, questionsOf, type Explanation, type ExplanationLine } from './explanation.ts';

/** An answer: why it is asked, what is proposed, and everything that follows from it. */
export function explainAnswer(question: Question, plan: Plan): Explanation {
  const { kit } = plan;
  const { id } = question;
  const uses = (condition: Condition | undefined): boolean => questionsOf(condition).includes(id);
  const counts = (of: string | undefined): boolean => of !== undefined && questionsBehind(of).includes(id);
  const named = (entries: readonly { readonly id: string }[]): string => enumerate(entries.map((entry) => entry.id));
  return {
    kind: 'answer', id, title: question.label,
    lines: [
      ...linesOf({
        'Pourquoi': question.why,
        'Aide': question.help,
        'À qui demander': question.colleague,
        'Demandée': question.when && `quand ${conditionInWords(question.when, kit)}`,
      }),
      ...proposals(question, kit),
      ...linesOf({
        'Dates': datesBehind(id, kit),
        'Tâches': named(kit.tasks.filter(({ when, minSize, byFunders }) => uses(when) || (id === 'jauge' && minSize > 0) || (id === 'financeurs' && byFunders))),
        'Budget': named([...kit.budget.lines, ...kit.budget.inKind].filter(({ when, quantity }) => uses(when) || counts(quantity.of))),
        'Règles': named(kit.rules.filter(({ test }) => (test.kind === 'neighbour' ? id === 'evenements_voisins'
          : (test.kind === 'facts' || test.kind === 'window') && uses(test.when)))),
        'Documents': named(kit.documents.filter((spec) => uses(spec.when) || documentQuestions(spec, kit).includes(id))),
        'Autres questions': named(kit.questions.filter(({ when, defaults }) => uses(when) || defaults.some((option) => uses(option.when)))),
      }),
    ],
    answers: answersTo([id], plan),
    sources: [],
  };
}

const DATES = ['date', 'periode', 'debut', 'jours', 'jauge'];

function datesBehind(id: string, { tasks }: Kit): string | undefined {
  if (DATES.includes(id)) return 'toutes les échéances en dépendent';
  return id === 'financeurs' && tasks.some(({ byFunders }) => byFunders) ? 'celles de la demande d’aide, et de ce qui la prépare' : undefined;
}

const COMPUTED: Readonly<Record<NonNullable<Question['computed']>, string>> = {
  'today': 'le jour où le dossier a été fait', 'event-name': 'le nom du territoire', 'season': 'la saison qui laisse assez de temps',
  'setting': 'd’après la population du territoire', 'chart-of-accounts': 'd’après la population de la commune',
};

/** What stands for the answer as long as nobody gives one: a line for each case, in their order. */
function proposals({ defaults, computed, choices = [] }: Question, kit: Kit): readonly ExplanationLine[] {
  if (defaults.length === 0) return linesOf({ 'Proposé': computed && COMPUTED[computed] });
  const label = (value: unknown): string => choices.find((choice) => choice.value === value)?.label ?? (value === true ? 'oui' : value === false ? 'non' : String(value));
  const said = (value: unknown): string => (Array.isArray(value) ? value.map(label).join(', ') || 'rien' : label(value));
  return defaults.map(({ value, when }, rank) => ({
    label: rank === 0 ? 'Proposé' : 'Sinon',
    text: `${said(value)}${when ? ` quand ${conditionInWords(when, kit)}` : ''}`,
  }));
}
