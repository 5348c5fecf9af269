import type { PlannedTask, Provenance, Schedule, Task } from '../../src/model.ts';

const judged: Provenance = { sources: ['jugement'], checkedOn: '2026-11-23', confidence: 'medium' };
const from = (...sources: readonly string[]): Provenance => ({ sources, checkedOn: '2026-11-23', confidence: 'high' });

type TaskDraft = Partial<Task> & Pick<Task, 'id' | 'title' | 'phase' | 'role' | 'lead' | 'why' | 'done'>;

const task = (draft: TaskDraft): Task => ({
  support: [], needs: [], minSize: 0, milestone: false, essential: false, calendar: 'office', ...judged, ...draft,
});

/** Eight tasks over six phases. */
export const tasks: readonly Task[] = [
  task({
    id: 'T01', title: 'Écrire la finalité à partir d’un besoin de terrain', phase: 'cadrer', role: 'chef-de-projet',
    lead: { complet: 252, standard: 182, express: 84 }, essential: true, document: 'note-de-cadrage',
    why: 'Un événement sans besoin de départ ne change rien.', done: 'Trois phrases relues par deux médiateurs.',
    ...from('E1', 'E1b'),
  }),
  task({
    id: 'T08', title: 'Faire valider la note de cadrage', phase: 'cadrer', role: 'elu-referent',
    lead: { complet: 231, standard: 168, express: 77 }, needs: [{ task: 'T01', gapDays: 7 }],
    support: ['chef-de-projet'], milestone: true, essential: true, calendar: 'partners', document: 'note-de-cadrage',
    why: 'Sans mandat écrit, personne ne peut engager d’argent.', done: 'La note est signée.',
  }),
  task({
    id: 'T19', title: 'Visiter deux lieux ; réserver : salle, accès & réseau', phase: 'securiser', role: 'logistique',
    lead: { complet: 200, standard: 150, express: 70 }, needs: [{ task: 'T08', gapDays: 0 }], milestone: true,
    why: 'Le lieu décide du nombre de personnes et de l’accès.', done: 'Une réservation écrite.', ...from('CR19'),
  }),
  task({
    id: 'T21', title: 'Déposer la demande de soutien', phase: 'securiser', role: 'chef-de-projet',
    lead: { complet: 154, standard: 140, express: 122 }, needs: [{ task: 'T08', gapDays: 14 }],
    milestone: true, essential: true, calendar: 'partners', anchorMonths: 4,
    why: 'La demande part au moins quatre mois avant.', done: 'Un accusé de réception.', ...from('N4'),
  }),
  task({
    id: 'T28', title: 'Rédiger l’appel à contributions', phase: 'appeler', role: 'programmation',
    lead: { complet: 168, standard: 126, express: 63 }, needs: [{ task: 'T08', gapDays: 14 }],
    document: 'appel-a-contributions',
    why: 'Les personnes invitées font le programme.', done: 'L’appel est en ligne.', ...from('CR19'),
  }),
  task({
    id: 'T50', title: 'Ouvrir les inscriptions', phase: 'inscrire', role: 'inscriptions',
    lead: { complet: 112, standard: 84, express: 42 }, needs: [{ task: 'T28', gapDays: 21 }],
    milestone: true, essential: true,
    why: 'Les employeurs ont besoin de temps pour libérer leurs agents.', done: 'Une première inscription reçue.',
  }),
  task({
    id: 'T70', title: 'Installer les salles', phase: 'tenir', role: 'logistique', calendar: 'event',
    lead: { complet: 1, standard: 1, express: 1 }, needs: [{ task: 'T19', gapDays: 30 }], essential: true,
    why: 'Tout est prêt quand les portes ouvrent.', done: 'Chaque salle a été essayée.',
  }),
  task({
    id: 'T84', title: 'Publier le bilan', phase: 'apres', role: 'chef-de-projet', milestone: true,
    lead: { complet: -30, standard: -30, express: -30 }, needs: [{ task: 'T70', gapDays: 14 }], document: 'bilan',
    why: 'D’autres pourront reprendre ce qui a marché.', done: 'Le bilan est en ligne sous licence ouverte.',
    ...from('N8'),
  }),
];

/** One more, which the lack of time dropped. */
export const droppedTask = task({
  id: 'T23', title: 'Déposer les demandes de subvention de l’année', phase: 'securiser', role: 'partenariats',
  lead: { complet: 280, standard: 200, express: 90 }, minSize: 80, dropUnderWeeks: 40,
  instead: 'Demander une aide en nature à deux partenaires.',
  why: 'Certains guichets ferment un an avant.', done: 'Les dossiers sont partis.', ...from('F1'),
});

const dueDates = [
  '2027-02-04', '2027-02-25', '2027-03-25', '2027-05-13', '2027-04-29', '2027-06-24', '2027-10-13', '2027-11-15',
];

const plannedTasks: readonly PlannedTask[] = tasks
  .map((task, index): PlannedTask => ({
    task, due: dueDates[index] ?? '2027-01-04', late: false, ...(task.id === 'T21' && { anchor: '2027-06-14' }),
  }))
  .sort((a, b) => (a.due < b.due ? -1 : 1));

export const schedule: Schedule = {
  plan: 'complet', weeksAvailable: 46, weeksOfPlan: 36, weeksUsed: 36,
  firstDay: '2027-10-14', lastDay: '2027-10-14', provisional: false,
  phases: [
    { phase: { id: 'cadrer', title: 'Cadrer' }, from: '2027-02-04', to: '2027-02-25' },
    { phase: { id: 'securiser', title: 'Sécuriser' }, from: '2027-03-25', to: '2027-05-13' },
    { phase: { id: 'appeler', title: 'Appeler' }, from: '2027-04-29', to: '2027-04-29' },
    { phase: { id: 'inscrire', title: 'Inscrire' }, from: '2027-06-24', to: '2027-06-24' },
    { phase: { id: 'tenir', title: 'Tenir' }, from: '2027-10-13', to: '2027-10-13' },
    { phase: { id: 'apres', title: 'Après' }, from: '2027-11-15', to: '2027-11-15' },
  ],
  tasks: plannedTasks,
  dropped: [{ task: droppedTask, reason: 'short' }],
};
