import { decodeBaseline } from '../folder/decode-baseline.ts';
import { BASELINE_FILE, UNDO_FILE } from '../folder/paths.ts';
import type { FolderFiles } from '../io/read-folder.ts';
import { decodeRecord, readRecordHead } from '../io/run-record.ts';
import type { FolderState } from '../model.ts';
import { calendarItemsOf } from './calendar-memory.ts';

type Sequences = FolderState['undoneSequences'];

/** What a run hands on to the next ones. */
export interface Carry {
  readonly undoneSequences: Sequences;
}

/**
 * The numbers that calendar entries had in runs that were undone: whoever imported those calendars has seen them, so a
 * later run must go beyond (RFC 5545 §3.8.7.4). What « annuler » took away stands in its own record.
 */
export async function undoneSequences(files: FolderFiles): Promise<Sequences> {
  if (files.kindOf(UNDO_FILE) !== 'file') return {};
  const head = readRecordHead(files.read(UNDO_FILE));
  const carried = sequencesIn(head?.carry);
  return head?.command === 'annuler' ? highest(carried, await takenAway(files.read(UNDO_FILE))) : carried;
}

/** Anybody may have written the record: only numbers are taken from it. */
function sequencesIn(carry: unknown): Sequences {
  const found: unknown = (carry as Partial<Carry> | null | undefined)?.undoneSequences;
  const entries = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1])));
}

async function takenAway(zip: Uint8Array): Promise<Sequences> {
  const record = decodeRecord(zip);
  const baseline = record?.files.some(({ path, before }) => path === BASELINE_FILE && before !== null)
    ? decodeBaseline(record.bytesBefore(BASELINE_FILE)) : undefined;
  const items = await calendarItemsOf(baseline === 'newer' ? undefined : baseline);
  return Object.fromEntries(Object.values(items).map(({ uid, sequence }) => [uid, sequence]));
}

function highest(one: Sequences, other: Sequences): Sequences {
  const uids = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(uids.map((uid) => [uid, Math.max(one[uid] ?? -1, other[uid] ?? -1)]));
}
