import { describe, expect, it } from 'vitest';
import { dates, HOSTILE, pagesOf, plans, words } from './samples.ts';

const plan = plans['without date'];
const page = pagesOf(plan).dashboard;
const section = (text: string): string => /<section id="choisir"[\s\S]*?<\/section>/.exec(text)?.[0] ?? '';
const plain = (text: string): string => words(section(text)).replaceAll('\u00a0', ' ');

describe('the days to choose from', () => {
  it('come with their rank and their own reasons, those of all once, each with its source', () => {
    expect(plain(page)).toContain('3 dates possibles, la meilleure d’abord.');
    expect(plain(page)).toMatch(/1\. mardi 12 octobre 2027 Pour Loin des autres événements\. Source : Compte rendu du 30 janvier 2019 – vérifiée le 23 novembre 2026, information sûre\./);
    expect(plain(page)).toMatch(/2\. mercredi 20 octobre 2027 3\. vendredi 12 novembre 2027 Attention Le même jour qu’un salon\. Source : jugement de nec-local/);
    expect(plain(page)).toMatch(/Ce qui vaut pour toutes Pour C’est la saison\. .* À savoir Calendrier scolaire inconnu\./);
    expect(plain(page).match(/C’est la saison/g)).toHaveLength(1);
    expect(plain(page)).toContain('Pour en retenir une : nec-local reporter 2027-10-12');
  });

  it('alike in all, there is nothing but their days', () => {
    const alike = dates.map(({ date }) => ({ date, for: dates[1]?.for ?? [], against: dates[1]?.against ?? [] }));
    expect(plain(pagesOf({ ...plan, dates: alike }).dashboard)).toContain('1. mardi 12 octobre 2027 2. mercredi 20 octobre 2027 3. vendredi 12 novembre 2027 Rien ne les distingue : ce qui vaut pour toutes');
  });

  it('one alone keeps its reasons', () => {
    const only = plain(pagesOf({ ...plan, dates: dates.slice(0, 1) }).dashboard);
    expect(only).toContain('1 date possible');
    expect(only).toContain('Pour C’est la saison.');
    expect(only).not.toContain('vaut pour toutes');
  });

  it('none left: the page says how to change the period', () => {
    expect(plain(pagesOf(plans['period over']).dashboard)).toContain('Changez la réponse periode');
  });

  it('are not shown once the date is set', () => expect(section(pagesOf(plans.full).dashboard)).toBe(''));

  it('how to name an event is said where the kit asks for it', () => {
    expect(plain(page)).not.toContain('evenements_voisins');
    const asked = { ...plan.kit, questions: [{ id: 'evenements_voisins', chapter: '', essential: false, type: 'records', label: '', help: '', why: '', required: false, defaults: [], open: false } as const] };
    expect(plain(pagesOf({ ...plan, kit: asked }).dashboard)).toContain('à la question evenements_voisins');
  });

  it('words of people stay words', () => {
    const [first] = dates;
    const hostile = section(pagesOf({ ...plan, dates: first ? [{ ...first, against: first.against.map((reason) => ({ ...reason, message: HOSTILE })) }] : [] }).dashboard);
    expect(hostile).toContain('&lt;img');
    expect(hostile).not.toMatch(/<img|<script/);
  });
});

it('the read-me leads there while there is no date', () => {
  expect(pagesOf(plan).readme).toContain('href="tableau-de-bord.html#choisir"');
  expect(pagesOf(plans.full).readme).not.toContain('#choisir');
});
