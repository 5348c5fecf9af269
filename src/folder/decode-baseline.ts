import { strFromU8, unzipSync } from 'fflate';
import { isIsoDate } from '../shared/dates.ts';
import { sha256 } from '../shared/sha256.ts';
import { isList, isShape, isText } from '../shared/shapes.ts';
import { partPath, type Baseline, type BaselineFile, type BaselineManifest } from './baseline.ts';
import { fromFirstFormat } from './first-format.ts';
import { isBaselineFile } from './is-baseline-file.ts';

/**
 * Most that a baseline may unpack to, all of it together, in bytes: a folder of a thousand documents has a tenth of it.
 * So much is not unpacked into the memory of a computer.
 */
const MAX_UNPACKED = 200_000_000;

const FORMAT = 2;

const isManifest = isShape<BaselineManifest>({
  format: (value) => value === FORMAT,
  tool: isText,
  kit: isText,
  today: (value) => isText(value) && isIsoDate(value),
  files: isList(isBaselineFile),
});

/** The entries of `baseline.zip` by name. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * What was written last time, from `baseline.zip`, which anybody may have written: whatever comes out has the shape that
 * its type says, every part is the one that the list means, and no path leads out of the folder or to a hidden place.
 * @returns undefined when it is damaged; `newer` when only a later version of the tool can read it
 */
export function decodeBaseline(zip: Uint8Array): Baseline | 'newer' | undefined {
  try {
    let left = MAX_UNPACKED;
    const unzipped = unzipSync(zip, { filter: ({ originalSize }) => (left -= originalSize) >= 0 });
    if (left < 0) return undefined;
    const written: unknown = JSON.parse(strFromU8(unzipped['manifest.json'] ?? new Uint8Array()));
    if (formatOf(written) > FORMAT) return 'newer';
    const { manifest, parts } = formatOf(written) === 1 ? fromFirstFormat(written, unzipped) : { manifest: written, parts: unzipped };
    return isManifest(manifest) && manifest.files.every((file) => isWhole(file, parts))
      ? { ...manifest, partOf: (file) => parts[partPath(file)] } : undefined;
  } catch {
    return undefined;
  }
}

function isWhole(file: BaselineFile, parts: Parts): boolean {
  const part = parts[partPath(file)];
  return part !== undefined && sha256(part) === (file.kind === 'answers' ? file.sha256 : file.content);
}

function formatOf(manifest: unknown): number {
  const format = (manifest as { readonly format?: unknown } | null)?.format;
  return typeof format === 'number' ? format : 0;
}
