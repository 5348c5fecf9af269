import type { ConflictPiece, Document, OpenConflict } from '../model.ts';
import { CONFLICT_WORDS } from '../shared/conflict-words.ts';
import { isInnerPath } from '../shared/paths.ts';
import { isFlag, isList, isMaybe, isObject, isOneOf, isShape, isText } from '../shared/shapes.ts';
import type { BaselineFile } from './baseline.ts';
import { ANSWERS_FILE } from './paths.ts';

const isPiece = isShape<ConflictPiece>({ place: isText, mine: isText, next: isText, base: isText });

/** The tool's own files at the top of a folder are no documents, in whatever letters. */
const isDocumentPath = (path: unknown): path is string => isInnerPath(path) && !/^nec-local\./i.test(path);

const isConflict = isShape<Omit<OpenConflict, 'path'>>({
  beside: isDocumentPath, why: (value) => isText(value) && Object.hasOwn(CONFLICT_WORDS, value), pieces: isList(isPiece),
});

const isKind = isOneOf<Document['kind']>(['text', 'table', 'copy', 'calendar']);

/** What later versions add beside these keys does no harm. */
const isDocumentHead = (value: Readonly<Record<string, unknown>>): boolean => isDocumentPath(value['path'])
  && isKind(value['kind']) && ['sha256', 'document', 'content'].every((key) => isText(value[key])) && isMaybe(isConflict)(value['conflict'])
  && ['title', 'footer', 'madeFrom', 'told', 'declined', 'declinedSha256'].every((key) => isMaybe(isText)(value[key])) && isMaybe(isFlag)(value['gone']);

/** One file of the list that a baseline keeps: anybody may have written it, and all later code trusts it. */
export function isBaselineFile(value: unknown): value is BaselineFile {
  if (!isObject(value)) return false;
  if (value['kind'] === 'answers') return value['path'] === ANSWERS_FILE && isText(value['sha256']);
  return isDocumentHead(value);
}
