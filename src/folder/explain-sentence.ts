import type { Block, Plan } from '../model.ts';
import { BLOCK_ID, numberBlocks } from '../shared/block-ids.ts';
import { fold } from '../shared/words.ts';
import type { DocumentBase } from './baseline.ts';
import { readTextContent } from './content.ts';
import { templateQuestions } from './document-questions.ts';
import { answersTo, linesOf, type Explained, type Explanation } from './explanation.ts';

/** Fewer letters could be anywhere. */
const MIN_LETTERS = 6;
const MAX_FOUND = 5;

/** The paragraphs that hold these words, as the tool last wrote them: which template, which answers, which values. */
export function explainSentence(words: string, { plan, files, partOf }: Explained): readonly Explanation[] {
  const wanted = fold(words);
  if (wanted.length < MIN_LETTERS) return [];
  return files.flatMap((file) => (file.kind === 'text'
    ? (readTextContent(partOf(file))?.blocks ?? []).filter((block) => fold(textOf(block)).includes(wanted)).map((block) => explainBlock(block, file, plan))
    : [])).slice(0, MAX_FOUND);
}

const textOf = ({ cells }: Block): string => cells.map((runs) => runs.map(({ text }) => text).join('')).join(' ');

function explainBlock(block: Block, file: DocumentBase, plan: Plan): Explanation {
  const spec = plan.kit.documents.find(({ id }) => id === file.document);
  const lines = linesBehind(block.id, plan.kit.templates[spec?.template ?? ''] ?? '');
  return {
    kind: 'sentence', id: `${file.document}#${block.id}`, title: textOf(block),
    lines: linesOf({
      'Fichier': file.path,
      'Écrit dans': spec?.template && `le modèle du kit templates/${spec.template}${lines.line > 0 ? `, ligne ${lines.line}` : ''}`,
      'Valeurs du plan': [...new Set(block.values)].join(' ; '),
    }),
    answers: answersTo(templateQuestions(lines.text, plan.kit), plan),
    sources: [],
  };
}

/** The line of a template that gives a block (from 1; 0: not found), with the tags that decide whether it is printed. */
function linesBehind(blockId: string, template: string): { readonly line: number; readonly text: string } {
  const open: string[] = [];
  for (const [index, line] of numberBlocks(template).source.split('\n').entries()) {
    const ids = [...line.matchAll(BLOCK_ID)].map(([, id = '']) => id);
    if (ids.some((id) => isIdOf(id, blockId))) return { line: index + 1, text: [...open, line].join('\n') };
    for (const [tag] of line.matchAll(/\{\{~?(?:#|\/|else)[^}]*\}\}/g)) {
      if (tag.includes('#')) open.push(tag);
      else if (tag.includes('/')) open.pop();
      else open.push(`${open.pop() ?? ''}${tag}`);
    }
  }
  return { line: 0, text: '' };
}

/** `role-{{id}}` gives `role-chef-de-projet`. */
function isIdOf(written: string, id: string): boolean {
  if (!written.includes('{{')) return written === id;
  const [before = '', after = ''] = [written.slice(0, written.indexOf('{{')), written.slice(written.lastIndexOf('}}') + 2)];
  return id.startsWith(before) && id.endsWith(after) && id.length > before.length + after.length;
}
