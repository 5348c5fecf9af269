/** French typography: no line breaks before « : ; ! ? % » nor inside the quotes. A colon without a space before it (a path, an hour) stays. */
export function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:;!?%»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

/** The same for a sentence of a kit, amounts too: « 23 000 € ». */
export const frenchProse = (text: string): string => frenchSpaces(text).replace(/(?<=\d) (?=€|\d{3}(?!\d))/g, '\u00a0');

/**
 * The same for the templates of a kit: `| :-- |`, `:::` and `![` are Markdown, no French. The length
 * stays: places in the source still hold.
 */
export function frenchMarkdown(source: string): string {
  return source.replace(/ (?=[:;!?%»](?!\[|-|::))|(?<=\d) (?=€|\d{3}(?!\d))/g, '\u00a0').replace(/« /g, '«\u00a0');
}
