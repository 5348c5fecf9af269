import { inKitOrder } from '../../src/cli/kit-order.ts';
import { renderCopies, renderWorkFiles } from '../../src/documents/render-documents.ts';
import type { CompiledTemplates } from '../../src/documents/render-text.ts';
import type { Document, FolderState, Plan } from '../../src/model.ts';

/** Both waves at once: every file that this plan puts in the folder, in the order of the kit. */
export function renderDocuments(plan: Plan, templates: CompiledTemplates, state: FolderState): readonly Document[] {
  return inKitOrder([...renderWorkFiles(plan, templates), ...renderCopies(plan, state)], ({ spec }) => spec.id, plan.kit);
}
