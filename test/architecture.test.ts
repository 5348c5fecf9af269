import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What keeps the program easy to change, checked by reading its sources. */
const root = join(import.meta.dirname, '..');
const STATIONS = ['kit', 'answers', 'territory', 'plan', 'documents', 'folder', 'office'];
/** Who may touch the disk, the clock, the console, other programs. */
const OUTSIDE = ['io', 'cli', 'main.ts'];
const OUTER_MODULES = /^(node:)?(fs|process|child_process|readline|net|http|https|os|worker_threads|vm|module)(\/promises)?$/;

/** What the rules allow by name, with the reason. */
const EXCEPTIONS = new Set([
  // An answer typed at the keyboard is the same plain value as one read from a file.
  'src/io/prompter.ts → src/answers/raw-answer.ts (type)',
  'src/io/prompts/interpret-line.ts → src/answers/raw-answer.ts (type)',
  // The world as one argument of `run`: `cli` says what it needs, `io` gives the real one.
  'src/io/real-shell.ts → src/cli/shell.ts (type)',
]);
/** The contract between all parts reads best in one place. */
const LONG_FILES = new Set(['src/model.ts']);
const MAX_LINES = 200;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  return parse(path, text);
}

function parse(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const imports: { from: string; typeOnly: boolean }[] = [];
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      imports.push({ from: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [from] = node.arguments;
      imports.push({ from: from && ts.isStringLiteral(from) ? from.text : 'import(…)', typeOnly: false });
    }
  });
  return { path, text, tree, imports };
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  return clause.name === undefined && names.length > 0 && names.every((name) => name.isTypeOnly);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

const sourcesUnder = (folder: string): readonly Source[] => readdirSync(join(root, folder), {
  recursive: true, encoding: 'utf8',
})
  .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort()
  .map(readSource);

const src = sourcesUnder('src');
/** `src/kit/where.ts` → `kit`; `src/model.ts` → `model.ts`. */
const partOf = (path: string): string => path.split('/')[1] ?? '';
const targetOf = (path: string, from: string): string => posix.join(posix.dirname(path), from);

/** Imports that a part may not have, as « file → target ». */
function forbiddenImports({ path, imports }: Source): readonly string[] {
  const part = partOf(path);
  return imports.flatMap(({ from, typeOnly }) => {
    const isRelative = from.startsWith('.');
    const target = isRelative ? targetOf(path, from) : from;
    const isLayout = part === 'documents' && target.startsWith('templates/');
    // The names of the tool's own files in a folder.
    const isNames = part === 'io' && target === 'src/folder/paths.ts';
    const allowed = isRelative
      ? isLayout || isNames || allowedParts(part).includes(partOf(target))
      : OUTSIDE.includes(part) || !OUTER_MODULES.test(from);
    const told = `${path} → ${target}${typeOnly ? ' (type)' : ''}`;
    return allowed || EXCEPTIONS.has(told) ? [] : [told];
  });
}

function allowedParts(part: string): readonly string[] {
  const leaves = ['model.ts', 'problem.ts', 'shared'];
  if (STATIONS.includes(part)) return [part, ...leaves];
  switch (part) {
    case 'model.ts': case 'problem.ts': return [];
    case 'shared': return leaves;
    case 'io': return ['io', ...leaves];
    case 'cli': return ['cli', 'io', ...STATIONS, ...leaves];
    // main.ts
    default: return ['cli', 'io', ...leaves];
  }
}

/** Clock, chance and the locale of the machine: the same input must give the same bytes. */
function unsteadyWords({ path, tree }: Source): readonly string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const isClock = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
    const isUnsteady = ts.isPropertyAccessExpression(node)
      && (/^(Date\.now|Date\.parse|Math\.random|performance\.now|crypto\.(random|getRandom)\w+)$/.test(node.getText())
        || /^(toLocale\w+|localeCompare)$/.test(node.name.text));
    const isIntl = ts.isIdentifier(node) && node.text === 'Intl';
    const isRandom = ts.isIdentifier(node) && /^(randomUUID|randomBytes|randomInt|hrtime)$/.test(node.text);
    const isDateString = ts.isNewExpression(node) && node.expression.getText() === 'Date' && node.arguments?.length === 1;
    if (isClock || isUnsteady || isIntl || isRandom || isDateString) found.push(`${path}: ${node.getText()}`);
  });
  return found;
}

