import { expect, it } from 'vitest';
import { explainFavour } from '../../src/folder/explain-favour.ts';
import { parseKit } from '../../src/kit/parse-kit.ts';
import { plans } from '../documents/plans.ts';
import { necSources } from '../support/kit.ts';

const plan = plans['Creuse, un site'];

it.each(plan.kit.favours.map((favour) => [favour.id, favour] as const))('%s: when it speaks, for which day, and on whose word', (id, favour) => {
  const { title, lines, sources } = explainFavour(favour, plan);
  const said = Object.fromEntries(lines.map(({ label, text }) => [label, text]));
  const speaks = plan.dates.some((day) => day.for.some((reason) => reason.id === id));
  expect(title).not.toMatch(/[{}]/);
  expect(said['En ce moment']).toBe(speaks ? 'elle parle pour : jeudi 14 octobre 2027' : 'elle ne parle pour aucune de vos dates');
  expect(said['Elle parle']).toMatch(favour.test.kind === 'season' ? /^quand l’événement tient entre le \d+/ : /^quand aucune de ces règles/);
  expect(sources).toHaveLength(favour.sources.length);
});

it('keeps the old names of a reason', () => {
  const [first] = plan.kit.favours;
  if (!first) throw new Error('no reason');
  const sources = necSources();
  const dates = (sources['dates.yaml'] ?? '').replace(`- id: ${first.id}\n`, `- id: ${first.id}\n    renamed_from: ancienne-raison\n`);
  const parsed = parseKit({ ...sources, 'dates.yaml': dates });
  expect(parsed.ok && parsed.value.renames.entries.favours).toEqual({ 'ancienne-raison': first.id });
});
