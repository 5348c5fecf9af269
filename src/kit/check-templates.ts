import type { Kit } from '../model.ts';
import { problem, type Problem } from '../problem.ts';
import { numberBlocks } from '../shared/block-ids.ts';
import { checkTemplate, type ParseTemplate } from '../shared/template-language.ts';

/** No text of a kit comes near: larger ones are not even read. */
const MAX_CHARACTERS = 1_000_000;

/** All that is wrong inside the templates of a kit: the language, the names it uses, the ids of its blocks. */
export function checkTemplates(kit: Kit, parse: ParseTemplate): readonly Problem[] {
  return Object.entries(kit.templates).flatMap(([path, source]) => {
    const file = `templates/${path}`;
    if (source.length > MAX_CHARACTERS) return [problem('yaml-too-large', { limit: '1 Mo' }, { file, line: 1, column: 1 })];
    return [...checkTemplate(source, file, kit, parse), ...numberBlocks(source, { file }).problems];
  });
}
