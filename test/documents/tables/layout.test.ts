import { describe, expect, it } from 'vitest';
import { prefaceOf } from '../../../src/documents/tables/layout.ts';
import { planOf, plans } from '../plans.ts';

const { 'Creuse, un site': plan } = plans;
const under = (answers: object): string => prefaceOf('Budget', planOf(plan.territory, { ...plan.answers, ...answers }))[1]?.replaceAll('\u00a0', ' ') ?? '';

describe('prefaceOf', () => {
  it.each([
    [{ date: '2027-11-18', jours: 1 }, ', jeudi 18 novembre 2027'],
    [{ date: '2027-11-18', jours: 2 }, ', du jeudi 18 au vendredi 19 novembre 2027'],
    [{ date: '2027-09-30', jours: 1.5 }, ', du jeudi 30 septembre au vendredi 1er octobre 2027'],
    [{ date: 'a-definir', jours: 2 }, ', date à fixer : tout ce qui suit est provisoire'],
  ])('says every day of %j', (answers, words) => expect(under(answers).endsWith(words), under(answers)).toBe(true));
});
