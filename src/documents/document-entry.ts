import type { DocumentSpec } from '../model.ts';

/** One file of the folder, as the pages that list the others show it. Its path has the extension that the team chose. */
export type DocumentEntry = Pick<DocumentSpec, 'id' | 'path' | 'title' | 'purpose' | 'readers'>;
