import { describe, expect, it } from 'vitest';
import { mainPlace } from '../../src/documents/site-names.ts';
import { durationInWords, eventDate, periodInWords } from '../../src/documents/view-dates.ts';
import { words } from '../../src/documents/printed-words.ts';
import { buildView } from '../../src/documents/view.ts';
import type { Plan } from '../../src/model.ts';
import { listValues, unmark, VALUE_END, VALUE_START } from '../../src/shared/values.ts';
import { viewShape, type Shape } from '../../src/shared/view-shape.ts';
import { samplePlan } from '../support/plan.ts';
import { necKit, plans } from './plans.ts';

const { schedule } = samplePlan;
const days = (firstDay: string, lastDay: string): Plan =>
  ({ ...samplePlan, schedule: { ...schedule, firstDay, lastDay } });
const undated = (periode: string): Plan => ({
  ...samplePlan, answers: { date: 'a-definir', periode },
  schedule: { ...schedule, firstDay: '2027-10-01', provisional: true },
});

describe('eventDate', () => {
  it.each([
    ['2027-10-14', '2027-10-14', 'jeudi 14 octobre 2027'],
    ['2027-10-01', '2027-10-01', 'vendredi 1er octobre 2027'],
    ['2027-10-14', '2027-10-15', 'du jeudi 14 au vendredi 15 octobre 2027'],
    ['2027-09-30', '2027-10-01', 'du jeudi 30 septembre au vendredi 1er octobre 2027'],
    ['2027-12-31', '2028-01-01', 'du vendredi 31 décembre 2027 au samedi 1er janvier 2028'],
  ])('%s to %s', (first, last, label) => {
    expect(eventDate(days(first, last))).toEqual({ label, inSentence: first === last ? `le ${label}` : label });
  });

  it('says the period of an event without a date', () => {
    const { label, inSentence } = eventDate(undated('2027-10/2027-11'));
    expect(label).toBe('à définir (octobre ou novembre 2027)');
    expect(inSentence).toBe('à une date à fixer (octobre ou novembre 2027)');
    expect(eventDate(undated('n’importe quoi')).label).toBe('à définir (octobre 2027)');
  });
});

it.each([
  [{ lieu: 'Mairie', forme: 'multi-sites', sites: [{ nom: 'École', commune: 'Rennes' }] }, 'Mairie'],
  [{ forme: 'multi-sites', sites: [{ nom: 'École', commune: 'Rennes' }, { nom: 'Halle' }] }, 'École, Rennes'],
  [{ forme: 'autonome', sites: [{ nom: 'École' }] }, undefined],
  [{ forme: 'multi-sites' }, undefined],
])('the main place of %j', (answers, place) => {
  expect(mainPlace(answers)).toBe(place);
});

describe('periodInWords', () => {
  it.each([
    ['2027-10/2027-10', 'octobre 2027'],
    ['2027-10', 'octobre 2027'],
    ['2027-10/2027-11', 'octobre ou novembre 2027'],
    ['2027-09/2027-11', 'entre septembre et novembre 2027'],
    ['2027-12/2028-01', 'décembre 2027 ou janvier 2028'],
    ['2027-11/2028-02', 'entre novembre 2027 et février 2028'],
    ['automne', undefined],
    [undefined, undefined],
  ])('%s → %s', (period, said) => {
    expect(periodInWords(period)).toBe(said);
  });
});

describe('durationInWords', () => {
  it.each([
    [0.5, 'une demi-journée'], [1, 'une journée'], [1.5, 'une journée et demie'], [2, 'deux jours'],
    [2.5, 'deux jours et demi'], [3, 'trois jours'], [5, 'cinq jours'], [7, '7 jours'],
  ])('%s → %s', (count, said) => {
    expect(durationInWords(count)).toBe(said);
  });
});

describe('words', () => {
  it.each([
    ['Médiathèque', 'Médiathèque'],
    ['Une phrase du kit.', 'Une phrase du kit'],
    ['Et ainsi de suite...', 'Et ainsi de suite...'],
    [80, '80'],
    ['deux\nlignes', 'deux lignes'],
    ['', 'à compléter'], ['   ', 'à compléter'], ['.', 'à compléter'], ['\u0000\uE000', 'à compléter'],
    [undefined, 'à compléter'], [null, 'à compléter'], [{}, 'à compléter'], [Number.NaN, 'à compléter'],
  ])('%j prints « %s »', (value, printed) => {
    expect(listValues(words(value)).map((marked) => unmark(`${VALUE_START}${marked}${VALUE_END}`))).toEqual([printed]);
  });
});

