import type { Kit } from '../model.ts';
import type { Problem } from '../problem.ts';
import { numberBlocks } from '../shared/block-ids.ts';
import { checkTemplate, type ParseTemplate } from '../shared/template-language.ts';

/** All that is wrong inside the templates of a kit: the language, the names it uses, the ids of its blocks. */
export function checkTemplates(kit: Kit, parse: ParseTemplate): readonly Problem[] {
  return Object.entries(kit.templates).flatMap(([path, source]) => {
    const file = `templates/${path}`;
    return [...checkTemplate(source, file, kit, parse), ...numberBlocks(source, { file }).problems];
  });
}
