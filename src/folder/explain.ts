import { problem, type Result } from '../problem.ts';
import { isIsoDate } from '../shared/dates.ts';
import { compact } from '../shared/decode.ts';
import { nearest } from '../shared/words.ts';
import { explainAnswer } from './explain-answer.ts';
import { explainDate } from './explain-date.ts';
import { explainAnswersFile, explainDocument, findDocument } from './explain-document.ts';
import { explainContingency, explainExpense, explainFunder, explainIncomeType, explainInKind, explainOwnFunds, explainTotals } from './explain-money.ts';
import { explainFavour } from './explain-favour.ts';
import { explainRule } from './explain-rule.ts';
import { explainSentence } from './explain-sentence.ts';
import { explainSlot, slotOfRow } from './explain-slot.ts';
import { explainTableRow } from './explain-table-row.ts';
import { explainTask } from './explain-task.ts';
import type { Explained, Explanation } from './explanation.ts';
import { ANSWERS_FILE } from './paths.ts';

/** Longer words are no slip of a name: looking for the nearest would only take time. */
const MAX_WORD = 100;

/**
 * What stands behind an id of the kit, a number of the column « N° », a path, a day or some words of a text. One word may
 * mean several things (a question and a document): each is explained. The problem `explain-unknown`: none.
 */
export function explain(target: string, explained: Explained): Result<readonly Explanation[]> {
  const wanted = target.trim();
  const known = explainers(explained);
  const isNamed = (id: string): boolean => id === wanted;
  const isLike = (id: string): boolean => id.toLowerCase() === wanted.toLowerCase();
  const isRow = (id: string): boolean => id === slotOfRow(wanted) && id !== wanted;
  const named = [isNamed, isLike, isRow].map((test) => known.filter(({ id }) => test(id))).find((found) => found.length > 0) ?? [];
  if (named.length > 0) return { ok: true, value: named.map(({ explainIt }) => explainIt()) };
  const document = findDocument(wanted, explained);
  if (document) return { ok: true, value: [explainDocument(document, explained)] };
  if (isIsoDate(wanted)) return { ok: true, value: [explainDate(wanted, explained)] };
  const sentences = explainSentence(wanted, explained);
  if (sentences.length > 0) return { ok: true, value: sentences };
  const near = wanted.length > MAX_WORD ? undefined : nearest(wanted, [...known.map(({ id }) => id), ...explained.files.map(({ path }) => path)]);
  return { ok: false, problems: [problem('explain-unknown', compact({ target: wanted, nearest: near }))] };
}

interface Explainer {
  readonly id: string;
  readonly explainIt: () => Explanation;
}

/** Everything that has a name, in the order in which it is told when one name is shared. */
function explainers(explained: Explained): readonly Explainer[] {
  const { plan } = explained;
  const { kit, budget } = plan;
  const { programme, tables = [] } = kit;
  const each = <T extends { readonly id: string }>(entries: readonly T[], how: (entry: T) => Explanation): readonly Explainer[] =>
    entries.map((entry) => ({ id: entry.id, explainIt: () => how(entry) }));
  const [own, ...funders] = budget.income;
  return [
    ...each(kit.tasks, (task) => explainTask(task, explained)),
    ...each(kit.budget.lines, (line) => explainExpense(line, plan)),
    ...each([{ id: kit.budget.contingency.id }, { id: '_imprevus' }], () => explainContingency(plan)),
    ...(own ? each([own], (income) => explainOwnFunds(income, plan)) : []),
    ...each(funders, (income) => explainFunder(income, plan)),
    ...each(kit.budget.income.filter(({ id }) => !funders.some((funder) => funder.id === id)), (type) => explainIncomeType(type, plan)),
    ...each(kit.budget.inKind, (line) => explainInKind(line, plan)),
    ...each([{ id: '_total' }, { id: '_sous-total' }], ({ id }) => explainTotals(id, plan)),
    ...each(kit.questions, (question) => explainAnswer(question, plan)),
    ...each(kit.rules, (rule) => explainRule(rule, plan)),
    ...each(kit.favours, (favour) => explainFavour(favour, plan)),
    ...each(kit.documents, (spec) => explainDocument(spec, explained)),
    ...each(programme?.slots ?? [], (slot) => explainSlot(slot, plan)),
    ...tables.flatMap((table) => each(table.rows, (row) => explainTableRow(row, table, plan))),
    { id: ANSWERS_FILE, explainIt: () => explainAnswersFile(explained) },
  ];
}
