import type { Builder, Document, DocumentSpec, Plan } from '../model.ts';
import { holds } from '../shared/condition.ts';
import { buildCalendar } from './calendars/calendar.ts';
import { buildDashboard } from './html/dashboard.ts';
import { buildForm } from './html/form.ts';
import { buildReadme } from './html/readme.ts';
import { textRenderer, type CompiledTemplates } from './render-text.ts';
import { buildBudget } from './tables/budget.ts';
import { buildRetroplanning } from './tables/retroplanning.ts';
import { buildSelectionGrid } from './tables/selection-grid.ts';

/** What a file is, for the pages that list the others. */
export interface DocumentEntry {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  readonly readers: string;
}

type Build = (spec: DocumentSpec, path: string, plan: Plan, all: readonly DocumentEntry[]) => Document;

/** The forms of the kit that the two form builders render. */
const CONTRIBUTION_FORM = 'contribution';
const REGISTRATION_FORM = 'inscription';

const builders: Readonly<Record<Builder, Build>> = {
  'retroplanning': buildRetroplanning,
  'budget': buildBudget,
  'selection-grid': buildSelectionGrid,
  'milestones-calendar': buildCalendar,
  'tasks-calendar': buildCalendar,
  'contribution-form': (spec, path, plan) => buildForm(spec, path, plan, formOf(plan, CONTRIBUTION_FORM)),
  'registration-form': (spec, path, plan) => buildForm(spec, path, plan, formOf(plan, REGISTRATION_FORM)),
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

function formOf({ kit }: Plan, id: string): Plan['kit']['forms'][number] {
  const form = kit.forms.find((candidate) => candidate.id === id);
  if (!form) throw new Error(`No form ${id} in the kit`);
  return form;
}
