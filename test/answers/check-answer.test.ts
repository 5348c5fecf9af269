import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../src/answers/check-answer.ts';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import { context, question, questionById } from '../support/questions.ts';

const check = (id: string, raw: RawAnswer) => checkAnswer(questionById(id), raw, context);
const value = (id: string, raw: RawAnswer) => {
  const checked = check(id, raw);
  return checked.ok ? checked.value : checked.problems.map(({ code }) => code).join();
};
const args = (id: string, raw: RawAnswer) => {
  const checked = check(id, raw);
  return checked.ok ? undefined : checked.problems[0]?.args;
};

describe('dates', () => {
  it.each([
    ['2027-10-14', '2027-10-14'], ['14/10/2027', '2027-10-14'], ['1/2/2027', '2027-02-01'], ['14.10.27', '2027-10-14'],
    ['14 octobre 2027', '2027-10-14'], ['jeudi 14 octobre 2027', '2027-10-14'], ['le 1er déc. 2027', '2027-12-01'],
    ['Le jeudi 14 OCTOBRE 2027', '2027-10-14'], ['29/02/2028', '2028-02-29'], ['14 août 2027', '2027-08-14'],
    ['à définir', 'a-definir'], ['a-definir', 'a-definir'], ['05/11/2019', '2019-11-05'],
  ])('%s is %s', (typed, date) => expect(value('date', typed)).toBe(date));

  it.each(['31/02/2027', '29/02/2027', '2027-13-01', '14 jui 2027', 'vendredi 14 octobre 2027', '14/10',
    'octobre 2027', '20271014', '0/0/2027', 'demain'])(
    '%s is refused', (typed) => expect(value('date', typed)).toBe('answer-invalid'));

  it('takes « à définir » only where the kit says so', () =>
    expect(value('debut', 'a-definir')).toBe('answer-invalid'));

  it('names the question, the value and the accepted form', () => expect(args('date', '31/02/2027')).toEqual({
    id: 'date', label: 'Question date ?', value: '31/02/2027',
      expected: 'une date qui existe, par exemple 14/10/2027, ou a-definir',
  }));
});

describe('periods', () => {
  it.each([
    ['2027-10/2027-11', '2027-10/2027-11'], ['octobre 2027', '2027-10/2027-10'], ['2027-10', '2027-10/2027-10'],
    ['10/2027', '2027-10/2027-10'], ['octobre à novembre 2027', '2027-10/2027-11'],
      ['octobre-novembre 2027', '2027-10/2027-11'],
    ['déc. 2027 - janv. 2028', '2027-12/2028-01'], ['d’octobre à novembre 2027', '2027-10/2027-11'],
      ['10/2027 - 11/2027', '2027-10/2027-11'],
  ])('%s is %s', (typed, period) => expect(value('periode', typed)).toBe(period));

  it.each(['2027-11/2027-10', '2027', 'automne', '13/2027', 'novembre à octobre 2027', '2027-10/'])(
    '%s is refused', (typed) => expect(value('periode', typed)).toBe('answer-invalid'));
});

describe('amounts and numbers', () => {
  it.each([
    ['1 234,50 €', 1234.5], ['1\u00a0234,50\u00a0€', 1234.5], ['1\u202f234,5', 1234.5], ['1.234,50', 1234.5],
      ['1.234', 1234],
    ['1234.5', 1234.5], ['1500 euros', 1500], [0, 0], ['0', 0], [12.34, 12.34], ['1.000', 1000], [-0, 0],
  ])('%s is %d euros', (typed, euros) => expect(value('budget', typed)).toBe(euros));

  it.each(['-5', '−5', '(5)', '1,234', '12,345', '5 k€', 'mille', '1e3', '0x10', 'NaN', '1 000 001', -1, 1.234,
    Infinity, true])(
    '%s is refused', (typed) => expect(value('budget', typed)).toBe('answer-invalid'));

  it('keeps to bounds and step', () => {
    expect(value('jauge', '80 personnes')).toBe(80);
    expect(value('jauge', '4')).toBe('answer-invalid');
    expect(value('jauge', '80,5')).toBe('answer-invalid');
    expect(value('jours', '0,5')).toBe(0.5);
    expect(value('jours', '0.75')).toBe('answer-invalid');
    expect(args('jauge', 5001)).toMatchObject({ expected: 'un nombre entre 5 et 5\u202f000' });
  });

  it('never writes minus zero', () => expect(Object.is(value('budget', -0), 0)).toBe(true));
});

