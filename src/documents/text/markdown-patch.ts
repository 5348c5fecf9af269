import type { TextEdit } from '../../model.ts';

/** A person's pad with some words changed, blocks put in and taken out. Undefined when that cannot be done safely. */
export function patchMarkdown(text: string, edits: readonly TextEdit[]): string | undefined {
  return edits.length === 0 ? text : undefined;
}
