import { describe, expect, it } from 'vitest';
import { documentQuestions, templateQuestions } from '../../src/folder/document-questions.ts';
import { necKit } from '../support/kit.ts';
import { editedKit } from '../support/kit-edit.ts';

describe('the questions behind a part of a template', () => {
  it.each([
    ['{{evenement.lieu}}', ['lieu', 'forme', 'sites']],
    ['{{echeance "T01"}}', ['date', 'debut', 'jauge', 'financeurs']],
    ['{{demande "region"}}', ['date', 'debut']],
    ['{{! rien {{}} }}', []],
    ['sans marque', []],
  ])('%s: %j', (template, ids) => expect([...new Set(templateQuestions(template, necKit()))]).toEqual(ids));
});

describe('the questions behind a form', () => {
  const kit = editedKit(
    ['forms.yaml', 'recipients: L’équipe.', 'recipients: [ { when: { niveau: sobre }, value: L’équipe. }, { value: Le service. } ]'],
    ['forms.yaml', 'title: Vous', 'title: Vous\n        intro: [ { when: { charte: oui }, value: Qui êtes-vous ? } ]'],
  );
  const [page] = kit.documents.filter(({ builder }) => builder === 'registration-form');

  it('are those of its fields and of its texts', () => {
    expect(page && documentQuestions(page, kit)).toEqual(expect.arrayContaining(['jours', 'charte', 'niveau']));
  });

  it('are behind what a text repeats of it', () => {
    expect(templateQuestions('{{donnees.inscription.destinataires}}', kit)).toEqual(['niveau']);
  });
});
