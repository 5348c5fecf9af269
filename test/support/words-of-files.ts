import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';

/** What a program shows or reads aloud of a file, a line for each block, cell or property: the words, not the marks. */

const INLINE = /<\/?(?:a|strong|em|span|bdi|mark|wbr|b|i|tspan)(?=[\s>])(?! class=\"leaf)[^>]*>/g;
const READ = /\b(?:aria-label|title|placeholder|alt|label|summary)="([^"]*)"/g;
/** What one types, and where files are: not French. */
const TYPED = /<code>[\s\S]*?<\/code>|<span class="path">[\s\S]*?<\/span>(?=[\s<])/g;

/** What stands in the column « N° », and what formulas compare with it. */
const ID = /^[a-z0-9._-]*$/;

export function pageWords(page: string): string {
  const body = page.replace(/<style>[\s\S]*?<\/style>/g, '').replace(TYPED, ' … ');
  // A word in a frame stands beside the sentence, not in it.
  const attributes = [...body.matchAll(READ)].map(([, words = '']) => words);
  return tidy([...attributes, ...body.replace(/\s*\n\s*/g, ' ').replace(/<span class="label">([^<]*)<\/span>/g, '<i-label>$1</i-label>').replace(INLINE, '').split(/<[^>]*>/)].map(plain));
}

/** The cells of every sheet, the names of sheets, what validations say, heads and feet of pages, the title of the file. */
export function workbookWords(bytes: Uint8Array): string {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  return tidy(parts.flatMap(([name, xml]) => {
    if (!/\.xml$/.test(name) || /styles|theme|Content_Types/.test(name)) return [];
    const texts = [...xml.matchAll(/<(?:\w+:)?(?:t|v|title|oddHeader|oddFooter)(?: [^>]*)?>([^<]*)</g)].map(([, text = '']) => text.replace(/&amp;[LCR&PNAF]|&amp;\d+/g, ' '));
    const attributes = [...xml.matchAll(/ (?:prompt|promptTitle|error|errorTitle)="([^"]*)"|<sheet [^>]*?name="([^"]*)"/g)].map(([, said, sheet]) => said ?? sheet ?? '');
    const literals = [...xml.matchAll(/<(?:f|formula\d?)>([^<]*)</g)].flatMap(([, formula = '']) => [...plain(formula).matchAll(/"([^"]*)"/g)].map(([, text = '']) => text));
    return [...texts, ...attributes, ...literals].map(plain).filter((text) => !ID.test(text));
  }));
}

/** What calendar programs show of an entry. */
export function calendarWords(text: string): string {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as unknown[]);
  const shown = ['summary', 'description', 'location', 'comment', 'x-wr-calname', 'name', 'categories'];
  const all = [calendar, ...calendar.getAllSubcomponents()].flatMap((component) => [component, ...component.getAllSubcomponents()]);
  return tidy(all.flatMap((component) => shown.flatMap((name) => component.getAllProperties(name).map((property) => String(property.getFirstValue())))));
}

const tidy = (lines: readonly string[]): string => [...new Set(lines.flatMap((line) => line.split('\n')).map((line) => line.trim()))].filter((line) => /\p{L}/u.test(line)).join('\n');

const plain = (text: string): string => text
  .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&');
