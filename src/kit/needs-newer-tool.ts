import { problem, type Problem } from '../problem.ts';
import { compareVersions } from '../shared/versions.ts';
import type { Located } from '../shared/yaml.ts';
import { stepInto } from './where.ts';

/** The problem of a kit whose `needs_tool` is newer than the tool that reads it. What is badly written is told elsewhere. */
export function needsNewerTool(kitFile: Located | undefined, tool: string): Problem | undefined {
  const node = kitFile && stepInto(kitFile, 'needs_tool');
  if (node?.kind !== 'scalar' || compareVersions(node.source, tool) <= 0) return undefined;
  return problem('tool-too-old', { needs: node.source, has: tool }, node.at);
}
