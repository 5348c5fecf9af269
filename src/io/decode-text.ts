/** The `code` of the error that {@link decodeText} throws, beside those of the system. */
export const NOT_UTF8 = 'NOT_UTF8';

/**
 * The words of a text file, without its byte order mark. A file in Latin-1 or UTF-16 (a NUL gives it away) is an error:
 * read as UTF-8 it would lose its accents, and nobody would see it before the documents are sent.
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw Object.assign(new Error(`Not UTF-8: ${path}`), { code: NOT_UTF8, path });
}