describe('choices', () => {
  it.each([['papier', 'papier'], ['PAPIER', 'papier'], ['libellé de papier', 'papier'],
    ['Libelle de  Papier', 'papier'], ['2', 'papier'], [2, 'papier']])(
    '%s is %s', (typed, choice) => expect(value('inscriptions', typed)).toBe(choice));

  it('suggests the nearest word', () =>
    expect(args('inscriptions', 'papyer')).toMatchObject({ value: 'papyer', nearest: 'papier' }));

  it.each(['3', '0', '-1', '🦄', ['html']])('%s is refused', (typed) =>
    expect(value('inscriptions', typed)).toBe('answer-invalid'));

  it.each<[RawAnswer, string[]]>([
    ['mediateurs, élus', ['mediateurs', 'elus']], ['1,3', ['mediateurs', 'habitants']],
      ['1 3', ['mediateurs', 'habitants']],
    [['elus', 'elus'], ['elus']], ['2', ['elus']], [3, ['habitants']], ['elus ; habitants;', ['elus', 'habitants']],
  ])('%j is %j', (typed, list) => expect(value('publics', typed)).toEqual(list));

  it('names the faulty part only', () =>
    expect(args('publics', 'mediateurs, habitant')).toMatchObject({ value: 'habitant', nearest: 'habitants' }));

  it('keeps to the least number of choices', () => expect(value('publics', 'aucun')).toBe('answer-invalid'));

  it('takes other words in an open list, up to 80 characters', () => {
    expect(value('themes', 'inclusion, Radio en langue créole')).toEqual(['inclusion', 'Radio en langue créole']);
    expect(value('themes', ['a, b', '\u001b[31mrouge\u001b[0m\u0007'])).toEqual(['a, b', 'rouge']);
    expect(value('themes', ['x'.repeat(81)])).toBe('answer-invalid');
    expect(value('themes', 'aucun')).toEqual([]);
  });

  it.each<[RawAnswer, unknown]>([['oui', true], ['O', true], [true, true], ['vrai', true], ['non', false],
    ['N', false], [false, false], ['peut-être', 'answer-invalid'], [1, 'answer-invalid']])(
    'yes or no: %s', (typed, answer) => expect(value('formation', typed)).toBe(answer));
});

describe('lists of lines', () => {
  const both = [{ nom: 'Préfecture', type: 'prefecture' }, { nom: 'Médiathèque', type: 'mediatheque' }];
  it.each<[RawAnswer]>([
    ['Préfecture (prefecture); Médiathèque (mediatheque)'], ['Préfecture (prefecture), Médiathèque (Mediatheque)'],
    [both], [['Préfecture (1)', { nom: 'Médiathèque', type: 'Libellé de mediatheque' }]],
  ])('%j', (raw) => expect(value('partenaires', raw)).toEqual(both));

  it('keeps brackets of the name', () =>
    expect(value('partenaires', 'Maison (Guéret) (hub)')).toEqual([{ nom: 'Maison (Guéret)', type: 'hub' }]));

  it('takes one map, none, or an amount left out', () => {
    expect(value('partenaires', { nom: 'A', type: 'hub' })).toEqual([{ nom: 'A', type: 'hub' }]);
    expect(value('partenaires', 'aucun')).toEqual([]);
    expect(value('partenaires', [])).toEqual([]);
    expect(value('financeurs', 'region (2 000,50); caf')).toEqual([{ type: 'region', montant: 2000.5 },
      { type: 'caf' }]);
    expect(value('financeurs', [{ type: 'caf', montant: null }])).toEqual([{ type: 'caf' }]);
  });

  it.each<[string, RawAnswer, object]>([
    ['partenaires', 'Préfecture', { value: 'Préfecture' }],
    ['partenaires', 'X (prefectrue)', { nearest: 'prefecture' }],
    ['partenaires', [{ nom: 'A', tpye: 'hub' }], { value: 'tpye', nearest: 'type' }],
    ['partenaires', [{ nom: ['A'], type: 'hub' }], {}],
    ['financeurs', 'region (-5)', {}], ['financeurs', 'region (1,234)', {}],
    ['partenaires', JSON.parse('[{"__proto__":{"nom":"x"},"nom":"A","type":"hub"}]') as RawAnswer,
      { value: '__proto__' }],
  ])('%s refuses %j', (id, raw, found) => expect(args(id, raw)).toMatchObject(found));

  it('reads roles by id or title', () => {
    const expected = { 'chef-de-projet': 'Service numérique', 'communication': 'Le cabinet' };
    expect(value('responsables', expected)).toEqual(expected);
    expect(value('responsables',
      'Cheffe ou chef de projet : Service numérique; communication=Le cabinet')).toEqual(expected);
    expect(value('responsables', { communication: '  ' })).toEqual({});
    expect(args('responsables', { comunication: 'x' })).toMatchObject({ value: 'comunication',
      nearest: 'communication' });
    expect(value('responsables', 'x')).toBe('answer-invalid');
    expect(value('responsables', { communication: ['x'] })).toBe('answer-invalid');
  });
});

