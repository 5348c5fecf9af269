import { describe, expect, it } from 'vitest';
import type { FolderState, Plan } from '../../../src/model.ts';
import { NOTHING_DONE } from '../../../src/shared/nothing-done.ts';
import { lived, row, rowsOf, samplePages } from './lived-samples.ts';
import { balanceWords } from '../../../src/documents/html/phrases.ts';
import { pagesOf, plans, words } from './samples.ts';

const dashboard = (name: keyof typeof plans): string => pagesOf(plans[name]).dashboard;
const livedDashboard = (name: string): string => {
  const [plan, state] = lived[name] ?? [];
  if (!plan) throw new Error(`no sample ${name}`);
  return pagesOf(plan, state).dashboard;
};

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

  it('says of an alert before which day, and of an old rule its age', () => {
    const { full } = plans;
    const [first, second] = full.alerts;
    if (!first || !second) throw new Error('no alerts');
    const text = (today: string) => words(pagesOf({ ...full, today, alerts: [{ ...first, due: '2027-03-19' }, second] }).dashboard);
    expect(text('2027-03-18')).toContain('À faire avant le 19 mars 2027 : La lire');
    expect(text('2027-03-19')).toContain('À faire aujourd’hui : La lire');
    expect(text('2027-03-20')).toContain('À faire sans attendre (c’était pour le 19 mars 2027) : La lire');
    expect(text('2027-03-20')).toContain('À faire : Choisir une dépense');
    expect(text('2027-11-23')).not.toContain('Cette règle');
    expect(text('2028-01-25')).toContain('Cette règle n’a pas été vérifiée depuis plus d’un an (il y a 1 an et 2 mois)');
    expect(text('2028-01-25')).toContain('Cette règle ne valait que jusqu’au 31 décembre 2027');
  });

  it('folds what is only good to know, beyond four, and nothing else', () => {
    const { full } = plans;
    const many = (severity: 'warning' | 'info', number: number) => Array.from({ length: number }, (_, index) => {
      const [first] = full.alerts;
      if (!first) throw new Error('no alerts');
      return { ...first, severity, message: `${severity} ${index + 1}.` };
    });
    const folded = (...alerts: Plan['alerts']) => words(/<details><summary>Et.*?<\/details>/s.exec(pagesOf({ ...full, alerts }).dashboard)?.[0] ?? '').trim();
    expect(folded(...many('warning', 9), ...many('info', 5))).toBe('');
    const rest = folded(...many('warning', 9), ...many('info', 6));
    expect(rest).toMatch(/^Et 2 autres choses à savoir À savoir info 5\. .* À savoir info 6\. /);
    expect(rest).not.toContain('warning');
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

  it('forgets what was for the event once it is over, not what comes after', () => {
    expect(words(dashboard('over'))).toContain('Tâches 1 à faire');
    expect(words(dashboard('over'))).not.toContain('en retard');
    expect(words(dashboard('long ago'))).toContain('15 novembre 2027 en retard Publier le bilan');
    expect(words(livedDashboard('all done'))).toContain('Toutes les tâches du plan sont derrière vous.');
    expect(words(livedDashboard('all done'))).not.toContain('À faire d’abord');
  });

  it('says in words what is late', () => {
    const late = words(pagesOf({ ...plans.full, today: '2027-02-10' }).dashboard);
    expect(late).toContain('4 février 2027 en retard');
    expect(late).toContain('dont 1 en retard');
  });

  it('says what to do first, by when, who, with which file, and why', () => {
    expect(words(dashboard('full'))).toContain('À faire d’abord Écrire la finalité à partir d’un besoin de terrain 4 février 2027 – '
      + 'Chef de projet : Direction du numérique – Note de cadrage C’est la prochaine échéance : le 4 février 2027.');
  });
});

