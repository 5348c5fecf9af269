import { describe, expect, it } from 'vitest';
import { tasksAhead } from '../../../src/documents/html/tasks.ts';
import { pagesOf, plans, words } from './samples.ts';

const dashboard = (name: keyof typeof plans): string => pagesOf(plans[name]).dashboard;

describe('buildDashboard', () => {
  it('says what the event is and how far', () => {
    const text = words(dashboard('full'));
    expect(text).toContain('NEC Creuse 2027 Date jeudi 14 octobre 2027, dans 46 semaines');
    expect(text).toContain('Lieu Médiathèque de Guéret Territoire Creuse (département)');
    expect(text).toContain('Personnes attendues 80');
  });

  it('names the person in charge, the file that goes with the task, and the last day', () => {
    const page = dashboard('full');
    expect(page).toContain('Chef de projet\u00a0: <bdi>Direction du numérique</bdi>');
    expect(page).toContain('<a href="1-cadrage/note-de-cadrage.docx">Note de cadrage</a>');
    expect(words(page)).toContain('14 juin 2027 – dernier jour');
  });

  it('shows alerts in the order of the plan, with words, source and date', () => {
    const text = words(dashboard('full'));
    expect(text.indexOf('Bloquant La charte')).toBeLessThan(text.indexOf('Attention Il manque'));
    expect(text).toContain('vérifiée le 23 novembre 2026, information sûre, valable jusqu’au 31 décembre 2027');
    expect(words(dashboard('without partners'))).toContain('Aucune alerte');
  });

  it('marks every provisional date', () => {
    const page = dashboard('without date');
    const text = words(page);
    expect(text).toContain('La date n’est pas fixée.');
    expect(text).toContain('date à définir, provisoire');
    expect(text).toContain('vers le 4 février 2027');
    expect(text).not.toContain('jeudi 14 octobre');
    expect(page).toContain('class="event provisional"');
  });

  it('makes sense of zero euro', () => {
    const text = words(dashboard('zero euro'));
    expect(text).toContain('0 € Tout est prêté, offert ou fait ensemble.');
    expect(text).toContain('Repas partagé : chacun apporte un plat.');
    expect(text).not.toContain('Reste à trouver');
  });

  it('writes what is missing, in figures', () => {
    const text = words(dashboard('full'));
    expect(text).toContain('reste à trouver : 702,40 €');
    expect(text).toContain('Mécénat à demander');
  });

  it('says what is left out for want of time, and what to do instead', () => {
    expect(words(dashboard('full')))
      .toContain('Déposer les demandes de subvention de l’année . À la place : Demander une aide en nature');
  });

  it('shows ten tasks and counts the others', () => {
    expect(words(dashboard('90 tasks'))).toContain('Et 80 autres tâches, dans Rétroplanning');
    expect(words(dashboard('five weeks'))).toContain('Les 10 prochaines tâches');
  });

  it('forgets late tasks once the event is over', () => {
    expect(tasksAhead(plans.over).map(({ task }) => task.id)).toEqual(['T84']);
    expect(words(dashboard('over'))).not.toContain('en retard');
    expect(words(dashboard('long ago'))).toContain('Toutes les tâches du plan sont derrière vous.');
  });

  it('says in words what is late', () => {
    const [first, ...rest] = plans.full.schedule.tasks;
    if (!first) throw new Error('the sample plan has tasks');
    const tasks = [{ ...first, late: true }, ...rest];
    const late = { ...plans.full, today: '2027-02-10', schedule: { ...plans.full.schedule, tasks } };
    expect(words(pagesOf(late).dashboard)).toContain('4 février 2027 en retard');
    expect(words(pagesOf(late).dashboard)).toContain('dont 1 en retard');
  });
});

describe.each(Object.entries(plans))('pages of %s', (_, plan) => {
  const pages = Object.entries(pagesOf(plan));

  it.each(pages)('%s: nothing half made', (_, page) => {
    expect(words(page)).not.toMatch(/NaN|undefined|null|Invalid Date|\[object|Infinity/);
    expect(page).not.toMatch(/="[^"]*(NaN|undefined|Infinity)[^"]*"/);
    expect(page).not.toMatch(/<script|<img|<link|<iframe|javascript:[^"]*"\s*(?=>)|@import/);
  });

  it.each(pages)('%s: every id once, every reference leads somewhere', (_, page) => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...page.matchAll(/ (?:href="#|for="|aria-labelledby="|aria-describedby=")([^"]+)"/g)]
      .flatMap((match) => match[1]?.split(' ') ?? []);
    for (const id of wanted) expect(ids).toContain(id);
  });

  it.each(pages)('%s: foot, language and same bytes again', (name, page) => {
    expect(page).toContain('<html lang="fr">');
    expect(words(page)).toContain('Contenu du kit : Licence Ouverte 2.0.');
    expect(pagesOf(plan)[name as 'form']).toBe(page);
  });
});
