import { describe, expect, it } from 'vitest';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import type { Kit } from '../../src/model.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { parseYaml, toRaw, type RawMap } from '../../src/shared/yaml.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { kitSources, necKit, themeIds } from '../support/kit.ts';
import { renderDocuments } from '../support/render-documents.ts';
import { emptyHeadings, SLIP, wordsOf } from '../support/slips.ts';

const raw = (text: string | undefined): RawMap => {
  const parsed = parseYaml(text ?? '{}', 'x.yaml');
  return (parsed.ok ? toRaw(parsed.value) : {}) as RawMap;
};
const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

/** The kits that extend `nec` are small, beside it and not in its way. The lists of one, and a key that only a whole entry has: what changes an entry of the parent has no need of it. */
const LISTS: readonly (readonly [file: string, list: string, key: string, of: (kit: Kit) => readonly { readonly id: string }[]])[] = [
  ['tasks.yaml', 'tasks', 'phase', ({ tasks }) => tasks], ['formats.yaml', 'formats', 'purpose', ({ formats }) => formats],
  ['rules.yaml', 'rules', 'severity', ({ rules }) => rules], ['documents.yaml', 'documents', 'path', ({ documents }) => documents],
  ['sources.yaml', 'sources', 'title', ({ sources }) => sources],
];

it('there are four', () => expect(themeIds).toEqual(['elus', 'greffe', 'hyper-ruralite', 'mediation']));

describe.each(themeIds)('the theme kit %s', (id) => {
  const sources = kitSources(id);
  const loaded = loadSources(sources);

  it('says what it is for and what it extends', () => {
    expect(loaded.kit).toMatchObject({ id, purpose: expect.stringMatching(/^[A-ZÉ].+\.$/), parents: [{ id: 'nec' }], licence: 'etalab-2.0' });
  });

  it.each(LISTS)('%s: what is new has an id of its own, what changes the base kit is still there', (file, list, key, of) => {
    const entries = (raw(sources[file])[list] ?? []) as readonly RawMap[];
    const inBase = ids(of(necKit()));
    const whole = entries.filter((entry) => entry[key] !== undefined).map((entry) => String(entry['id']));
    const changed = entries.filter((entry) => entry[key] === undefined).map((entry) => String(entry['id']));
    expect(whole.filter((name) => inBase.includes(name))).toEqual([]);
    expect(inBase).toEqual(expect.arrayContaining(changed));
  });

  it('is small: at most eight tasks and two texts more', () => {
    const more = (of: (kit: Kit) => readonly { readonly id: string }[]): number => of(loaded.kit).length - of(necKit()).length;
    expect(more(({ tasks }) => tasks)).toBeLessThanOrEqual(8);
    expect(more(({ documents }) => documents)).toBeLessThanOrEqual(2);
  });

  it('asks for all that it proposes: its defaults are good answers', async () => {
    const { plan } = await makeFolder(loaded, { collectivite: 'departement:23' }, '2026-11-24');
    for (const question of raw(sources['questions.yaml'])['questions'] as readonly RawMap[]) {
      if (question['default'] !== undefined) expect([question['id'], plan.answers[String(question['id'])]]).toEqual([question['id'], expected(question['default'])]);
    }
  });

  it.each(Object.keys(sources).filter((path) => path.startsWith('examples/')))('its texts read well with the answers of %s', async (path) => {
    const { today, answers } = raw(sources[path]);
    const { plan } = await makeFolder(loaded, answers as Readonly<Record<string, RawAnswer>>, String(today));
    const own = ids(loaded.kit.documents).filter((document) => !ids(necKit().documents).includes(document));
    for (const document of await renderDocuments(plan, await loaded.templates(), NOTHING_DONE)) {
      if (document.kind !== 'text' || !own.includes(document.spec.id)) continue;
      const texts = document.blocks.filter(({ kind }) => kind !== 'rule').map(wordsOf);
      expect(texts.filter((text) => SLIP.test(text) || /·| {2}|\.\.|^\W*$|\bà à\b|« à compléter »/.test(text)), document.path).toEqual([]);
      expect(emptyHeadings(document.blocks), document.path).toEqual([]);
    }
  });

  it('gives its words without dots inside them, with the right apostrophe', () => {
    const own = Object.entries(sources).filter(([path]) => !path.startsWith('parents/')).map(([, text]) => text.replace(/'[^']*'/g, ''));
    expect(own.flatMap((text) => text.match(/\S*(?:\p{L}·|\p{L}'\p{L})\S*/gu) ?? [])).toEqual([]);
  });
});

/** A default as it is kept: `oui` is true. */
const expected = (value: unknown): unknown => (value === 'oui' ? true : value === 'non' ? false : value);
