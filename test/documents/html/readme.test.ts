import { describe, expect, it } from 'vitest';
import { findDocument, outerLink, relativeLink } from '../../../src/documents/html/links.ts';
import { listed, pagesOf, plans, words } from './samples.ts';

const { readme } = pagesOf(plans.full);

describe('buildReadme', () => {
  it('starts with the first three tasks', () => {
    const start = readme.slice(readme.indexOf('id="commencer"'), readme.indexOf('id="fichiers"'));
    expect([...start.matchAll(/<th scope="row">([^<]+)</g)].map((match) => match[1])).toEqual([
      'Écrire la finalité à partir d’un besoin de terrain', 'Faire valider la note de cadrage',
      'Visiter deux lieux ; réserver : salle, accès &amp; réseau',
    ]);
  });

  it('says the same on any day', () => {
    for (const today of ['2027-03-01', '2027-11-01']) expect(pagesOf({ ...plans.full, today }).readme).toBe(readme);
  });

  it('lists every other file once, with its readers', () => {
    const files = readme.slice(readme.indexOf('id="fichiers"'), readme.indexOf('id="programmes"'));
    const links = [...files.matchAll(/<a href="([^"]+)">/g)].map((match) => match[1]);
    const others = listed.map(({ path }) => path).filter((path) => path !== 'LISEZ-MOI.html');
    expect(links.toSorted()).toEqual(others.toSorted());
    expect(readme).toContain('Pour\u00a0: équipe');
  });

  it('speaks only of kinds of files that are there', () => {
    expect(readme).toContain('>.docx<');
    expect(readme).not.toContain('>.md<');
  });

  it('tells Outlook apart, and that calendars are empty without a date', () => {
    expect(readme).toContain('<a href="2-calendrier/jalons.ics">Jalons</a>\u00a0: pour tous les agendas');
    expect(words(readme)).not.toContain('n’annoncent rien');
    expect(words(pagesOf(plans['without date']).readme)).toContain('ces calendriers n’annoncent rien');
    expect(words(readme)).toContain('rien n’est en double');
  });

  it('names the commands of this version, with a date and a file of this folder', () => {
    const named = [...readme.matchAll(/nec-local ([a-z]+(?: [^<-]\S*?)?)(?=<| -)/g)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set([
      'etat', 'verifier', 'generer', 'reporter 2027-11-18', 'annuler', 'reporter a-definir', 'restaurer 1-cadrage/note-de-cadrage.docx',
    ]));
  });

  it('says how to settle two versions, and that what is deleted stays deleted', () => {
    expect(words(readme)).toContain('recopiez dans le vôtre ce que vous voulez, puis supprimez la nouvelle version : c’est réglé.');
    expect(words(readme)).toContain('Il reste supprimé. Pour le faire revenir :');
  });

  it('speaks of the date to come while there is none', () => {
    const { readme: without } = pagesOf(plans['without date']);
    expect(words(without)).toContain('Quand la date sera fixée');
    expect(without).toContain('nec-local reporter 2027-10-01<');
    expect(without).not.toContain('a-definir');
  });
});

describe('links', () => {
  it.each([
    ['LISEZ-MOI.html', '1-cadrage/note.docx', '1-cadrage/note.docx'],
    ['6-inscriptions/formulaire.html', 'LISEZ-MOI.html', '../LISEZ-MOI.html'],
    ['a/b.html', 'c/été & co#1.md', '../c/%C3%A9t%C3%A9%20%26%20co%231.md'],
  ])('from %s to %s', (from, to, link) => expect(relativeLink(from, to)).toBe(link));

  it('follows only addresses of the web', () => {
    expect(outerLink('a', 'https://a.example/?b&c').text)
      .toBe('<a href="https://a.example/?b&amp;c" rel="noreferrer">a</a>');
    for (const url of ['javascript:alert(1)', 'data:text/html,a', ' https://a.example/ b', undefined]) {
      expect(outerLink('a', url).text).toBe('a');
    }
  });

  it('finds texts whatever the format of the team', () => {
    expect(findDocument(listed, 'note-de-cadrage')?.path).toBe('1-cadrage/note-de-cadrage.docx');
    expect(findDocument(listed, 'budget')?.path).toBe('3-budget/budget.xlsx');
    expect(findDocument(listed, 'inconnu')).toBeUndefined();
  });
});
