import { frenchSpaces } from './french-spaces.ts';

/** CSI, OSC and two-character escape sequences (ECMA-48), in their 7-bit form. */
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g;
/** C0 but the line end, DEL, C1, lone surrogates. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\p{Cs}]/gu;
/** They reorder what follows on the screen, beyond the text that holds them. */
const BIDI_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text as a terminal may show it (CWE-150): without escape sequences, control characters or direction overrides.
 * Line ends stay, tabs become spaces. Everything that goes to a terminal passes here once.
 */
export function printable(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCE, '')
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROL, '')
    .replace(BIDI_OVERRIDE, '');
}

/** A sentence as a terminal shows it: safe, and with the spaces of French. What was typed, and is to be typed again, stays as it is. */
export const spoken = (text: string): string => frenchSpaces(printable(text));
