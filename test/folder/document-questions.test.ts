import { describe, expect, it } from 'vitest';
import { templateQuestions } from '../../src/folder/document-questions.ts';
import { necKit } from '../support/kit.ts';

describe('the questions behind a part of a template', () => {
  it.each([
    ['{{evenement.lieu}}', ['lieu']],
    ['{{echeance "T01"}}', ['date', 'debut', 'jauge']],
    ['{{demande "region"}}', ['date', 'debut']],
    ['{{! rien {{}} }}', []],
    ['sans marque', []],
  ])('%s: %j', (template, ids) => expect([...new Set(templateQuestions(template, necKit()))]).toEqual(ids));
});
