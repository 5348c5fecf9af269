import { dirname, join, posix } from 'node:path';
import { problem, type Problem } from '../problem.ts';
import type { Disk } from './disk.ts';
import type { Machine } from './machine.ts';

/** A file that somebody has open in LibreOffice or Office, and who, where the program says it. */
export interface OpenFile {
  readonly path: string;
  readonly owner?: string;
}

/**
 * Which of these files somebody has open: LibreOffice lays `.~lock.NAME#` beside, Office `~$NAME`. A program that
 * crashed leaves its mark behind. One that is older than the start of this computer is stale, for no program that runs
 * here can have made it, unless it names another computer, of which nothing is known. A younger mark counts, were its
 * program gone: to close the file again takes it away, to write under someone's eyes loses their next save.
 * @param paths inside `root`, `/` between parts
 */
export function openFiles(disk: Disk, root: string, paths: readonly string[], machine: Machine): readonly OpenFile[] {
  return paths.flatMap((path) => {
    for (const [name, read] of marksOf(posix.basename(path))) {
      const mark = join(root, dirname(path), name);
      if (disk.kindOf(mark) !== 'file') continue;
      const { owner, host } = readMark(disk, mark, read);
      const isElsewhere = host !== undefined && shortName(host) !== shortName(machine.host);
      if (isElsewhere || disk.modifiedAt(mark) >= machine.bootedAt()) return [{ path, ...(owner && { owner }) }];
    }
    return [];
  });
}

/** The same as refusals. */
export function openProblems(disk: Disk, root: string, paths: readonly string[], machine: Machine): readonly Problem[] {
  return openFiles(disk, root, paths, machine).map((file) => problem('file-open', file));
}

/** Some programs say the domain too. */
const shortName = (host: string): string => host.replace(/\..*/, '').toLowerCase();

interface Mark {
  readonly owner?: string | undefined;
  readonly host?: string | undefined;
}

type ReadMark = (bytes: Uint8Array) => Mark;

/**
 * The names of the marks of a file. For texts Word leaves out the first letter of a name of seven letters without its
 * extension, the first two of longer ones; LibreOffice does the same when it lays a mark of that kind. Two files that
 * differ only there share a mark: both count as open.
 */
function marksOf(name: string): readonly (readonly [string, ReadMark])[] {
  const [, stem = name] = /^(.*)\.(?:docx?|dotx?|rtf|odt)$/i.exec(name) ?? [];
  const isText = stem !== name;
  const left = isText && stem.length >= 7 ? name.slice(stem.length === 7 ? 1 : 2) : name;
  return [[`.~lock.${name}#`, readLibreOfficeMark], [`~$${left}`, readOfficeMark]];
}

/** Who it is matters less than that somebody is there: a mark that may not be read still counts. */
function readMark(disk: Disk, path: string, read: ReadMark): Mark {
  try {
    return read(disk.readBytes(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return {};
  }
}

/** `name,account,computer,date,profile;`, each part with `\` before `,`, `;` and `\`; the name is empty where nobody typed one. */
function readLibreOfficeMark(bytes: Uint8Array): Mark {
  const parts = new TextDecoder().decode(bytes).matchAll(/((?:\\.|[^\\,;])*)[,;]/g);
  const [name, account, host] = [...parts].map(([, part = '']) => part.replace(/\\(.)/g, '$1').trim());
  return { owner: name || account || undefined, host: host || undefined };
}

/** Most letters of a name in the options of Office. */
const MAX_OWNER = 52;

/**
 * The name twice: in one byte a letter with its length before, then in UTF-16, again with its length (two bytes), from
 * byte 54 in marks of Word (162 bytes) and from byte 55 in those of Excel and PowerPoint (165 bytes).
 */
function readOfficeMark(bytes: Uint8Array): Mark {
  const start = bytes.length === 162 ? 54 : 55;
  const [short = 0, wide = 0] = [bytes[0], bytes[start]];
  const isWhole = bytes.length >= 162 && wide > 0 && wide <= MAX_OWNER;
  const owner = isWhole
    ? new TextDecoder('utf-16le').decode(bytes.subarray(start + 2, start + 2 + 2 * wide))
    : new TextDecoder('latin1').decode(bytes.subarray(1, 1 + Math.min(short, MAX_OWNER)));
  return { owner: owner.trim() || undefined };
}
