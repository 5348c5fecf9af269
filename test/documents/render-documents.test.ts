import Handlebars from 'handlebars';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeDocument } from '../../src/documents/encode.ts';
import { renderDocuments } from '../../src/documents/render-documents.ts';
import { compileTemplates } from '../../src/documents/render-text.ts';
import type { Document, Plan } from '../../src/model.ts';
import { necKit, plans } from './plans.ts';

const templates = compileTemplates(necKit.templates, Handlebars);

/** The same plan looked at on another day. */
const on = (today: string, plan: Plan): Plan => ({
  ...plan, today,
  schedule: { ...plan.schedule, tasks: plan.schedule.tasks.map((planned) => ({ ...planned, late: planned.due < today })) },
});

describe('renderDocuments', () => {
  it.each(Object.entries(plans))('%s: only the dashboard and the calendars follow the day', (_, plan) => {
    const later = renderDocuments(on('2027-09-01', plan), templates);
    const changed = renderDocuments(plan, templates).filter((document, index) =>
      JSON.stringify(document) !== JSON.stringify(later[index]));
    const builders = ['dashboard', 'milestones-calendar', 'tasks-calendar'];
    expect(changed.map(({ spec }) => spec.builder ?? spec.id).filter((name) => !builders.includes(name))).toEqual([]);
  });
});

describe('encodeDocument', () => {
  const text = (plan: Plan): Document => {
    const found = renderDocuments(plan, templates).find(({ kind }) => kind === 'text');
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
