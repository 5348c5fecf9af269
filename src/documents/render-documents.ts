import type { Builder, Document, DocumentSpec, Form, Plan } from '../model.ts';
import { FORM_OF_BUILDER } from '../shared/builders.ts';
import { holds } from '../shared/condition.ts';
import { buildCalendar } from './calendars/calendar.ts';
import type { DocumentEntry } from './document-entry.ts';
import { buildDashboard } from './html/dashboard.ts';
import { buildForm } from './html/form.ts';
import { buildReadme } from './html/readme.ts';
import { textRenderer, type CompiledTemplates } from './render-text.ts';
import { buildBudget } from './tables/budget.ts';
import { buildRetroplanning } from './tables/retroplanning.ts';
import { buildSelectionGrid } from './tables/selection-grid.ts';

type Build = (spec: DocumentSpec, path: string, plan: Plan, all: readonly DocumentEntry[]) => Document;

const buildKitForm: Build = (spec, path, plan) => buildForm(spec, path, plan, formOf(spec, plan));

const builders: Readonly<Record<Builder, Build>> = {
  'retroplanning': buildRetroplanning,
  'budget': buildBudget,
  'selection-grid': buildSelectionGrid,
  'milestones-calendar': buildCalendar,
  'tasks-calendar': buildCalendar,
  'contribution-form': buildKitForm,
  'registration-form': buildKitForm,
  'dashboard': buildDashboard,
  'readme': buildReadme,
};

/** Every file that this plan puts in the folder, in the order of the kit. */
export function renderDocuments(plan: Plan, templates: CompiledTemplates): readonly Document[] {
  const specs = plan.kit.documents.filter((spec) => holds(spec.when, plan.facts));
  const entries = specs.map(({ id, path, kind, title, purpose, readers }): DocumentEntry =>
    ({ id, path: kind === 'text' ? `${path}${textExtension(plan)}` : path, title, purpose, readers }));
  const renderText = textRenderer(plan, templates);
  return specs.map((spec, index): Document => {
    const path = entries[index]?.path ?? spec.path;
    if (spec.kind === 'text') return renderText(spec, path);
    const build = spec.builder && builders[spec.builder];
    if (!build) throw new Error(`No builder for ${spec.id}`);
    return build(spec, path, plan, entries);
  });
}

const textExtension = ({ answers }: Plan): string => (answers['textes'] === 'markdown' ? '.md' : '.docx');

function formOf({ id, builder }: DocumentSpec, { kit }: Plan): Form {
  const form = builder && kit.forms.find((candidate) => candidate.id === FORM_OF_BUILDER[builder]);
  if (!form) throw new Error(`No form for ${id} in the kit`);
  return form;
}
