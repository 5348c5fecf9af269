import { spawnSync } from 'node:child_process';
import { describe, it } from 'vitest';

/** Real programs that judge what we emit, and a command that succeeds only where each is installed. */
const probes = {
  'soffice': ['soffice', '--version'],
  'uno': ['/usr/bin/python3', '-c', 'import shutil, sys, uno; sys.exit(shutil.which("soffice") is None)'],
  'chromium': ['chromium', '--version'],
  'khal': ['khal', '--version'],
  'radicale': ['/usr/bin/radicale', '--version'],
  'tmux': ['tmux', '-V'],
  'pdftotext': ['pdftotext', '-v'],
  'python-icalendar': ['/usr/bin/python3', '-c', 'import icalendar'],
  'python-docx': ['/usr/bin/python3', '-c', 'import docx'],
  'python-openpyxl': ['/usr/bin/python3', '-c', 'import openpyxl'],
  'python-uno': ['/usr/bin/python3', '-c', 'import uno'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type Program = keyof typeof probes;

function installed(program: Program): boolean {
  const [command, ...args] = probes[program];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

const required = process.env['NEC_REQUIRE_TOOLS'] === '1';

/**
 * Like `describe`, for checks that need a real program. Where it is missing the checks are skipped and say so in the
 * title; with `NEC_REQUIRE_TOOLS=1` (continuous integration) a missing program is a failure.
 */
export function describeWith(program: Program, title: string, checks: () => void): void {
  if (installed(program)) {
    describe(`${title} (${program})`, checks);
  } else if (required) {
    describe(title, () => {
      it(`needs ${program}`, () => {
        throw new Error(`${program} is not installed, and NEC_REQUIRE_TOOLS=1 lets no check be skipped`);
      });
    });
  } else {
    console.warn(`SKIPPED: "${title}" needs ${program}, which is not installed`);
    describe.skip(`${title} — SKIPPED, ${program} is not installed`, checks);
  }
}
