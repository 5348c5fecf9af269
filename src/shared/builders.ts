import type { Builder, Document } from '../model.ts';

/** What each builder makes. The compiler keeps it complete. */
export const KIND_OF_BUILDER = {
  'retroplanning': 'table',
  'budget': 'table',
  'selection-grid': 'table',
  'timetable': 'table',
  'table': 'table',
  'milestones-calendar': 'calendar',
  'tasks-calendar': 'calendar',
  'contribution-form': 'copy',
  'registration-form': 'copy',
  'dashboard': 'copy',
  'readme': 'copy',
  'sources': 'copy',
} as const satisfies Readonly<Record<Builder, Exclude<Document['kind'], 'text'>>>;

type MakersOf<Kind extends Document['kind']> = { [B in Builder]: (typeof KIND_OF_BUILDER)[B] extends Kind ? B : never }[Builder];

/** The builders of workbooks, which people work in. */
export type TableBuilder = MakersOf<'table'>;
/** The builders of what is derived from the rest: pages, forms, calendars. */
export type CopyBuilder = MakersOf<'copy' | 'calendar'>;

/** What it makes is a workbook, which people work in. */
export const isTableBuilder = (builder: Builder): builder is TableBuilder => KIND_OF_BUILDER[builder] === 'table';

/** Every builder that a kit may name. */
export const BUILDERS = Object.keys(KIND_OF_BUILDER) as readonly Builder[];

/** The ids of the forms of a kit, by the builder that renders them. The compiler keeps it complete. */
const FORMS: Readonly<Record<Extract<Builder, `${string}-form`>, string>> = {
  'contribution-form': 'contribution',
  'registration-form': 'inscription',
};

const rendersForm = (builder: Builder): builder is keyof typeof FORMS => Object.hasOwn(FORMS, builder);

/** The id of the form that a builder renders; undefined where it renders none. */
export const formOfBuilder = (builder: Builder | undefined): string | undefined =>
  (builder !== undefined && rendersForm(builder) ? FORMS[builder] : undefined);
