/** Files of the planning folder that no kit decides. */
export const ANSWERS_FILE = 'nec-local.yaml';
export const DRAFT_FILE = 'nec-local.brouillon.yaml';

/** The tool's memory. */
export const MEMORY_FOLDER = '.nec-local';
export const BASELINE_FILE = `${MEMORY_FOLDER}/baseline.zip`;
export const KIT_FILE = `${MEMORY_FOLDER}/kit.zip`;
/** Lists what a first run is writing, while it writes: what a killed run left is then known from people's own files. */
export const JOURNAL_FILE = `${MEMORY_FOLDER}/en-cours.json`;
/** Who is at work in the folder. */
export const LOCK_FILE = `${MEMORY_FOLDER}/verrou.json`;
/** What a run changes, kept while it changes it: with it a run that was killed is put back. */
export const RUNNING_FILE = `${MEMORY_FOLDER}/en-cours.zip`;
/** The same once the run is done: with it `annuler` undoes it. */
export const UNDO_FILE = `${MEMORY_FOLDER}/annuler.zip`;

/** True for what the tool remembers, which no person works in. */
export const isMemory = (path: string): boolean => path.startsWith(`${MEMORY_FOLDER}/`);

/** What of it a run writes along with the documents; the rest says who is at work and what was done. */
export const isWrittenMemory = (path: string): boolean => path === BASELINE_FILE || path === KIT_FILE;
