import type { DocumentSpec, Kit, Provenance } from '../model.ts';
import { formOfBuilder } from '../shared/builders.ts';
import { sourcesOf, type SourceBehind } from './explanation.ts';

/** Where the facts of a document come from, each source once; texts name their own. */
export function documentSources({ builder, table }: DocumentSpec, kit: Kit): readonly SourceBehind[] {
  const found = factsBehind(builder, table, kit).flatMap((fact) => sourcesOf(fact, kit));
  return found.filter(({ title }, index) => found.findIndex((other) => other.title === title) === index);
}

function factsBehind(builder: DocumentSpec['builder'], table: string | undefined, { forms, programme, tables = [] }: Kit): readonly Provenance[] {
  if (builder === 'timetable' && programme) return [programme.limits, ...programme.days];
  if (builder === 'table') return tables.filter(({ id }) => id === table).flatMap((found) => [found, ...found.rows]);
  const form = formOfBuilder(builder);
  return forms.filter(({ id }) => id === form);
}
