import type { FolderState } from '../model.ts';

/** What a folder knows before anybody worked in it: at `init`, and for a first look at a plan. */
export const NOTHING_DONE: FolderState = { observed: {}, calendarItems: {}, undoneSequences: {}, conflicts: [] };
