import { createHash } from 'node:crypto';
import type { IsoDate } from '../model.ts';

/**
 * The root of every calendar UID: made once at `init` from who, what and when the planning began, then kept in
 * `nec-local.yaml`, so that it survives a change of name or date.
 */
export function makeEventId(authority: string, name: string, start: IsoDate): string {
  return createHash('sha256').update([authority, name, start].join('\n')).digest('hex').slice(0, 12);
}
