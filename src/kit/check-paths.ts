import { problem } from '../problem.ts';
import type { KitCheck } from './check-kit.ts';
import { positionOf } from './where.ts';

/** No two documents in one file: Windows and macOS do not tell `Note` from `note`. */
export const checkPaths: KitCheck = ({ documents }, files) => documents
  .filter(({ path }, index) => documents.findIndex((other) => other.path.toLowerCase() === path.toLowerCase()) < index)
  .map(({ id, path }) => (
    problem('duplicate-id', { id: path }, positionOf(files, 'documents.yaml', ['documents', id, 'path']))));
