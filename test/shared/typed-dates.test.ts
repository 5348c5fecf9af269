import { expect, it } from 'vitest';
import { typedDates } from '../../src/shared/typed-dates.ts';

const read = (text: string): readonly string[] => typedDates(text).map(({ day, month, year }) => [day, month, year].filter(Boolean).join('/'));

it.each([
  ['le jeudi 14 octobre 2027, à 9 h', ['14/10/2027']],
  ['le 1er octobre', ['1/10']],
  ['avant le 14 aout et le 3 FÉVRIER 2027', ['14/8', '3/2/2027']],
  ['le 14\u00a0octobre\u00a02027', ['14/10/2027']],
  ['14/10/2027, 14/10/27 et 14/10', ['14/10/2027', '14/10/2027', '14/10']],
  ['le 14.10.2027 ou le 14-10-2027', ['14/10/2027', '14/10/2027']],
  ['réf. 2027-10-14', ['14/10/2027']],
  ['du 14 au 15 octobre 2027', ['15/10/2027']],
  ['14 octobres rouges', []],
  ['3 mai 2027 : 12 maires', ['3/5/2027']],
  ['12,50 €, 1 234 €, 14.10 m, 3-4 personnes', []],
  ['45/10/2027 et 10/14/2027', []],
  ['192.168.10.12, 1.2.3.4, 01/02/2027/5', []],
  ['tél. 05 55 10 14 27', []],
  ['sans date', []],
])('%s', (text, expected) => expect(read(text)).toEqual(expected));

it('keeps the very words', () => expect(typedDates('on dit 14 Octobre 2027.')[0]?.text).toBe('14 Octobre 2027'));
