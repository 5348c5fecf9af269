import type { DocumentSpec } from '../model.ts';
import { problem } from '../problem.ts';
import type { KitCheck } from './check-kit.ts';
import { positionOf } from './where.ts';

/** No two documents in one file, and none where another has its folder, in Word as in Markdown; no two templates of one name. */
export const checkPaths: KitCheck = ({ documents, templates }, files) => [
  ...clashes(documents).map(([document, other]) => problem('path-taken', { path: document.path, document: other.id },
    positionOf(files, 'documents.yaml', ['documents', document.id, 'path']))),
  ...doubledNames(Object.keys(templates)).map((path) => problem('duplicate-id', { id: path }, { file: `templates/${path}`, line: 1, column: 1 })),
];

/** Each document that an earlier one leaves no room for, with that earlier one. */
function clashes(documents: readonly DocumentSpec[]): readonly (readonly [DocumentSpec, DocumentSpec])[] {
  const [files, folders] = [new Map<string, DocumentSpec>(), new Map<string, DocumentSpec>()];
  return documents.flatMap((document) => {
    const paths = writtenPaths(document);
    const [other] = paths.flatMap((path) => [files.get(path) ?? [], folders.get(path) ?? [], ...foldersOf(path).map((folder) => files.get(folder) ?? [])].flat());
    for (const path of paths) {
      if (!files.has(path)) files.set(path, document);
      for (const folder of foldersOf(path)) if (!folders.has(folder)) folders.set(folder, document);
    }
    return other ? [[document, other] as const] : [];
  });
}

/** `a` and `a/b` of `a/b/c`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Templates that Windows and macOS would take for an earlier one, and a folder's copy of the kit too. */
function doubledNames(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => path.toLowerCase());
  return paths.filter((_, index) => names.indexOf(names[index] ?? '') < index);
}

/** Where a document may go. In lower case: Windows and macOS do not tell `Note` from `note`. */
function writtenPaths({ kind, path }: DocumentSpec): readonly string[] {
  const extensions = kind === 'text' ? ['.docx', '.md'] : [''];
  return extensions.map((extension) => `${path}${extension}`.toLowerCase());
}
