import type { Kit } from '../model.ts';
import type { Problem } from '../problem.ts';
import { checkConditions } from './check-conditions.ts';
import { checkPaths } from './check-paths.ts';
import { checkProgramme } from './check-programme.ts';
import { checkQuestions } from './check-questions.ts';
import { checkReferences } from './check-references.ts';
import { checkTables } from './check-tables.ts';
import { checkTasks } from './check-tasks.ts';
import type { KitFiles } from './where.ts';

/** A rule about the whole kit: what its parts say of each other. */
export type KitCheck = (kit: Kit, files: KitFiles) => readonly Problem[];

const checks: readonly KitCheck[] = [checkReferences, checkConditions, checkTasks, checkPaths, checkQuestions, checkProgramme, checkTables];

/** All that is wrong between the parts of a kit whose files are each well formed. */
export function checkKit(kit: Kit, files: KitFiles): readonly Problem[] {
  return checks.flatMap((check) => check(kit, files));
}
