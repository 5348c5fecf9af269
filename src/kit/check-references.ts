import type { Kit, Provenance } from '../model.ts';
import { problem, type Problem } from '../problem.ts';
import { formOfBuilder } from '../shared/builders.ts';
import { wholeBudget } from '../shared/whole-budget.ts';
import { nearest } from '../shared/words.ts';
import type { KitCheck } from './check-kit.ts';
import { idsOf, positionOf, type KitFiles } from './where.ts';

/** The lists of a kit, by file: ids are unique inside each. */
const lists = [
  ['questions.yaml', 'chapters'], ['questions.yaml', 'questions'],
  ['tasks.yaml', 'phases'], ['tasks.yaml', 'roles'], ['tasks.yaml', 'tasks'],
  ['budget.yaml', 'lines'], ['budget.yaml', 'income'], ['budget.yaml', 'in_kind'],
  ['audiences.yaml', 'audiences'], ['themes.yaml', 'themes'], ['formats.yaml', 'formats'], ['forms.yaml', 'forms'],
  ['rules.yaml', 'rules'], ['dates.yaml', 'favours'], ['documents.yaml', 'documents'], ['sources.yaml', 'sources'],
  ['programme.yaml', 'slots'], ['programme.yaml', 'days'], ['programme.yaml', 'workshops'], ['tables.yaml', 'tables'],
] as const;

/** One entry that names others: `key` of entry `from` must be among `known`. */
interface Reference {
  readonly file: string;
  readonly list: string;
  readonly from: string;
  readonly key: string;
  readonly kind: string;
  readonly to: readonly string[];
  readonly known: readonly string[];
}

/** No id twice; every id that is named exists. */
export const checkReferences: KitCheck = (kit, files) => [
  ...lists.flatMap(([file, list]) => doubledIds(files, file, list)),
  ...referencesOf(kit).flatMap((reference) => unknownIds(reference, files)),
];

function doubledIds(files: KitFiles, file: string, list: string): readonly Problem[] {
  const seen = new Set<string>();
  return idsOf(files, file, list).flatMap(({ id, at }) => {
    if (seen.has(id)) return [problem('duplicate-id', { id }, at)];
    seen.add(id);
    return [];
  });
}

function unknownIds({ file, list, from, key, kind, to, known }: Reference, files: KitFiles): readonly Problem[] {
  return to.filter((id) => !known.includes(id)).map((id) => {
    const near = nearest(id, known);
    const at = positionOf(files, file, [list, from, key], id);
    return problem('unknown-reference', { kind, id, ...(near && { nearest: near }) }, at);
  });
}

function referencesOf(kit: Kit): readonly Reference[] {
  const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
  const [tasks, roles, phases, documents] = [ids(kit.tasks), ids(kit.roles), ids(kit.phases), ids(kit.documents)];
  const [audiences, formats, chapters] = [ids(kit.audiences), ids(kit.formats), ids(kit.chapters)];
  const anchored = ids(kit.tasks.filter(({ anchorMonths }) => anchorMonths !== undefined));
  const windowed = ids(kit.rules.filter(({ test }) => test.kind === 'window'));
  const codes = ['jugement', ...ids(kit.sources)];
  const cited = (file: string, list: string, items: readonly (Provenance & { readonly id: string })[]): readonly Reference[] =>
    items.map(({ id, sources }) => ({ file, list, from: id, key: 'source', kind: 'source', to: sources, known: codes }));
  return [
    ...kit.questions.map(({ id, chapter }) => (
      { file: 'questions.yaml', list: 'questions', from: id, key: 'chapter', kind: 'chapitre', to: [chapter], known: chapters })),
    ...kit.questions.filter(({ id }) => id === 'financeurs').map(({ id, fields }) => ({
      file: 'questions.yaml', list: 'questions', from: id, key: 'fields', kind: 'recette',
      to: fields?.find((field) => field.id === 'type')?.choices?.map(({ value }) => value) ?? [], known: ids(kit.budget.income),
    })),
    ...kit.tasks.flatMap((task) => {
      const place = { file: 'tasks.yaml', list: 'tasks', from: task.id };
      return [
        { ...place, key: 'phase', kind: 'phase', to: [task.phase], known: phases },
        { ...place, key: 'role', kind: 'rôle', to: [task.role], known: roles },
        { ...place, key: 'support', kind: 'rôle', to: task.support, known: roles },
        { ...place, key: 'needs', kind: 'tâche', to: task.needs.map((need) => need.task), known: tasks },
        { ...place, key: 'document', kind: 'document', to: task.document === undefined ? [] : [task.document], known: documents },
      ];
    }),
    ...kit.audiences.map((audience) => (
      { file: 'audiences.yaml', list: 'audiences', from: audience.id, key: 'formats', kind: 'format', to: audience.formats, known: formats })),
    ...kit.themes.flatMap((theme) => {
      const place = { file: 'themes.yaml', list: 'themes', from: theme.id };
      return [
        { ...place, key: 'audiences', kind: 'public', to: theme.audiences, known: audiences },
        { ...place, key: 'format', kind: 'format', to: [theme.format], known: formats },
      ];
    }),
    ...kit.rules.flatMap(({ id, test, by }) => {
      const place = { file: 'rules.yaml', list: 'rules', from: id };
      const named = (key: string, task: string | undefined): Reference =>
        ({ ...place, key, kind: 'tâche', to: task === undefined ? [] : [task], known: tasks });
      return [named('by', by), ...test.kind === 'anchor' ? [
        named('anchor', test.task),
        { ...place, key: 'anchor', kind: 'tâche avec « anchor_months »', to: tasks.filter((task) => task === test.task), known: anchored },
      ] : test.kind === 'during' ? [
        named('during', test.task),
        { ...place, key: 'during', kind: 'règle', to: test.rules, known: ids(kit.rules) },
        { ...place, key: 'during', kind: 'règle avec « window »', to: ids(kit.rules).filter((rule) => test.rules.includes(rule)), known: windowed },
      ] : []];
    }),
    ...kit.favours.map(({ id, test }) => ({
      file: 'dates.yaml', list: 'favours', from: id, key: 'silent', kind: 'règle', to: test.kind === 'silent' ? test.rules : [], known: ids(kit.rules),
    })),
    ...kit.documents.flatMap(({ id, template }) => (template === undefined ? [] : [{
      file: 'documents.yaml', list: 'documents', from: id, key: 'template', kind: 'modèle', to: [template], known: Object.keys(kit.templates),
    }])),
    ...kit.documents.flatMap(({ id, builder }) => {
      const form = formOfBuilder(builder);
      return !form ? [] : [{
        file: 'documents.yaml', list: 'documents', from: id, key: 'builder', kind: 'formulaire', to: [form], known: ids(kit.forms),
      }];
    }),
    ...cited('tasks.yaml', 'tasks', kit.tasks),
    ...cited('budget.yaml', 'lines', kit.budget.lines),
    ...cited('budget.yaml', 'income', kit.budget.income),
    ...cited('budget.yaml', 'in_kind', kit.budget.inKind),
    ...wholeBudget(kit.budget).flatMap((entry) => cited('budget.yaml', entry.id, [entry])),
    ...cited('audiences.yaml', 'audiences', kit.audiences),
    ...cited('themes.yaml', 'themes', kit.themes),
    ...cited('formats.yaml', 'formats', kit.formats),
    ...cited('forms.yaml', 'forms', kit.forms),
    ...cited('rules.yaml', 'rules', kit.rules),
    ...cited('dates.yaml', 'favours', kit.favours),
  ];
}
