import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A step of `docx-office.py`: its name and what it takes. */
export type Step = readonly [name: string, ...given: readonly (string | number)[]];

export interface Job {
  readonly bytes: Uint8Array;
  readonly steps?: readonly Step[];
  /** Through a file of this kind and back, before it is read. */
  readonly through?: 'odt';
  readonly to: 'docx' | 'txt' | 'pdf';
}

const FILTERS = { docx: 'MS Word 2007 XML', odt: 'writer8', txt: 'Text (encoded)', pdf: 'writer_pdf_Export' } as const;
const script = join(import.meta.dirname, 'docx-office.py');

/** A red square of 8 × 8. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4oKCAFTEMLQkAKj9AAQUJSn0AAAAASUVORK5CYII=', 'base64',
);

function converse(profile: string, jobs: readonly object[]): readonly boolean[] {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-B', script, profile], { input: JSON.stringify(jobs), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly boolean[];
}

/** Opens each file in LibreOffice, works in it and saves it; undefined for a file that it refuses. One start for all. */
export function inLibreOffice(jobs: readonly Job[]): readonly (Uint8Array | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'nec-office-'));
  try {
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'image.png'), PICTURE);
    const paths = jobs.map((job, rank) => {
      const file = join(folder, `${rank}.docx`);
      writeFileSync(file, job.bytes);
      return { file, middle: join(folder, `${rank}.odt`), out: join(folder, 'out', `${rank}.${job.to}`) };
    });
    const first = jobs.map(({ steps = [], through, to }, rank) => {
      const { file = '', middle = '', out = '' } = paths[rank] ?? {};
      const named = steps.map((step) => step.map((one) => (one === 'PICTURE' ? join(folder, 'image.png') : one)));
      return { file, steps: named, saves: [through ? [middle, FILTERS.odt] : [out, FILTERS[to]]] };
    });
    const second = jobs.flatMap(({ through, to }, rank) => {
      const { middle = '', out = '' } = paths[rank] ?? {};
      return through ? [{ file: middle, saves: [[out, FILTERS[to]]] }] : [];
    });
    converse(join(folder, 'profile'), [...first, ...second]);
    return paths.map(({ out }) => (existsSync(out) ? readFileSync(out) : undefined));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