/** What the house style refuses anywhere. */
function refusedStyle({ path, text, tree }: Source): readonly string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push('any');
    if (ts.isExportAssignment(node)) found.push('export default');
    const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
    if (modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) found.push('export default');
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) found.push('barrel: export … from');
    if (ts.isEnumDeclaration(node)) found.push('enum');
    if (ts.isNonNullExpression(node)) found.push('!');
    const called = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression.getText() : '';
    if (/^(eval|Function|setTimeout)$/.test(called)) found.push(called);
  });
  if (/@ts-(ignore|nocheck|expect-error)/.test(text)) found.push('@ts-…');
  const lines = text.trimEnd().split('\n').length;
  if (lines > MAX_LINES && !LONG_FILES.has(path)) found.push(`${lines} lines`);
  return found.map((slip) => `${path}: ${slip}`);
}

describe('imports', () => {
  it('go only where the architecture lets them', () => expect(src.flatMap(forbiddenImports)).toEqual([]));

  it('name every exception that is still needed, and no other', () => {
    const all = src.flatMap(({ path, imports }) => imports.map(({ from, typeOnly }) =>
      `${path} → ${from.startsWith('.') ? targetOf(path, from) : from}${typeOnly ? ' (type)' : ''}`));
    expect([...EXCEPTIONS].filter((told) => !all.includes(told))).toEqual([]);
  });

  it('make no circle', () => {
    const edges = new Map(src.map(({ path, imports }) => [path, imports
      .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly).map(({ from }) => targetOf(path, from))]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (trail.includes(path) || done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of edges.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('reach date-fns in one file', () => {
    const users = src.filter(({ imports }) => imports.some(({ from }) => from.startsWith('date-fns')));
    expect(users.map(({ path }) => path)).toEqual(['src/shared/dates.ts']);
  });
});

it('nothing outside io looks at a clock, at chance or at the locale', () => {
  expect(src.filter(({ path }) => partOf(path) !== 'io').flatMap(unsteadyWords)).toEqual([]);
});

it('process and console are used only outside the stations', () => {
  const users = src.filter(({ tree }) => {
    let used = false;
    walk(tree, (node) => {
      used ||= ts.isPropertyAccessExpression(node) && /^(process|console|globalThis)$/.test(node.expression.getText());
    });
    return used;
  });
  expect(users.map(({ path }) => path).filter((path) => !['io', 'main.ts'].includes(partOf(path)))).toEqual([]);
});

it('the sources keep the house style', () => expect(src.flatMap(refusedStyle)).toEqual([]));

it.each([
  ['src/kit/a.ts', "import { x } from '../plan/b.ts';", 'src/kit/a.ts → src/plan/b.ts'],
  ['src/plan/a.ts', "import type { X } from '../io/b.ts';", 'src/plan/a.ts → src/io/b.ts (type)'],
  ['src/documents/html/a.ts', "const b = await import('../../kit/b.ts');", 'src/documents/html/a.ts → src/kit/b.ts'],
  ['src/shared/a.ts', "import { readFileSync } from 'node:fs';", 'src/shared/a.ts → node:fs'],
  ['src/answers/a.ts', "import { createInterface } from 'readline';", 'src/answers/a.ts → readline'],
  ['src/shared/a.ts', "import { x } from '../kit/b.ts';", 'src/shared/a.ts → src/kit/b.ts'],
])('the import rule sees %s: %s', (path, text, told) => expect(forbiddenImports(parse(path, text))).toEqual([told]));

it.each([
  'const now = new Date();', 'const now = Date.now();', "const day = new Date('2027-03-28');", 'const x = Math.random();',
  "new Intl.DateTimeFormat('fr');", 'const a = (1).toLocaleString();', "['é'].sort((a, b) => a.localeCompare(b));", 'randomUUID();',
])('the rule of steady bytes sees %s', (text) => expect(unsteadyWords(parse('src/shared/a.ts', text))).not.toEqual([]));

it.each([
  'let x: any;', 'export default 1;', 'export default function f() {}', "export * from './b.ts';", "export { x } from './b.ts';",
  'enum A { B }', 'const b = a!;', '// @ts-ignore', "new Function('x');", `${'x;\n'.repeat(201)}`,
])('the house style sees %.30j', (text) => expect(refusedStyle(parse('src/shared/a.ts', text))).not.toEqual([]));
