import { describe, expect, it } from 'vitest';
import { formChoices } from '../../../src/documents/html/form-choices.ts';
import type { AnswerRecord, FormField, Plan } from '../../../src/model.ts';
import { formOf, pagesOf, plans, registration, words } from './samples.ts';

const choices = (plan: Plan, choicesFrom: NonNullable<FormField['choicesFrom']>): readonly string[] =>
  formChoices({ id: 'x', label: 'X', type: 'choices', required: false, choicesFrom }, plan).map(({ label }) => label);
const form = (name: keyof typeof plans): string => pagesOf(plans[name]).form;

describe('formChoices', () => {
  it('keeps what the answers kept, in their order, with the names of the kit, and leave nobody out', () => {
    expect(choices(plans.full, 'publics'))
      .toEqual(['Médiatrices et médiateurs numériques', 'Élues et élus', 'habitants', 'Autre']);
    expect(choices(plans['without partners'], 'publics'))
      .toEqual(['Médiatrices et médiateurs numériques', 'Élues et élus', 'Autre']);
  });

  it.each([
    [0.5, ['jeudi 14 octobre 2027, demi-journée']],
    [1, ['jeudi 14 octobre 2027, matin', 'jeudi 14 octobre 2027, après-midi']],
    [1.5, [
      'jeudi 14 octobre 2027, matin', 'jeudi 14 octobre 2027, après-midi', 'vendredi 15 octobre 2027, demi-journée',
    ]],
  ])('cuts %d days into half days', (jours, labels) => {
    expect(choices({ ...plans.full, answers: { ...plans.full.answers, jours } }, 'demi-journees')).toEqual(labels);
  });

  it('names the places of an event, each with an id that the others do not move', () => {
    const placed = (...sites: readonly AnswerRecord[]) => formChoices(
      { id: 'x', label: 'X', type: 'choice', required: true, choicesFrom: 'sites' }, { ...plans.full, answers: { ...plans.full.answers, sites } });
    const [hall, library] = [{ nom: 'Salle des fêtes' }, { nom: 'Médiathèque', commune: 'Felletin' }];
    expect(placed(library, hall)).toEqual([
      { value: 'mediatheque-felletin', label: 'Médiathèque, Felletin' }, { value: 'salle-des-fetes', label: 'Salle des fêtes' },
    ]);
    expect(placed(hall)).toEqual([{ value: 'salle-des-fetes', label: 'Salle des fêtes' }]);
    expect(new Set(placed(hall, hall).map(({ value }) => value)).size).toBe(2);
    expect(placed()).toEqual([]);
  });

  it('gives numbers to days without a date', () => {
    expect(choices(plans['without date'], 'demi-journees')).toEqual(['jour 1, matin', 'jour 1, après-midi']);
  });
});