describe('texts', () => {
  it.each<[RawAnswer, string]>([
    ['  Un  texte\nsur deux\r\nlignes ', 'Un texte sur deux lignes'], ['🦄 fête', '🦄 fête'], ['مرحبا', 'مرحبا'],
      [2027, '2027'],
    ['\u001b]0;titre\u0007a\u009b31mb\u202ec', 'a31mbc'], ['e\u0301te\u0301', 'été'], ['../../x', '../../x'],
      [true, 'oui'],
  ])('%j becomes %j', (raw, text) => expect(value('nom', raw)).toBe(text));

  it('takes 300 characters, not 301; emoji count for one', () => {
    expect(value('nom', '🦄'.repeat(300))).toBe('🦄'.repeat(300));
    expect(value('nom', 'x'.repeat(301))).toBe('answer-invalid');
    expect(value('nom', ['x'])).toBe('answer-invalid');
  });

  it.each<[RawAnswer]>([[null], [''], ['   '], ['\u00a0\u202f'], ['\n\t'], ['\u001b[0m']])('%j is no answer', (raw) =>
    expect(value('nom', raw)).toBe('answer-missing'));

  it.each([['dpo@exemple.fr', true], ['mailto:dpo@exemple.fr', true], ['d.p+o@a-b.exemple.fr', true],
    ['dpo@exemple', false],
    ['a@b@c.fr', false], ['dpo exemple.fr', false], ['a@b..fr', false], ['a,b@c.fr', false],
      ['x@y.fr\nBcc: z@t.fr', false]])('email %j: %s', (raw, good) =>
    expect(check('dpo', raw).ok).toBe(good));

  it.each([['https://www.exemple.fr/a?b=1', true], ['www.exemple.fr', true], ['http://exemple.fr', true],
    ['javascript:alert(1)', false],
    ['https://a:b@exemple.fr', false], ['https://localhost', false], ['ftp://exemple.fr', false],
      ['deux mots.fr', false], ['https://x.fr/"><b>', false]])('url %j: %s', (raw, good) =>
    expect(check('lien_inscription', raw).ok).toBe(good));
});

describe('authorities', () => {
  it.each([['Creuse', 'departement:23'], ['departement:23', 'departement:23'], [23, 'departement:23'],
    ['07128', 'commune:07128']])(
    '%s is %s', (raw, id) => expect(value('collectivite', raw)).toBe(id));
  it('passes on what the official list says', () => {
    expect(value('collectivite', 'Saint-Denis')).toBe('authority-ambiguous');
    expect(value('collectivite', 28)).toBe('authority-ambiguous');
    expect(value('collectivite', 'Atlantide')).toBe('authority-unknown');
    expect(value('collectivite', ['Creuse'])).toBe('answer-invalid');
    expect(value('collectivite', 'Creuse'.repeat(100_000))).toBe('answer-invalid');
  });
});

it('never throws, whatever is given to whatever type', () => {
  const raws: readonly RawAnswer[] = [null, '', 'x', 0, -1, true, [], [[]], [null], {}, { a: {} }, [{}], [[['x']]],
    '(', ')', '; ;', ',', '= :', '1/2/3', NaN];
  for (const type of ['authority', 'text', 'date', 'period', 'number', 'money', 'choice', 'choices', 'yes-no',
    'records', 'roles', 'email', 'url'] as const) {
    for (const raw of raws) expect(checkAnswer(question('x', type), raw, context)).toHaveProperty('ok');
  }
});
