import { describe, expect, it } from 'vitest';
import { parseKit } from '../../src/kit/parse-kit.ts';
import { sentence } from '../../src/cli/messages.ts';
import { editSources, type KitEdit } from '../support/kit-edit.ts';
import { necSources } from '../support/kit.ts';

/** What is wrong with the shipped kit when its tables are changed so. */
function wrong(...edits: readonly KitEdit[]): readonly string[] {
  const parsed = parseKit(editSources(necSources(), ...edits));
  return parsed.ok ? [] : parsed.problems.map((problem) => sentence(problem).replaceAll('\u00a0', ' ').replace(/^tables\.yaml:\d+:\d+ : /, ''));
}
const from = 'from: { question: partenaires, kind: type, cells: { acteur: nom, genre: type } }';

describe('rows that answers make', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['a question without lines', 'from: { question: publics, kind: type, cells: { acteur: nom } }', ['Le kit n’a pas de question à plusieurs lignes « publics ».']],
    ['a field that the question has not', 'from: { question: partenaires, kind: type, cells: { acteur: non } }', ['Le kit n’a pas de champ « non ». Vouliez-vous dire « nom » ?']],
    ['no column for the name', 'from: { question: partenaires, kind: type, cells: { genre: type } }', ['Il manque la clé « acteur » dans from, dans le tableau cartographie.']],
    ['a name in a column of dates', 'from: { question: partenaires, kind: type, cells: { acteur: nom, quand: nom } }', ['Le kit n’a pas de colonne de texte « quand ».']],
  ])('%s', (_, to, expected) => expect(wrong(['tables.yaml', from, to])).toEqual(expected));

  it('a kind that the question does not offer', () => {
    expect(wrong(['tables.yaml', 'kind: hub', 'kind: hubs'])).toEqual(['Le kit n’a pas de genre « hubs ». Vouliez-vous dire « hub » ?']);
    expect(wrong(['tables.yaml', 'kind: type, ', 'kind: nom, '])[0]).toMatch(/^Le kit n’a pas de genre « hub »\./);
  });
});
