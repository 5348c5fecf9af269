import { frenchSpaces } from '../../shared/french-spaces.ts';

/** Markup that goes into a page as it stands. Only this file makes it, so text is never taken for markup. */
class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Html = Markup;

/** What a template may hold. Nothing is printed for `undefined` and `false`; lists are printed item after item. */
export type Fragment = Html | string | number | false | undefined | readonly Fragment[];

/**
 * Tagged template: every interpolated text is escaped, markup made by this same tag is not.
 * The words written in the template itself get French no-break spaces before « : ; ! ? % » and inside guillemets.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  return new Markup(strings.map((text, index) => frenchSpaces(text) + print(values[index])).join(''));
}

/** HTML attributes, each with a leading space: `true` prints the bare name, `false` and `undefined` print nothing. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  return new Markup(Object.entries(values).map(([name, value]) => {
    if (value === undefined || value === false) return '';
    return value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
  }).join(''));
}

/** Our own style sheet, as it stands: nothing that a person or a kit wrote may come here. */
export function styleElement(css: string): Html {
  return new Markup(`<style>\n${css}</style>`);
}

function print(value: Fragment): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  return typeof value === 'object' ? value.map(print).join('') : escape(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;',
};

/** Controls, halves of a pair, and marks that turn the words around them from right to left (U+202E and its like). */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

function escape(text: string): string {
  return text
    .replace(UNPRINTABLE, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
