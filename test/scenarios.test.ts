import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findScenarioTests, scenariosPage } from './support/scenario-tests.ts';

const page = scenariosPage(findScenarioTests(import.meta.dirname));
const file = join(import.meta.dirname, 'SCENARIOS.md');

it('test/SCENARIOS.md says which test shows what (UPDATE_SCENARIOS=1 writes it again)', () => {
  if (process.env['UPDATE_SCENARIOS']) writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});

it('no scenario is without a test, or without a skipped test that says why', () => {
  expect(page.split('\n').filter((line) => line.includes('**missing**'))).toEqual([]);
});
