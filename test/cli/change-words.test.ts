import { describe, expect, it } from 'vitest';
import { changesInWords } from '../../src/cli/change-words.ts';
import type { Change } from '../../src/model.ts';
import { plain } from '../support/shell.ts';

const update = (path: string): Change => ({ path, kind: 'update', bytes: new Uint8Array() });
const many = (count: number): readonly Change[] => Array.from({ length: count }, (_, rank) => update(`texte-${rank}.docx`));
const typed: Change = {
  path: 'restauration.docx', kind: 'merge', bytes: new Uint8Array(),
  notes: [{ code: 'typed-date', value: '14 octobre 2027', place: 'paragraphe « Prévoir la cantine »' }],
};
const said = (changes: readonly Change[]): readonly string[] => changesInWords(changes).map(({ text }) => plain(text));

describe('what happened to many files', () => {
  it('names twenty, and counts the others', () => {
    expect(said(many(20)).length).toBe(20);
    expect(said(many(21)).at(-1)).toBe('  et un autre fichier');
    expect(said(many(60)).slice(-2)).toEqual(['  mis à jour  texte-19.docx', '  et 40 autres fichiers']);
  });

  it('names each one of which there is more to say, wherever it stands', () => {
    expect(said([...many(60), typed]).slice(-3)).toEqual([
      '  complété    restauration.docx',
      '      « 14 octobre 2027 », que vous avez écrit, n’est peut-être plus juste : paragraphe « Prévoir la cantine »',
      '  et 40 autres fichiers',
    ]);
  });

  it('keeps what has to be settled for the end', () => {
    const open: Change = { path: 'budget.xlsx', kind: 'conflict', reason: 'both-changed', beside: { path: 'budget.nouveau.xlsx' } };
    const lines = said([open, ...many(60)]);
    expect(lines.indexOf('À régler :')).toBeGreaterThan(lines.indexOf('  et 40 autres fichiers'));
    expect(lines).toContain('      la nouvelle version est à côté : budget.nouveau.xlsx');
  });
});
