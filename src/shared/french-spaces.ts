/** French typography: no line breaks before « : ; ! ? % » nor inside the quotes. A colon without a space before it (a path, an hour) stays. */
export function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:;!?%»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}
