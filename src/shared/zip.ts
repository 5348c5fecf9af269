import { zipSync, type Zippable } from 'fflate';

/**
 * A zip whose bytes depend on nothing but its files, in their order. fflate writes the local parts of the time that it
 * is given, so a time made from local parts gives the same bytes in every time zone.
 */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>, level: 1 | 6 = 6): Uint8Array {
  const mtime = new Date(1980, 0, 1, 12, 0, 0);
  const entries: Zippable = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, [bytes, { level, mtime }]]));
  return zipSync(entries);
}
