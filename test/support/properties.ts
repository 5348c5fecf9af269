import fc from 'fast-check';

/**
 * Properties run from a fixed seed, so that a change and not chance turns a run red. `FC_SEED=random npx vitest run`
 * looks further; a counterexample that it finds becomes a case of its own.
 */
const seed = process.env['FC_SEED'] ?? '20190130';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
