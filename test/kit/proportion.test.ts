import { describe, expect, it } from 'vitest';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import { isLeftOut } from '../../src/shared/planned-documents.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { necSources } from '../support/kit.ts';

const TODAY = '2026-11-23';
const loaded = loadSources(necSources());
const profiles = loaded.kit.profiles.map(({ id, answers }) => [id, answers as Readonly<Record<string, RawAnswer>>] as const);

/** What people see: the tool's own memory apart. */
const visible = (files: readonly { readonly path: string }[]): readonly string[] => files.map(({ path }) => path).filter((path) => !path.startsWith('.nec-local/'));

describe('half a day for fewer than 80 people', () => {
  it.each(profiles)('%s: at most 25 files and 45 tasks, and the page to open first tells what was left out', async (_, answers) => {
    const { plan, files } = await makeFolder(loaded, { ...answers, jours: 0.5, jauge: 79, publics: loaded.kit.audiences.map(({ id }) => id) }, TODAY);
    expect(visible(files).length, visible(files).join('\n')).toBeLessThanOrEqual(25);
    expect(plan.schedule.tasks.length).toBeLessThanOrEqual(45);
    const left = loaded.kit.documents.filter((spec) => isLeftOut(spec, plan.facts));
    const page = new TextDecoder().decode(files.find(({ path }) => path === 'LISEZ-MOI.html')?.bytes);
    expect(left.length).toBeGreaterThan(10);
    for (const { id } of left) expect(page).toContain(id);
    expect(page).toContain(`nec-local generer --set documents_en_plus=${left[0]?.id}`);
  });

  it.each(profiles)('%s: gets what it asks for, and is not told of it any more', async (_, answers) => {
    const asked = ['glossaire', 'formats-retenus'];
    const { plan, files } = await makeFolder(loaded, { ...answers, jours: 0.5, jauge: 79, documents_en_plus: asked }, TODAY);
    expect(visible(files)).toEqual(expect.arrayContaining(['1-cadrage/glossaire.docx', '7-programme/formats-retenus.docx']));
    expect(loaded.kit.documents.filter((spec) => isLeftOut(spec, plan.facts)).map(({ id }) => id)).not.toEqual(expect.arrayContaining(asked));
  });

  it('a larger one gets everything that its answers can use, and no such list', async () => {
    const { files } = await makeFolder(loaded, { ...profiles[0]?.[1], jours: 1, jauge: 80 }, TODAY);
    expect(visible(files)).toContain('1-cadrage/glossaire.docx');
    expect(new TextDecoder().decode(files.find(({ path }) => path === 'LISEZ-MOI.html')?.bytes)).not.toContain('documents_en_plus=');
  });
});
