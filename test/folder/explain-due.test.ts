import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueSteps } from '../../src/folder/explain-due.ts';
import type { Explained } from '../../src/folder/explanation.ts';
import type { Answers, Plan } from '../../src/model.ts';
import { workingDays } from '../../src/territory/working-days.ts';
import { anyPlan, planOf, plans } from '../documents/plans.ts';

const explained = (plan: Plan): Explained => ({ plan, workingDays: workingDays(plan.territory), files: [], partOf: () => undefined });
const stepsOf = (plan: Plan) => plan.schedule.tasks.map((planned) => ({ planned, steps: dueSteps(planned, explained(plan)) }));
const labels = (plan: Plan, id: string): readonly string[] =>
  stepsOf(plan).find(({ planned }) => planned.task.id === id)?.steps.map(({ label, text }) => `${label} : ${text}`.replace(/\u00a0/g, ' ')) ?? [];
const moved = (plan: Plan, answers: Answers): Plan => planOf(plan.territory, { ...plan.answers, ...answers });
const { 'Creuse, un site': large, 'Creuse, plusieurs sites': middle } = plans;

describe('dueSteps', () => {
  it('tells each step of a day that came to be as it is', () => {
    expect(labels(large, 'T21')).toEqual(['Délai : Plan complet (36 semaines) : 22 semaines avant le premier jour, soit le jeudi 13 mai 2027.']);
    expect(labels(middle, 'T32')).toEqual([
      'Délai : Plan standard (26 semaines) : 12 semaines avant le premier jour, soit le jeudi 22 juillet 2027.',
      'Avancée : « Lire les propositions à plusieurs, chacun notant de son côté » (T33), le vendredi 16 juillet 2027, en a besoin 7 jours avant : le vendredi 9 juillet 2027.',
    ]);
    expect(labels(middle, 'T84')).toEqual([
      'Délai : Le même délai dans tous les plans : 45 jours après le dernier jour, soit le dimanche 28 novembre 2027.',
      'Jour ouvré : Ce jour-là est fermé (week-end ou jour férié) : jour ouvré suivant, le lundi 29 novembre 2027.',
    ]);
  });

  it('tells whom one has to ask early, for the request and for what comes before it', () => {
    const asking = moved(middle, { financeurs: [{ type: 'prefecture' }] });
    const funder = 'Financeur : « Préfecture, France Numérique Ensemble » se demande au plus tard le jeudi 14 janvier 2027, d’après son délai habituel : avancée de 16 semaines, au ';
    expect(labels(asking, 'T23').at(-1)).toBe(`${funder}jeudi 14 janvier 2027.`);
    expect(labels(asking, 'T08').at(-1)).toBe(`${funder}jeudi 7 janvier 2027.`);
    expect(labels(asking, 'T09').join()).not.toContain('Financeur');
  });

  it('tells how short a time is shared out', () => {
    expect(labels(moved(large, { date: '2027-07-20' }), 'T20')[0]).toMatch(/^Délai : 34 semaines de préparation, entre le plan standard \(\d+ semaines\) et le plan complet \(\d+ semaines\) : /);
    expect(labels(moved(large, { date: '2027-03-09' }), 'T20')[0]).toMatch(/^Délai : 15 semaines de préparation, entre le plan express /);
    expect(labels(moved(middle, { date: '2027-01-14' }), 'T05')[0]).toMatch(/^Délai : 7 semaines de préparation, moins que les 12 du plan express : son délai \(\d+ (semaines|jours)\) est réduit d’autant : /);
  });

  it('tells what the start of the preparation holds back', () => {
    const late = moved(middle, { debut: '2027-10-12' });
    expect(labels(late, 'T01').at(-1)).toBe('Début : La préparation commence le mardi 12 octobre 2027 : pas plus tôt.');
    expect(labels(late, 'T02').at(-1)).toBe(
      'Attente : Elle attend « Écrire à quoi l’événement servira, à partir d’un besoin du terrain » (T01), le mardi 12 octobre 2027. Le temps manque pour laisser 2 jours entre les deux : le mercredi 13 octobre 2027.');
    expect(labels(moved(middle, { debut: '2027-09-16' }), 'T02').at(-1)).toMatch(/^Attente : Elle vient 2 jours après « .* » \(T01\), le jeudi 16 septembre 2027 : premier jour ouvré, le lundi 20 septembre 2027\.$/);
  });

  it('always ends on the day of the plan, each step leading to another day, nearly always with a reason of its own', () => {
    const starts = fc.constantFrom('2026-11-23', '2027-03-15', '2027-07-01', '2027-09-20', '2027-10-12');
    let [steps, unexplained] = [0, 0];
    fc.assert(fc.property(anyPlan, starts, (plan, debut) => {
      const at = moved(plan, { debut });
      for (const { planned, steps: found } of stepsOf(at)) {
        expect(found.at(-1)?.day, planned.task.id).toBe(planned.due);
        expect(found.some(({ day }, index) => index > 0 && day === found[index - 1]?.day), planned.task.id).toBe(false);
        steps += 1;
        unexplained += found.filter(({ label }) => label === 'Ordre').length;
      }
    }), { numRuns: 100 });
    expect(unexplained / steps).toBeLessThan(0.02);
  });

  it('with all the time in the world, every day has its reason', () => {
    const unexplained = Object.values(plans).flatMap((plan) => stepsOf(moved(plan, { debut: '2026-01-05' }))).filter(({ steps }) => steps.some(({ label }) => label === 'Ordre'));
    expect(unexplained.map(({ planned }) => planned.task.id)).toEqual([]);
  });
});
