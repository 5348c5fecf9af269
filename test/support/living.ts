import { dirname } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import { makeFolders } from '../../src/io/disk.ts';
import { jsonOf } from './json.ts';
import { memoryDisk, WORK, type MemoryDisk } from './memory-disk.ts';
import { runIn, type Ran } from './shell.ts';

/** One file of a run as machines read it. */
export interface Told {
  readonly path: string;
  readonly kind: string;
  readonly reason?: string;
  readonly from?: string;
  readonly beside?: string;
  readonly notes?: readonly { readonly code: string; readonly value?: string; readonly place?: string; readonly path?: string }[];
}

export interface LivingRun {
  readonly exit: number;
  readonly changes: readonly Told[];
  /** `kind`, `kind reason` by path; files that stay the same are left out. */
  readonly said: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** A planning folder in memory, in which a test works as people do. */
export interface Living {
  readonly disk: MemoryDisk;
  /** Runs a command in the folder; a dry run just before must foretell it and write nothing. */
  run(...argv: readonly string[]): Promise<LivingRun>;
  /** The same for people: what is printed. */
  say(...argv: readonly string[]): Promise<Ran>;
  bytes(path: string): Uint8Array;
  text(path: string): string;
  has(path: string): boolean;
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  makeFolder(path: string): void;
  /** Removes a folder that is empty. */
  removeFolder(path: string): void;
  folders(): readonly string[];
  /** When each file was last written. */
  times(): Readonly<Record<string, number>>;
  /** Every file, `.nec-local` included: path → bytes as Latin-1. */
  snapshot(): Readonly<Record<string, string>>;
}

const FOLDER = 'dossier';
const ROOT = `${WORK}/${FOLDER}`;
/** The day of the first run. */
export const FIRST_DAY = '2026-11-23';

const dryable = ['generer', 'reporter', 'annuler', 'restaurer'];

const made = new Map<string, Promise<Readonly<Record<string, Uint8Array>>>>();

/** A folder that was just made with a profile; the same answers are asked once for a test file. */
export async function living(...init: readonly string[]): Promise<Living> {
  const key = init.join('\n');
  const files = made.get(key) ?? makeFiles(init);
  made.set(key, files);
  return hold(memoryDisk(await files));
}

async function makeFiles(init: readonly string[]): Promise<Readonly<Record<string, Uint8Array>>> {
  const disk = memoryDisk();
  const { exit, err } = await runIn({ disk }, 'init', FOLDER, '--profil', 'creuse', '--yes', ...init);
  expect(exit, err).toBe(0);
  const paths = Object.keys(disk.tree()).filter((path) => !path.endsWith('/'));
  return Object.fromEntries(paths.map((path) => [path, Uint8Array.from(disk.readBytes(`${WORK}/${path}`))]));
}

export function hold(disk: MemoryDisk): Living {
  const snapshot = (): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(disk.tree())
    .filter(([path]) => path.startsWith(`${FOLDER}/`) && !path.endsWith('/')).map(([path, text]) => [path.slice(FOLDER.length + 1), text]));
  const told = async (argv: readonly string[]): Promise<LivingRun> => {
    const today = argv.includes('--today') ? [] : ['--today', FIRST_DAY];
    const { exit, out, err } = await runIn({ disk, cwd: ROOT }, ...argv, ...today, '--json');
    return read(exit, out, err);
  };
  return {
    disk, snapshot,
    async run(...argv) {
      if (!dryable.includes(argv[0] ?? '') || argv.includes('--dry-run')) return told(argv);
      const before = snapshot();
      const foretold = await told([...argv, '--dry-run']);
      expect(snapshot(), 'a dry run writes nothing').toEqual(before);
      const real = await told(argv);
      if (real.problems.length === 0) expect(foretold.changes, 'a dry run foretells').toEqual(real.changes);
      return real;
    },
    say: (...argv) => runIn({ disk, cwd: ROOT }, ...argv, ...(argv.includes('--today') ? [] : ['--today', FIRST_DAY])),
    bytes: (path) => disk.readBytes(`${ROOT}/${path}`),
    text: (path) => disk.readText(`${ROOT}/${path}`),
    has: (path) => disk.kindOf(`${ROOT}/${path}`) === 'file',
    write: (path, content) => {
      makeFolders(disk, dirname(`${ROOT}/${path}`));
      disk.write(`${ROOT}/${path}`, typeof content === 'string' ? strToU8(content) : content);
    },
    remove: (path) => disk.removeFile(`${ROOT}/${path}`),
    makeFolder: (path) => disk.makeFolder(`${ROOT}/${path}`),
    removeFolder: (path) => disk.removeEmptyFolder(`${ROOT}/${path}`),
    folders: () => Object.keys(disk.tree()).filter((path) => path.startsWith(`${FOLDER}/`) && path.endsWith('/')).map((path) => path.slice(FOLDER.length + 1, -1)),
    times: () => Object.fromEntries(Object.keys(snapshot()).map((path) => [path, disk.modifiedAt(`${ROOT}/${path}`)])),
  };
}

function read(exit: number, out: string, err: string): LivingRun {
  const json = jsonOf(out, err);
  const changes = (json['changes'] ?? []) as readonly Told[];
  const said = changes.filter(({ kind, reason }) => !(kind === 'keep' && reason === 'same'))
    .map(({ path, kind, reason }) => [path, [kind, reason].filter(Boolean).join(' ')] as const);
  return { exit, changes, said: Object.fromEntries(said), problems: json['problems'] as LivingRun['problems'], data: json };
}

/** Changes one part of an office file as a text, as a person's program would write it. */
export function editPart(bytes: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = edit(before);
  expect(after, `nothing was edited in ${part}`).not.toBe(before);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

/** A `.docx` in which a person wrote something else over the first long run of words. */
export const rewriteFirstText = (docx: Uint8Array, words: string): Uint8Array =>
  editPart(docx, 'word/document.xml', (xml) => xml.replace(/(?<=<w:t[^>]*>)[^<]{60,}/, () => words));

/** The words of a .docx, one paragraph a line; for tables one cell a line. */
export function docxWords(bytes: Uint8Array): readonly string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []).map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, words]) => words ?? '\n').join('')
      .replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'));
}
