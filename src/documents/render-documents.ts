import type { Document, DocumentSpec, FolderState, Plan } from '../model.ts';
import { isTableBuilder, KIND_OF_BUILDER } from '../shared/builders.ts';
import { once } from '../shared/once.ts';
import { isPlanned } from '../shared/planned-documents.ts';
import type { DocumentEntry } from './document-entry.ts';
import { copiesName, workName } from './made-from.ts';
import type { CompiledTemplates } from './render-text.ts';
import { textInput } from './text-input.ts';

/** A document that a plan gives: rendered only when somebody asks what it says. */
export interface PlannedDocument {
  readonly spec: DocumentSpec;
  readonly kind: Document['kind'];
  readonly path: string;
  /** Where two are the same, the documents say the same. */
  readonly madeFrom: string;
  render(path: string): Promise<Document>;
}

/** What documents are made with: the templates of the kit, and a name for the kit and the program. */
export interface DocumentSource {
  readonly templates: () => Promise<CompiledTemplates>;
  readonly name: string;
}

/** First wave: the texts and tables, which people work in. They depend on the plan alone. */
export function planWorkFiles(plan: Plan, source: DocumentSource): readonly PlannedDocument[] {
  const madeFrom = workName(plan, source.name);
  // What makes them is loaded by the runs that have one to make: most have none.
  const renderer = once(async () => (await import('./render-text.ts')).textRenderer(textInput(plan), await source.templates()));
  return specsOf(plan).flatMap((spec): PlannedDocument[] => {
    const { kind, builder } = spec;
    const path = pathOf(spec, plan);
    if (kind === 'text') return [{ spec, kind, path, madeFrom, render: async (at) => (await renderer())(spec, at) }];
    if (!builder || !isTableBuilder(builder)) return [];
    const table = once(async () => (await import('./render-table.ts')).tables[builder](spec, path, plan));
    return [{ spec, kind: 'table', path, madeFrom, render: async (at) => ({ ...await table(), path: at }) }];
  });
}

/** Second wave: the copies, which also tell what people did in the work files. */
export function planCopies(plan: Plan, state: FolderState, source: Pick<DocumentSource, 'name'>): readonly PlannedDocument[] {
  const madeFrom = copiesName(plan, state, source.name);
  const specs = specsOf(plan);
  const documents = specs.map((spec): DocumentEntry => {
    const { id, title, purpose, readers } = spec;
    return { id, path: pathOf(spec, plan), title, purpose, readers };
  });
  return specs.flatMap((spec): PlannedDocument[] => {
    const { kind, builder } = spec;
    if (kind === 'text') return [];
    if (!builder) throw new Error(`No builder for ${spec.id}`);
    if (isTableBuilder(builder)) return [];
    const path = pathOf(spec, plan);
    const copy = once(async () => (await import('./render-copy.ts')).copies[builder](spec, path, plan, { documents, state }));
    return [{ spec, kind: KIND_OF_BUILDER[builder], path, madeFrom, render: async (at) => ({ ...await copy(), path: at }) }];
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
