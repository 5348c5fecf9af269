import type Handlebars from 'handlebars';
import runtimeModule from 'handlebars/runtime.js';
import type { DocumentSpec, TextDocument } from '../model.ts';
import { numberBlocks } from '../shared/block-ids.ts';
import { frenchMarkdown } from '../shared/french-spaces.ts';
import type { View } from '../shared/view-shape.ts';
import { parseBlocks } from './text/blocks.ts';
import { NO_DUE_DATE, type TextInput } from './text-input.ts';

/** The runtime alone: its type declarations are empty, though it has what renders a precompiled template. */
const runtime = (runtimeModule as unknown as Pick<typeof Handlebars, 'create'>).create();

/** A template ready to run, by its path in `templates/`. */
export type CompiledTemplates = Readonly<Record<string, Handlebars.TemplateDelegate<View>>>;
/** What `Handlebars.precompile` writes, once read as JavaScript. */
export type TemplateSpec = Parameters<typeof Handlebars.template>[0];

/** The same for shipped and foreign kits. Values are escaped and marked one by one, by the view. */
export const compileOptions = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: {
    has: true, echeance: true, demande: true, with: false, lookup: false, log: false, helperMissing: false, blockHelperMissing: false,
  },
} as const satisfies CompileOptions;

type ByPath<T> = Readonly<Record<string, T>>;

const mapValues = <T, U>(record: ByPath<T>, map: (value: T, path: string) => U): ByPath<U> =>
  Object.fromEntries(Object.entries(record).map(([path, value]) => [path, map(value, path)]));

/** Authors write ordinary spaces. */
const withBlockIds = (source: string, file: string): string => numberBlocks(frenchMarkdown(source), { file }).source;

/** For the build: each template as JavaScript, block ids included. */
export function precompileTemplates(sources: ByPath<string>, full: typeof Handlebars): ByPath<string> {
  return mapValues(sources, (source, file) => String(full.precompile(withBlockIds(source, file), compileOptions)));
}

/** For shipped kits: what the build precompiled. */
export function loadTemplates(specs: ByPath<TemplateSpec>): CompiledTemplates {
  return mapValues(specs, (spec) => runtime.template<View>(spec));
}

/** For kits that are not shipped, once `checkTemplate` has accepted them: it refuses what would only fail later. */
export function compileTemplates(sources: ByPath<string>, full: typeof Handlebars): CompiledTemplates {
  const environment = full.create();
  return mapValues(sources, (source, file) => environment.compile<View>(withBlockIds(source, file), compileOptions));
}

/** Renders the texts of one plan as blocks. The kit check has made sure that each template exists. */
export function textRenderer({ view, dueDates, requests }: TextInput, templates: CompiledTemplates): (spec: DocumentSpec, path: string) => TextDocument {
  const echeance = (task: string): string => (Object.hasOwn(dueDates, task) ? dueDates[task] : undefined) ?? NO_DUE_DATE;
  const demande = (income: string): string => (Object.hasOwn(requests, income) ? requests[income] : undefined) ?? NO_DUE_DATE;
  const options: Handlebars.RuntimeOptions = { helpers: { has, echeance, demande } };
  return (spec, path) => {
    const template = templates[spec.template ?? ''];
    if (!template) throw new Error(`No template ${spec.template} for ${spec.id}`);
    return { kind: 'text', spec, path, blocks: parseBlocks(template(view, options)) };
  };
}

/** `{{#has publics "mediateurs" "elus"}}…{{else}}…{{/has}}`: equals one of the codes, or the list contains one. */
function has(this: unknown, subject: unknown, ...rest: readonly unknown[]): string {
  const { fn, inverse } = rest.at(-1) as Handlebars.HelperOptions;
  const codes = rest.slice(0, -1);
  const found = Array.isArray(subject) ? subject.some((code) => codes.includes(code)) : codes.includes(subject);
  return found ? fn(this) : inverse(this);
}
