import { describe, expect, it } from 'vitest';
import { buildView } from '../../src/documents/view.ts';
import { templateQuestions } from '../../src/folder/document-questions.ts';
import { BUILDERS } from '../../src/shared/builders.ts';
import { answersBehind, builderAnswers, viewAnswers } from '../../src/shared/view-answers.ts';
import { viewShape, type Shape } from '../../src/shared/view-shape.ts';
import type { Answers, Plan } from '../../src/model.ts';
import { necKit, planOf, plans } from '../documents/plans.ts';

/** Every name that a template may print or compare: lists count as one. */
function namesOf(shape: Shape, path = ''): readonly string[] {
  if (shape.kind !== 'group') return [path];
  return Object.entries(shape.names).flatMap(([name, inner]) => namesOf(inner, path === '' ? name : `${path}.${name}`));
}
const names = namesOf(viewShape);

describe('the questions behind the names of templates', () => {
  it('are known for every name, and for no other', () => {
    for (const name of names) expect(Object.keys(viewAnswers).some((known) => name === known || name.startsWith(`${known}.`)), name).toBe(true);
    for (const known of Object.keys(viewAnswers)) expect(names.some((name) => name === known || name.startsWith(`${known}.`)), known).toBe(true);
    expect(Object.keys(builderAnswers).sort()).toEqual([...BUILDERS].sort());
  });

  it('are questions of the shipped kit', () => {
    const asked = necKit.questions.map(({ id }) => id);
    for (const id of [...Object.values(viewAnswers), ...Object.values(builderAnswers)].flat()) expect(asked, id).toContain(id);
  });

  const valuesOf = (plan: Plan): readonly string[] => {
    const view = buildView(plan);
    return names.map((name) => JSON.stringify(name.split('.').reduce<unknown>((value, part) => (value as Readonly<Record<string, unknown>>)[part], view)));
  };
  /** Which tasks and documents there are follows from nearly every answer: `document-questions.ts` looks at the one that is named. */
  const OF_TASKS = ['taches', 'tachesTardives', 'documents', 'listes.jalons'];
  /** What a form tells of its data follows from the kit too. */
  const behind = (name: string): readonly string[] => templateQuestions(`{{${name}}}`, necKit);
  const others: Answers = {
    publics: ['agents'], themes: ['emploi-economie'], besoins_acces: ['lsf'], milieu: 'dense', forme: 'greffe', appel: 'aucun', niveau: 'confort',
    restauration: 'aucune', captation: 'video', inscriptions: 'papier', formation: true, jours: 2, charte: false, jauge: 20, budget: 0,
    financeurs: [{ type: 'europe' }], accroche: 'Un mot', lieu: 'Ailleurs', contact: 'x@exemple.fr', dpo: 'y@exemple.fr',
    lien_inscription: 'https://exemple.fr', adresse_formulaire: 'https://exemple.fr/f', partenaires: [], sites: [{ nom: 'Ici' }], structure: 'Une association',
    nom: 'Autre nom', date: '2027-12-02', debut: '2027-08-02', evenement_hote: 'La foire', responsables: { 'chef-de-projet': 'Service' },
  };

  it.each(Object.entries(others))('an answer that changes a name stands behind it: %s', (id, value) => {
    const plan = plans['Creuse, plusieurs sites'];
    const changed = planOf(plan.territory, { ...plan.answers, [id]: value });
    const [before, after] = [valuesOf(plan), valuesOf(changed)];
    const moved = names.filter((_, index) => before[index] !== after[index]);
    expect(moved.filter((name) => !behind(name).includes(id) && !OF_TASKS.includes(name))).toEqual([]);
    expect(moved.length > 0 || names.every((name) => !behind(name).includes(id))).toBe(true);
  });

  it.each([['evenement.date', ['date', 'periode', 'jours']], ['listes.publics', ['publics']], ['territoire.nom', ['collectivite']], ['inconnu.x', []], ['constructor', []]])(
    '%s: %j', (name, ids) => expect(answersBehind(name)).toEqual(ids));
});
