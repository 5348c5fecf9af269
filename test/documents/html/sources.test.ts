import { describe, expect, it } from 'vitest';
import { folderFacts } from '../../../src/documents/folder-facts.ts';
import { buildSources } from '../../../src/documents/html/sources.ts';
import { oldYear } from '../../../src/documents/html/sources-guide.ts';
import { kitFacts } from '../../../src/kit/kit-facts.ts';
import type { Plan } from '../../../src/model.ts';
import type { Fact } from '../../../src/shared/provenance.ts';
import { necKit, plans as necPlans } from '../plans.ts';
import { specOf, words } from './samples.ts';

const pageOf = (plan: Plan): string => buildSources(specOf('sources'), '1-cadrage/sources.html', plan).content;
const idsOf = (plan: Plan, group: string): readonly string[] => folderFacts(plan).find(({ id }) => id === group)?.facts.map(({ id }) => id) ?? [];

const many = necPlans['Creuse, plusieurs sites'];

describe('folderFacts', () => {
  it.each(Object.entries(necPlans))('%s: the tasks and lines of the plan, and no others', (_, plan) => {
    expect(idsOf(plan, 'taches').toSorted()).toEqual(plan.schedule.tasks.map(({ task }) => task.id).toSorted());
    const lines = plan.budget.lines.map(({ line }) => line.id);
    expect(idsOf(plan, 'argent').filter((id) => necKit.budget.lines.some((line) => line.id === id))).toEqual(lines);
  });

  it.each(Object.entries(necPlans))('%s: nothing that the kit does not state, on the same word', (_, plan) => {
    const word = ({ id, sources, checkedOn, confidence, validUntil }: Fact): string => JSON.stringify([id, sources, checkedOn, confidence, validUntil]);
    const stated = new Set(kitFacts(necKit).map(word));
    expect(folderFacts(plan).flatMap(({ facts }) => facts).filter((fact) => !stated.has(word(fact)))).toEqual([]);
  });

  it('every alert of the plan is among its rules', () => {
    for (const plan of Object.values(necPlans)) expect(idsOf(plan, 'regles')).toEqual(expect.arrayContaining(plan.alerts.map(({ rule }) => rule)));
  });

  it('leaves out the rules of other places, and keeps those that wait for what people do', () => {
    expect(idsOf(many, 'regles')).not.toContain('vacances-reunion');
    expect(idsOf(necPlans['greffe outre-mer, date à définir'], 'regles')).toContain('vacances-reunion');
    expect(idsOf({ ...many, facts: { ...many.facts, charte: false } }, 'regles')).toContain('nom-sans-charte');
    expect(idsOf(many, 'regles')).not.toContain('nom-sans-charte');
  });

  it('names audiences, themes, funders and formats that were chosen', () => {
    expect(idsOf(many, 'publics')).toEqual(necKit.audiences.map(({ id }) => id).filter((id) => ['mediateurs', 'elus', 'habitants'].includes(id)));
    expect(idsOf(many, 'themes')).toEqual(['inclusion', 'ruralite-mobilite']);
    expect(idsOf(many, 'argent')).toContain('prefecture');
    expect(idsOf(many, 'argent')).not.toContain('entreprise-mecenat');
    expect(idsOf(many, 'formats').length).toBeGreaterThan(0);
  });
});

describe('how long funders take', () => {
  it('is there for every funder, named or not: the texts tell it to everybody', () => {
    for (const plan of Object.values(necPlans)) {
      const money = folderFacts(plan).find(({ id }) => id === 'argent')?.facts ?? [];
      for (const { id, askBefore } of necKit.budget.income) {
        if (askBefore) expect(money.find((fact) => fact.id === id)?.figure, id).toBe(`délai habituel\u00a0: ${askBefore.least} à ${askBefore.most} mois`);
      }
    }
  });
});

describe('buildSources', () => {
  const page = pageOf(many);

  it('says of each fact when it was checked and how sure it is', () => {
    const facts = folderFacts(many).flatMap((group) => group.facts);
    expect(page.match(/>vérifiée le <span class="day">\d\d\/\d\d\/\d{4}<\/span>, (?:sûre|assez sûre|à vérifier)/g)).toHaveLength(facts.length);
  });

  it('leads to each source that it cites, and prints its address', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(200);
    for (const id of new Set(targets)) expect(page, id).toContain(` id="${id}"`);
    for (const [, id = ''] of page.matchAll(/ id="source-([^"]+)"/g)) {
      const url = necKit.sources.find((source) => source.id === id)?.url;
      expect(words(page)).toContain(url === undefined ? 'sans adresse connue' : url.replaceAll('&', '&amp;').replaceAll('\'', '&#39;'));
    }
  });

  it('calls our own judgement by its name, nowhere a source', () => {
    expect(words(page)).toContain('notre propre avis');
    expect(page).not.toContain('source-jugement');
    expect(words(page)).not.toContain('jugement');
  });

  it('says the same on any day', () => expect(pageOf({ ...many, today: '2030-01-01' })).toBe(page));

  it('tells what will be old on the day of the event', () => {
    expect(words(page)).toContain('plus d’un an avant votre événement : 0.');
    const later = { ...many, schedule: { ...many.schedule, firstDay: '2028-01-20' } };
    expect(words(pageOf(later))).toMatch(/plus d’un an avant votre événement : [1-9]\d*\./);
    expect(words(pageOf(later))).toMatch(/vacances scolaires de la zone A[^.]*… *Jusqu’au 31 août 2027/);
    expect(words(page)).toContain('NEC Haute-Savoie 2021 ancienne');
  });
});

describe('an old source', () => {
  it.each([
    ['Appel à NEC locaux (2023)', 2023], ['Loi n° 2005-102 du 11 février 2005', 2005], ['Loi n° 2016-1088', undefined],
    ['Guide de 2014, revu en 2026', undefined], ['Code du travail', undefined], ['Rencontre de 2024', undefined],
  ])('%s: %s', (title, year) => expect(oldYear(title, '2027-10-14')).toBe(year));
});
