import { strFromU8, unzipSync } from 'fflate';

/** The cells of a workbook as text, for people who read a difference: one line per row, formulas with the value kept beside them. */
export function dumpXlsx(bytes: Uint8Array): string {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => plain(match[1] ?? ''));
  return names.map((name, index) => `## ${name}\n${dumpSheet(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '')}`).join('\n');
}

function dumpSheet(xml: string): string {
  return [...xml.matchAll(/<row r="(\d+)"[^>]*>([\s\S]*?)<\/row>/g)].map(([, row, cells = '']) => {
    const words = [...cells.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>([\s\S]*?)<\/c>)/g)].flatMap(([, column, inside = '']) => {
      const shown = dumpCell(inside);
      return shown === '' ? [] : [`${column}: ${shown}`];
    });
    return words.length > 0 ? `${row} | ${words.join(' | ')}\n` : '';
  }).join('');
}

function dumpCell(inside: string): string {
  const formula = /<f>([\s\S]*?)<\/f>/.exec(inside)?.[1];
  const value = plain(/<(?:v|t)(?: [^>]*)?>([\s\S]*?)<\/(?:v|t)>/.exec(inside)?.[1] ?? '');
  return formula === undefined ? value : `=${plain(formula)} → ${value}`;
}

const plain = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '’').replaceAll('&amp;', '&');
