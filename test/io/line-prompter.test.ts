import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runWizard } from '../../src/cli/wizard/wizard.ts';
import { createLinePrompter } from '../../src/io/prompts/line-prompter.ts';
import type { AskRequest } from '../../src/io/prompter.ts';
import type { Answers } from '../../src/model.ts';
import { chapters, context, questions, searchAuthorities } from '../support/questions.ts';
import { plain } from '../support/shell.ts';

/** A whole dialogue through a pipe: every line is there before the first question. */
async function pipe(lines: readonly string[],
  options: { readonly given?: Answers; readonly end?: boolean; readonly lineEnd?: string } = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  let said = '';
  output.on('data', (data: Buffer) => (said += plain(data.toString())));
  input.write(lines.map((line) => line + (options.lineEnd ?? '\n')).join(''));
  if (options.end !== false) input.end();
  const prompter = createLinePrompter({ input, output });
  const outcome = await runWizard({
    kit: { chapters, questions }, given: options.given ?? {}, context, prompter, search: searchAuthorities,
    explain: ({ code, args }) => ('expected' in args ? `Attendu : ${args.expected}.` : code),
    saveDraft: () => undefined, print: (line) => void output.write(`${line}\n`),
  });
  prompter.close();
  return { ...outcome, said };
}

const LINES = ['departement:23', '14/10/2027', '1,2', '120', '1 500', 'Préfecture (prefecture)', '1, Radio', '2', '2',
  '', '1'];
const ANSWERS = {
  collectivite: 'departement:23', date: '2027-10-14', publics: ['mediateurs', 'elus'], jauge: 120, budget: 1500,
  partenaires: [{ nom: 'Préfecture', type: 'prefecture' }], themes: ['inclusion', 'Radio'], appel: 'aucun',
    inscriptions: 'papier',
};

describe('W09: the whole wizard through a pipe of lines', () => {
  it('from the first question to the confirmation', async () => {
    const { kind, given, said } = await pipe(LINES);
    expect({ kind, given }).toEqual({ kind: 'confirmed', given: ANSWERS });
    expect(said).not.toContain('\u001b');
    expect(said).not.toContain('\r');
    expect(said).toContain('Question 3 sur 9. Question publics ?');
    expect(said).toContain('2. Libellé de elus');
    expect(said).toContain('Réponse proposée : 80. Entrée seule pour la garder.');
    expect(said).toMatchSnapshot();
  });

  it('with the line ends of Windows, and a last line without any', async () => {
    expect((await pipe(LINES, { lineEnd: '\r\n' })).given).toEqual(ANSWERS);
    const cut = [...LINES.slice(0, -1)];
    expect((await pipe([...cut, '1'].slice(0, -1), {})).kind).toBe('stopped');
  });

  it('Entrée alone keeps what is proposed, to the end', async () => {
    const { kind, given } = await pipe(['Creuse', ...Array<string>(9).fill(''), '3', '1']);
    expect(kind).toBe('confirmed');
    expect(given).toMatchObject({ collectivite: 'departement:23', date: 'a-definir', jauge: 80 });
    expect(given).not.toHaveProperty('charte');
  });

  it('says in words what is refused, and why, and asks again', async () => {
    const { given, said } = await pipe(['Creuse', '31/02/2027', '14/10/2027', '?', ...LINES.slice(2)]);
    expect(given).toEqual(ANSWERS);
    expect(said).toContain('Réponse refusée. Attendu : une date qui existe');
    expect(said).toContain('Pourquoi cette question ? Raison publics.');
  });

  it('goes back with « < », from the first question too', async () => {
    const { given, said } = await pipe(['<', 'Creuse', '14/10/2027', '<', '', ...LINES.slice(2)]);
    expect(given).toEqual(ANSWERS);
    expect(said).toContain('Réponse déjà donnée : 14/10/2027. Entrée seule pour la garder.');
  });

  it('finds an authority: words, a list, a number of that list', async () => {
    const { given, said } = await pipe(['saint', '2', ...LINES.slice(1)]);
    expect(given).toEqual({ ...ANSWERS, collectivite: 'commune:93066' });
    expect(said).toContain('1. Saint-Denis (La Réunion, commune)\n2. Saint-Denis (Seine-Saint-Denis, commune)');
    expect((await pipe(['2', 'Atlantide', 'saint', '7', 'Creuse', ...LINES.slice(1)])).given).toEqual(ANSWERS);
  });

  it('W04: the end of the input stops at any line, with the answers so far', async () => {
    for (let count = 0; count < LINES.length; count += 1) {
      const { kind, given } = await pipe(LINES.slice(0, count));
      expect(kind).toBe('stopped');
      expect(Object.keys(given)).toEqual(Object.keys(ANSWERS).slice(0, count));
    }
  });

  it('changes an answer from the review page by its number', async () => {
    const { given } = await pipe([...LINES.slice(0, -1), '2', '4', '300', '1']);
    expect(given).toEqual({ ...ANSWERS, jauge: 300 });
  });

  it('W03: Ctrl-C stops while a line is awaited', async () => {
    const listeners = process.listenerCount('SIGINT');
    const waiting = pipe(['Creuse'], { end: false });
    setTimeout(() => process.emit('SIGINT'), 30);
    expect(await waiting).toMatchObject({ kind: 'stopped', given: { collectivite: 'departement:23' } });
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  });
});

it('P15: no escape sequence of a kit or an answer is printed', async () => {
  const output = new PassThrough();
  const input = new PassThrough();
  input.end('x\n');
  const request: AskRequest = {
    kind: 'choice', id: 'x', label: 'A\u001b[31mB', help: '\u001b]0;titre\u0007C\u009bD',
      choices: [{ value: 'x', label: 'L\u001b[2J\u202e' }],
    check: () => undefined, hasWhy: true,
  };
  const prompter = createLinePrompter({ input, output });
  expect(await prompter.ask(request)).toEqual({ kind: 'value', raw: 'x' });
  expect(plain(String(output.read()))).toBe('\nAB\nCD\n1. L\nTapez un numéro.\nVotre réponse :\n');
});
