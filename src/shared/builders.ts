import type { Builder } from '../model.ts';

/** The form of the kit that each builder renders, by its id; null for what is no form. The compiler keeps it complete. */
export const FORM_OF_BUILDER: Readonly<Record<Builder, string | null>> = {
  'retroplanning': null,
  'budget': null,
  'selection-grid': null,
  'timetable': null,
  'table': null,
  'milestones-calendar': null,
  'tasks-calendar': null,
  'contribution-form': 'contribution',
  'registration-form': 'inscription',
  'dashboard': null,
  'readme': null,
};

/** Every builder that a kit may name. */
export const BUILDERS = Object.keys(FORM_OF_BUILDER) as readonly Builder[];
