declare const NEC_LOCAL_VERSION: string | undefined;
declare const NEC_KIT_VERSION: string | undefined;
declare const NEC_LOCAL_BUILD: string | undefined;

/** The version of the program, put here by the build. */
export const VERSION = typeof NEC_LOCAL_VERSION === 'string' ? NEC_LOCAL_VERSION : '0.0.0-dev';

/** The version of the shipped kit. */
export const KIT_VERSION = typeof NEC_KIT_VERSION === 'string' ? NEC_KIT_VERSION : '0.0.0-dev';

/** The version to compare kits with; undefined in a working copy, which is newer than any release. */
export const RELEASE = typeof NEC_LOCAL_VERSION === 'string' ? NEC_LOCAL_VERSION : undefined;

/** Names the code of the program: two builds of the same sources have the same name, any other has another. */
export const BUILD = typeof NEC_LOCAL_BUILD === 'string' ? NEC_LOCAL_BUILD : 'dev';
