/**
 * A text that every program reads back as it is: line ends are LF, and what XML 1.0 §2.2 forbids (control
 * characters, halves of surrogate pairs, U+FFFE, U+FFFF) is left out. Spaces at both ends go: Excel drops them.
 */
export function cellText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .trim();
}
