import { expect, it } from 'vitest';
import { refreshProposals } from '../../src/answers/refresh-proposals.ts';
import { question } from '../support/questions.ts';

const questions = [question('niveau', 'text'), question('jauge', 'number'), question('sites', 'choices')];

it.each([
  ['a proposal follows', '# niveau: sobre    # proposé\n', { niveau: 'courant' }, {}, '# niveau: courant    # proposé\n'],
  ['one without an answer gets its value', '# niveau:    # pas de réponse\n', { niveau: 'courant' }, {}, '# niveau: courant    # proposé\n'],
  ['and loses it', '# niveau: sobre    # proposé\n', {}, {}, '# niveau:    # pas de réponse\n'],
  ['line ends are the file’s', '# niveau: sobre    # proposé\r\nx: 1\r\n', { niveau: 'courant' }, {}, '# niveau: courant    # proposé\r\nx: 1\r\n'],
  ['a list keeps its lines', '# sites:    # proposé\n#   - Guéret\njauge: 3\n', { sites: ['Aubusson'] }, {}, '# sites: [ Aubusson ]    # proposé\njauge: 3\n'],
  ['an answer of the person stays', 'niveau: sobre\n', { niveau: 'sobre' }, { niveau: 'sobre' }, 'niveau: sobre\n'],
  ['a comment of the person stays', '# niveau: sobre, dit Anne\n', { niveau: 'courant' }, {}, '# niveau: sobre, dit Anne\n'],
  ['a proposal that the person changed loses our mark and stays', '# niveau: confort\n', { niveau: 'courant' }, {}, '# niveau: confort\n'],
  ['a dollar sign is a letter like any other', '# niveau: sobre    # proposé\n', { niveau: '$& $1' }, {}, '# niveau: $& $1    # proposé\n'],
])('%s', (_, text, answers, given, expected) => {
  expect(refreshProposals(text, questions, answers, given)).toBe(expected);
});
