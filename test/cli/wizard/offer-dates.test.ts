import { describe, expect, it } from 'vitest';
import { runWizard } from '../../../src/cli/wizard/wizard.ts';
import type { Alert, Answers, Favour, Question, WeighedDay } from '../../../src/model.ts';
import { chapters, context, question, questions, searchAuthorities } from '../../support/questions.ts';
import { scriptedPrompter, turns, type ScriptedPrompter } from '../../support/scripted-prompter.ts';
import { plain } from '../../support/shell.ts';

const fact = { sources: ['jugement'], checkedOn: '2026-11-23', confidence: 'low' } as const;
const favour = (id: string): Favour => ({ id, message: `Raison ${id}.`, test: { kind: 'silent', rules: [] }, ...fact });
const against = (rule: string, severity: Alert['severity']): Alert => ({ rule, severity, message: `Gêne ${rule}.`, todo: '', ...fact });

/** Three days; another first one once an event was named, none for a period that is over. */
const weighDates = ({ periode, evenements_voisins: named }: Answers): readonly WeighedDay[] => (periode === '2026-12/2026-12' ? [] : [
  { date: named === undefined ? '2027-10-14' : '2027-10-28', for: [favour('saison')], against: [against('calendrier', 'info')] },
  { date: '2027-10-19', for: [favour('saison')], against: [against('salon', 'warning'), against('calendrier', 'info')] },
  { date: '2027-11-10', for: [favour('saison'), favour('loin')], against: [against('calendrier', 'info')] },
]);

const events: Question = question('evenements_voisins', 'records', {
  chapter: 'evenement', defaults: [{ value: [] }],
  fields: [{ id: 'nom', label: 'Nom', type: 'text', required: true }, { id: 'du', label: 'Le', type: 'date', required: true }, { id: 'au', label: 'Au', type: 'date', required: false }],
});

async function run(prompter: ScriptedPrompter, given: Answers = {}, asked: readonly Question[] = [...questions, events]) {
  const drafts: Answers[] = [];
  const lines: string[] = [];
  const outcome = await runWizard({
    kit: { chapters, questions: asked }, given, context, prompter, search: searchAuthorities, weighDates,
    explain: ({ code, args }) => ('expected' in args ? `Attendu : ${args.expected}.` : code),
    saveDraft: (draft) => void drafts.push(draft), print: (line) => void lines.push(plain(line)),
  });
  return { ...outcome, drafts, lines, text: lines.join('\n') };
}

const script = { collectivite: 'Creuse', date: 'a-definir', periode: 'octobre 2027', partenaires: 'fini' };
const styles = ['screen', 'lines'] as const;
const start = (style: (typeof styles)[number]) => ({ ...script, ...(style === 'lines' && { partenaires: 'aucun' }) });

