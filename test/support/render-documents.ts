import { inKitOrder } from '../../src/cli/kit-order.ts';
import { planCopies, planWorkFiles, type PlannedDocument } from '../../src/documents/render-documents.ts';
import type { CompiledTemplates } from '../../src/documents/render-text.ts';
import type { Document, FolderState, Plan } from '../../src/model.ts';

/** Both waves at once: every file that this plan puts in the folder, in the order of the kit. */
export async function renderDocuments(
  plan: Plan, templates: CompiledTemplates, state: FolderState, isWanted: (planned: PlannedDocument) => boolean = () => true,
): Promise<readonly Document[]> {
  const source = { templates: async () => templates, name: 'tests' };
  const planned = [...planWorkFiles(plan, source), ...planCopies(plan, state, source)].filter(isWanted);
  return Promise.all(inKitOrder(planned, ({ spec }) => spec.id, plan.kit).map(({ path, render }) => render(path)));
}
