import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What people do to a workbook in LibreOffice, through UNO, and what a script does with python3-openpyxl. Rows and
 * columns are counted from 1; `sheet` is a tab.
 */
export type OfficeDeed =
  | { readonly do: 'insert-rows' | 'insert-columns' | 'delete-rows' | 'hide-columns'; readonly sheet: string; readonly at: number; readonly count: number }
  /** A number, a text, or a formula that begins with `=` (English names, `;` between arguments). */
  | { readonly do: 'type'; readonly sheet: string; readonly cell: string; readonly value: string | number }
  | { readonly do: 'sort'; readonly sheet: string; readonly range: string; readonly by: number }
  | { readonly do: 'filter'; readonly sheet: string; readonly range: string; readonly column: number; readonly keep: string }
  | { readonly do: 'colour' | 'comment' | 'merge' | 'chart' | 'image' | 'pivot'; readonly sheet: string; readonly range: string }
  | { readonly do: 'rename'; readonly sheet: string; readonly to: string }
  | { readonly do: 'add-sheet'; readonly sheet: string }
  /** Counts every formula again, whatever value the file keeps for it. */
  | { readonly do: 'calculate' };

export interface OfficeJob {
  readonly from: string;
  /** `.xlsx` or `.ods`. */
  readonly to: string;
  readonly deeds?: readonly OfficeDeed[];
}

/** Runs all jobs in one LibreOffice, in their order. Files go where the jobs say; the profile stays in `folder`. */
export function inLibreOffice(folder: string, jobs: readonly OfficeJob[]): void {
  const list = join(folder, 'jobs.json');
  writeFileSync(list, JSON.stringify(jobs));
  runPython('xlsx-libreoffice.py', join(folder, 'profil-uno'), list);
}

/** Runs all jobs with python3-openpyxl, which moves no formula and keeps no value. */
export function inOpenpyxl(folder: string, jobs: readonly OfficeJob[]): void {
  const list = join(folder, 'jobs-openpyxl.json');
  writeFileSync(list, JSON.stringify(jobs));
  runPython('xlsx-openpyxl.py', list);
}

function runPython(script: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('/usr/bin/python3', ['-B', join(import.meta.dirname, script), ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
