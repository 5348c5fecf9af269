import type { CalendarDocument, CopyDocument, DocumentSpec, Form, Plan } from '../model.ts';
import { formOfBuilder, type CopyBuilder } from '../shared/builders.ts';
import { buildCalendar } from './calendars/calendar.ts';
import type { Surroundings } from './document-entry.ts';
import { buildDashboard } from './html/dashboard.ts';
import { buildForm } from './html/form.ts';
import { buildReadme } from './html/readme.ts';
import { buildSources } from './html/sources.ts';

type BuildCopy = (spec: DocumentSpec, path: string, plan: Plan, around: Surroundings) => CopyDocument | CalendarDocument;

const buildKitForm: BuildCopy = (spec, path, plan) => buildForm(spec, path, plan, formOf(spec, plan));

/** How each copy is made. */
export const copies: Readonly<Record<CopyBuilder, BuildCopy>> = {
  'milestones-calendar': buildCalendar,
  'tasks-calendar': buildCalendar,
  'contribution-form': buildKitForm,
  'registration-form': buildKitForm,
  'dashboard': buildDashboard,
  'readme': buildReadme,
  'sources': buildSources,
};

function formOf({ id, builder }: DocumentSpec, { kit }: Plan): Form {
  const wanted = formOfBuilder(builder);
  const form = kit.forms.find((candidate) => candidate.id === wanted);
  if (!form) throw new Error(`No form for ${id} in the kit`);
  return form;
}
