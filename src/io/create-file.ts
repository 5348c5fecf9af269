import { closeSync, fchmodSync, fchownSync, fstatSync, fsyncSync, lstatSync, openSync, rmSync, writeSync, type Stats } from 'node:fs';

/** The bytes of a file, at once or piece by piece: a large one need not be whole in the memory. */
export type FileContent = Uint8Array | Iterable<Uint8Array>;

export const piecesOf = (content: FileContent): Iterable<Uint8Array> => (content instanceof Uint8Array ? [content] : content);

/**
 * A new file with these bytes, flushed to the disk; nothing of it stays when that fails. `wx` follows no link, and gives
 * `EEXIST` where anything has the name.
 * @param like a file whose mode and owner it takes, when there is one
 */
export function createFile(path: string, content: FileContent, like: string | undefined): void {
  const model = like === undefined ? undefined : lstatSync(like, { throwIfNoEntry: false });
  const file = openSync(path, 'wx');
  try {
    try {
      if (model?.isFile()) resemble(file, model);
      for (const bytes of piecesOf(content)) for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** The owner first: giving a file away may take bits off its mode. Only the superuser may, and a run with `sudo` must not take files from people. */
function resemble(file: number, model: Stats): void {
  const { uid, gid } = fstatSync(file);
  if (uid !== model.uid || gid !== model.gid) {
    try {
      fchownSync(file, model.uid, model.gid);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }
  fchmodSync(file, model.mode);
}
