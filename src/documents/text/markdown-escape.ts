/** What means something wherever it stands, in CommonMark or in HedgeDoc 1.x (`$ ^ ~ == ++ :emoji: {%…%}`). */
const ANYWHERE = new RegExp([
  /[\\`*<>|$^~]/u,
  /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u,
  /=(?==)|(?<==)=|\+(?=\+)|(?<=\+)\+/u,
  /&(?=#?\w+;)|:(?=[\w+-]+:)|\{(?=%)/u,
].map(({ source }) => source).join('|'), 'gu');
/** Marks that mean something at the start of a line only. */
const AT_START = /^(#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=[- ]*$)|=|:(?=::))/;
const NUMBER_AT_START = /^(\d{1,9})([.)])/;

/**
 * Words as Markdown source that reads back as the same words. Only what has to be escaped is: people edit this text.
 * A line break inside a paragraph stays one.
 */
export function escapeMarkdown(text: string): string {
  const escaped = text.replace(ANYWHERE, '\\$&').replaceAll('\n', '\\\n');
  return bracketsMatter(text) ? escaped.replace(/[[\]]/g, '\\$&') : escaped;
}

/** False for « Commun[s] », which nothing reads as a link, a footnote, a tick box, an image or one of our block ids. */
function bracketsMatter(text: string): boolean {
  const opened = text.split('[').length;
  return opened !== text.split(']').length || /\][(:[]|\[[\^#]|\[[ xX]?\]|!\[|\][^[]*\[[^\]]*$|^[^[]*\]/.test(text);
}

/** The same for the start of a block, once it is written. */
export function escapeStart(source: string): string {
  return source.replace(AT_START, '\\$1').replace(NUMBER_AT_START, '$1\\$2');
}
