import { NOT_UTF8 } from '../io/decode-text.ts';
import { FOLDER_TOO_LARGE, MAX_DEPTH, MAX_FILES } from '../io/read-folder.ts';
import { problem } from '../problem.ts';
import { EXIT, Stop } from './stop.ts';

/** Runs something that touches the disk; what the disk refuses becomes the end of the command, in words. */
export function orDiskProblem<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, path: where = path, notPutBack: files } = error as NodeJS.ErrnoException & { readonly notPutBack?: readonly string[] };
    if (code === undefined) throw error;
    const more = files === undefined ? {} : { notPutBack: files.join(', ') };
    switch (code) {
      case 'ENOSPC': case 'EDQUOT': throw new Stop(EXIT.diskError, [problem('disk-full', { path: where, ...more })]);
      case 'EACCES': case 'EPERM': case 'EROFS': throw new Stop(EXIT.cannotCreate, [problem('disk-denied', { path: where, ...more })]);
      case 'EBUSY': case 'ETXTBSY': throw new Stop(EXIT.cannotCreate, [problem('file-open', { path: where })]);
      default: throw new Stop(EXIT.diskError, [problem('disk-error', { path: where, detail: code, ...more })]);
    }
  }
}

/** Reads something that the person named; what cannot be read ends the command, in words. */
export function orUnreadable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, path: where = path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === FOLDER_TOO_LARGE) throw new Stop(EXIT.badData, [problem('folder-too-large', { path, files: MAX_FILES, depth: MAX_DEPTH })]);
    if (code === NOT_UTF8) throw new Stop(EXIT.badData, [problem('not-utf8', { path: where })]);
    throw new Stop(EXIT.badData, [problem('disk-unreadable', { path, detail: code })]);
  }
}
