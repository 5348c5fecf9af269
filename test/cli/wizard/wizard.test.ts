import { describe, expect, it } from 'vitest';
import { runWizard } from '../../../src/cli/wizard/wizard.ts';
import type { Answers } from '../../../src/model.ts';
import type { Problem } from '../../../src/problem.ts';
import { chapters, context, questions, searchAuthorities } from '../../support/questions.ts';
import { scriptedPrompter, turns, type ScriptedPrompter } from '../../support/scripted-prompter.ts';
import { plain } from '../../support/shell.ts';

const explain = ({ code, args }: Problem): string => ('expected' in args ? `Attendu : ${args.expected}.` : code);

async function run(prompter: ScriptedPrompter, given: Answers = {}) {
  const drafts: Answers[] = [];
  const lines: string[] = [];
  const outcome = await runWizard({
    kit: { chapters, questions }, given, context, prompter, search: searchAuthorities, explain,
    saveDraft: (draft) => void drafts.push(draft), print: (line) => void lines.push(plain(line)),
  });
  return { ...outcome, drafts, lines, text: lines.join('\n') };
}

const NINE = ['collectivite', 'date', 'periode', 'publics', 'jauge', 'budget', 'partenaires', 'themes', 'appel',
  'inscriptions'];
const creuse = { collectivite: 'departement:23' };
const typed = {
  collectivite: 'Creuse', date: '14 octobre 2027', publics: '1, elus', jauge: '120 personnes', budget: '1 500 €',
  partenaires: 'Préfecture (prefecture)', themes: 'inclusion, Radio', appel: 'aucun', inscriptions: 'papier',
    charte: 'oui',
};
const kept = {
  collectivite: 'departement:23', date: '2027-10-14', publics: ['mediateurs', 'elus'], jauge: 120, budget: 1500,
  partenaires: [{ nom: 'Préfecture', type: 'prefecture' }], themes: ['inclusion', 'Radio'], appel: 'aucun',
    inscriptions: 'papier', charte: true,
};

describe('the way through', () => {
  it('asks the nine, reviews, asks the charter, confirms', async () => {
    const prompter = scriptedPrompter(typed);
    const { kind, given, drafts } = await run(prompter);
    expect(kind).toBe('confirmed');
    expect(given).toEqual(kept);
    expect(prompter.asked).toEqual([...NINE.filter((id) => id !== 'periode'), 'charte', 'relecture']);
    expect(drafts).toHaveLength(10);
    expect(drafts[2]).toEqual({ collectivite: 'departement:23', date: '2027-10-14', publics: ['mediateurs', 'elus'] });
  });

  it('Entrée everywhere takes what is proposed', async () => {
    const { given, kind } = await run(scriptedPrompter(creuse));
    expect(kind).toBe('confirmed');
    expect(given).toEqual({
      collectivite: 'departement:23', date: 'a-definir', periode: '2027-10/2027-11', publics: ['mediateurs'],
        jauge: 80, budget: 0,
      partenaires: [], themes: ['inclusion'], appel: 'contributions', inscriptions: 'html',
    });
  });

  it('says the rank, and leaves a line in words after each answer', async () => {
    const prompter = scriptedPrompter(typed);
    const { lines } = await run(prompter);
    expect(prompter.requests.slice(0, 9).map(({ progress }) => progress)).toEqual(Array.from({ length: 9 },
      (_, index) => `${index + 1} sur 9`));
    expect(lines).toContain('Question date ? jeudi 14 octobre 2027');
    expect(lines).toContain('Question budget ? 1 500 €');
  });

  it('reviews every answer, asked or not, before the charter', async () => {
    const { lines, text } = await run(scriptedPrompter(typed));
    expect(lines).toContain('  Question nom ? NEC Creuse 2027 (proposé)');
    expect(lines).toContain('  Question accroche ? Pas de réponse.');
    expect(lines).toContain('  Question debut ? lundi 23 novembre 2026 (proposé)');
    expect(text.match(/Relisez vos réponses/g)).toHaveLength(1);
    expect(lines.indexOf('  Question charte ? Pas de réponse.')).toBeLessThan(lines.indexOf('Question charte ? oui'));
  });
});

