import type { DocumentSpec, Kit } from '../model.ts';
import type { Problem } from '../problem.ts';
import type { WholeKit } from './whole-kit.ts';

/** The templates of a kit, and those of its parents that one of its documents still uses. */
export function templatesFor(documents: readonly DocumentSpec[], { templates }: WholeKit): Kit['templates'] {
  const used = new Set(documents.map(({ template }) => template));
  const kept = Object.entries(templates).filter(([path, { isInherited }]) => !isInherited || used.has(path));
  return Object.fromEntries(kept.map(([path, { text }]) => [path, text]));
}

/** A problem of a template, told in the file where it stands. */
export const inOwnFile = ({ templates }: WholeKit) => (found: Problem): Problem => {
  const path = /^templates\/(.*)$/s.exec(found.at?.file ?? '')?.[1];
  const template = path !== undefined && Object.hasOwn(templates, path) ? templates[path] : undefined;
  return template && found.at ? { ...found, at: { ...found.at, file: template.file } } : found;
};
