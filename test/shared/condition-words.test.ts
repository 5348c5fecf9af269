import { describe, expect, it } from 'vitest';
import { derivedFacts } from '../../src/shared/facts.ts';
import { conditionInWords } from '../../src/shared/condition-words.ts';
import { factWords } from '../../src/shared/fact-words.ts';
import { factsOf } from '../../src/shared/condition.ts';
import { necKit } from '../support/kit.ts';
import { question, when } from '../support/questions.ts';

const choices = [{ value: 'elus', label: 'Élues et élus' }, { value: 'agents', label: 'Agents' }];
const kit = {
  questions: [
    question('publics', 'choices', { label: 'Qui ?', choices }), question('forme', 'choice', { label: 'Quoi ?', choices }),
    question('charte', 'yes-no', { label: 'Charte ?' }), question('budget', 'money', { label: 'Combien ?' }),
    question('jauge', 'number', { label: 'Combien de gens ?' }), question('date', 'date', { label: 'Quand ?', open: true }),
  ],
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('conditionInWords', () => {
  it.each([
    ['publics: elus', 'la réponse à « Qui ? » contient « Élues et élus »'],
    ['publics: [elus, agents, autre]', 'la réponse à « Qui ? » contient « Élues et élus », « Agents » ou « autre »'],
    ['forme: agents', 'la réponse à « Quoi ? » est « Agents »'],
    ['charte: oui', 'la réponse à « Charte ? » est oui'], ['charte: non', 'la réponse à « Charte ? » est non'],
    ['charte: { given: non }', '« Charte ? » n’a pas de réponse'], ['charte: { given: oui }', '« Charte ? » a une réponse'],
    ['date: a-definir', 'la réponse à « Quand ? » est « à définir »'],
    ['budget: { min: 5000 }', 'la réponse à « Combien ? » est d’au moins 5 000 €'],
    ['jauge: { max: 39 }', 'la réponse à « Combien de gens ? » est d’au plus 39'],
    ['jauge: { min: 40, max: 1200 }', 'la réponse à « Combien de gens ? » est entre 40 et 1 200'],
    ['jauge: { min: 40, max: 40 }', 'la réponse à « Combien de gens ? » est 40'],
    ['zero-euro: oui', 'il n’y a pas d’argent'], ['date-fixee: non', 'la date n’est pas choisie'],
    ['participants: { min: 80 }', 'le nombre de personnes attendues est d’au moins 80'],
    ['territoire-type: [commune, epci]', 'le territoire est une commune ou une intercommunalité'],
    ['zone-scolaire: A', 'la zone des vacances scolaires est la zone A'],
    ['{ zero-euro: oui, charte: oui }', 'il n’y a pas d’argent et la réponse à « Charte ? » est oui'],
    ['any: [ { zero-euro: oui }, { charte: oui } ]', 'il n’y a pas d’argent ou la réponse à « Charte ? » est oui'],
    ['none: [ { charte: oui } ]', 'la réponse à « Charte ? » n’est pas oui'],
    ['none: [ { publics: [elus, agents] }, { zero-euro: oui } ]', 'la réponse à « Qui ? » ne contient pas « Élues et élus » ni « Agents » et il y a de l’argent'],
    ['none: [ { charte: { given: oui } } ]', '« Charte ? » n’a pas de réponse'],
    ['none: [ { jauge: { min: 80 } } ]', 'la réponse à « Combien de gens ? » n’est pas d’au moins 80'],
    ['none: [ { any: [ { zero-euro: oui }, { charte: oui } ] } ]', 'il est faux que (il n’y a pas d’argent ou la réponse à « Charte ? » est oui)'],
    ['{ zero-euro: oui, any: [ { forme: elus }, { charte: oui } ] }',
      'il n’y a pas d’argent et (la réponse à « Quoi ? » est « Élues et élus » ou la réponse à « Charte ? » est oui)'],
    ['date: { says: [mairie, école] }', 'la réponse à « Quand ? » parle de « mairie » ou « école »'],
    ['none: [ { date: { says: [mairie] } } ]', 'la réponse à « Quand ? » ne parle pas de « mairie »'],
    ['taches-faites: [T42, T43]', 'une tâche faite est T42 ou T43'], ['documents-absents: charte', 'un document supprimé du dossier est charte'],
    ['lignes-ajoutees: { says: buvette }', 'une ligne ajoutée à un tableau parle de « buvette »'],
    ['inconnu: 3', '« inconnu » est 3'], ['constructor: 3', '« constructor » est 3'],
  ])('%s: %s', (yaml, words) => expect(plain(conditionInWords(when(yaml), kit))).toBe(words));

  it('knows how to say every fact that the tool works out, and every value of it', () => {
    expect(Object.keys(factWords).sort()).toEqual(Object.keys(derivedFacts).sort());
    const asked = necKit().questions.map(({ id }) => id);
    for (const [fact, values] of Object.entries(derivedFacts)) {
      const words = factWords[fact];
      expect(words?.from.length).toBeGreaterThan(0);
      expect(words?.from.filter((id) => !asked.includes(id))).toEqual([]);
      if (!values) expect(words).not.toHaveProperty('values');
      else if (values.includes('oui')) expect(words).toHaveProperty('yes');
      else expect(Object.keys((words && 'of' in words && words.values) || {}), fact).toEqual(values);
    }
  });

  it('says every condition of the shipped kit without an id', () => {
    const nec = necKit();
    const conditions = [
      ...[...nec.tasks, ...nec.questions, ...nec.budget.lines, ...nec.documents].flatMap(({ when: said }) => said ?? []),
      ...nec.rules.flatMap(({ test }) => ('when' in test && test.when ? [test.when] : [])),
    ];
    expect(conditions.length).toBeGreaterThan(20);
    for (const condition of conditions) {
      const said = conditionInWords(condition, nec);
      for (const { fact } of factsOf(condition)) if (fact.includes('-') || fact.includes('_')) expect(said).not.toContain(fact);
      expect(said).not.toMatch(/undefined|\[object/);
    }
  });
});
