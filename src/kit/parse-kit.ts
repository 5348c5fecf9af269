import type { DocumentSpec, Kit, Question } from '../model.ts';
import { problem, type Problem, type Result } from '../problem.ts';
import { compact, list, object, optional, required, type Decoder } from '../shared/decode.ts';
import { EXTRA_DOCUMENTS } from '../shared/planned-documents.ts';
import type { ParseTemplate } from '../shared/template-language.ts';
import type { Located } from '../shared/yaml.ts';
import { checkTemplates } from './check-templates.ts';
import { budgetLine, contingency, incomeType, inKindLine } from './decode-budget.ts';
import { budgetSheets } from './decode-budget-sheets.ts';
import { audience, sessionFormat, source, theme } from './decode-content.ts';
import { favour } from './decode-dates.ts';
import { documentSpec, profile } from './decode-documents.ts';
import { form } from './decode-forms.ts';
import { programme } from './decode-programme.ts';
import { chapter, question } from './decode-questions.ts';
import { rule } from './decode-rules.ts';
import { kitTable } from './decode-tables.ts';
import { phase, role, task } from './decode-tasks.ts';
import { isoDate } from './fields.ts';
import { checkKit } from './check-kit.ts';
import { inOwnFile, templatesFor } from './inherited-templates.ts';
import { aboveParents, identity } from './kit-identity.ts';
import { needsNewerTool } from './needs-newer-tool.ts';
import { readRenames } from './read-renames.ts';
import { tellRemovals } from './tell-removals.ts';
import { isProfile, layWhole, profileOf } from './whole-kit.ts';

/**
 * The texts of a kit's files by path (`tasks.yaml`, `templates/cadrage/note.md`), `/` between parts. Those of the kits that
 * it extends are among them (`complete-kit.ts`): nothing else is ever read.
 */
export type KitSources = Readonly<Record<string, string>>;

/**
 * Reads a whole kit and checks it: shape first, then what its parts say of each other. All problems come back together,
 * each with file, line and column; a kit with a problem is no kit.
 * @param tool our own version. A kit that needs a newer one is refused for that alone: its keys may be unknown here
 * @param parseTemplate Handlebars' own parser, to check the templates too
 */
export function parseKit(sources: KitSources, tool?: string, parseTemplate?: ParseTemplate): Result<Kit> {
  const whole = layWhole(sources);
  const tooOld = tool === undefined ? undefined : whole.kitFiles.flatMap((file) => needsNewerTool(file, tool) ?? [])[0];
  if (tooOld) return { ok: false, problems: [tooOld] };
  if (whole.isBroken) return { ok: false, problems: whole.problems };
  const problems = [...whole.problems];
  const trees = whole.files;
  const report = (found: Problem): number => problems.push(found);

  /** Decodes one file; `sections` see the date at the head of the file. */
  const read = <T>(file: string, decode: Decoder<T>): T | undefined => {
    const tree = trees.get(file);
    if (!tree) {
      if (!whole.paths.has(file)) report(problem('kit-file-missing', { path: file }, { file, line: 1, column: 1 }));
      return undefined;
    }
    return decode(tree, report);
  };
  const readIfThere = <T>(file: string, decode: Decoder<T>): T | undefined => (trees.has(file) ? read(file, decode) : undefined);
  const headDate = (file: string): string | undefined => checkedAtHead(trees.get(file));
  const section = <T>(name: string, decode: Decoder<T>): Decoder<readonly T[]> =>
    object(name, { [name]: required(list(decode)), checked: optional(isoDate) }, (values) => values[name] as readonly T[]);

  const about = read('kit.yaml', identity);
  const parents = whole.kitFiles.slice(1).map((file) => file && identity(file, report));
  const asked = read('questions.yaml', object('questions.yaml', {
    chapters: required(list(chapter)), questions: required(list(question)), checked: optional(isoDate),
  }, (values) => values));
  const work = read('tasks.yaml', object('tasks.yaml', {
    phases: required(list(phase)), roles: required(list(role)), tasks: required(list(task(headDate('tasks.yaml')))),
    checked: optional(isoDate),
  }, (values) => values));
  const money = headDate('budget.yaml');
  const budget = read('budget.yaml', object('budget.yaml', {
    lines: required(list(budgetLine(money))), contingency: required(contingency(money)),
    income: required(list(incomeType(money))), in_kind: required(list(inKindLine(money))), checked: optional(isoDate), ...budgetSheets(money),
  }, ({ in_kind, in_kind_total, checked: _, ...rest }) => compact({ ...rest, inKind: in_kind, inKindTotal: in_kind_total })));
  const audiences = read('audiences.yaml', section('audiences', audience(headDate('audiences.yaml'))));
  const themes = read('themes.yaml', section('themes', theme(headDate('themes.yaml'))));
  const formats = read('formats.yaml', section('formats', sessionFormat(headDate('formats.yaml'))));
  const forms = read('forms.yaml', section('forms', form(headDate('forms.yaml'))));
  const rules = read('rules.yaml', section('rules', rule(headDate('rules.yaml'))));
  // Kits of before 0.3.0 have no such file.
  const favours = !trees.has('dates.yaml') ? [] : read('dates.yaml', section('favours', favour(headDate('dates.yaml'))));
  const days = readIfThere('programme.yaml', programme(headDate('programme.yaml')));
  const tables = readIfThere('tables.yaml', section('tables', kitTable(headDate('tables.yaml'))));
  const documents = read('documents.yaml', section('documents', documentSpec));
  const quoted = read('sources.yaml', section('sources', source));
  const profiles = [...trees.keys()].filter(isProfile).sort().map((path) => read(path, profile(profileOf(path))));

  const renames = readRenames(trees, report);

  const complete = about && asked && work && budget && audiences && themes && formats && forms && rules && favours && documents && quoted;
  if (!complete || problems.length > 0) return { ok: false, problems };
  const kit: Kit = {
    ...aboveParents(about, parents.flatMap((parent) => parent ?? [])),
    chapters: asked.chapters, questions: withExtraDocuments(asked.questions, documents),
    phases: work.phases, roles: work.roles, tasks: work.tasks,
    budget,
    audiences, themes, formats, forms, rules, favours, ...(days && { programme: days }), ...(tables && { tables }), documents, sources: quoted,
    profiles: profiles.filter((item) => item !== undefined), templates: templatesFor(documents, whole), renames,
  };
  const found = [...checkKit(kit, trees), ...(parseTemplate ? checkTemplates(kit, parseTemplate) : [])];
  return found.length > 0 ? { ok: false, problems: tellRemovals(found.map(inOwnFile(whole)), whole.removals) } : { ok: true, value: kit };
}

/** What a small event may ask for is what the kit marks so: it is written once. */
const withExtraDocuments = (questions: readonly Question[], documents: readonly DocumentSpec[]): readonly Question[] => questions.map((question) => {
  if (question.id !== EXTRA_DOCUMENTS || question.choices) return question;
  return { ...question, choices: documents.filter(({ extra }) => extra).map(({ id, title, purpose }) => ({ value: id, label: title, hint: purpose })) };
});

function checkedAtHead(tree: Located | undefined): string | undefined {
  const entry = tree?.kind === 'map' ? tree.entries.find(({ key }) => key === 'checked') : undefined;
  return entry?.value.kind === 'scalar' ? entry.value.source : undefined;
}
