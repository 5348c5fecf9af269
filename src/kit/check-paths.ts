import type { DocumentSpec } from '../model.ts';
import { problem } from '../problem.ts';
import type { KitCheck } from './check-kit.ts';
import { positionOf } from './where.ts';

/** No two documents in one file, and none where another has its folder, in Word as in Markdown; no two templates of one name. */
export const checkPaths: KitCheck = ({ documents, templates }, files) => [
  ...documents.flatMap((document, index) => {
    const other = documents.slice(0, index).find((earlier) => clash(document, earlier));
    if (!other) return [];
    const at = positionOf(files, 'documents.yaml', ['documents', document.id, 'path']);
    return [problem('path-taken', { path: document.path, document: other.id }, at)];
  }),
  ...doubledNames(Object.keys(templates)).map((path) => problem('duplicate-id', { id: path }, { file: `templates/${path}`, line: 1, column: 1 })),
];

/** Templates that Windows and macOS would take for an earlier one, and a folder's copy of the kit too. */
function doubledNames(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => path.toLowerCase());
  return paths.filter((_, index) => names.indexOf(names[index] ?? '') < index);
}

function clash(one: DocumentSpec, other: DocumentSpec): boolean {
  return writtenPaths(one).some((path) => writtenPaths(other).some((taken) =>
    path === taken || path.startsWith(`${taken}/`) || taken.startsWith(`${path}/`)));
}

/** Where a document may go. In lower case: Windows and macOS do not tell `Note` from `note`. */
function writtenPaths({ kind, path }: DocumentSpec): readonly string[] {
  const extensions = kind === 'text' ? ['.docx', '.md'] : [''];
  return extensions.map((extension) => `${path}${extension}`.toLowerCase());
}
