/**
 * SIREN of communes. Most follow from the INSEE code: `21`, the département, the rank on the remaining digits, and
 * the Luhn key (Code de commerce, art. R123-221: nine digits, the last one a key). Those that do not are in the index.
 */

/** The usual SIREN of the commune with this INSEE code, for instance `97411` → `219740115`. */
export function usualSiren(communeCode: string): string {
  const places = communeCode.startsWith('9') && communeCode >= '97' ? 3 : 2;
  const departement = communeCode.slice(0, places).replace(/[AB]/, '0');
  const body = `21${departement}${communeCode.slice(places).padStart(6 - places, '0')}`;
  return `${body}${luhnKey(body)}`;
}

/** INSEE codes of communes whose usual SIREN could be this one (two in Corse, where 2A and 2B are both written 20). */
export function communesWithUsualSiren(siren: string): readonly string[] {
  if (!/^21\d{7}$/.test(siren)) return [];
  const near = `${siren.slice(2, 4)}${siren.slice(5, 8)}`;
  const overseas = `${siren.slice(2, 5)}${siren.slice(6, 8)}`;
  const corse = ['2A', '2B'].map((departement) => `${departement}${siren.slice(5, 8)}`);
  return [near, overseas, ...corse].filter((code) => usualSiren(code) === siren);
}

function luhnKey(body: string): number {
  const sum = [...body].reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
