import type { DocumentSpec, FolderState } from '../model.ts';

/** One file of the folder, as the pages that list the others show it. Its path has the extension that the team chose. */
export type DocumentEntry = Pick<DocumentSpec, 'id' | 'path' | 'title' | 'purpose' | 'readers'>;

/** What a copy may tell besides the plan: the other files of the folder, and what people did in them. */
export interface Surroundings {
  readonly documents: readonly DocumentEntry[];
  readonly state: FolderState;
}
