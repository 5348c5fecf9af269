import type { DocumentSpec } from '../model.ts';
import { problem } from '../problem.ts';
import type { KitCheck } from './check-kit.ts';
import { positionOf } from './where.ts';

/** No two documents in one file, and none where another has its folder, in Word as in Markdown. */
export const checkPaths: KitCheck = ({ documents }, files) => documents.flatMap((document, index) => {
  const other = documents.slice(0, index).find((earlier) => clash(document, earlier));
  if (!other) return [];
  const at = positionOf(files, 'documents.yaml', ['documents', document.id, 'path']);
  return [problem('path-taken', { path: document.path, document: other.id }, at)];
});

function clash(one: DocumentSpec, other: DocumentSpec): boolean {
  return writtenPaths(one).some((path) => writtenPaths(other).some((taken) =>
    path === taken || path.startsWith(`${taken}/`) || taken.startsWith(`${path}/`)));
}

/** Where a document may go. In lower case: Windows and macOS do not tell `Note` from `note`. */
function writtenPaths({ kind, path }: DocumentSpec): readonly string[] {
  const extensions = kind === 'text' ? ['.docx', '.md'] : [''];
  return extensions.map((extension) => `${path}${extension}`.toLowerCase());
}
