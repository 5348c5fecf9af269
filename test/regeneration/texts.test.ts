import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxWords, editPart, living } from '../support/living.ts';

const NOTE = '1-cadrage/note-de-cadrage.docx';
const BODY = 'word/document.xml';
/** Three weeks later than the date of the profile (14 October 2027). */
const LATER = '2027-11-04';

describe('texts that people worked in', () => {
  it('X01, D02 a paragraph of a person stays, dates move elsewhere, other parts keep their bytes', async () => {
    const folder = await living();
    const before = folder.bytes(NOTE);
    folder.write(NOTE, editPart(before, BODY, (xml) => xml.replace(/(<w:t[^>]*>)([^<]{60,})(<\/w:t>)/, '$1Notre élue a réécrit ce passage.$3')));
    const { exit, said } = await folder.run('reporter', LATER);
    expect(exit).toBe(0);
    expect(said[NOTE]).toBe('merge');
    const words = docxWords(folder.bytes(NOTE));
    expect(words).toContain('Notre élue a réécrit ce passage.');
    expect(words.join('\n')).toContain('4 novembre 2027');
    expect(words.join('\n')).not.toContain('14 octobre 2027');
  });

  it('U38 a second run changes nothing', async () => {
    const folder = await living();
    folder.write(NOTE, editPart(folder.bytes(NOTE), BODY, (xml) => xml.replace(/(<w:t[^>]*>)([^<]{60,})(<\/w:t>)/, '$1Notre élue a réécrit ce passage.$3')));
    await folder.run('reporter', LATER);
    const after = folder.snapshot();
    const { said } = await folder.run('generer');
    expect(said).toEqual({ [NOTE]: 'keep edited' });
    expect(folder.snapshot()).toEqual(after);
  });

  it('X07 a password (an encrypted container) or another format: left alone, the new version beside', async () => {
    const folder = await living();
    folder.write(NOTE, zipSync({ 'x.txt': strToU8('pas un texte') }));
    const { exit, said, changes } = await folder.run('reporter', LATER);
    expect(exit).toBe(3);
    expect(said[NOTE]).toBe('conflict unreadable');
    expect(changes.find(({ path }) => path === NOTE)?.beside).toBe('1-cadrage/note-de-cadrage.nouveau.docx');
  });
});
