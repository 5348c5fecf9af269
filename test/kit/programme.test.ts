import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../src/kit/check-programme.ts';
import type { Kit, ModelDay, Programme } from '../../src/model.ts';
import { hourInWords } from '../../src/shared/clock.ts';
import { layDays } from '../../src/shared/laid-days.ts';
import { minutesIn, SLOT_KINDS, timesOf } from '../../src/shared/programme.ts';
import { necKit } from '../support/kit.ts';
import { samplePlan } from '../support/plan.ts';

const { programme } = necKit() as Kit & { programme: Programme };
const day = (id: string): ModelDay => programme.days.find((found) => found.id === id) as ModelDay;
const hours = (id: string): readonly string[] => [
  ...timesOf(day(id), programme.slots).map(({ slot, start, minutes }) => `${hourInWords(start)} ${slot.kind} ${minutes}`),
  hourInWords(day(id).start + day(id).slots.reduce((sum, { minutes }) => sum + minutes, 0)),
];

describe('the days of the shipped kit', () => {
  it('one day', () => expect(hours('journee')).toEqual([
    '9 h together 45', '9 h 45 break 20', '10 h 05 workshops 90', '11 h 35 break 20', '11 h 55 peers 40', '12 h 35 meal 75', '13 h 50 workshops 90',
    '15 h 20 break 20', '15 h 40 together 45', '16 h 25 together 30', '16 h 55 open 20', '17 h 15',
  ]));
  it('one day far from everything, from 10 to 16', () => expect(hours('journee-hyper-rurale')).toEqual([
    '10 h together 20', '10 h 20 break 20', '10 h 40 workshops 90', '12 h 10 meal 60', '13 h 10 workshops 90', '14 h 40 break 20', '15 h together 40', '15 h 40 open 20', '16 h',
  ]));
  it('half a day', () => expect(hours('demi-journee')).toEqual([
    '9 h together 20', '9 h 20 move 10', '9 h 30 workshops 60', '10 h 30 break 30', '11 h workshops 60', '12 h together 20', '12 h 20 open 20', '12 h 40',
  ]));
  it('half a day far from everything', () => expect(hours('demi-journee-hyper-rurale')).toEqual([
    '10 h together 20', '10 h 20 move 10', '10 h 30 workshops 45', '11 h 15 break 20', '11 h 35 workshops 45', '12 h 20 together 20', '12 h 40 open 20', '13 h',
  ]));
  it('the last of several days', () => expect(hours('dernier-jour')).toEqual([
    '9 h together 60', '10 h break 20', '10 h 20 workshops 90', '11 h 50 meal 75', '13 h 05 workshops 90', '14 h 35 break 20', '14 h 55 together 30', '15 h 25 open 20', '15 h 45',
  ]));
  it('the last of several days far from everything', () => expect(hours('dernier-jour-hyper-rural')).toEqual([
    '10 h together 30', '10 h 30 break 20', '10 h 50 workshops 90', '12 h 20 meal 60', '13 h 20 workshops 90', '14 h 50 break 20', '15 h 10 together 30', '15 h 40 open 20', '16 h',
  ]));
  it('the first of several days keeps the hours of a single one', () => {
    expect(hours('premier-jour')).toEqual(hours('journee'));
    expect(hours('premier-jour-hyper-rural')).toEqual(hours('journee-hyper-rurale'));
  });

  it('the last morning begins with the workshops', () => expect(hours('derniere-matinee')).toEqual([
    '9 h workshops 90', '10 h 30 break 20', '10 h 50 together 30', '11 h 20 together 30', '11 h 50 open 20', '12 h 10',
  ]));
  it('one day inside another event: ten minutes of welcome, for the host has its own plenary sessions', () => expect(hours('journee-greffee')).toEqual([
    '10 h together 10', '10 h 10 break 20', '10 h 30 workshops 90', '12 h meal 60', '13 h workshops 90', '14 h 30 break 20', '14 h 50 together 30', '15 h 20 open 20', '15 h 40',
  ]));

  it('nothing begins before 10 nor ends after 16 where people come from far, or as guests', () => {
    const far = programme.days.filter(({ when }) => when !== undefined);
    expect(far).toHaveLength(12);
    for (const { id, start, slots } of far) {
      expect(start, id).toBeGreaterThanOrEqual(600);
      expect(start + slots.reduce((sum, { minutes }) => sum + minutes, 0), id).toBeLessThanOrEqual(960);
    }
  });

  it('half of the time at least is for workshops and peers, whatever the event', () => {
    for (const answers of [{}, { milieu: 'hyper-rural' }, { forme: 'greffe' }]) {
      for (const jours of [0.5, 1, 1.5, 2, 2.5, 3]) {
        const times = layDays({ ...samplePlan, facts: { ...answers, jours } }, programme).flatMap((laid) => laid.times);
        const all = minutesIn(times, SLOT_KINDS) - minutesIn(times, ['meal']);
        expect(minutesIn(times, ['workshops', 'peers']) / all, JSON.stringify({ ...answers, jours })).toBeGreaterThanOrEqual(0.5);
      }
    }
  });

  it('texts type no hour of these days: a day that changes changes them all', () => {
    for (const path of ['programme/conducteur.md', 'programme/consultations.md']) {
      const rows = (necKit().templates[path] ?? '').split('\n').filter((line) => line.startsWith('|'));
      expect(rows.length, path).toBeGreaterThan(5);
      expect(rows.filter((line) => /\d h\b|\d min\b/.test(line)), path).toEqual([]);
    }
  });
});

