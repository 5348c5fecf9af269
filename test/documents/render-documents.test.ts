import Handlebars from 'handlebars';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { observeNew } from '../../src/cli/observe-folder.ts';
import { encodeDocument } from '../../src/documents/encode.ts';
import { planCopies, planWorkFiles, type PlannedDocument, type TextSource } from '../../src/documents/render-documents.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { compileTemplates } from '../../src/documents/render-text.ts';
import type { Document, Plan } from '../../src/model.ts';
import { isPlanned } from '../../src/shared/planned-documents.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { necKit, plans } from './plans.ts';

const templates = compileTemplates(necKit.templates, Handlebars);
const source: TextSource = { templates: async () => templates, name: 'tests' };
const said = (planned: readonly PlannedDocument[]): Promise<readonly Document[]> => Promise.all(planned.map(({ path, render }) => render(path)));

/** The same plan looked at on another day. */
const on = (today: string, plan: Plan): Plan => ({
  ...plan, today,
  schedule: { ...plan.schedule, tasks: plan.schedule.tasks.map((planned) => ({ ...planned, late: planned.due < today })) },
});

describe('renderDocuments', () => {
  it.each(Object.entries(plans))('%s: only the dashboard and the calendars follow the day', async (_, plan) => {
    const later = await renderDocuments(on('2027-09-01', plan), templates, NOTHING_DONE);
    const changed = (await renderDocuments(plan, templates, NOTHING_DONE)).filter((document, index) =>
      JSON.stringify(document) !== JSON.stringify(later[index]));
    const builders = ['dashboard', 'milestones-calendar', 'tasks-calendar'];
    expect(changed.map(({ spec }) => spec.builder ?? spec.id).filter((name) => !builders.includes(name))).toEqual([]);
  });

  it.each(Object.entries(plans))('%s: both waves together, each file once, in the order of the kit', async (_, plan) => {
    const idsOf = (documents: readonly Pick<Document, 'spec'>[]): readonly string[] => documents.map(({ spec }) => spec.id);
    const work = planWorkFiles(plan, source);
    const copies = planCopies(plan, NOTHING_DONE);
    const expected = plan.kit.documents.filter((spec) => isPlanned(spec, plan.facts)).map(({ id }) => id);
    expect(idsOf(await renderDocuments(plan, templates, NOTHING_DONE))).toEqual(expected);
    expect([...idsOf(work), ...idsOf(copies)].sort()).toEqual([...expected].sort());
    expect(new Set(work.map(({ kind }) => kind))).toEqual(new Set(['text', 'table']));
  });

  it.each(Object.entries(plans))('%s: the copies say the same of workbooks that nobody touched as of none (U38)', async (_, plan) => {
    const untouched = { ...NOTHING_DONE, observed: await observeNew(planWorkFiles(plan, source)) };
    expect(untouched.observed.tasks?.length).toBe(plan.schedule.tasks.length);
    expect(await said(planCopies(plan, untouched))).toEqual(await said(planCopies(plan, NOTHING_DONE)));
  });
});

describe('where texts come from', () => {
  const origins = (plan: Plan, name = 'tests') => planWorkFiles(plan, { ...source, name }).flatMap(({ kind, madeFrom }) => (kind === 'text' ? [madeFrom] : []));
  const all = Object.values(plans);

  it.each(Object.entries(plans))('%s: one name for all, the same on another day, another with another kit or program', (_, plan) => {
    expect(new Set(origins(plan)).size).toBe(1);
    expect(origins(plan)[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(origins(on('2027-09-01', plan))).toEqual(origins(plan));
    expect(origins(plan, 'other')[0]).not.toBe(origins(plan)[0]);
  });

  it('changes with anything that a text says, down to the day of one task', () => {
    expect(new Set(all.map((plan) => origins(plan)[0])).size).toBe(all.length);
    const [plan] = all;
    if (!plan) throw new Error('no plan');
    const tasks = plan.schedule.tasks.map((planned, rank) => (rank === 3 ? { ...planned, due: '2027-01-01' } : planned));
    expect(origins({ ...plan, schedule: { ...plan.schedule, tasks } })[0]).not.toBe(origins(plan)[0]);
  });

  it('is known without a template', () => {
    const planned = planWorkFiles(plans['ville dense'], { name: 'tests', templates: () => { throw new Error('loaded'); } });
    expect(planned.every(({ kind, madeFrom }) => kind !== 'text' || madeFrom !== undefined)).toBe(true);
  });
});

describe('encodeDocument', () => {
  const text = async (plan: Plan): Promise<Document> => {
    const found = (await renderDocuments(plan, templates, NOTHING_DONE)).find(({ kind }) => kind === 'text');
    if (!found) throw new Error('no text');
    return found;
  };
  const withLicence = (licence: string, textes: string): Plan =>
    ({ ...plans['Creuse, un site'], kit: { ...necKit, licence }, answers: { ...plans['Creuse, un site'].answers, textes } });
  const footer = async (plan: Plan): Promise<string> =>
    strFromU8(unzipSync(await encodeDocument(await text(plan), plan))['word/footer1.xml'] ?? new Uint8Array());
  const pad = async (plan: Plan): Promise<string> => strFromU8(await encodeDocument(await text(plan), plan));

  it.each([['etalab-2.0', 'Licence Ouverte 2.0'], ['CC-BY-4.0', 'CC-BY-4.0']])('names the licence of the kit: %s', async (licence, words) => {
    expect(await footer(withLicence(licence, 'word'))).toContain(words);
    expect(await pad(withLicence(licence, 'markdown'))).toContain(`licence: "${words}"`);
  });
});