describe('buildDashboard in a folder that people worked in', () => {
  const page = livedDashboard('worked in');
  const text = words(page);

  it('says on what condition the budget is even', () => {
    expect([0, 1].map(balanceWords)).toEqual(['équilibre atteint', 'équilibre atteint si les aides demandées sont accordées']);
  });

  it('counts what is done and late from the workbook', () => {
    expect(text).toContain('9 à faire dont 2 en retard, 1 tâche faite, 1 tâche laissée de côté');
  });

  it('shows owners, own deadlines and those that make no sense, and what people added', () => {
    expect(text).toContain('25 février 2027 en retard Faire valider la note de cadrage Membre élu référent : Le cabinet du maire');
    expect(text).toContain('20 mai 2027 votre date ; plan : 25 mars 2027 Visiter deux lieux ; réserver : salle, accès &amp; réseau en cours');
    expect(text).toContain('20 octobre 2027 votre date ; plan : 29 avril 2027 trop tard : au plus tard 14 octobre 2027');
    expect(text).toContain('10 mars 2027 en retard Réserver la fanfare ajoutée par vous Marché couvert');
    expect(text).toContain('sans date Penser aux fleurs ajoutée par vous');
  });

  it('says what holds the rest up', () => {
    expect(text).toContain('Faire valider la note de cadrage , 25 février 2027 en retard . Il faut la finir avant de pouvoir faire : '
      + 'Déposer la demande de soutien (13 mai 2027)');
    expect(words(dashboard('full'))).not.toContain('Ce qui bloque');
  });

  it('shows planned and actual money, and says in words and figures what costs too much', () => {
    expect(text).toContain('Restauration 360 € 412,50 €');
    expect(text).toContain('Lignes ajoutées par vous 0 € 150 €');
    expect(text).toContain('Imprévus (10 %) 169,33 € –');
    expect(text).toContain('Préfecture 500 € 250 €');
    expect(text).toContain('Accueil café : 412,50 € dépensés, 360 € prévus, soit 52,50 € de trop.');
    expect(text).toContain('Fanfare : 150 € dépensés, rien n’était prévu.');
    expect(text).toContain('Ces montants sont ceux de votre fichier.');
    expect(words(livedDashboard('hostile rows'))).toContain('Dépassement : 2 € dépensés pour 1 € prévus, soit 1 € de trop.');
    expect(words(livedDashboard('hostile rows'))).not.toContain('équilibre atteint');
    expect(words(livedDashboard('hostile rows'))).not.toContain('à demander');
    expect(words(livedDashboard('hostile rows'))).toContain('Imprévus 0,50 € –');
  });

  it('lays the three versions of what is in conflict side by side, and says how to settle it', () => {
    expect(text).toContain('À régler : 2 fichiers ont deux versions');
    expect(text).toContain('Pourquoi : vous avez changé les mêmes mots ou les mêmes cases que l’outil.');
    expect(text).toContain('Votre texte La journée a lieu dans la grande salle, au premier étage de la médiathèque. '
      + 'Le nouveau texte La journée a lieu au lycée agricole d’Ahun. Avant La journée a lieu à la médiathèque de Guéret.');
    expect(text).toContain('Votre texte 120 € Le nouveau texte 0 € Avant (rien)');
    expect(page).toContain('href="1-cadrage/note-de-cadrage.nouveau.docx"');
    expect(words(dashboard('full'))).not.toContain('À régler');
  });

  it('cuts what is too long to be compared on a page, and says so', () => {
    expect(words(livedDashboard('hostile rows'))).toContain('Et 2 autres différences, à voir dans les deux fichiers.');
    expect(words(livedDashboard('hostile rows'))).toContain('Long …');
  });

  it('keeps what is next in sight when much is late', () => {
    const late = words(livedDashboard('many late'));
    expect(late).toContain('En retard : les 10 plus anciennes, sur 61');
    expect(late).toContain('Les 10 prochaines tâches');
    expect(late).toContain('Et 70 autres tâches, dans Rétroplanning');
    expect(late).toContain('et 3 autres');
    expect(late).toContain('Et 2 autres tâches bloquent la suite.');
  });

  it.each(Object.entries(plans))('%s: says nothing else while the workbooks are untouched (U38)', (_, plan) => {
    const untouched: FolderState = {
      ...NOTHING_DONE, observed: {
        tasks: rowsOf(plan, ...plan.schedule.tasks.filter(({ task }) => task.role === 'chef-de-projet')
          .map(({ task }) => row(task.id, { owner: ownerOf(plan) }))),
        budget: {
          lines: [
            ...plan.budget.lines.map(({ line, amount }) => ({ id: line.id, label: line.label, kind: 'expense' as const, planned: amount, actual: null })),
            { id: '_imprevus', label: 'Imprévus', kind: 'expense', planned: plan.budget.contingency.amount, actual: null },
            ...plan.budget.income.map(({ id, label, amount }) => ({ id, label, kind: 'income' as const, planned: amount, actual: null })),
          ],
          planned: { expenses: plan.budget.expenses, income: plan.budget.incomeTotal }, actual: { expenses: 0, income: 0 },
        },
      },
    };
    expect(pagesOf(plan, untouched).dashboard).toBe(pagesOf(plan).dashboard);
  });
});

const ownerOf = ({ answers }: (typeof plans)[keyof typeof plans]): string | null => {
  const people: unknown = 'responsables' in answers ? answers['responsables'] : undefined;
  return typeof people === 'object' && people !== null && 'chef-de-projet' in people ? String(people['chef-de-projet']) : null;
};

describe.each(samplePages)('%s', (_, page) => {
  it('has nothing half made', () => {
    expect(words(page)).not.toMatch(/NaN|undefined|null|Invalid Date|\[object|Infinity/);
    expect(page).not.toMatch(/="[^"]*(NaN|undefined|Infinity)[^"]*"/);
    expect(page).not.toMatch(/<script|<img|<link|<iframe|javascript:[^"]*"\s*(?=>)|@import/);
  });

  it('has every id once, and every reference leads somewhere', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...page.matchAll(/ (?:href="#|for="|aria-labelledby="|aria-describedby=")([^"]+)"/g)]
      .flatMap((match) => match[1]?.split(' ') ?? []);
    for (const id of wanted) expect(ids).toContain(id);
  });

  it('has a foot and a language', () => {
    expect(page).toContain('<html lang="fr">');
    expect(words(page)).toContain('Contenu du kit : Licence Ouverte 2.0.');
  });
});

it.each(Object.entries(plans))('the pages of %s have the same bytes again', (_, plan) => {
  expect(pagesOf(plan)).toEqual(pagesOf(plan));
});