describe('buildView', () => {
  it.each(Object.entries(plans))('gives every name of the shape: %s', (_, plan) => {
    expect(mismatches(buildView(plan), viewShape)).toEqual([]);
  });

  it('does not change with the day on which it is built', () => {
    const plan = plans['ville dense'];
    expect(buildView({ ...plan, today: '2027-09-30' })).toEqual(buildView(plan));
  });

  it('names the territory and the organiser', () => {
    const { territoire, organisateur } = buildView(plans['Creuse, plusieurs sites']);
    expect(unmark(territoire.deNom)).toBe('de la Creuse');
    expect(unmark(territoire.population)).toBe('115\u202f000');
    expect(unmark(organisateur.nom)).toBe('le département de la Creuse');
    const { organisateur: association } = buildView(plans['greffe outre-mer, date à définir']);
    expect([association.nom, association.type].map(unmark)).toEqual(['Solidarités numériques', 'organisme']);
  });

  it('follows the answers', () => {
    const village = buildView(plans['village sans argent']);
    expect(village).toMatchObject({ zeroEuro: true, demiJournee: true, dateFixee: true, outreMer: false });
    expect(village).toMatchObject({ milieu: 'rural', appel: 'envies' });
    expect(unmark(village.evenement.duree)).toBe('une demi-journée');
    expect(unmark(village.budget.enveloppe)).toBe('0\u00a0€');
    const known = necKit.themes.find(({ id }) => id === 'ruralite-mobilite');
    expect(village.listes.themes.map(({ id, nom, question }) => [id, unmark(nom), unmark(question)])).toEqual([
      ['ruralite-mobilite', known?.name, expect.stringMatching(/\?$/)],
      ['reparer-son-telephone', 'Réparer son téléphone', 'à compléter'],
    ]);
    const overseas = buildView(plans['greffe outre-mer, date à définir']);
    expect(overseas).toMatchObject({ outreMer: true, dateFixee: false, charteAcceptee: false });
  });

  it.each([
    [0.5, false, false], [1, false, false], [1.5, false, true], [2, false, false], [2.5, true, true], [3, true, false],
  ])('knows how an event of %d days ends', (jours, plusDeDeuxJours, finitParUneMatinee) => {
    const plan = plans['Creuse, un site'];
    expect(buildView({ ...plan, facts: { ...plan.facts, jours } })).toMatchObject({ plusDeDeuxJours, finitParUneMatinee });
  });

  it('knows which documents the folder gets', () => {
    expect(buildView(plans['Creuse, un site']).documents).toEqual(expect.arrayContaining(['note-de-cadrage', 'glossaire', 'appel-a-contributions']));
    const { documents } = buildView(plans['village sans argent']);
    expect(documents).toContain('note-de-cadrage');
    for (const absent of ['glossaire', 'aide-pads', 'accord-evenement-hote']) expect(documents).not.toContain(absent);
  });

  it('tells apart list items of the same name, so that no two blocks share an id', () => {
    const plan = plans['ville dense'];
    const partenaires = [{ nom: 'Hub', type: 'hub' }, { nom: 'hub !', type: 'autre' }, { nom: '???', type: 'autre' }];
    const { listes } = buildView({ ...plan, answers: { ...plan.answers, partenaires } });
    expect(listes.partenaires.map(({ id }) => id)).toEqual(['hub', 'hub--2', 'sans-nom']);
  });

  it('gives funders without amounts: those can be changed in the workbook', () => {
    const { listes } = buildView(plans['Creuse, plusieurs sites']);
    expect(JSON.stringify(listes.financeurs)).not.toContain('500');
  });
});

/** Where a value does not have the shape that templates are checked against. */
function mismatches(value: unknown, shape: Shape, path = 'view'): readonly string[] {
  const wrong = (fine: boolean): readonly string[] => (fine ? [] : [`${path}: ${JSON.stringify(value)}`]);
  switch (shape.kind) {
    case 'words': return wrong(typeof value === 'string' && value.startsWith(VALUE_START) && value.endsWith(VALUE_END));
    case 'id': return wrong(typeof value === 'string' && /\S/.test(value) && !value.includes(VALUE_START));
    case 'code': return wrong(typeof value === 'string');
    case 'flag': return wrong(typeof value === 'boolean');
    case 'codes': return wrong(Array.isArray(value) && value.every((item) => typeof item === 'string'));
    case 'list': {
      if (!Array.isArray(value)) return wrong(false);
      return value.flatMap((item, rank) => mismatches(item, shape.of, `${path}[${rank}]`));
    }
    case 'group': {
      const group = value as Readonly<Record<string, unknown>>;
      const extra = Object.keys(group).filter((name) => !Object.hasOwn(shape.names, name));
      return [
        ...extra.map((name) => `${path}.${name}: not in the shape`),
        ...Object.entries(shape.names).flatMap(([name, inner]) => mismatches(group[name], inner, `${path}.${name}`)),
      ];
    }
  }
}
