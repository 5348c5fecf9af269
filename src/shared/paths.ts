/** `docx` for `1-cadrage/charte.docx`; the whole name where there is no point. */
export const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** `charte.docx` for `1-cadrage/charte.docx`. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** No hidden name, no stream of Windows, nothing that one system reads otherwise than another. */
const PART = /^(?!\.)[^/\\:\p{Cc}]*[^/\\:\p{Cc}. ]$/u;

/**
 * `1-cadrage/note.docx`: a relative path that names the same visible file on every system, for paths that anybody may
 * have written. No part of it is empty, begins with `.`, ends with `.` or a space, holds `\`, `:` or a control character.
 */
export const isInnerPath = (path: unknown): path is string => typeof path === 'string' && path.split('/').every((part) => PART.test(part));
