import { describe, expect, it } from 'vitest';
import {
  checked, count, countdown, dayRange, dueDay, eventDays, eventPlace, sourceOf, span,
} from '../../../src/documents/html/phrases.ts';
import { samplePlan, samplePlanWithoutDate } from '../../support/plan.ts';

const { schedule } = samplePlan;

describe('count', () => {
  it.each([
    [0, '0\u00a0tâche'], [1, '1\u00a0tâche'], [2, '2\u00a0tâches'], [1200, '1\u202f200\u00a0tâches'],
  ])('%i', (value, words) => expect(count(value, 'tâche')).toBe(words));

  it('knows plurals that are not an s', () => {
    expect(count(3, 'autre tâche', 'autres tâches')).toBe('3\u00a0autres tâches');
  });
});

describe('span', () => {
  it.each([
    [1, '1\u00a0jour'], [13, '13\u00a0jours'], [14, '2\u00a0semaines'], [20, '2\u00a0semaines'],
    [325, '46\u00a0semaines'],
  ])('%i days', (days, words) => expect(span(days)).toBe(words));
});

describe('countdown', () => {
  it.each([
    ['2026-11-23', 'dans 46\u00a0semaines'],
    ['2027-09-09', 'dans 5\u00a0semaines'],
    ['2027-10-12', 'dans 2\u00a0jours'],
    ['2027-10-13', 'demain'],
    ['2027-10-14', 'aujourd’hui'],
    ['2027-10-15', 'terminé depuis 1\u00a0jour'],
    ['2027-11-01', 'terminé depuis 2\u00a0semaines'],
  ])('on %s', (today, words) => expect(countdown(today, schedule)).toBe(words));

  it('sees an event that goes on', () => {
    expect(countdown('2027-10-15', { ...schedule, lastDay: '2027-10-16' })).toBe('en ce moment');
  });
});

describe('dates in words', () => {
  it('says one day, several days, no day', () => {
    expect(eventDays(schedule)).toBe('jeudi 14 octobre 2027');
    expect(eventDays({ ...schedule, lastDay: '2027-10-15' }))
      .toBe('du jeudi 14 au vendredi 15 octobre 2027');
    expect(eventDays(samplePlanWithoutDate.schedule)).toBe('date à définir');
  });

  it('does not promise a provisional date', () => {
    expect(dueDay('2027-03-01', schedule)).toBe('1er mars 2027');
    expect(dueDay('2027-03-01', samplePlanWithoutDate.schedule)).toBe('vers le 1er mars 2027');
  });
});

describe('dayRange', () => {
  it.each([
    ['2027-03-01', '2027-03-01', '1er mars 2027'],
    ['2027-03-01', '2027-05-12', '1er mars – 12 mai 2027'],
    ['2027-12-20', '2028-01-05', '20 décembre 2027 – 5 janvier 2028'],
  ])('%s to %s', (from, to, words) => {
    expect(dayRange(from, to, schedule)).toBe(words);
    expect(dayRange(from, to, samplePlanWithoutDate.schedule)).toBe(`${words}, provisoire`);
  });
});

describe('provenance in words', () => {
  it('says the date, and how sure', () => {
    expect(checked({ sources: [], checkedOn: '2026-11-23', confidence: 'low' }))
      .toBe('vérifiée le 23 novembre 2026, information à vérifier');
  });

  it('names the source, our judgement, or the bare id', () => {
    expect(sourceOf('CR19', samplePlan.kit.sources).title).toBe('Compte rendu du 30 janvier 2019');
    expect(sourceOf('jugement', []).title).toBe('jugement de nec-local');
    expect(sourceOf('N4', []).title).toBe('N4');
  });
});

describe('eventPlace', () => {
  const sites = [{ nom: 'Lieu principal' }, { nom: 'Médiathèque du nord' }];
  it.each([
    [{ lieu: 'Salle des fêtes' }, 'Salle des fêtes'], [{ lieu: 'Salle des fêtes', sites }, 'Salle des fêtes'], [{ sites }, 'plusieurs lieux'],
    [{ sites: sites.slice(1) }, undefined], [{}, undefined],
  ])('%o', (answers, words) => expect(eventPlace(answers)).toBe(words));
});
