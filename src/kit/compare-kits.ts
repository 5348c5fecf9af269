import type { Choice, Condition, DocumentSpec, Kit } from '../model.ts';
import {
  compareEntries, differs, isEqual, parts, words, type Aspect, type KitDifference, type Sides,
} from './kit-difference.ts';
import { compareProgrammes } from './compare-programmes.ts';
import { presentProgramme } from './present-programme.ts';
import { inPresentWords } from './present-words.ts';

/**
 * What a person who works with one kit would notice in another: questions, tasks, delays, money, rules, documents, texts.
 * Sources, dates of verification and the order of things are noise; an id or a word that was only renamed is no change.
 */
export function compareKits(before: Kit, after: Kit): readonly KitDifference[] {
  const was = { ...inPresentWords(before, after.renames), ...presentProgramme(before, after.renames) };
  const sides = <T extends { readonly id: string }>(of: (kit: Kit) => readonly T[]): Sides<T> =>
    ({ oldIds: of(before).map(({ id }) => id), before: of(was), after: of(after) });
  return [
    ...compareEntries('questions', sides(({ questions }) => questions), labelOf, [
      differs('type', ({ type }) => type), when, choices,
      parts({
        required: ({ required }) => required,
        default: ({ defaults, computed }) => [defaults, computed],
        bounds: ({ min, max, step, open }) => [min, max, step, open],
        columns: ({ fields }) => fields,
      }),
      words(({ help, why, colleague }) => [help, why, colleague]),
    ]),
    ...compareEntries('phases', sides(({ phases }) => phases), titleOf, []),
    ...compareEntries('roles', sides(({ roles }) => roles), titleOf, [words(({ mission }) => mission)]),
    ...compareEntries('tasks', sides(({ tasks }) => tasks), titleOf, [
      differs('lead', ({ lead }) => lead), differs('anchor', ({ anchorMonths }) => anchorMonths), when,
      parts({
        role: ({ role }) => role, support: ({ support }) => support, phase: ({ phase }) => phase, needs: ({ needs }) => needs,
        size: ({ minSize }) => minSize, funders: ({ byFunders }) => byFunders,
        importance: ({ milestone, essential, dropUnderWeeks }) => [milestone, essential, dropUnderWeeks],
        calendar: ({ calendar }) => calendar, document: ({ document }) => document,
      }),
      words(({ why, done, instead }) => [why, done, instead]),
    ]),
    ...compareBudgets(sides),
    ...compareEntries('audiences', sides(({ audiences }) => audiences), nameOf, [
      parts({ links: ({ formats }) => formats }), words(({ obstacle, need, share }) => [obstacle, need, share]),
    ]),
    ...compareEntries('themes', sides(({ themes }) => themes), nameOf, [
      parts({ links: ({ audiences, format }) => [audiences, format] }),
      words(({ question, partner, trace, serves }) => [question, partner, trace, serves]),
    ]),
    ...compareEntries('formats', sides(({ formats }) => formats), nameOf, [
      words(({ purpose, duration, capacity, room, team, material }) => [purpose, duration, capacity, room, team, material]),
    ]),
    ...compareEntries('forms', sides(({ forms }) => forms), titleOf, [
      parts({
        fields: ({ sections }) => sections.map(({ id, title, fields }) => [id, title, fields]),
        data: ({ purpose, legalBasis, recipients, retention }) => [purpose, legalBasis, recipients, retention],
      }),
      words(({ intro, sections }) => [intro, sections.map((section) => section.intro)]),
    ]),
    ...compareEntries('rules', sides(({ rules }) => rules), ({ message }) => message, [
      differs('severity', ({ severity }) => severity), parts({ test: ({ test }) => test, validity: ({ validUntil }) => validUntil, by: ({ by }) => by }),
      words(({ todo }) => todo),
    ]),
    ...compareEntries('favours', sides(({ favours }) => favours), ({ message }) => message, [when, parts({ test: ({ test }) => test })]),
    ...compareProgrammes(sides),
    ...compareEntries('documents', sides(({ documents }) => documents), titleOf, [
      differs('path', ({ path }) => path), when, parts({ kind: ({ kind, builder, table }) => [kind, builder, table] }), texts(was, after),
    ]),
  ];
}

export type SidesOf = <T extends { readonly id: string }>(of: (kit: Kit) => readonly T[]) => Sides<T>;

const compareBudgets = (sides: SidesOf): readonly KitDifference[] => [
  ...compareEntries('lines', sides(({ budget }) => budget.lines), labelOf, [
    differs('price', ({ price }) => price), when,
    parts({ quantity: ({ quantity }) => quantity, unit: ({ unit }) => unit, account: ({ account }) => account, family: ({ family }) => family }),
    words(({ free }) => free),
  ]),
  ...compareEntries('contingency', sides(({ budget }) => [{ ...budget.contingency, id: 'imprevus' }]), labelOf, [
    differs('percent', ({ percent }) => percent), parts({ account: ({ account }) => account, family: ({ family }) => family }),
  ]),
  ...compareEntries('income', sides(({ budget }) => budget.income), labelOf, [
    parts({ account: ({ account, accountCases }) => [account, accountCases], share: ({ share }) => share }),
    words(({ advice, askBefore }) => [advice, askBefore]),
  ]),
  ...compareEntries('inKind', sides(({ budget }) => budget.inKind), labelOf, [
    differs('rate', ({ rate }) => rate), when, parts({ quantity: ({ quantity }) => quantity, unit: ({ unit }) => unit }), words(({ method }) => method),
  ]),
];

const nameOf = ({ name }: { readonly name: string }): string => name;
const titleOf = ({ title }: { readonly title: string }): string => title;
const labelOf = ({ label }: { readonly label: string }): string => label;

const when = differs('condition', (entry: { readonly when?: Condition }) => entry.when);

/** Choices by their values; a label that reads otherwise is a text that changes. */
function choices({ choices: before = [] }: { readonly choices?: readonly Choice[] }, { choices: after = [] }: { readonly choices?: readonly Choice[] }) {
  const only = (mine: readonly Choice[], theirs: readonly Choice[]): readonly string[] =>
    mine.filter(({ value }) => !theirs.some((other) => other.value === value)).map(({ label }) => label);
  const [added, removed] = [only(after, before), only(before, after)];
  if (added.length + removed.length > 0) return [{ code: 'choices', added, removed }] as const;
  return words((of: readonly Choice[]) => of.map(({ value, label, hint }) => [value, label, hint]).sort())(before, after);
}

const texts = (was: Kit, is: Kit): Aspect<DocumentSpec> => (before, after) => {
  const textOf = ({ templates }: Kit, { purpose, readers, template }: DocumentSpec): unknown => [purpose, readers, template && templates[template]];
  return isEqual(textOf(was, before), textOf(is, after)) ? [] : [{ code: 'words' }];
};
