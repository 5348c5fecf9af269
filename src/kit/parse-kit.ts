import type { DocumentSpec, Kit, Question } from '../model.ts';
import { problem, type Problem, type Result } from '../problem.ts';
import { compact, list, object, optional, refine, required, text, type Decoder } from '../shared/decode.ts';
import { EXTRA_DOCUMENTS } from '../shared/planned-documents.ts';
import { parseYaml, type Located } from '../shared/yaml.ts';
import { budgetLine, contingency, incomeType, inKindLine } from './decode-budget.ts';
import { audience, sessionFormat, source, theme } from './decode-content.ts';
import { documentSpec, profile } from './decode-documents.ts';
import { form } from './decode-forms.ts';
import { chapter, question } from './decode-questions.ts';
import { rule } from './decode-rules.ts';
import { phase, role, task } from './decode-tasks.ts';
import { id, isoDate } from './fields.ts';
import { checkKit } from './check-kit.ts';
import { needsNewerTool } from './needs-newer-tool.ts';
import { readRenames } from './read-renames.ts';
import type { KitFiles } from './where.ts';

/** The texts of a kit's files by path (`tasks.yaml`, `templates/cadrage/note.md`), `/` between parts. */
export type KitSources = Readonly<Record<string, string>>;

/** Three numbers, and perhaps a word: folders keep it in `kit: nec@1.0.0+…`, which must be read again. */
const version: Decoder<string> = refine(text, (value, node, report) => {
  if (/^\d{1,4}\.\d{1,4}\.\d{1,4}(-[a-z0-9.]{1,12})?$/.test(value)) return value;
  report(problem('wrong-value', { value, expected: 'trois nombres, comme 1.0.0' }, node.at));
  return undefined;
});

const identity = object('kit.yaml', {
  id: required(id), name: required(text), version: required(version), licence: required(text), needs_tool: optional(version),
}, ({ needs_tool, ...rest }) => compact({ ...rest, needsTool: needs_tool }));

/**
 * Reads a whole kit and checks it: shape first, then what its parts say of each other. All problems come back together,
 * each with file, line and column; a kit with a problem is no kit.
 * @param tool our own version. A kit that needs a newer one is refused for that alone: its keys may be unknown here
 */
export function parseKit(sources: KitSources, tool?: string): Result<Kit> {
  const problems: Problem[] = [];
  const trees = parseTrees(sources, problems);
  const tooOld = tool === undefined ? undefined : needsNewerTool(trees.get('kit.yaml'), tool);
  if (tooOld) return { ok: false, problems: [tooOld] };
  const report = (found: Problem): number => problems.push(found);

  /** Decodes one file; `sections` see the date at the head of the file. */
  const read = <T>(file: string, decode: Decoder<T>): T | undefined => {
    const tree = trees.get(file);
    if (!tree) {
      if (sources[file] === undefined) report(problem('kit-file-missing', { path: file }, { file, line: 1, column: 1 }));
      return undefined;
    }
    return decode(tree, report);
  };
  const headDate = (file: string): string | undefined => checkedAtHead(trees.get(file));
  const section = <T>(name: string, decode: Decoder<T>): Decoder<readonly T[]> =>
    object(name, { [name]: required(list(decode)), checked: optional(isoDate) }, (values) => values[name] as readonly T[]);

  const about = read('kit.yaml', identity);
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
    income: required(list(incomeType(money))), in_kind: required(list(inKindLine(money))), checked: optional(isoDate),
  }, ({ in_kind, ...rest }) => ({ ...rest, inKind: in_kind })));
  const audiences = read('audiences.yaml', section('audiences', audience(headDate('audiences.yaml'))));
  const themes = read('themes.yaml', section('themes', theme(headDate('themes.yaml'))));
  const formats = read('formats.yaml', section('formats', sessionFormat(headDate('formats.yaml'))));
  const forms = read('forms.yaml', section('forms', form(headDate('forms.yaml'))));
  const rules = read('rules.yaml', section('rules', rule(headDate('rules.yaml'))));
  const documents = read('documents.yaml', section('documents', documentSpec));
  const quoted = read('sources.yaml', section('sources', source));
  const profiles = pathsUnder(sources, 'profiles/', '.yaml')
    .map((path) => read(path, profile(path.slice('profiles/'.length, -'.yaml'.length))));
  const templates = Object.fromEntries(pathsUnder(sources, 'templates/', '.md')
    .map((path) => [path.slice('templates/'.length), sources[path] ?? '']));

  const renames = readRenames(trees, report);

  const complete = about && asked && work && budget && audiences && themes && formats && forms && rules && documents && quoted;
  if (!complete || problems.length > 0) return { ok: false, problems };
  const kit: Kit = {
    ...about,
    chapters: asked.chapters, questions: withExtraDocuments(asked.questions, documents),
    phases: work.phases, roles: work.roles, tasks: work.tasks,
    budget: { lines: budget.lines, contingency: budget.contingency, income: budget.income, inKind: budget.inKind },
    audiences, themes, formats, forms, rules, documents, sources: quoted,
    profiles: profiles.filter((item) => item !== undefined), templates, renames,
  };
  const found = checkKit(kit, trees);
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, value: kit };
}

/** What a small event may ask for is what the kit marks so: it is written once. */
const withExtraDocuments = (questions: readonly Question[], documents: readonly DocumentSpec[]): readonly Question[] => questions.map((question) => {
  if (question.id !== EXTRA_DOCUMENTS || question.choices) return question;
  return { ...question, choices: documents.filter(({ extra }) => extra).map(({ id, title, purpose }) => ({ value: id, label: title, hint: purpose })) };
});

function parseTrees(sources: KitSources, problems: Problem[]): KitFiles {
  const trees = new Map<string, Located>();
  for (const path of pathsUnder(sources, '', '.yaml')) {
    if (path.startsWith('examples/')) continue;
    const parsed = parseYaml(sources[path] ?? '', path);
    if (parsed.ok) trees.set(path, parsed.value);
    else problems.push(...parsed.problems);
  }
  return trees;
}

const pathsUnder = (sources: KitSources, folder: string, extension: string): readonly string[] =>
  Object.keys(sources).filter((path) => path.startsWith(folder) && path.endsWith(extension)).sort();

function checkedAtHead(tree: Located | undefined): string | undefined {
  const entry = tree?.kind === 'map' ? tree.entries.find(({ key }) => key === 'checked') : undefined;
  return entry?.value.kind === 'scalar' ? entry.value.source : undefined;
}
