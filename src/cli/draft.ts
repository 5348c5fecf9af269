import { dirname, join } from 'node:path';
import type { AnswerContext } from '../answers/answer-context.ts';
import { completeAnswers } from '../answers/complete-answers.ts';
import { parseAnswers } from '../answers/parse-answers.ts';
import { writeAnswers } from '../answers/write-answers.ts';
import { DRAFT_FILE } from '../folder/paths.ts';
import { makeFolders, temporary } from '../io/disk.ts';
import type { Answers, Kit } from '../model.ts';
import { orDiskProblem, orUnreadable } from './disk-problems.ts';
import type { Shell } from './shell.ts';

/** The answers of a wizard that was left: one file in the folder being made, removed when the folder is written. */
export interface Draft {
  /** Its full path, once something was saved. */
  path(): string | undefined;
  save(given: Answers): void;
}

/** Keeps the draft in the folder that the answers name, and moves it when they name another. */
export function openDraft(kit: Kit, context: AnswerContext, rootOf: (answers: Answers) => string, existing: string | undefined, shell: Shell): Draft {
  let current = existing;
  return {
    path: () => current,
    save(given) {
      const completed = completeAnswers(kit.questions, given, context);
      if (completed.answers['collectivite'] === undefined) return;
      const root = rootOf(completed.answers);
      const path = join(root, DRAFT_FILE);
      const text = writeAnswers({ chapters: kit.chapters, questions: kit.questions, given, completed, meta: {} });
      orDiskProblem(path, () => {
        makeFolders(shell.disk, root);
        shell.disk.write(path, new TextEncoder().encode(text));
        if (current !== undefined && current !== path) discard(current, shell);
      });
      current = path;
    },
  };
}

/** Takes the draft away once the folder is whole. A disk that refuses is no failure: the folder is no less whole. */
export function removeDraft(root: string, { disk }: Shell): void {
  const path = join(root, DRAFT_FILE);
  try {
    [path, temporary(path)].forEach((name) => disk.removeFile(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

function discard(path: string, shell: Shell): void {
  shell.disk.removeFile(path);
  shell.disk.removeEmptyFolder(dirname(path));
}

/** The draft of a folder, or the only one among the `nec-…` folders here. */
export function findDraft(folder: string | undefined, shell: Shell): string | undefined {
  const { disk, cwd } = shell;
  return orUnreadable(folder ?? cwd, () => {
    const folders = folder === undefined
      ? disk.list(cwd).filter((name) => name.startsWith('nec-')).map((name) => join(cwd, name)).filter((path) => disk.kindOf(path) === 'folder')
      : [folder];
    const drafts = folders.map((path) => join(path, DRAFT_FILE)).filter((path) => disk.kindOf(path) === 'file');
    return drafts.length === 1 ? drafts[0] : undefined;
  });
}

/** The good answers of a draft. What cannot be read any more is asked again. */
export function readDraft(path: string, kit: Kit, context: AnswerContext, shell: Shell): Answers {
  return parseAnswers(orUnreadable(path, () => shell.disk.readText(path)), DRAFT_FILE, kit.questions, context).given;
}
