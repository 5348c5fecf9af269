import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/cli/messages.ts';
import { checkTemplates } from '../../src/kit/check-templates.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import type { Problem } from '../../src/problem.ts';
import { themeSources } from '../support/theme-kit.ts';
import { tinySources } from '../support/tiny-kit.ts';

/**
 * Each file of `test/broken-kits` is one file of the tiny kit, broken in one way; or, where it says « prolonge », one file
 * of a kit that extends it. It says itself what must be found: `# MARK unknown-key 5 → title` at the end of the faulty line
 * is the code, the column and the suggestion (`×3`: found three times, once a plan).
 */
const folder = join(import.meta.dirname, '../broken-kits');
const MARK = /MARK (?<code>[\w-]+)(?: (?<column>\d+))?(?: ×(?<times>\d))?(?: → (?<nearest>\S+))?/;

interface Expected {
  readonly at: string;
  readonly nearest: string | undefined;
}

function expectedOf(text: string, file: string): readonly Expected[] {
  return text.split('\n').flatMap((line, index) => {
    const { code, column, times = '1', nearest } = MARK.exec(line)?.groups ?? {};
    return code === undefined ? [] : Array<Expected>(Number(times)).fill({ at: `${file}:${index + 1}:${column} ${code}`, nearest });
  });
}

function problemsOf(sources: KitSources): readonly Problem[] {
  const parsed = parseKit(sources);
  return parsed.ok ? checkTemplates(parsed.value, Handlebars.parse) : parsed.problems;
}

const found = ({ code, args, at }: Problem): Expected => ({
  at: `${at?.file}:${at?.line}:${at?.column} ${code}`, nearest: 'nearest' in args ? args.nearest : undefined,
});

describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const [, how, file = ''] = /(remplace|prolonge) (\S+)/.exec(text) ?? [];
  const problems = problemsOf(how === 'prolonge' ? themeSources({ [file]: text }) : tinySources({ [file]: text }));

  it('is refused for what is marked, there, and for nothing else', () => {
    expect(Object.keys(tinySources())).toContain(file);
    const expected = expectedOf(text, file);
    expect(expected).not.toEqual([]);
    expect(problems.map(found)).toEqual(expected);
  });

  it('is told in French, with the place', () => {
    for (const problem of problems) {
      const { file: path, line, column } = problem.at ?? {};
      const said = sentence(problem);
      expect(said).toMatch(new RegExp(`^${path}:${line}:${column} : [A-ZÉ«{].*[.?]$`));
      expect(said).not.toMatch(/\b(the|must|expected|unexpected|missing|with|not|undefined|null)\b/i);
      if ('nearest' in problem.args) expect(said).toContain(`Vouliez-vous dire «\u00a0${problem.args.nearest}\u00a0»\u00a0?`);
    }
  });
});

it('every problem that a kit can have is shown by one of them', () => {
  const shown = new Set(readdirSync(folder).flatMap((name) => expectedOf(readFileSync(join(folder, name), 'utf8'), name)
    .map(({ at }) => at.split(' ')[1])));
  expect([...shown].sort()).toEqual([
    'bad-path', 'bad-rename', 'dependency-cycle', 'duplicate-id', 'essential-dropped', 'extends-circle', 'kit-not-found', 'missing-key', 'parent-unknown',
    'path-taken', 'place-unknown', 'programme-rule', 'question-needed', 'removed-in-use', 'removed-unknown', 'reserved-id', 'task-before-need', 'template-loop-id',
    'template-syntax', 'template-unknown', 'unknown-key', 'unknown-reference', 'wrong-type', 'wrong-value', 'yaml-syntax',
  ]);
});
