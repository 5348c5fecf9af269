/**
 * Stands for the Web's CompressionStream inside the bundle, and compresses nothing. hucre zips a workbook with it, and we
 * open and zip that again for bytes that are the same on every machine: compressing twice would be a fifth of a run, and
 * Node takes its time to load its own.
 */
export class CompressionStream {
  #chunks = [];

  writable = { getWriter: () => ({ write: (chunk) => this.#chunks.push(chunk), close: () => undefined }) };

  readable = { getReader: () => ({ read: async () => ({ done: this.#chunks.length === 0, value: this.#chunks.shift() }) }) };
}
