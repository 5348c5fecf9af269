import { describe, expect, it } from 'vitest';
import { differencesInWords } from '../../src/cli/kit-difference-words.ts';
import { compareKits } from '../../src/kit/compare-kits.ts';
import { parseKit } from '../../src/kit/parse-kit.ts';
import type { Kit } from '../../src/model.ts';
import { necKit, necSources } from '../support/kit.ts';
import { editedKit, renameIds, type KitEdit } from '../support/kit-edit.ts';
import { tinyKit } from '../support/tiny-kit.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
/** What is said, without empty lines. */
const said = (before: Kit, after: Kit) =>
  differencesInWords(compareKits(before, after), { before, after }).map(({ text }) => plain(text)).filter((text) => text !== '');
const changed = (...edits: readonly KitEdit[]) => said(tinyKit(), editedKit(...edits));

describe('compareKits', () => {
  it.each([['tiny', tinyKit], ['nec', necKit]])('finds nothing between a kit and itself: %s', (_, kit) => {
    expect(compareKits(kit(), kit())).toEqual([]);
  });

  it.each<readonly [string, KitEdit]>([
    ['a source', ['tasks.yaml', 'source: S1', 'source: jugement']], ['a date of verification', ['rules.yaml', 'checked: 2026-11-23', 'checked: 2026-11-24']],
    ['a version', ['kit.yaml', '1.0.0', '1.0.1']], ['a comment', ['tasks.yaml', 'phases:', '# x\nphases:']],
    ['a profile', ['profiles/creuse.yaml', 'title: ', 'title: Encore ']], ['a confidence', ['tasks.yaml', 'source: S1', 'source: S1\n    confidence: high']],
  ])('passes over %s', (_, edit) => expect(changed(edit)).toEqual([]));

  it.each<readonly [string, KitEdit, string, string]>([
    ['delays', ['tasks.yaml', 'before: [20, 14, 6]', 'before: [22, 14, 5]'], 'Tâches (1)',
      'Réserver la salle (T02) : délai : 22, 14 et 5 semaines avant, au lieu de 20, 14 et 6 semaines avant'],
    ['the last day', ['tasks.yaml', 'after: 3j', 'after: 0\n    calendar: event'], 'Tâches (1)', 'Remercier (T03) : délai : le dernier jour, au lieu de 3 jours après ; change : le calendrier suivi'],
    ['days after', ['tasks.yaml', 'after: 3j', 'after: [1j, 1j, 2j]'], 'Tâches (1)', 'Remercier (T03) : délai : 1, 1 et 2 jours après, au lieu de 3 jours après'],
    ['an anchor', ['tasks.yaml', 'drop_under: 4', 'drop_under: 4\n    anchor_months: 4'], 'Tâches (1)',
      'Réserver la salle (T02) : au plus tard : 4 mois avant, au lieu de sans limite'],
    ['a condition', ['tasks.yaml', 'when: { publics: habitants }', 'when: { jauge: { min: 50 } }'], 'Tâches (1)',
      'Remercier (T03) : quand la réponse à « Combien de gens ? » est d’au moins 50 (avant : quand la réponse à « Qui ? » contient « Habitants »)'],
    ['no condition', ['tasks.yaml', '    when: { publics: habitants }\n', ''], 'Tâches (1)',
      'Remercier (T03) : toujours (avant : quand la réponse à « Qui ? » contient « Habitants »)'],
    ['parts', ['tasks.yaml', 'role: equipe\n    support: [chef]', 'role: chef\n    support: []'], 'Tâches (1)',
      'Réserver la salle (T02) : changent : le rôle responsable et les rôles en appui'],
    ['a title', ['tasks.yaml', 'title: Remercier', 'title: Dire merci'], 'Tâches (1)', 'Dire merci (T03) : avant : « Remercier »'],
    ['a price that nobody knows any more', ['budget.yaml', 'price: [1.5, 3, 6]', 'price: devis'], 'Dépenses (1)',
      'Café (cafe) : prix : un devis à demander, au lieu de 1,50 €, 3 € et 6 €'],
    ['prices', ['budget.yaml', 'price: [1.5, 3, 6]', 'price: [1.5, 4, 6.5]'], 'Dépenses (1)',
      'Café (cafe) : prix : 4 € au lieu de 3 € (courant) et 6,50 € au lieu de 6 € (confort)'],
    ['a quantity', ['budget.yaml', '{ of: participants, times: 1 }', '{ of: participants, times: 2 }'], 'Dépenses (1)', 'Café (cafe) : change : la quantité'],
    ['a share', ['budget.yaml', 'percent: [10, 15, 15]', 'percent: [10, 12, 15]'], 'Imprévus (1)', 'Imprévus (imprevus) : part : 12 % au lieu de 15 % (courant)'],
    ['a rate', ['budget.yaml', 'rate: 12.02, ', ''], 'Apports en nature (1)', 'Temps bénévole (benevoles) : valeur d’une unité : à fixer, au lieu de 12,02 €'],
    ['a question', ['questions.yaml', '  - { id: charte,', '  - { id: lieu, chapter: essentiel, type: text, label: Où au juste ?, help: Un nom., why: Savoir. }\n  - { id: charte,'],
      'Questions (1)', 'Nouveau : Où au juste ? (lieu)'],
    ['choices', ['questions.yaml', '{ value: entraide, label: Entraide }', '{ value: liens, label: Liens }, { value: outils, label: Outils }'], 'Questions (1)',
      'De quoi ? (themes) : choix nouveaux : Liens et Outils, choix retiré : Entraide'],
    ['a severity', ['rules.yaml', 'id: charte\n    severity: warning', 'id: charte\n    severity: info'], 'Règles d’alerte (1)',
      'La charte attend une réponse. (charte) : information, au lieu de : avertissement'],
    ['when a date is good', ['dates.yaml', 'to: 12-15', 'to: 12-20'], 'Raisons de choisir une date (1)', 'C’est la saison. (saison) : change : quand elle s’applique'],
    ['a path', ['documents.yaml', 'path: 1-cadrage/note', 'path: 1-cadrage/cadre'], 'Documents (1)', 'Note (note) : fichier : 1-cadrage/cadre, au lieu de 1-cadrage/note'],
    ['a new document', ['documents.yaml', 'documents:', 'documents:\n  - { id: plan, path: plan, kind: text, template: note.md, title: Plan, purpose: Dit., readers: Tous }'],
      'Documents (1)', 'Nouveau : Plan (plan)'],
  ])('tells %s', (_, edit, heading, line) => expect(changed(edit)).toEqual([heading, `  ${line}`]));

  it('tells texts by their ids, many on a line', () => {
    expect(changed(
      ['tasks.yaml', 'why: Pour savoir où l’on va.', 'why: Pour y aller.'], ['tasks.yaml', 'done: Le message est parti.', 'done: C’est parti.'],
      ['templates/note.md', 'Le temps est court.', 'Le temps est très court.'], ['questions.yaml', 'label: Habitants }', 'label: Gens d’ici }'],
    )).toEqual(['Questions (1)', '  Texte revu : publics', 'Tâches (2)', '  Texte revu : T01 et T03', 'Documents (1)', '  Texte revu : note']);
  });

  it('tells what is gone, and a rule that now applies otherwise', () => {
    expect(said(editedKit(['budget.yaml', '  - id: cafe', '  - id: the\n    label: Thé\n    unit: personne\n    quantity: { times: 1 }\n    price: [1, 1, 1]\n    account: { developpee: a, abregee: a, label: a }\n    family: a\n    source: S1\n  - id: cafe']), tinyKit()))
      .toEqual(['Dépenses (1)', '  Retiré : Thé (the)']);
    expect(changed(['rules.yaml', 'near: non', 'near: oui']).at(-1)).toMatch(/\(ferie\) : change : quand elle s’applique$/);
  });

  it('tells another type of answer', () => {
    const asked = (type: string): KitEdit =>
      ['questions.yaml', '  - { id: charte,', `  - { id: lieu, chapter: essentiel, type: ${type}, label: Où ?, help: Un nom., why: Savoir. }\n  - { id: charte,`];
    expect(said(editedKit(asked('text')), editedKit(asked('url')))).toEqual(
      ['Questions (1)', '  Où ? (lieu) : autre genre de réponse : une adresse de page, au lieu de : un texte']);
  });

  it('a rule that only has another name is the same reason', () => {
    const silent: KitEdit = ['dates.yaml', 'season: { from: 09-25, to: 12-15 }', 'silent: ferie'];
    const renamed = editedKit(silent, ['rules.yaml', '- id: ferie', '- id: jour-ferie\n    renamed_from: ferie'], ['dates.yaml', 'silent: ferie', 'silent: jour-ferie']);
    expect(said(editedKit(silent), renamed)).toEqual(['Règles d’alerte (1)', '  {date} est férié : {nom}. (jour-ferie) : s’appelait ferie']);
  });

  it('a text of a form under conditions follows the new name of a question', () => {
    const cases = (id: string): KitEdit => ['forms.yaml', 'purpose: Accueillir.', `purpose: [ { when: { ${id}: oui }, value: Accueillir. }, { value: Inscrire. } ]`];
    const help = (id: string): KitEdit => ['forms.yaml', 'autocomplete: name }', `autocomplete: name, help: [ { when: { ${id}: oui }, value: Le vôtre. } ] }`];
    const intro = (id: string): KitEdit => ['forms.yaml', 'title: Vous', `title: Vous\n        intro: [ { when: { ${id}: oui }, value: Qui êtes-vous ? } ]`];
    const before = editedKit(cases('charte'), help('charte'), intro('charte'));
    const renamed = editedKit(cases('accord'), help('accord'), intro('accord'),
      ['questions.yaml', '{ id: charte,', '{ id: accord, renamed_from: charte,'], ['rules.yaml', '{ charte:', '{ accord:']);
    expect(said(before, renamed)).toEqual(['Questions (1)', '  Charte acceptée ? (accord) : s’appelait charte']);
    expect(said(tinyKit(), before)).toEqual(['Formulaires (1)', '  S’inscrire (inscription) : changent : les champs et les mentions sur les données personnelles ; texte revu']);
  });

  it('order is no difference', () => {
    const kit = tinyKit();
    expect(compareKits(kit, { ...kit, tasks: kit.tasks.toReversed(), rules: kit.rules.toReversed() })).toEqual([]);
  });

  it('rules follow the new names of tasks, documents and other rules', () => {
    const parsed = parseKit(renameIds(necSources(), {
      'T14': 'J14', 'T46': 'J46', 'T50': 'J50', 'mention-rgpd': 'mention-donnees', 'communication-presidentielle': 'communication-2027',
    }));
    if (!parsed.ok) throw new Error(parsed.problems.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`).join('\n'));
    expect(compareKits(necKit(), parsed.value).filter(({ list }) => list === 'rules').map(({ id, from, details }) => [from, id, details]))
      .toEqual([['communication-presidentielle', 'communication-2027', []]]);
  });

  it('what is only called otherwise is told so, and nothing that follows from it', () => {
    const parsed = parseKit(renameIds(necSources(), {
      'T32': 'J32', 'securiser': 'assurer', 'elus': 'conseil-elu', 'communs-souverainete': 'outils-communs', 'medialab': 'atelier-traces',
      'entreprise-mecenat': 'mecenes', 'benevoles': 'temps-donne', 'accueil-cafe': 'petit-cafe', 'achats_annee': 'achats',
    }));
    if (!parsed.ok) throw new Error(parsed.problems.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`).join('\n'));
    const differences = compareKits(necKit(), parsed.value);
    expect(differences.map(({ id, from, details }) => [from, id, details])).toEqual([
      ['achats_annee', 'achats', []], ['securiser', 'assurer', []], ['medialab', 'atelier-traces', []], ['T32', 'J32', []], ['accueil-cafe', 'petit-cafe', []],
      ['entreprise-mecenat', 'mecenes', []], ['benevoles', 'temps-donne', []], ['elus', 'conseil-elu', []], ['communs-souverainete', 'outils-communs', []],
      ['medialab', 'atelier-traces', []],
    ]);
    expect(said(necKit(), parsed.value)).toContain('  Clore l’appel à contribuer (J32) : s’appelait T32');
  });
});
