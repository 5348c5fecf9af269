import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { editPart } from './living.ts';

const partOf = (sheet: number): string => `xl/worksheets/sheet${sheet}.xml`;
const sheetXml = (bytes: Uint8Array, sheet: number): string => strFromU8(unzipSync(bytes)[partOf(sheet)] ?? new Uint8Array());

/** The number of the row that bears this id in the column A. */
export function rowOf(bytes: Uint8Array, sheet: number, id: string): number {
  const found = new RegExp(`<c r="A(\\d+)"[^>]*><is><t[^>]*>${id}</t></is></c>`).exec(sheetXml(bytes, sheet));
  expect(found, `no row ${id}`).not.toBeNull();
  return Number(found?.[1]);
}

const cellPattern = (address: string): RegExp => new RegExp(`<c (?:t="\\w+" )?r="${address}"([^>]*?)(?:/>|>(.*?)</c>)`, 's');

/** Types into cells as a person does; a number stays a number, anything else is a text. Dates are day numbers. */
export function typeIn(bytes: Uint8Array, sheet: number, cells: Readonly<Record<string, string | number>>): Uint8Array {
  return editPart(bytes, partOf(sheet), (xml) => Object.entries(cells).reduce((current, [address, value]) => {
    expect(current, `no cell ${address}`).toMatch(cellPattern(address));
    return current.replace(cellPattern(address), (_, attributes: string) => {
      const style = /s="\d+"/.exec(attributes)?.[0] ?? '';
      return typeof value === 'number'
        ? `<c r="${address}" ${style}><v>${value}</v></c>`
        : `<c r="${address}" ${style} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
    });
  }, xml));
}

/** What stands in a cell: its text, its number as a text, or nothing. */
export function valueAt(bytes: Uint8Array, sheet: number, address: string): string {
  const content = cellPattern(address).exec(sheetXml(bytes, sheet))?.[2] ?? '';
  return (/<t[^>]*>(.*?)<\/t>/s.exec(content) ?? /<v>(.*?)<\/v>/s.exec(content))?.[1] ?? '';
}

/** The day number that workbooks have for a date. */
export const dayNumber = (date: string): number => Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
