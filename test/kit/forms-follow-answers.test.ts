import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { compileTemplates } from '../../src/documents/render-text.ts';
import type { Answers, Facts, Plan } from '../../src/model.ts';
import { isGiven } from '../../src/shared/condition.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { anyPlan, necKit, planOf, plans } from '../documents/plans.ts';
import { saidBy } from '../support/agreement.ts';
import { renderDocuments } from '../support/render-documents.ts';

/** What people read before they give their data, and what is written of it for the register. */
const OF_DATA = ['formulaire-contribution', 'formulaire-inscription', 'mention-rgpd', 'fiche-de-registre'];
const templates = compileTemplates(necKit.templates, Handlebars);

const linesOf = async (plan: Plan): Promise<readonly string[]> =>
  (await renderDocuments(plan, templates, NOTHING_DONE, ({ spec }) => OF_DATA.includes(spec.id)))
    .flatMap((document) => saidBy(document).lines.map((line) => `${document.spec.id}: ${line}`));

const has = (facts: Facts, fact: string, ...values: readonly unknown[]): boolean => [facts[fact]].flat().some((value) => values.includes(value));

/** Words that answers exclude. */
const EXCLUDED: readonly (readonly [name: string, when: (facts: Facts) => boolean, words: RegExp])[] = [
  ['a host, on paper', (facts) => has(facts, 'inscriptions', 'papier'), /hébergeur|répon\S+ en ligne|LimeSurvey|page d’inscription/],
  ['sheets, online', (facts) => !has(facts, 'inscriptions', 'papier'), /armoire|feuilles? d’inscription|broyeur/],
  ['a recording, where nothing is recorded', (facts) => !has(facts, 'captation', 'audio', 'video'), /\benregistr(?:er|ée|ement)/i],
  ['pictures, where only sound is recorded', (facts) => has(facts, 'captation', 'audio'), /vidéo|filmé|caméra|apparaître|hors du champ|son seulement/],
  ['a caterer, without lunch', (facts) => !has(facts, 'restauration', 'dejeuner'), /traiteur|Mangez-vous/],
  ['a meal, where nobody eats', (facts) => !has(facts, 'restauration', 'dejeuner', 'repas-partage'), /\brepas\b/i],
  ['children, without anybody to look after them', (facts) => !has(facts, 'besoins_acces', 'garde-enfants'), /\benfants?\b/],
  ['several places, in one', (facts) => !has(facts, 'forme', 'multi-sites'), /quel lieu|chaque lieu|Lieu choisi|Lieux reliés/i],
  ['a host event, on one’s own', (facts) => !has(facts, 'forme', 'greffe'), /événement hôte/],
  ['challenges, without a call for commons', (facts) => !has(facts, 'appel', 'communs'), /\bdéfi\b/],
  ['a selection, where every wish is welcome', (facts) => has(facts, 'appel', 'envies'), /choix des propositions|résumé/i],
  ['a wish, where sessions are chosen', (facts) => !has(facts, 'appel', 'envies'), /\benvies?\b/],
  ['a mission of public interest, where nobody knows it', (facts) => isGiven(facts['structure']), /Mission d’intérêt public de l’organisme/],
  ['money back, without money', (facts) => facts['zero-euro'] === true, /rembours/],
  ['training, without it', (facts) => facts['formation'] !== true, /\bformation\b/i],
];

const faults = async (plan: Plan): Promise<readonly string[]> => {
  const lines = await linesOf(plan);
  return EXCLUDED.flatMap(([name, when, words]) => (when(plan.facts) ? lines.filter((line) => words.test(line)).map((line) => `${name}: ${line}`) : []));
};

describe('forms, the notice and the register speak of nothing that the answers exclude', () => {
  it.each(Object.entries(plans))('%s', async (_, plan) => expect(await faults(plan)).toEqual([]));

  it('people choose their place among those that were named, and write it where none was', async () => {
    const pageOf = async (answers: Answers): Promise<string> => {
      const plan = planOf(plans['Creuse, plusieurs sites'].territory, { ...plans['Creuse, plusieurs sites'].answers, ...answers });
      const [page] = await renderDocuments(plan, {}, NOTHING_DONE, ({ spec }) => spec.id === 'formulaire-inscription');
      return page?.kind === 'copy' ? page.content : '';
    };
    const [named, unnamed, alone] = await Promise.all([pageOf({}), pageOf({ sites: [] }), pageOf({ forme: 'autonome' })]);
    expect(named).toMatch(/<input type="radio"[^>]* name="site" value="mediatheque-felletin" required/);
    expect(named).toMatch(/<input type="radio"[^>]* name="site" value="bibliotheque-d-auzances" required/);
    expect(unnamed).toMatch(/<input type="text"[^>]* name="site-libre" required/);
    for (const page of [named, unnamed]) expect(page.split('Dans quel lieu viendrez-vous')).toHaveLength(2);
    expect(alone).not.toMatch(/name="site|quel lieu/);
  });

  it('whatever the answers', () => fc.assert(fc.asyncProperty(anyPlan, async (plan) => {
    expect(await faults(plan)).toEqual([]);
  }), { numRuns: 60 }));

  it('and of it where the answers ask for it', async () => {
    const all = (await Promise.all(Object.values(plans).map(linesOf))).flat();
    expect(EXCLUDED.filter(([, , words]) => !all.some((line) => words.test(line))).map(([name]) => name)).toEqual([]);
  });
});