describe.each(styles)('when the date is not known (%s)', (style) => {
  it('offers days after the period, with what they share said once; Entrée keeps none', async () => {
    const prompter = scriptedPrompter(start(style), style);
    const { kind, given, lines, text } = await run(prompter);
    expect(kind).toBe('confirmed');
    expect(prompter.asked.slice(0, 5)).toEqual(['collectivite', 'date', 'periode', 'periode.dates', 'publics']);
    expect(prompter.asked.filter((id) => id === 'periode.dates')).toHaveLength(1);
    expect(given).toMatchObject({ date: 'a-definir', periode: '2027-10/2027-10' });
    expect(text).toContain([
      '3 dates possibles, la meilleure d’abord.', 'Ce qui vaut pour toutes :', '  Pour : Raison saison.', '  À savoir : Gêne calendrier.',
      '1. jeudi 14 octobre 2027', '2. mardi 19 octobre 2027', '   Attention : Gêne salon.', '3. mercredi 10 novembre 2027', '   Pour : Raison loin.',
    ].join('\n'));
    expect(lines.filter((line) => line.includes('Raison saison'))).toHaveLength(1);
    expect(prompter.requests.find(({ id }) => id === 'periode.dates')).toMatchObject({
      current: 'plus-tard', hasWhy: true, choices: [
        { value: '2027-10-14', label: 'jeudi 14 octobre 2027' }, { value: '2027-10-19' }, { value: '2027-11-10' },
        { value: 'evenements_voisins' }, { value: 'plus-tard', label: 'Aucune, plus tard' },
      ],
    });
  });

  it('a day that is picked is the date; the period is forgotten', async () => {
    const prompter = scriptedPrompter({ ...start(style), 'periode.dates': '2027-11-10' }, style);
    const { given, drafts, lines } = await run(prompter);
    expect(given['date']).toBe('2027-11-10');
    expect(given).not.toHaveProperty('periode');
    expect(lines).toContain('Question date ? mercredi 10 novembre 2027');
    expect(drafts[3]).toEqual({ collectivite: 'departement:23', date: '2027-11-10' });
  });

  it('goes back to the period, and offers again what the other one has', async () => {
    const prompter = scriptedPrompter({ ...start(style), periode: turns('décembre 2026', 'back', 'octobre 2027'), publics: turns('back'), date: turns('a-definir', 'a-definir') }, style);
    const { given, text } = await run(prompter);
    expect(prompter.asked.slice(2, 8)).toEqual(['periode', 'publics', 'periode', 'date', 'periode', 'periode.dates']);
    expect(text).toContain('l’outil n’a pas de date à proposer');
    expect(given).toMatchObject({ date: 'a-definir', periode: '2027-10/2027-10' });
  });

  it('back from the offer shows the period with its answer; back from the next question too', async () => {
    const prompter = scriptedPrompter({ ...start(style), 'periode.dates': turns('back', 'plus-tard', '2027-10-14'), publics: turns('back') }, style);
    const { given } = await run(prompter);
    expect(prompter.asked.slice(2, 9)).toEqual(['periode', 'periode.dates', 'periode', 'periode.dates', 'publics', 'periode', 'periode.dates']);
    expect(prompter.requests[4]).toMatchObject({ suggestion: { text: '2027-10/2027-10', from: 'given' } });
    expect(given['date']).toBe('2027-10-14');
  });

  it('says why as often as asked', async () => {
    const prompter = scriptedPrompter({ ...start(style), 'periode.dates': turns('why', 'why', '2027-10-19') }, style);
    const { given, text } = await run(prompter);
    expect(text.match(/Pourquoi ces dates \?/g)).toHaveLength(2);
    expect(text.match(/dates possibles/g)).toHaveLength(1);
    expect(given['date']).toBe('2027-10-19');
  });

  it('an event that is named changes what is offered, and is kept whatever follows', async () => {
    const named = style === 'screen'
      ? { 'evenements_voisins': turns('ajouter', 'fini'), 'evenements_voisins.nom': 'Salon', 'evenements_voisins.du': '14/10/2027', 'evenements_voisins.au': '-' }
      : { evenements_voisins: 'Salon (14/10/2027)' };
    const prompter = scriptedPrompter({ ...start(style), ...named, 'periode.dates': turns('evenements_voisins', 'stop') }, style);
    const { kind, given, drafts, text } = await run(prompter);
    expect(kind).toBe('stopped');
    expect(given['evenements_voisins']).toEqual([{ nom: 'Salon', du: '2027-10-14' }]);
    expect(drafts.at(-1)).toEqual(given);
    expect(text).toContain('1. jeudi 28 octobre 2027');
  });

  it('back and stop while an event is named', async () => {
    const back = await run(scriptedPrompter({ ...start(style), 'evenements_voisins': turns('back'), 'periode.dates': turns('evenements_voisins', 'plus-tard') }, style));
    expect(back.given).not.toHaveProperty('evenements_voisins');
    const stop = await run(scriptedPrompter({ ...start(style), 'evenements_voisins': turns('stop'), 'periode.dates': 'evenements_voisins' }, style));
    expect(stop).toMatchObject({ kind: 'stopped', given: { date: 'a-definir', periode: '2027-10/2027-10' } });
  });

  it('left in the offer, the draft has the period: it is offered again', async () => {
    const left = await run(scriptedPrompter({ ...start(style), 'periode.dates': turns('stop') }, style));
    expect(left).toMatchObject({ kind: 'stopped', given: { date: 'a-definir', periode: '2027-10/2027-10' } });
    const prompter = scriptedPrompter({ ...start(style), 'periode.dates': '2027-10-14' }, style);
    const { given } = await run(prompter, left.drafts.at(-1));
    expect(prompter.asked.slice(0, 2)).toEqual(['periode.dates', 'publics']);
    expect(given['date']).toBe('2027-10-14');
  });

  it('from the review page: another period offers its days, back shows it again, then the page', async () => {
    const prompter = scriptedPrompter({
      ...start(style), relecture: turns('changer', 'confirmer'), 'relecture-reponse': 'periode', periode: turns('octobre 2027', 'novembre 2027', 'octobre 2027'),
      'periode.dates': turns('plus-tard', 'back', '2027-10-14'),
    }, style);
    const { given, text } = await run(prompter);
    expect(prompter.asked.slice(-7)).toEqual(['relecture', 'relecture-reponse', 'periode', 'periode.dates', 'periode', 'periode.dates', 'relecture']);
    expect(given['date']).toBe('2027-10-14');
    expect(text.split('Relisez vos réponses').at(-1)).toContain('  Question date ? jeudi 14 octobre 2027');
  });

  it('a kit that does not ask for events does not offer to name one', async () => {
    const prompter = scriptedPrompter(start(style), style);
    await run(prompter, {}, questions);
    const request = prompter.requests.find(({ id }) => id === 'periode.dates');
    expect(request?.kind === 'choice' && request.choices.map(({ value }) => value)).toEqual(['2027-10-14', '2027-10-19', '2027-11-10', 'plus-tard']);
  });
});

it('nothing is offered when the date is known', async () => {
  const prompter = scriptedPrompter({ ...script, date: '14/10/2027', partenaires: 'aucun' });
  await run(prompter);
  expect(prompter.asked).not.toContain('periode.dates');
});
