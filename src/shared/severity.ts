import type { Severity } from '../model.ts';

/** How serious an alert can be, the most serious first: the order in which alerts are told. */
export const SEVERITIES = ['blocking', 'warning', 'info'] as const satisfies readonly Severity[];

/** Worth acting on, not only worth knowing. */
export const isSerious = ({ severity }: { readonly severity: Severity }): boolean => severity !== 'info';
