import type { FileTools } from '../folder/reconcile.ts';
import { isSameContent } from '../folder/same-content.ts';
import type { Kit } from '../model.ts';
import { extensionOf } from '../shared/paths.ts';

/** How files are compared and merged. What opens people's files is imported only by runs that have one to merge. */
export function fileTools(kit: Kit): FileTools {
  return {
    isSame: async (base, next, path) => extensionOf(base.path) === extensionOf(path) && isSameContent(base, next),
    merge: async (base, mine, next) => (await import('./merge-file.ts')).mergeFile(base, mine, next, kit),
  };
}
