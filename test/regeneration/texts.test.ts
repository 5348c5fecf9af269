import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxWords, editPart, living, rewriteFirstText } from '../support/living.ts';

const NOTE = '1-cadrage/note-de-cadrage.docx';
const BODY = 'word/document.xml';
/** Three weeks later than the date of the profile (14 October 2027). */
const LATER = '2027-11-04';

describe('texts that people worked in', () => {
  it('X01, D02 a paragraph of a person stays, dates move elsewhere, other parts keep their bytes', async () => {
    const folder = await living();
    const before = folder.bytes(NOTE);
    folder.write(NOTE, rewriteFirstText(before, 'Notre élue a réécrit ce passage.'));
    const { exit, said } = await folder.run('reporter', LATER);
    expect(exit).toBe(0);
    expect(said[NOTE]).toBe('merge');
    const words = docxWords(folder.bytes(NOTE));
    expect(words).toContain('Notre élue a réécrit ce passage.');
    expect(words.join('\n')).toContain('4 novembre 2027');
    expect(words.join('\n')).not.toContain('14 octobre 2027');
  });

  it('X02 a sentence rewritten around a date: the words stay, the date follows, the look of the rest too', async () => {
    const folder = await living();
    folder.write(NOTE, editPart(folder.bytes(NOTE), BODY, (xml) => xml.replace('jeudi 14 octobre 2027', 'jeudi 14 octobre 2027, si la salle est libre,')));
    const { exit, said } = await folder.run('reporter', LATER);
    expect([exit, said[NOTE]]).toEqual([0, 'merge']);
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('jeudi 4 novembre 2027, si la salle est libre,');
  });

  it('X04 paragraphs added, moved, deleted, a paragraph made a heading: all is kept', async () => {
    const folder = await living();
    const paragraphs = (xml: string): readonly string[] => xml.match(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs) ?? [];
    let moved = '';
    folder.write(NOTE, editPart(folder.bytes(NOTE), BODY, (xml) => {
      const all = paragraphs(xml.slice(0, xml.indexOf('<w:tbl>')));
      const [, , third = '', fourth = '', fifth = ''] = all;
      moved = third;
      return xml.replace(third, '').replace(fourth, `${fourth}${third}<w:p><w:r><w:t>Ajouté par la mairie.</w:t></w:r></w:p>`).replace(fifth, '');
    }));
    const before = docxWords(folder.bytes(NOTE));
    await folder.run('reporter', LATER);
    const after = docxWords(folder.bytes(NOTE));
    expect(moved).not.toBe('');
    expect(after).toHaveLength(before.length);
    expect(after).toContain('Ajouté par la mairie.');
    expect(after.indexOf('Ajouté par la mairie.')).toBe(before.indexOf('Ajouté par la mairie.'));
  });

  it('X05 tracked changes where the date moves: that paragraph is left alone, the rest is merged, the new version beside', async () => {
    const folder = await living();
    folder.write(NOTE, editPart(folder.bytes(NOTE), BODY, (xml) => xml.replace(/<w:r>((?:(?!<\/w:r>).)*14 octobre 2027(?:(?!<\/w:r>).)*)<\/w:r>/s,
      '<w:ins w:id="90" w:author="relecture" w:date="2027-01-01T00:00:00Z"><w:r>$1</w:r></w:ins>')));
    const { exit, said, changes } = await folder.run('reporter', LATER);
    expect([exit, said[NOTE]]).toEqual([3, 'conflict both-changed']);
    expect(changes.find(({ path }) => path === NOTE)?.beside).toBe('1-cadrage/note-de-cadrage.nouveau.docx');
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toMatch(/14 octobre 2027[\s\S]*4 novembre 2027|4 novembre 2027[\s\S]*14 octobre 2027/);
  });

  it('X06 both changed the same words: the person’s stay, the new version is beside, the three texts are told', async () => {
    const folder = await living();
    folder.write(NOTE, editPart(folder.bytes(NOTE), BODY, (xml) => xml.replace('14 octobre 2027', '21 octobre 2027')));
    const { exit, changes } = await folder.run('reporter', LATER);
    expect(exit).toBe(3);
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('21 octobre 2027');
    const change = changes.find(({ path }) => path === NOTE);
    expect(change?.reason).toBe('both-changed');
    const dashboard = folder.text('tableau-de-bord.html');
    for (const words of ['21 octobre 2027', '4 novembre 2027', 'note-de-cadrage.nouveau.docx']) expect(dashboard).toContain(words);
    folder.remove('1-cadrage/note-de-cadrage.nouveau.docx');
    const settled = await folder.run('generer');
    expect([settled.exit, settled.said[NOTE]]).toEqual([0, 'keep edited']);
    expect(folder.text('tableau-de-bord.html')).not.toContain('note-de-cadrage.nouveau.docx');
  });

  it('the name of the event changes: heads and feet of pages too', async () => {
    const folder = await living();
    folder.write(NOTE, rewriteFirstText(folder.bytes(NOTE), 'À nous.'));
    await folder.run('generer', '--set', 'nom=NEC des Combrailles');
    const parts = unzipSync(folder.bytes(NOTE));
    for (const part of ['word/header1.xml', 'word/footer1.xml', 'docProps/core.xml']) {
      expect(strFromU8(parts[part] ?? new Uint8Array()), part).toContain('NEC des Combrailles');
    }
  });

  it('U38 a second run changes nothing', async () => {
    const folder = await living();
    folder.write(NOTE, rewriteFirstText(folder.bytes(NOTE), 'Notre élue a réécrit ce passage.'));
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
