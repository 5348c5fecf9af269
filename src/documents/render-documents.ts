import type { Builder, CalendarDocument, CopyDocument, Document, DocumentSpec, FolderState, Form, Plan, TableDocument } from '../model.ts';
import { FORM_OF_BUILDER } from '../shared/builders.ts';
import { once } from '../shared/once.ts';
import { isPlanned } from '../shared/planned-documents.ts';
import { sha256 } from '../shared/sha256.ts';
import { buildCalendar } from './calendars/calendar.ts';
import type { DocumentEntry, Surroundings } from './document-entry.ts';
import { buildDashboard } from './html/dashboard.ts';
import { buildForm } from './html/form.ts';
import { buildReadme } from './html/readme.ts';
import type { CompiledTemplates } from './render-text.ts';
import { buildBudget } from './tables/budget.ts';
import { buildKitTable } from './tables/kit-table.ts';
import { buildRetroplanning } from './tables/retroplanning.ts';
import { buildSelectionGrid } from './tables/selection-grid.ts';
import { buildTimetable } from './tables/timetable.ts';
import { textInput } from './text-input.ts';

type TableBuilder = 'retroplanning' | 'budget' | 'selection-grid' | 'timetable' | 'table';
type CopyBuilder = Exclude<Builder, TableBuilder>;

const tables: Readonly<Record<TableBuilder, (spec: DocumentSpec, path: string, plan: Plan) => TableDocument>> = {
  'retroplanning': buildRetroplanning,
  'budget': buildBudget,
  'selection-grid': buildSelectionGrid,
  'timetable': buildTimetable,
  'table': buildKitTable,
};

type BuildCopy = (spec: DocumentSpec, path: string, plan: Plan, around: Surroundings) => CopyDocument | CalendarDocument;

const buildKitForm: BuildCopy = (spec, path, plan) => buildForm(spec, path, plan, formOf(spec, plan));

const copies: Readonly<Record<CopyBuilder, BuildCopy>> = {
  'milestones-calendar': buildCalendar,
  'tasks-calendar': buildCalendar,
  'contribution-form': buildKitForm,
  'registration-form': buildKitForm,
  'dashboard': buildDashboard,
  'readme': buildReadme,
};

/** A document that a plan gives: rendered only when somebody asks what it says. */
export interface PlannedDocument {
  readonly spec: DocumentSpec;
  readonly kind: Document['kind'];
  readonly path: string;
  /** Where two are the same, the documents say the same. */
  readonly madeFrom?: string;
  render(path: string): Promise<Document>;
}

/** What texts are made with: the templates of the kit, and a name for them and for the program. */
export interface TextSource {
  readonly templates: () => Promise<CompiledTemplates>;
  readonly name: string;
}

/** First wave: the texts and tables, which people work in. They depend on the plan alone. */
export function planWorkFiles(plan: Plan, source: TextSource): readonly PlannedDocument[] {
  const input = once(() => textInput(plan));
  const madeFrom = once(() => sha256(JSON.stringify([source.name, input()])));
  // Loaded by the runs that have a text to write: most have none.
  const renderer = once(async () => (await import('./render-text.ts')).textRenderer(input(), await source.templates()));
  return specsOf(plan).flatMap((spec): PlannedDocument[] => {
    const path = pathOf(spec, plan);
    if (spec.kind === 'text') return [{ spec, kind: 'text', path, madeFrom: madeFrom(), render: async (at) => (await renderer())(spec, at) }];
    if (!isTable(spec.builder)) return [];
    const table = tables[spec.builder](spec, path, plan);
    return [{ spec, kind: 'table', path, render: async (at) => ({ ...table, path: at }) }];
  });
}

/** Second wave: the copies, which also tell what people did in the work files. */
export function planCopies(plan: Plan, state: FolderState): readonly PlannedDocument[] {
  const specs = specsOf(plan);
  const documents = specs.map((spec): DocumentEntry => {
    const { id, title, purpose, readers } = spec;
    return { id, path: pathOf(spec, plan), title, purpose, readers };
  });
  return specs.flatMap((spec): PlannedDocument[] => {
    if (spec.kind === 'text' || isTable(spec.builder)) return [];
    if (!spec.builder) throw new Error(`No builder for ${spec.id}`);
    const copy = copies[spec.builder](spec, pathOf(spec, plan), plan, { documents, state });
    return [{ spec, kind: copy.kind, path: copy.path, render: async (at) => ({ ...copy, path: at }) }];
  });
}

/** The path of every document that this plan gives, by id. */
export function plannedPaths(plan: Plan): ReadonlyMap<string, string> {
  return new Map(specsOf(plan).map((spec) => [spec.id, pathOf(spec, plan)]));
}

const specsOf = ({ kit, facts }: Plan): readonly DocumentSpec[] => kit.documents.filter((spec) => isPlanned(spec, facts));

/** The extension of a text is the team's choice. */
function pathOf({ kind, path }: DocumentSpec, { answers }: Plan): string {
  if (kind !== 'text') return path;
  return path + (answers['textes'] === 'markdown' ? '.md' : '.docx');
}

const isTable = (builder: Builder | undefined): builder is TableBuilder => builder !== undefined && builder in tables;

function formOf({ id, builder }: DocumentSpec, { kit }: Plan): Form {
  const form = builder && kit.forms.find((candidate) => candidate.id === FORM_OF_BUILDER[builder]);
  if (!form) throw new Error(`No form for ${id} in the kit`);
  return form;
}
