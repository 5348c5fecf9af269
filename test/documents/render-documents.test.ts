import Handlebars from 'handlebars';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { observeNew } from '../../src/cli/observe-folder.ts';
import { encodeDocument } from '../../src/documents/encode.ts';
import { renderCopies, renderWorkFiles } from '../../src/documents/render-documents.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { compileTemplates } from '../../src/documents/render-text.ts';
import type { Document, Plan } from '../../src/model.ts';
import { holds } from '../../src/shared/condition.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { necKit, plans } from './plans.ts';

const templates = compileTemplates(necKit.templates, Handlebars);

/** The same plan looked at on another day. */
const on = (today: string, plan: Plan): Plan => ({
  ...plan, today,
  schedule: { ...plan.schedule, tasks: plan.schedule.tasks.map((planned) => ({ ...planned, late: planned.due < today })) },
});

describe('renderDocuments', () => {
  it.each(Object.entries(plans))('%s: only the dashboard and the calendars follow the day', (_, plan) => {
    const later = renderDocuments(on('2027-09-01', plan), templates, NOTHING_DONE);
    const changed = renderDocuments(plan, templates, NOTHING_DONE).filter((document, index) =>
      JSON.stringify(document) !== JSON.stringify(later[index]));
    const builders = ['dashboard', 'milestones-calendar', 'tasks-calendar'];
    expect(changed.map(({ spec }) => spec.builder ?? spec.id).filter((name) => !builders.includes(name))).toEqual([]);
  });

  it.each(Object.entries(plans))('%s: both waves together, each file once, in the order of the kit', (_, plan) => {
    const idsOf = (documents: readonly Document[]): readonly string[] => documents.map(({ spec }) => spec.id);
    const work = renderWorkFiles(plan, templates);
    const copies = renderCopies(plan, NOTHING_DONE);
    const expected = plan.kit.documents.filter(({ when }) => holds(when, plan.facts)).map(({ id }) => id);
    expect(idsOf(renderDocuments(plan, templates, NOTHING_DONE))).toEqual(expected);
    expect([...idsOf(work), ...idsOf(copies)].sort()).toEqual([...expected].sort());
    expect(new Set(work.map(({ kind }) => kind))).toEqual(new Set(['text', 'table']));
  });

  it.each(Object.entries(plans))('%s: the copies say the same of workbooks that nobody touched as of none (U38)', (_, plan) => {
    const untouched = { ...NOTHING_DONE, observed: observeNew(renderWorkFiles(plan, templates)) };
    expect(untouched.observed.tasks?.length).toBe(plan.schedule.tasks.length);
    expect(renderCopies(plan, untouched)).toEqual(renderCopies(plan, NOTHING_DONE));
  });
});

describe('encodeDocument', () => {
  const text = (plan: Plan): Document => {
    const found = renderDocuments(plan, templates, NOTHING_DONE).find(({ kind }) => kind === 'text');
    if (!found) throw new Error('no text');
    return found;
  };
  const withLicence = (licence: string, textes: string): Plan =>
    ({ ...plans['Creuse, un site'], kit: { ...necKit, licence }, answers: { ...plans['Creuse, un site'].answers, textes } });
  const footer = async (plan: Plan): Promise<string> =>
    strFromU8(unzipSync(await encodeDocument(text(plan), plan))['word/footer1.xml'] ?? new Uint8Array());
  const pad = async (plan: Plan): Promise<string> => strFromU8(await encodeDocument(text(plan), plan));

  it.each([['etalab-2.0', 'Licence Ouverte 2.0'], ['CC-BY-4.0', 'CC-BY-4.0']])('names the licence of the kit: %s', async (licence, words) => {
    expect(await footer(withLicence(licence, 'word'))).toContain(words);
    expect(await pad(withLicence(licence, 'markdown'))).toContain(`licence: "${words}"`);
  });
});
