import { expect, it } from 'vitest';
import { parseFlags } from '../../src/answers/parse-flags.ts';
import { context, questions } from '../support/questions.ts';

const flags = (...list: string[]) => parseFlags(list, questions, context);

it('reads a value, a comma list, YAML and the text form of a list of lines', () => {
  expect(flags('jauge=80', 'publics=elus,habitants', 'themes=["a, b", inclusion]',
    'partenaires=[{ nom: A, type: hub }]', 'formation=oui').given).toEqual({
    jauge: 80, publics: ['elus', 'habitants'], themes: ['a, b', 'inclusion'],
      partenaires: [{ nom: 'A', type: 'hub' }], formation: true,
  });
  expect(flags('partenaires=Préfecture (prefecture); A (hub)').given)
    .toMatchObject({ partenaires: [{ nom: 'Préfecture' }, { nom: 'A' }] });
});

it('leaves text as it is typed, and takes an answer away', () => {
  expect(flags('nom=[NEC] Creuse: 2027 = oui').given).toEqual({ nom: '[NEC] Creuse: 2027 = oui' });
  expect(flags('jauge=80', 'jauge=')).toMatchObject({ given: {}, unset: ['jauge'] });
  expect(flags('jauge=80', 'jauge=90').given).toEqual({ jauge: 90 });
});

it('reports all that is wrong at once', () => {
  expect(flags('jage=80', 'jauge=4', 'rien', 'themes=[a').problems).toMatchObject([
    { code: 'answer-unknown', args: { id: 'jage', nearest: 'jauge' } },
      { code: 'answer-invalid', args: { id: 'jauge' } }, { code: 'usage' },
  ]);
});
