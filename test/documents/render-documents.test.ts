import Handlebars from 'handlebars';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { observeNew } from '../../src/cli/observe-folder.ts';
import { encodeDocument } from '../../src/documents/encode.ts';
import { planCopies, planWorkFiles, type PlannedDocument, type DocumentSource } from '../../src/documents/render-documents.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { compileTemplates } from '../../src/documents/render-text.ts';
import type { Document, FolderState, Plan } from '../../src/model.ts';
import { isPlanned } from '../../src/shared/planned-documents.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { necKit, plans } from './plans.ts';

const templates = compileTemplates(necKit.templates, Handlebars);
const source: DocumentSource = { templates: async () => templates, name: 'tests' };
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
    const copies = planCopies(plan, NOTHING_DONE, source);
    const expected = plan.kit.documents.filter((spec) => isPlanned(spec, plan.facts)).map(({ id }) => id);
    expect(idsOf(await renderDocuments(plan, templates, NOTHING_DONE))).toEqual(expected);
    expect([...idsOf(work), ...idsOf(copies)].sort()).toEqual([...expected].sort());
    expect(new Set(work.map(({ kind }) => kind))).toEqual(new Set(['text', 'table']));
  });

  it.each(Object.entries(plans))('%s: the copies say the same of workbooks that nobody touched as of none (U38)', async (_, plan) => {
    const untouched = { ...NOTHING_DONE, observed: await observeNew(planWorkFiles(plan, source)) };
    expect(untouched.observed.tasks?.length).toBe(plan.schedule.tasks.length);
    expect(await said(planCopies(plan, untouched, source))).toEqual(await said(planCopies(plan, NOTHING_DONE, source)));
  });
});

describe('where documents come from', () => {
  const only = (planned: readonly PlannedDocument[]): string => {
    const names = [...new Set(planned.map(({ madeFrom }) => madeFrom))];
    expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    return names[0] ?? '';
  };
  const ofWork = (plan: Plan, name = 'tests'): string => only(planWorkFiles(plan, { ...source, name }));
  const ofCopies = (plan: Plan, state: FolderState = NOTHING_DONE, name = 'tests'): string => only(planCopies(plan, state, { name }));
  const all = Object.values(plans);
  const plan = plans['ville dense'];

  it.each(Object.entries(plans))('%s: one name for the work files, the same on another day; the copies follow the day', (_, each) => {
    const later = on('2027-09-01', each);
    expect(ofWork(later)).toBe(ofWork(each));
    expect(ofCopies(later)).not.toBe(ofCopies(each));
  });

  it('is another with any other plan, kit or program', () => {
    for (const nameOf of [ofWork, ofCopies]) expect(new Set(all.map((each) => nameOf(each))).size).toBe(all.length);
    expect(ofWork(plan, 'other')).not.toBe(ofWork(plan));
    expect(ofCopies(plan, NOTHING_DONE, 'other')).not.toBe(ofCopies(plan));
  });

  it.each<[string, Partial<Plan>]>([
    ['an answer', { answers: { ...plan.answers, lieu: 'Ailleurs' } }],
    ['a fact', { facts: { ...plan.facts, population: 7 } }],
    ['the territory', { territory: { ...plan.territory, name: 'Autre' } }],
    ['the event', { eventId: 'autre' }],
  ])('changes with %s', (_, part) => {
    const other = { ...plan, ...part };
    expect(ofWork(other)).not.toBe(ofWork(plan));
    expect(ofCopies(other)).not.toBe(ofCopies(plan));
  });

  it.each<[string, Partial<FolderState>]>([
    ['a deleted document', { observed: { missing: ['charte'] } }],
    ['a conflict', { conflicts: [{ path: 'a', beside: 'b', why: 'both-changed', pieces: [] }] }],
    ['a run that was undone', { undoneSequences: { a: 3 } }],
  ])('of copies changes with %s', (_, part) => {
    expect(ofCopies(plan, { ...NOTHING_DONE, ...part })).not.toBe(ofCopies(plan));
  });

  it('is known without a template, and without making anything', () => {
    const planned = planWorkFiles(plan, { name: 'tests', templates: () => { throw new Error('loaded'); } });
    expect(planned.length).toBeGreaterThan(30);
    expect(only(planned)).toBe(ofWork(plan));
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