describe('the rules of the programme', () => {
  const kit = necKit();
  const broken = (slots: ModelDay['slots'], limits: Partial<Programme['limits']> = {}): readonly string[] => {
    const days = programme.days.map((found) => (found.id === 'journee' ? { ...found, slots } : found));
    return checkProgramme({ ...kit, programme: { ...programme, days, limits: { ...programme.limits, ...limits } } }, new Map())
      .map(({ code, args }) => (code === 'programme-rule' ? `${args.rule} ${args.found}` : code));
  };
  const sequence = (given: Readonly<Record<string, number>>): ModelDay['slots'] => Object.entries(given).map(([slot, minutes]) => ({ slot, minutes }));

  it.each<readonly [string, Readonly<Record<string, number>>, readonly string[]]>([
    ['a third of the time together is too much when it is a little more', { 'ouverture': 36, 'pause-1': 20, 'ateliers-1': 24, 'temps-vide': 20 }, ['together 36']],
    ['up to the limit all is well', { 'ouverture': 35, 'pause-1': 20, 'ateliers-1': 25, 'temps-vide': 20 }, []],
    ['a meal does not count, and is a rest', { 'ouverture': 35, 'repas': 120, 'ateliers-1': 45, 'temps-vide': 20 }, []],
    ['going from room to room is no rest', { 'ouverture': 20, 'deplacement': 10, 'ateliers-1': 61, 'temps-vide': 20 }, ['run 91']],
    ['two times of workshops need a break in between', { 'ateliers-1': 60, 'ateliers-2': 60, 'temps-vide': 20 }, ['run 120']],
    ['a break of a quarter of an hour is too short', { 'ateliers-1': 60, 'pause-1': 15, 'ateliers-2': 60, 'temps-vide': 20 }, ['break 15']],
    ['the day ends on time for what comes next', { 'ateliers-1': 60, 'temps-vide': 10 }, ['end 10']],
    ['and not on something else', { 'temps-vide': 20, 'ateliers-1': 60 }, ['end 60']],
    ['a day without anything ends on nothing', {}, ['end 0']],
  ])('%s', (_, slots, expected) => expect(broken(sequence(slots))).toEqual(expected));

  it('are those that the kit gives', () => {
    const slots = sequence({ 'ouverture': 50, 'pause-1': 5, 'ateliers-1': 40, 'temps-vide': 5 });
    expect(broken(slots)).toEqual(['together 50', 'break 5', 'end 5']);
    expect(broken(slots, { togetherPercent: 50, shortestBreak: 5 })).toEqual([]);
  });
});
