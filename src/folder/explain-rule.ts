import type { Condition, Figure, Kit, Plan, Rule, RuleTest } from '../model.ts';
import { blanked } from '../shared/blanked.ts';
import { conditionInWords } from '../shared/condition-words.ts';
import { plainDate } from '../shared/dates.ts';
import { formatEuros } from '../shared/money.ts';
import { ageWarning } from '../shared/rule-age.ts';
import { answersTo, linesOf, questionsOf, sourcesOf, type Explanation } from './explanation.ts';

const SEVERITIES = { blocking: 'bloquante', warning: 'avertissement', info: 'information' } as const;

/** A rule of the kit: when it speaks, whether it does now, and on whose word. */
export function explainRule(rule: Rule, plan: Plan): Explanation {
  const alert = plan.alerts.find((candidate) => candidate.rule === rule.id);
  return {
    kind: 'rule', id: rule.id, title: alert?.message ?? blanked(rule.message),
    lines: linesOf({
      'En ce moment': alert ? 'cette règle est rencontrée' : 'cette règle n’est pas rencontrée',
      'Elle parle': `quand ${testInWords(rule.test, plan.kit)}`,
      'Gravité': SEVERITIES[rule.severity],
      'Que faire': alert?.todo ?? blanked(rule.todo),
      'À faire avant': rule.by && taskInWords(rule.by, plan.kit),
      'Vaut jusqu’au': rule.validUntil && plainDate(rule.validUntil),
      'Attention': ageWarning(rule, plan),
    }),
    answers: answersTo(questionsOfTest(rule.test, plan.kit), plan),
    sources: sourcesOf(rule, plan.kit),
  };
}

/** A task by its title and its number. */
const taskInWords = (id: string, { tasks }: Pick<Kit, 'tasks'>): string => `« ${tasks.find((task) => task.id === id)?.title ?? id} » (${id})`;

function testInWords(test: RuleTest, kit: Kit): string {
  switch (test.kind) {
    case 'anchor': {
      const months = kit.tasks.find(({ id }) => id === test.task)?.anchorMonths ?? 0;
      return `${taskInWords(test.task, kit)} ne peut plus être faite ${months} mois avant l’événement`;
    }
    case 'facts': return conditionInWords(test.when, kit);
    case 'holiday': return test.near ? 'la veille ou le lendemain de l’événement est férié' : 'un jour de l’événement est férié';
    case 'neighbour': return `un événement que vous avez cité a lieu ${test.near ? 'moins d’une semaine avant ou après' : 'le même jour'}`;
    case 'window': return `un jour de l’événement tombe dans : ${windowsInWords(test)}${alsoWhen(test.when, kit)}`;
    case 'during': {
      const day = test.task === undefined ? 'un jour de l’événement tombe' : `l’échéance de ${taskInWords(test.task, kit)} tombe`;
      const windows = kit.rules.flatMap((rule) => (test.rules.includes(rule.id) && rule.test.kind === 'window' ? windowsInWords(rule.test) : []));
      return `${day} dans : ${windows.join(', ')}${alsoWhen(test.when, kit)}`;
    }
    case 'threshold': {
      const upTo = test.upTo === undefined ? '' : `, sans passer ${isMoney(test.figure) ? formatEuros(test.upTo * 100) : test.upTo}`;
      return `${FIGURES[test.figure](test.over)}${upTo}${alsoWhen(test.when, kit)}`;
    }
  }
}

const alsoWhen = (when: Condition | undefined, kit: Kit): string => (when ? `, et que ${conditionInWords(when, kit)}` : '');

const windowsInWords = ({ windows }: Extract<RuleTest, { kind: 'window' }>): string =>
  windows.map(({ from, to, name }) => `${name} (du ${plainDate(from)} au ${plainDate(to)})`).join(', ');

const isMoney = (figure: Figure): boolean => !['dropped-tasks', 'weeks-missing', 'late-funders'].includes(figure);

const FIGURES: Readonly<Record<Figure, (over: number) => string>> = {
  'gap': (over) => `il manque plus de ${formatEuros(over * 100)} pour payer les dépenses`,
  'unspent': (over) => `plus de ${formatEuros(over * 100)} de l’enveloppe ne sont affectés à rien`,
  'excess-funding': (over) => `les aides dépassent le coût de plus de ${formatEuros(over * 100)}`,
  'expenses': (over) => `les dépenses passent ${formatEuros(over * 100)}`,
  'purchases-of-year': (over) => `les dépenses, avec les achats du même genre déjà faits cette année, passent ${formatEuros(over * 100)}`,
  'public-funding': (over) => `un même organisme public apporte plus de ${formatEuros(over * 100)}`,
  'dropped-tasks': (over) => `plus de ${over} tâches sont laissées de côté faute de temps`,
  'weeks-missing': (over) => `il manque plus de ${over} semaines de préparation`,
  'late-funders': (over) => (over === 0
    ? 'le délai habituel d’un de vos financeurs, pas encore sollicité, est passé'
    : `le délai habituel de plus de ${over} de vos financeurs, pas encore sollicités, est passé`),
};

const FIGURE_QUESTIONS: Readonly<Record<Figure, readonly string[]>> = {
  'gap': ['budget', 'financeurs', 'niveau'], 'unspent': ['budget', 'financeurs', 'niveau'],
  'excess-funding': ['financeurs', 'niveau'], 'expenses': ['budget', 'financeurs', 'niveau'],
  'purchases-of-year': ['achats_annee', 'budget', 'financeurs', 'niveau'], 'public-funding': ['budget', 'financeurs', 'structure'],
  'dropped-tasks': ['date', 'debut', 'jauge', 'jours'], 'weeks-missing': ['date', 'debut', 'jauge', 'jours'],
  'late-funders': ['date', 'financeurs'],
};

function questionsOfTest(test: RuleTest, { tasks }: Kit): readonly string[] {
  const taskDay = (id: string): readonly string[] => ['date', 'debut', ...questionsOf(tasks.find((task) => task.id === id)?.when)];
  switch (test.kind) {
    case 'anchor': return taskDay(test.task);
    case 'facts': return questionsOf(test.when);
    case 'holiday': return ['date', 'jours', 'collectivite'];
    case 'neighbour': return ['date', 'jours', 'evenements_voisins'];
    case 'window': return ['date', 'jours', ...questionsOf(test.when)];
    case 'during': return [...(test.task === undefined ? ['date', 'jours'] : taskDay(test.task)), ...questionsOf(test.when)];
    case 'threshold': return [...FIGURE_QUESTIONS[test.figure], ...questionsOf(test.when)];
  }
}
