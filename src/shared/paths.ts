/** `docx` for `1-cadrage/charte.docx`; the whole name where there is no point. */
export const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** `charte.docx` for `1-cadrage/charte.docx`. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
