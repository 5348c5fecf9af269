import { strToU8 } from 'fflate';
import { sha256 } from '../shared/sha256.ts';
import { isList, isObject, isShape } from '../shared/shapes.ts';
import type { Parts } from './decode-baseline.ts';

const isFirst = isShape<{ readonly files: readonly Readonly<Record<string, unknown>>[] }>({ files: isList(isObject) });

/** Of each kind of document, the keys that are its content. */
const CONTENT: Readonly<Record<string, readonly string[]>> = { text: ['blocks'], table: ['sheets'], calendar: ['name', 'items'] };

/**
 * What version 0.1.0 wrote, as it is written now: contents stood in the list of files, copies and answers under their
 * paths. Nothing is checked here but what is needed to look inside.
 */
export function fromFirstFormat(written: unknown, zipped: Parts): { readonly manifest: unknown; readonly parts: Parts } {
  if (!isFirst(written)) return { manifest: undefined, parts: {} };
  const parts: Record<string, Uint8Array> = {};
  const files = written.files.map((file) => {
    const bytes = zipped[`files/${String(file['path'])}`];
    if (file['kind'] === 'answers') {
      if (bytes) parts[`files/${String(file['path'])}`] = bytes;
      return file;
    }
    const keys = CONTENT[String(file['kind'])] ?? [];
    const isOfContent = ([key]: readonly [string, unknown]): boolean => keys.includes(key);
    const content = keys.length > 0 ? strToU8(JSON.stringify(Object.fromEntries(keys.map((key) => [key, file[key]])))) : bytes ?? new Uint8Array();
    parts[`documents/${String(file['document'])}`] = content;
    return { ...Object.fromEntries(Object.entries(file).filter((entry) => !isOfContent(entry))), content: sha256(content) };
  });
  return { manifest: { ...written, format: 2, files }, parts };
}