describe('buildForm', () => {
  it('asks only what the answers call for, and ticks nothing', () => {
    expect(form('full')).not.toContain('Repas de midi');
    const lunch = { ...plans.full, facts: { ...plans.full.facts, restauration: 'dejeuner' } };
    expect(pagesOf(lunch).form).toContain('Repas de midi');
    expect(form('full')).not.toMatch(/<input[^>]* checked/);
  });

  it('says of each text the case that these answers call for', () => {
    const paper = { op: 'is', fact: 'inscriptions', values: ['papier'] } as const;
    const cases = (name: string) => [{ when: paper, value: `${name} sur papier` }, { value: `${name} sur écran` }];
    const ofPaper = [{ when: paper, value: 'Seulement sur papier' }];
    const changing = {
      ...registration, intro: cases('intro'), purpose: cases('purpose'), legalBasis: cases('basis'), recipients: cases('recipients'), retention: cases('retention'),
      sections: registration.sections.slice(0, 1).map((part) => ({
        ...part, intro: cases('part'), fields: part.fields.map((field, index) => ({ ...field, help: index === 0 ? cases('help') : ofPaper })),
      })),
    };
    const said = (inscriptions: string): readonly string[] =>
      words(formOf({ ...plans.full, facts: { ...plans.full.facts, inscriptions } }, changing)).match(/\w+ sur (?:papier|écran)/g) ?? [];
    const texts = ['intro', 'part', 'help', 'purpose', 'basis', 'recipients', 'retention'];
    expect(said('html')).toEqual(texts.map((name) => `${name} sur écran`));
    expect(new Set(said('papier'))).toEqual(new Set([...texts, 'Seulement'].map((name) => `${name} sur papier`)));
  });

  it('says in words what is required, and ties help to its field', () => {
    expect(form('full')).toContain('Prénom <span class="need">(obligatoire)</span>');
    expect(form('full')).toContain('<input type="email" id="champ-courriel" name="courriel" required'
      + ' autocomplete="email" aria-describedby="champ-courriel-aide">');
    expect(form('full')).toContain('id="champ-besoins-aide">500 signes au plus. N’indiquez pas de donnée de santé');
  });

  it('sends nothing unless there is somewhere to write to', () => {
    expect(form('full')).not.toMatch(/action=|<button/);
    expect(form('full')).toContain('Cette page n’envoie rien.');
    expect(form('reachable')).toContain('action="mailto:nec@creuse.example?subject=NEC%20Creuse%202027" method="post"');
    expect(form('reachable')).toContain('Certains ordinateurs');
    expect(form('hostile')).not.toMatch(/action=|href="javascript/);
  });

  it('leads to the page where people register', () => {
    expect(form('reachable'))
      .toContain('href="https://inscriptions.example/nec?a=1&amp;b=2" rel="noreferrer">S’inscrire en ligne</a>');
    expect(form('full')).not.toContain('en ligne</a>');
  });

  it('informs about data: purpose, basis, recipients, retention, rights, complaint', () => {
    const parts = [
      'Organiser l’accueil des personnes inscrites.', 'Mission d’intérêt public (article 6.1.e du RGPD).', 'L’équipe d’organisation.', 'Trois mois après l’événement.',
      'pour les porter ailleurs', 'CNIL', 'retirer à tout moment',
    ];
    for (const part of parts) expect(form('full')).toContain(part);
    expect(form('full').split('<mark>à compléter</mark>')).toHaveLength(4);
    expect(form('reachable').split('<mark>à compléter</mark>')).toHaveLength(2);
  });

  it('names the organiser in a sentence', () => {
    const facts = { ...plans.full.facts, 'territoire-nom-complet': 'la commune de Lalouvesc' };
    const { structure: _, ...answers } = plans.full.answers;
    expect(pagesOf({ ...plans.full, facts, answers }).form).toContain('<bdi>La commune de Lalouvesc</bdi>.');
  });

  it('promises portability only to those whose consent was asked', () => {
    expect(formOf(plans.full, { ...registration, sections: registration.sections.slice(0, 2) })).not.toContain('ailleurs');
  });

  it('on paper, says where to hand it in, and speaks of no tool', () => {
    const onPaper = (plan: Plan) => pagesOf({ ...plan, answers: { ...plan.answers, inscriptions: 'papier' } }).form;
    expect(onPaper(plans.full)).toContain('À rendre à\u00a0: <mark>à compléter</mark>');
    expect(onPaper(plans.reachable)).toContain('À rendre à\u00a0: <bdi>nec@creuse.example</bdi>');
    for (const plan of [plans.full, plans.reachable]) {
      expect(words(onPaper(plan))).not.toMatch(/outil|logiciel|en ligne|n’envoie/);
    }
  });

  it('says that one way to be reached is enough, where the kit does', () => {
    const [first, ...others] = registration.sections;
    if (!first) throw new Error('the sample form has sections');
    const fields = first.fields.map((field) =>
      (field.type === 'email' ? { ...field, required: false, help: [{ value: 'Il nous faut l’un des deux.' }] } : field));
    const either = formOf(plans.full, { ...registration, sections: [{ ...first, fields }, ...others] });
    expect(either.split('(courriel ou téléphone, l’un des deux)')).toHaveLength(3);
    expect(form('full')).not.toContain('l’un des deux');
  });
});
