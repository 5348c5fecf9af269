import { strFromU8, unzipSync } from 'fflate';
import { isIsoDate } from '../shared/dates.ts';
import { isList, isShape, isText } from '../shared/shapes.ts';
import { bytesPath, type Baseline, type BaselineManifest } from './baseline.ts';
import { isBaselineFile } from './is-baseline-file.ts';

/**
 * Most that a baseline may unpack to, all of it together, in bytes: a folder of a thousand documents has a tenth of it.
 * So much is not unpacked into the memory of a computer.
 */
const MAX_UNPACKED = 200_000_000;

const isManifest = isShape<BaselineManifest>({
  format: (value) => value === 1,
  tool: isText,
  kit: isText,
  today: (value) => isText(value) && isIsoDate(value),
  files: isList(isBaselineFile),
});

/**
 * What was written last time, from `baseline.zip`, which anybody may have written: whatever comes out has the shape that
 * its type says, and no path in it leads out of the folder or to a hidden place.
 * @returns undefined when it is damaged; `newer` when only a later version of the tool can read it
 */
export function decodeBaseline(zip: Uint8Array): Baseline | 'newer' | undefined {
  try {
    let left = MAX_UNPACKED;
    const parts = unzipSync(zip, { filter: ({ originalSize }) => (left -= originalSize) >= 0 });
    if (left < 0) return undefined;
    const manifest: unknown = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()));
    if (isNewer(manifest)) return 'newer';
    return isManifest(manifest) ? { ...manifest, bytesOf: (path) => parts[bytesPath(path)] } : undefined;
  } catch {
    return undefined;
  }
}

const isNewer = (manifest: unknown): boolean => {
  const format = (manifest as { readonly format?: unknown } | null)?.format;
  return typeof format === 'number' && format > 1;
};
