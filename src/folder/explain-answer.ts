import type { Condition, Kit, Plan, Question } from '../model.ts';
import { conditionInWords } from '../shared/condition-words.ts';
import { enumerate } from '../shared/words.ts';
import { documentQuestions } from './document-questions.ts';
import { answersTo, linesOf, questionsBehind, questionsOf, type Explanation } from './explanation.ts';

/** An answer: why it is asked, what is proposed, and everything that follows from it. */
export function explainAnswer(question: Question, plan: Plan): Explanation {
  const { kit } = plan;
  const { id } = question;
  const uses = (condition: Condition | undefined): boolean => questionsOf(condition).includes(id);
  const counts = (of: string | undefined): boolean => of !== undefined && questionsBehind(of).includes(id);
  const named = (entries: readonly { readonly id: string }[]): string => enumerate(entries.map((entry) => entry.id));
  return {
    kind: 'answer', id, title: question.label,
    lines: linesOf({
      'Pourquoi': question.why,
      'Aide': question.help,
      'À qui demander': question.colleague,
      'Demandée': question.when && `quand ${conditionInWords(question.when, kit)}`,
      'Proposé': proposals(question, kit),
      'Dates': DATES.includes(id) ? 'toutes les échéances en dépendent' : undefined,
      'Tâches': named(kit.tasks.filter(({ when, minSize }) => uses(when) || (id === 'jauge' && minSize > 0))),
      'Budget': named([...kit.budget.lines, ...kit.budget.inKind].filter(({ when, quantity }) => uses(when) || counts(quantity.of))),
      'Règles': named(kit.rules.filter(({ test }) => (test.kind === 'neighbour' ? id === 'evenements_voisins'
        : (test.kind === 'facts' || test.kind === 'window') && uses(test.when)))),
      'Documents': named(kit.documents.filter((spec) => uses(spec.when) || documentQuestions(spec, kit).includes(id))),
      'Autres questions': named(kit.questions.filter(({ when, defaults }) => uses(when) || defaults.some((option) => uses(option.when)))),
    }),
    answers: answersTo([id], plan),
    sources: [],
  };
}

const DATES = ['date', 'periode', 'debut', 'jours', 'jauge'];

const COMPUTED: Readonly<Record<NonNullable<Question['computed']>, string>> = {
  'today': 'le jour où le dossier a été fait', 'event-name': 'le nom du territoire', 'season': 'la saison qui laisse assez de temps',
  'setting': 'd’après la population du territoire', 'chart-of-accounts': 'd’après la population de la commune',
};

/** What stands for the answer as long as nobody gives one. */
function proposals({ defaults, computed, choices = [] }: Question, kit: Kit): string | undefined {
  const label = (value: unknown): string => choices.find((choice) => choice.value === value)?.label ?? (value === true ? 'oui' : value === false ? 'non' : String(value));
  const said = defaults.map(({ value, when }) =>
    `${Array.isArray(value) ? value.map(label).join(', ') : label(value)}${when ? ` quand ${conditionInWords(when, kit)}` : ''}`);
  if (said.length > 0) return said.join(' ; sinon ');
  return computed && COMPUTED[computed];
}