describe('what goes wrong', () => {
  it('W05: a wrong answer costs nothing: the same question again, the earlier answers kept', async () => {
    for (const [id, wrong] of Object.entries({ collectivite: 'Saint-Denis', date: '31/02/2027', publics: 'aucun',
      jauge: '-3', budget: 'mille', partenaires: 'A', appel: 'apel', inscriptions: '9' })) {
      const prompter = scriptedPrompter({ ...typed, [id]: turns(wrong, (typed as Record<string, string>)[id] ?? '') });
      const { given } = await run(prompter);
      expect(given).toEqual(kept);
      expect(prompter.refusals).toHaveLength(1);
    }
  });

  it('W06: the required question left empty is asked again', async () => {
    const prompter = scriptedPrompter({ ...typed, collectivite: turns('enter', '   ', '-', 'Creuse') });
    expect((await run(prompter)).given).toEqual(kept);
    expect(prompter.refusals).toHaveLength(3);
  });

  it('W07: a day gone by is refused, with the reason', async () => {
    const prompter = scriptedPrompter({ ...typed, date: turns('22/11/2026', '14/10/2027') });
    await run(prompter);
    expect(prompter.refusals).toEqual([
      'date: Attendu : un jour qui ne soit pas avant le début de la préparation (23 novembre 2026).',
    ]);
  });

  it('an old problem between answers does not block the other questions', async () => {
    const stale = { collectivite: 'departement:23', date: '2020-01-01', debut: '2026-01-01' };
    expect((await run(scriptedPrompter(creuse), stale)).kind).toBe('confirmed');
  });

  it.each(['screen', 'lines'] as const)('W03: stops at each question with the answers so far (%s)', async (style) => {
    const { charte: _, ...nine } = kept;
    for (const [index, id] of [...NINE.filter((name) => name !== 'periode'), 'charte', 'relecture'].entries()) {
      const prompter = scriptedPrompter({ ...typed, themes: ['inclusion'], 'themes.autres': 'Radio',
        partenaires: 'fini', [id]: turns('stop') }, style);
      const { kind, given } = await run(prompter);
      expect(kind).toBe('stopped');
      expect(Object.keys(given)).toEqual(Object.keys(id === 'relecture' ? kept : nine).slice(0, index));
      expect(prompter.asked.at(-1)).toBe(id);
    }
  });

  it('W08: resumes with a draft at the first question without an answer', async () => {
    const { publics: _, ...draft } = kept;
    const prompter = scriptedPrompter({ publics: 'elus' });
    expect((await run(prompter, draft)).given).toMatchObject({ publics: ['elus'], jauge: 120 });
    expect(prompter.asked).toEqual(['publics', 'relecture']);
  });
});

