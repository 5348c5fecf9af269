import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';
import { SCENARIOS } from './scenarios.ts';

/** A test that names the scenarios it shows at the start of its title: `X01 …`, `U02, U04 …`. */
export interface ScenarioTest {
  readonly ids: readonly string[];
  readonly title: string;
  /** From the folder `test`. */
  readonly file: string;
  readonly skipped: boolean;
}

const IDS = /^((?:[A-Z]\d\d)(?:(?:, | and | )[A-Z]\d\d)*):? (.+)$/s;

/** Every such title in the tests, also in the tables of `it.each` and in `describe`. */
export function findScenarioTests(root: string): readonly ScenarioTest[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts')).sort();
  return files.flatMap((file) => titlesIn(readFileSync(join(root, file), 'utf8')).map(({ text, skipped }) => {
    const [, ids = '', title = ''] = IDS.exec(text) ?? [];
    return { ids: ids.split(/, | and | /), title, file: file.replaceAll(sep, '/'), skipped };
  })).filter(({ ids }) => ids.every((id) => id in SCENARIOS));
}

function titlesIn(source: string): readonly { readonly text: string; readonly skipped: boolean }[] {
  const found: { text: string; skipped: boolean }[] = [];
  const visit = (node: ts.Node, inSkip: boolean): void => {
    const skipped = inSkip || (ts.isCallExpression(node) && /^(it|test|describe)\.skip$/.test(node.expression.getText()));
    if ((ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) && IDS.test(node.text)) found.push({ text: node.text, skipped });
    ts.forEachChild(node, (child) => visit(child, skipped));
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2023, true), false);
  return found;
}

/** `test/SCENARIOS.md`. */
export function scenariosPage(tests: readonly ScenarioTest[]): string {
  const rows = Object.entries(SCENARIOS).flatMap(([id, what]) => {
    const shown = tests.filter(({ ids }) => ids.includes(id));
    if (shown.length === 0) return [`| ${id} | ${what} | – | **missing** |`];
    return shown.map(({ title, file, skipped }) => `| ${id} | ${what} | \`${file}\`: ${title.replaceAll('|', '\\|')} | ${skipped ? 'cannot be tested here' : 'tested'} |`);
  });
  return `# Scenarios\n\nWritten by \`npm run scenarios\`; a test keeps it true. Each id is a situation of regeneration or robustness.\n\n| id | situation | shown by | state |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}
