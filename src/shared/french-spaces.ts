/** French typography: no line breaks before « : ; ! ? % » nor inside the quotes. A colon without a space before it (a path, an hour) stays. */
export function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:;!?%»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

/** The same for Markdown, where `| :-- |`, `:::` and `![` are no French. Its length stays: places in it still hold. */
export function frenchMarkdown(source: string): string {
  return source.replace(/ (?=[:;!?%»](?!\[|-|::))/g, '\u00a0').replace(/« /g, '«\u00a0');
}
