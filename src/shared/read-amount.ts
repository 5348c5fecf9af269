/** Ordinary, no-break, narrow no-break and thin spaces: what stands between thousands. */
const SPACES = /[ \u00a0\u202f\u2009]/g;
const UNIT = /(€|euros?|eur|personnes?|jours?)$/i;

/**
 * A number as people type it: `1 234,50 €`, `1.234,50`, `1234.5`, `80 personnes`. Three digits after a single
 * dot are thousands, as in French figures; after a comma they are decimals. Undefined when it is no number.
 */
export function readAmount(typed: string): number | undefined {
  const text = typed.replace(SPACES, '').replace(UNIT, '').replace(/^[−–]/, '-');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,15}([.,]\d{1,9})?$/.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}
