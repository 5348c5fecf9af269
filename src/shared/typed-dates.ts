/** A date as a person wrote it in a sentence. Numbers as they count: month 1 to 12. */
export interface TypedDate {
  /** The very words. */
  readonly text: string;
  readonly day: number;
  readonly month: number;
  /** Absent in « le 14 octobre ». */
  readonly year?: number;
}

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const MONTH_NAMES = MONTHS.map((name) => name.replace('é', '[ée]').replace('û', '[ûu]')).join('|');
const SPACE = '[ \u00a0\u202f]+';

/** « 14 octobre 2027 », « 1er octobre » */
const IN_WORDS = new RegExp(`(?<![\\d/.])(\\d{1,2})(?:er)?${SPACE}(${MONTH_NAMES})(?:${SPACE}(\\d{4}))?(?![\\p{L}\\d])`, 'giu');
/** « 14/10/2027 », « 14.10.27 », « 14/10 »; two points or dashes, for « 14.10 » may be a number and « 14-10 » a count. */
const IN_FIGURES = /(?<![\d/.-])(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{4}|\d{2}))?|\.(\d{1,2})\.(\d{4}|\d{2})|-(\d{1,2})-(\d{4}))(?![\d/]|[.-]\d)/g;
/** « 2027-10-14 » */
const ISO = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;

const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Every date in a text, in the ways that French people write one. */
export function typedDates(text: string): readonly TypedDate[] {
  const found = [
    ...[...text.matchAll(IN_WORDS)].map(([words, day, name = '', year]) =>
      dateOf(words, day, MONTHS.findIndex((month) => plain(month) === plain(name)) + 1, year)),
    ...[...text.matchAll(IN_FIGURES)].map(([words, day, ...parts]) => {
      const [month, year] = parts.filter((part) => part !== undefined);
      return dateOf(words, day, Number(month), year);
    }),
    ...[...text.matchAll(ISO)].map(([words, year, month, day]) => dateOf(words, day, Number(month), year)),
  ];
  return found.filter(({ day, month }) => day >= 1 && day <= 31 && month >= 1 && month <= 12);
}

function dateOf(text: string, day: string | undefined, month: number, year: string | undefined): TypedDate {
  return { text, day: Number(day), month, ...(year !== undefined && { year: Number(year.length === 2 ? `20${year}` : year) }) };
}