describe('back, why, change', () => {
  it.each(['screen', 'lines'] as const)('goes back from each question with the old answer ready (%s)',
    async (style) => {
    const ids = NINE.filter((id) => id !== 'periode');
    for (const [index, id] of ids.entries()) {
      const prompter = scriptedPrompter({ ...creuse, date: turns('14/10/2027'),
        [id]: turns('back', id === 'collectivite' ? 'Creuse' : id === 'date' ? '14/10/2027' : 'enter'),
        ...(style === 'screen' && { partenaires: id === 'partenaires' ? turns('back', 'fini') : 'fini' }) }, style);
      const { kind, given } = await run(prompter);
      expect(kind).toBe('confirmed');
      const asked = prompter.asked.filter((name) => ids.includes(name));
      const before = ids[Math.max(0, index - 1)];
      expect(asked.slice(index, index + 3)).toEqual(index === 0 ? [id, id, ids[1]] : [id, before, id]);
      expect(given).toMatchObject({ collectivite: 'departement:23', date: '2027-10-14', jauge: 80 });
    }
  });

  it('back from the review page', async () => {
    const prompter = scriptedPrompter({ ...typed, inscriptions: turns('papier', 'html'),
      relecture: turns('back', 'confirmer') });
    expect((await run(prompter)).given).toMatchObject({ inscriptions: 'html' });
    expect(prompter.asked.slice(-4)).toEqual(['charte', 'relecture', 'inscriptions', 'relecture']);
  });

  it('explains why at each question, then asks it again', async () => {
    const prompter = scriptedPrompter({ ...typed, jauge: turns('why', 'why', '120') });
    const { given, text } = await run(prompter);
    expect(given).toEqual(kept);
    expect(text.match(/Pourquoi cette question \? Raison jauge\./g)).toHaveLength(2);
  });

  it('changes one answer from the review page; the page is shown again with what follows from it', async () => {
    const prompter = scriptedPrompter({
      ...typed, jauge: turns('120', '20'), relecture: turns('changer', 'confirmer'), 'relecture-reponse': 'jauge',
    });
    const { given, text } = await run(prompter);
    expect(given).toEqual({ ...kept, jauge: 20 });
    expect(text.match(/Relisez vos réponses/g)).toHaveLength(2);
    expect(text).toMatch(/Question jours \? 1 \(proposé\)[^]*Question jours \? 0,5 \(proposé\)/);
  });

  it('goes through a chapter; optional answers can be left and taken away', async () => {
    const prompter = scriptedPrompter({
      ...typed, relecture: turns('preciser', 'preciser', 'confirmer'),
        'relecture-chapitre': turns('evenement', 'evenement'),
      nom: turns('Fête', '-'), accroche: turns('enter', 'Ensemble'), formation: turns('oui', 'enter'),
        financeurs: 'caf (20)',
    });
    expect((await run(prompter)).given).toEqual({ ...kept, accroche: 'Ensemble', formation: true,
      financeurs: [{ type: 'caf', montant: 20 }] });
  });

  it('back in the menus of the review page, and stop there by choice', async () => {
    const prompter = scriptedPrompter({
      ...typed, relecture: turns('changer', 'preciser', 'arreter'), 'relecture-reponse': turns('back'),
        'relecture-chapitre': turns('back'),
    });
    expect(await run(prompter)).toMatchObject({ kind: 'stopped', given: kept });
  });
});

it.each(['screen', 'lines'] as const)('Entrée on a list keeps it to the letter, whatever its words hold (%s)',
  async (style) => {
  const lists = { themes: ['inclusion', 'a, b; c'], partenaires: [{ nom: 'A; B, (C', type: 'hub' }],
    responsables: { communication: 'X; Y = Z' } };
  const prompter = scriptedPrompter({
    relecture: turns('changer', 'changer', 'changer', 'confirmer'),
      'relecture-reponse': turns('themes', 'partenaires', 'responsables'),
  }, style);
  expect((await run(prompter, { ...kept, ...lists })).given).toEqual({ ...kept, ...lists });
});

describe('piece by piece on a screen', () => {
  it('adds and takes away lines, goes back between fields', async () => {
    const prompter = scriptedPrompter({
      ...typed, partenaires: turns('ajouter', 'ajouter', 'ajouter', 'retirer-1', 'fini'),
      'partenaires.nom': turns('A', 'B', 'C', 'back'), 'partenaires.type': turns('hub', 'back', 'mediatheque'),
      'themes': turns({ type: ['communs'] }, { type: ['inclusion'] }), 'themes.autres': turns('back', 'Radio; Vélo'),
    }, 'screen');
    const { given } = await run(prompter);
    expect(given).toMatchObject({ partenaires: [{ nom: 'C', type: 'mediatheque' }],
      themes: ['inclusion', 'Radio', 'Vélo'] });
  });

  it('fills in roles', async () => {
    const prompter = scriptedPrompter({
      ...typed, 'partenaires': 'fini', relecture: turns('preciser', 'confirmer'), 'relecture-chapitre': 'equipe',
      'responsables': turns('communication', 'chef-de-projet', 'communication', 'fini'),
      'responsables.communication': turns('Anne', '-'), 'responsables.chef-de-projet': 'Service numérique',
      'dpo': turns('dpo@', 'dpo@exemple.fr'),
    }, 'screen');
    const { given } = await run(prompter);
    expect(given).toMatchObject({ responsables: { 'chef-de-projet': 'Service numérique' }, dpo: 'dpo@exemple.fr' });
    expect(given).not.toHaveProperty('debut');
  });
});

it('W06, P15: nothing that was typed reaches the terminal raw', async () => {
  const prompter = scriptedPrompter({ ...typed, themes: '\u001b]0;pirate\u0007Radio\u001b[2J\nà deux lignes\u202e' });
  const { text, given } = await run(prompter);
  expect(given['themes']).toEqual(['Radio à deux lignes']);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});
