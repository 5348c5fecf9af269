import type { Plan, Rule } from '../model.ts';
import { usualTime } from '../shared/ask-by.ts';
import { blanked } from '../shared/blanked.ts';
import { formOfBuilder } from '../shared/builders.ts';
import { holds } from '../shared/condition.ts';
import { layDays } from '../shared/laid-days.ts';
import { mayHold } from '../shared/may-hold.ts';
import { formatEuros } from '../shared/money.ts';
import { isPlanned } from '../shared/planned-documents.ts';
import { factOf, type Fact } from '../shared/provenance.ts';
import { textsAnswer } from '../shared/read-answer.ts';
import { wholeBudget } from '../shared/whole-budget.ts';
import { chosenFormats } from './chosen-formats.ts';

/** Something that a folder says on the word of its kit. */
export interface FolderFact extends Fact {
  /** What is known of it in figures. */
  readonly figure?: string;
}

/** What a folder says of one matter, under its title. */
export interface FactGroup {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly FolderFact[];
  /** Their ids can be looked up: `nec-local expliquer`. */
  readonly explained?: true;
}

/** The facts of the kit that this plan keeps, group by group, in the order of the kit; empty groups are left out. */
export function folderFacts(plan: Plan): readonly FactGroup[] {
  const { kit, facts, schedule } = plan;
  const chosen = (question: string) => ({ id }: { readonly id: string }): boolean => textsAnswer(facts, question).includes(id);
  const planned = kit.documents.filter((spec) => isPlanned(spec, facts));
  const forms = planned.flatMap(({ builder }) => formOfBuilder(builder) ?? []);
  const dated = new Set(schedule.tasks.map(({ task }) => task.id));
  const groups: readonly FactGroup[] = [
    { id: 'taches', title: 'Les tâches et leurs délais', explained: true, facts: kit.tasks.filter(({ id }) => dated.has(id)).map((task) => factOf(task, task.title)) },
    { id: 'argent', title: 'L’argent et les apports', explained: true, facts: moneyFacts(plan) },
    { id: 'budget', title: 'Le budget dans son ensemble', facts: wholeBudget(kit.budget).filter(({ id }) => id !== 'shared' || holds(kit.budget.shared?.when, facts)).map((fact) => factOf(fact, fact.title)) },
    {
      id: 'regles', title: 'Les règles d’alerte', explained: true,
      facts: kit.rules.filter((rule) => mayBeMet(rule, dated, plan)).map((rule) => factOf(rule, blanked(rule.message))),
    },
    {
      id: 'formulaires', title: 'Les formulaires et les données personnelles',
      facts: kit.forms.filter(({ id }) => forms.includes(id)).map((form) => factOf(form, form.title)),
    },
    { id: 'publics', title: 'Vos publics', facts: kit.audiences.filter(chosen('publics')).map((audience) => factOf(audience, audience.name)) },
    { id: 'themes', title: 'Vos thèmes', facts: kit.themes.filter(chosen('themes')).map((theme) => factOf(theme, theme.name)) },
    { id: 'formats', title: 'Les formats de séance', facts: chosenFormats(plan).map((format) => factOf(format, format.name)) },
    { id: 'programme', title: 'Le programme et les listes', facts: [...programmeFacts(plan), ...tableFacts(plan)] },
    {
      id: 'jours', title: 'Ce qui fait choisir un jour', explained: true,
      facts: kit.favours.filter(({ when }) => holds(when, facts)).map((favour) => factOf(favour, blanked(favour.message))),
    },
  ];
  return groups.filter((group) => group.facts.length > 0);
}

/** Whatever people do in the folder: with these answers, and with these tasks. */
function mayBeMet({ test }: Rule, dated: ReadonlySet<string>, { facts }: Plan): boolean {
  if ('task' in test && test.task !== undefined && !dated.has(test.task)) return false;
  return !('when' in test) || mayHold(test.when, facts);
}

function moneyFacts({ kit, budget }: Plan): readonly FolderFact[] {
  const funders = new Set(budget.income.map(({ id }) => id.replace(/--\d+$/, '')));
  return [
    ...budget.lines.map(({ line, price, free }) => withFigure(factOf(line, line.label), free ? 'ici, sans argent' : price === null ? 'devis à demander' : inEuros(price, line.unit))),
    withFigure(factOf(kit.budget.contingency, kit.budget.contingency.label), `${budget.contingency.percent}\u00a0% des autres dépenses`),
    // The texts tell everybody how long funders take, and not only those that were named.
    ...kit.budget.income.filter(({ id, askBefore }) => askBefore ?? funders.has(id)).map((income) => (
      withFigure(factOf(income, income.label), income.askBefore && `délai habituel\u00a0: ${usualTime(income.askBefore)}`))),
    ...budget.inKind.map(({ line }) => withFigure(factOf(line, line.label), line.rate === undefined ? undefined : inEuros(line.rate, line.unit))),
  ];
}

const inEuros = (price: number, unit: string): string => `${formatEuros(price)} par unité (${unit})`;

function programmeFacts(plan: Plan): readonly FolderFact[] {
  const { programme, documents } = plan.kit;
  if (!programme || !documents.some((spec) => spec.builder === 'timetable' && isPlanned(spec, plan.facts))) return [];
  const models = new Set(layDays(plan, programme).map(({ model }) => model));
  return [
    factOf({ id: 'limits', ...programme.limits }, 'Les règles de la grille horaire'),
    // Days of an event are often laid out on the same word.
    ...firstOfEach(programme.days.filter(({ id }) => models.has(id)).map((day) => factOf(day, 'Les heures proposées'))),
  ];
}

const firstOfEach = (facts: readonly FolderFact[]): readonly FolderFact[] =>
  facts.filter((fact, rank) => facts.findIndex(({ sources }) => sources.join() === fact.sources.join()) === rank);

function tableFacts({ kit: { documents, tables = [] }, facts }: Plan): readonly FolderFact[] {
  return documents.filter((spec) => spec.builder === 'table' && isPlanned(spec, facts)).flatMap(({ table, title }) =>
    tables.filter(({ id }) => id === table).flatMap((found) => [
      factOf(found, title),
      ...found.rows.filter(({ when }) => holds(when, facts)).map((row) => factOf(row, Object.values(row.cells)[0] ?? row.id)),
    ]));
}

const withFigure = (fact: Fact, figure: string | undefined): FolderFact => (figure === undefined ? fact : { ...fact, figure });
