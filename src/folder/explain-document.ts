import type { Builder, DocumentSpec } from '../model.ts';
import { longDate } from '../shared/dates.ts';
import { EXTRA_DOCUMENTS } from '../shared/planned-documents.ts';
import { ANSWERS_FILE } from './paths.ts';
import { documentQuestions } from './document-questions.ts';
import { documentSources } from './document-sources.ts';
import { answersTo, linesOf, questionsOf, whenInWords, type Explained, type Explanation } from './explanation.ts';

/** A file of the folder: why it is there, what it is made from, which tasks go with it. */
export function explainDocument(spec: DocumentSpec, { plan, files }: Explained): Explanation {
  const { kit, schedule } = plan;
  const tasks = schedule.tasks.filter(({ task }) => task.document === spec.id)
    .map(({ task, due }) => `« ${task.title} » (${task.id}, ${longDate(due)})`);
  return {
    kind: 'document', id: spec.id, title: spec.title,
    lines: linesOf({
      'Fichier': files.find((file) => file.kind !== 'answers' && file.document === spec.id)?.path ?? 'il n’est pas dans ce dossier',
      'À quoi il sert': spec.purpose,
      'Pour qui': spec.readers,
      'Il est là': whenInWords(spec.when, plan),
      'Dans un petit événement': spec.extra ? 'seulement si vous le demandez' : undefined,
      'Fait à partir de': spec.template === undefined ? spec.builder && MADE_FROM[spec.builder] : `modèle du kit : templates/${spec.template}`,
      'Tâches liées': tasks.join(' ; '),
    }),
    answers: answersTo([...questionsOf(spec.when), ...documentQuestions(spec, kit), ...(spec.extra ? [EXTRA_DOCUMENTS] : [])], plan),
    sources: documentSources(spec, kit),
  };
}

/** The file of the answers, from which all the others follow. */
export const explainAnswersFile = ({ plan }: Explained): Explanation => ({
  kind: 'document', id: ANSWERS_FILE, title: 'Vos réponses',
  lines: linesOf({ 'À quoi il sert': 'Tient les réponses dont tous les autres fichiers découlent. Vous pouvez le changer, puis taper : nec-local generer' }),
  answers: answersTo(plan.kit.questions.map(({ id }) => id), plan),
  sources: [],
});

const MADE_FROM: Readonly<Record<Builder, string>> = {
  'retroplanning': 'tâches du kit (tasks.yaml), datées',
  'budget': 'lignes de budget du kit (budget.yaml), chiffrées',
  'selection-grid': 'critères de l’outil',
  'timetable': 'journées du kit (programme.yaml), avec vos publics et vos thèmes',
  'table': 'tableau du kit (tables.yaml)',
  'milestones-calendar': 'jalons du plan : les tâches qui comptent le plus',
  'tasks-calendar': 'toutes les tâches du plan',
  'contribution-form': 'formulaire « contribution » du kit (forms.yaml)',
  'registration-form': 'formulaire « inscription » du kit (forms.yaml)',
  'dashboard': 'plan entier, et ce que vous avez noté dans les classeurs',
  'readme': 'liste des fichiers du dossier',
  'sources': 'informations du kit que le plan garde',
};

/**
 * The document that a person means by a path: as it stands in the folder, with or without its folder or its extension,
 * the way Windows writes it too; the new version beside a file counts for that file.
 */
export function findDocument(typed: string, { plan, files }: Explained): DocumentSpec | undefined {
  const wanted = simple(typed);
  if (wanted === '') return undefined;
  const written = files.flatMap((file) => (file.kind === 'answers' ? []
    : [[file.document, file.path] as const, ...(file.conflict ? [[file.document, file.conflict.beside] as const] : [])]));
  const planned = plan.kit.documents.map(({ id, path }) => [id, path] as const);
  const paths = [...written, ...planned].map(([id, path]) => ({ id, path: simple(path) }));
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const bare = (path: string): string => path.replace(/\.[a-z]+$/, '');
  const same: readonly ((path: string) => boolean)[] = [
    (path) => path === wanted, (path) => bare(path) === wanted, (path) => nameOf(path) === wanted, (path) => bare(nameOf(path)) === wanted,
    (path) => bare(path) === bare(wanted), (path) => bare(nameOf(path)) === bare(wanted), (path) => wanted.endsWith(`/${path}`),
  ];
  const found = same.flatMap((test) => paths.filter(({ path }) => test(path)))[0];
  return plan.kit.documents.find(({ id }) => id === found?.id);
}

const simple = (path: string): string => path.trim().replaceAll('\\', '/').replace(/^(?:\.\/)+/, '').replace(/\/$/, '').toLowerCase();
