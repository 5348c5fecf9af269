import { describe, expect, it } from 'vitest';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import { sentence } from '../../src/cli/messages.ts';
import { planSeen, type Prepared } from '../../src/cli/prepare.ts';
import type { IsoDate, Observed, ObservedTask, Plan, PlanName } from '../../src/model.ts';
import {
  compact, list, number, object, oneOf, optional, refine, required, text, type Decoder,
} from '../../src/shared/decode.ts';
import { isIsoDate } from '../../src/shared/dates.ts';
import { PLAN_NAMES } from '../../src/shared/plans.ts';
import { parseYaml, toRaw, type RawMap } from '../../src/shared/yaml.ts';
import { problem, type Problem } from '../../src/problem.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { kitIds, kitSources } from '../support/kit.ts';

/** `kits/<kit>/examples/*.yaml`: tests that people write without programming (docs/kit.md, « Exemples »). */
interface Example {
  readonly title: string;
  readonly today: IsoDate;
  readonly answers: RawMap;
  /** Tasks that people ticked since. */
  readonly done?: readonly string[];
  /** Texts and tables that people took out of the folder since. */
  readonly deleted?: readonly string[];
  readonly expect: Expected;
}

interface Expected {
  readonly plan?: PlanName;
  readonly tasks?: Readonly<Record<string, IsoDate>>;
  readonly absent?: readonly string[];
  readonly dropped?: readonly string[];
  readonly expenses?: number;
  readonly gap?: number;
  readonly alerts?: readonly string[];
  readonly no_alerts?: readonly string[];
  /** These rules are met, and no others. */
  readonly only_alerts?: readonly string[];
  readonly files?: readonly string[];
  readonly no_files?: readonly string[];
}

const date: Decoder<IsoDate> = refine(text, (value, node, report) => {
  if (isIsoDate(value)) return value;
  report(problem('wrong-value', { value, expected: 'une date AAAA-MM-JJ' }, node.at));
  return undefined;
});

const dates: Decoder<Readonly<Record<string, IsoDate>>> = (node, report) => (node.kind === 'map'
  ? Object.fromEntries(node.entries.map(({ key, value }) => [key, date(value, report) ?? '']))
  : object('des échéances', {}, () => ({}))(node, report));

const example: Decoder<Example> = object('un exemple', {
  title: required(text),
  today: required(date),
  answers: required((node) => toRaw(node) as RawMap),
  done: optional(list(text)),
  deleted: optional(list(text)),
  expect: required(object('ce qui est attendu', {
    plan: optional(oneOf(PLAN_NAMES)), tasks: optional(dates), absent: optional(list(text)), dropped: optional(list(text)),
    expenses: optional(number), gap: optional(number), alerts: optional(list(text)), no_alerts: optional(list(text)),
    only_alerts: optional(list(text)),
    files: optional(list(text)), no_files: optional(list(text)),
  }, (values): Expected => compact(values))),
}, (values): Example => compact(values));

function readExample(source: string, file: string): Example {
  const problems: Problem[] = [];
  const parsed = parseYaml(source, file);
  const read = parsed.ok ? example(parsed.value, (found) => problems.push(found)) : undefined;
  if (!parsed.ok || !read || problems.length > 0) throw new Error((parsed.ok ? problems : parsed.problems).map(sentence).join('\n'));
  return read;
}

/** What this plan says of the things that the example speaks of, in the same form. */
function outcomeOf(expected: Expected, { plan, files }: Prepared): Expected {
  const { schedule, budget, alerts } = plan;
  const due = new Map(schedule.tasks.map(({ task, due: day }) => [task.id, day]));
  const dropped = new Set(schedule.dropped.map(({ task }) => task.id));
  const rules = new Set(alerts.map(({ rule }) => rule));
  const paths = new Set(files.map(({ path }) => path));
  const among = (ids: readonly string[] | undefined, test: (id: string) => boolean): readonly string[] | undefined =>
    ids?.filter(test);
  const found: { readonly [K in keyof Required<Expected>]: Expected[K] | undefined } = {
    plan: expected.plan && schedule.plan,
    tasks: expected.tasks && Object.fromEntries(Object.keys(expected.tasks).map((id) => [id, due.get(id) ?? 'absente'])),
    absent: among(expected.absent, (id) => !due.has(id)),
    dropped: expected.dropped?.length === 0 ? [...dropped] : among(expected.dropped, (id) => dropped.has(id)),
    expenses: expected.expenses === undefined ? undefined : budget.expenses / 100,
    gap: expected.gap === undefined ? undefined : budget.gap / 100,
    alerts: among(expected.alerts, (id) => rules.has(id)),
    no_alerts: among(expected.no_alerts, (id) => !rules.has(id)),
    only_alerts: expected.only_alerts && [
      ...expected.only_alerts.filter((id) => rules.has(id)), ...[...rules].filter((id) => !expected.only_alerts?.includes(id)),
    ],
    files: among(expected.files, (path) => paths.has(path)),
    no_files: among(expected.no_files, (path) => !paths.has(path)),
  };
  return compact(found) as Expected;
}

/** The retro-planning with these tasks ticked, and a folder without these documents. */
function observedIn({ schedule }: Plan, done: readonly string[], missing: readonly string[]): Observed {
  const tasks = schedule.tasks.map(({ task: { id, title, phase }, due }): ObservedTask =>
    ({ id, title, phase, due, ownDue: null, state: done.includes(id) ? 'done' : 'todo', owner: null }));
  return { tasks, missing };
}

describe.each(kitIds)('the examples of the kit %s', (id) => {
  const sources = kitSources(id);
  const loaded = loadSources(sources);
  const written = Object.keys(sources).filter((path) => path.startsWith('examples/')).sort();

  it.each(written)('%s', async (path) => {
    const { title, today, answers, done = [], deleted = [], expect: expected } = readExample(sources[path] ?? '', path);
    const made = await makeFolder(loaded, answers as Readonly<Record<string, RawAnswer>>, today);
    const prepared = { ...made, plan: planSeen(made.plan, observedIn(made.plan, done, deleted)) };
    expect(Object.keys(expected), title).not.toEqual([]);
    expect(outcomeOf(expected, prepared), title).toEqual(expected);
    // What is expected not to be must at least exist: a misspelt id is never there.
    const [tasks, rules] = [loaded.kit.tasks.map(({ id }) => id), loaded.kit.rules.map(({ id }) => id)];
    expect(tasks).toEqual(expect.arrayContaining([...expected.absent ?? [], ...done]));
    expect(loaded.kit.documents.map(({ id }) => id)).toEqual(expect.arrayContaining([...deleted]));
    expect(rules).toEqual(expect.arrayContaining([...expected.no_alerts ?? []]));
  });

  it('there are some', () => expect(written.length).toBeGreaterThanOrEqual(id === 'nec' ? 8 : 1));
});

describe('an example', () => {
  it.each([
    ['expect: { plans: express }', /expect: 1|plans/],
    ['expect: { plan: court }', /court/],
    ['expect: { tasks: { T21: demain } }', /demain/],
    ['expects: {}', /expects/], ['done: T21\nexpect: { only_alert: [] }', /only_alerts/],
  ])('a slip in an example is refused: %s', (line, said) => {
    expect(() => readExample(`title: x\ntoday: 2026-11-23\nanswers: {}\n${line}\n`, 'x.yaml')).toThrow(said);
  });
});
