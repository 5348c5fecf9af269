import type { Plan, Rule, RuleTest } from '../model.ts';
import { conditionInWords } from '../shared/condition-words.ts';
import { plainDate } from '../shared/dates.ts';
import { formatEuros } from '../shared/money.ts';
import { answersTo, linesOf, questionsOf, sourcesOf, type Explanation } from './explanation.ts';

const SEVERITIES = { blocking: 'bloquante', warning: 'avertissement', info: 'information' } as const;

/** A rule of the kit: when it speaks, whether it does now, and on whose word. */
export function explainRule(rule: Rule, plan: Plan): Explanation {
  const alert = plan.alerts.find((candidate) => candidate.rule === rule.id);
  return {
    kind: 'rule', id: rule.id, title: alert?.message ?? blanked(rule.message),
    lines: linesOf({
      'En ce moment': alert ? 'cette règle est rencontrée' : 'cette règle n’est pas rencontrée',
      'Elle parle': `quand ${testInWords(rule.test, plan)}`,
      'Gravité': SEVERITIES[rule.severity],
      'Que faire': alert?.todo ?? blanked(rule.todo),
      'Vaut jusqu’au': rule.validUntil && plainDate(rule.validUntil),
    }),
    answers: answersTo(questionsOfTest(rule.test, plan), plan),
    sources: sourcesOf(rule, plan.kit),
  };
}

/** A sentence whose `{date}` and the like wait for the rule to be met. */
const blanked = (sentence: string): string => sentence.replace(/\{\w+\}/g, '…');

function testInWords(test: RuleTest, { kit }: Plan): string {
  switch (test.kind) {
    case 'anchor': {
      const task = kit.tasks.find(({ id }) => id === test.task);
      return `« ${task?.title ?? test.task} » (${test.task}) ne peut plus être faite ${task?.anchorMonths ?? 0} mois avant l’événement`;
    }
    case 'facts': return conditionInWords(test.when, kit);
    case 'holiday': return test.near ? 'la veille ou le lendemain de l’événement est férié' : 'un jour de l’événement est férié';
    case 'window': {
      const windows = test.windows.map(({ from, to, name }) => `${name} (du ${plainDate(from)} au ${plainDate(to)})`).join(', ');
      return `un jour de l’événement tombe dans : ${windows}${test.when ? `, et que ${conditionInWords(test.when, kit)}` : ''}`;
    }
    case 'threshold': return FIGURES[test.figure](test.over);
  }
}

const FIGURES: Readonly<Record<Extract<RuleTest, { kind: 'threshold' }>['figure'], (over: number) => string>> = {
  'gap': (over) => `il manque plus de ${formatEuros(over * 100)} pour payer les dépenses`,
  'unspent': (over) => `plus de ${formatEuros(over * 100)} de l’enveloppe ne sont affectés à rien`,
  'expenses': (over) => `les dépenses passent ${formatEuros(over * 100)}`,
  'dropped-tasks': (over) => `plus de ${over} tâches sont laissées de côté faute de temps`,
  'weeks-missing': (over) => `il manque plus de ${over} semaines de préparation`,
};

function questionsOfTest(test: RuleTest, { kit }: Plan): readonly string[] {
  switch (test.kind) {
    case 'anchor': return ['date', 'debut', ...questionsOf(kit.tasks.find(({ id }) => id === test.task)?.when)];
    case 'facts': return questionsOf(test.when);
    case 'holiday': return ['date', 'jours', 'collectivite'];
    case 'window': return ['date', 'jours', ...questionsOf(test.when)];
    case 'threshold': return test.figure === 'dropped-tasks' || test.figure === 'weeks-missing' ? ['date', 'debut', 'jauge', 'jours'] : ['budget', 'financeurs', 'niveau'];
  }
}
