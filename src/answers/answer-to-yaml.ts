import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { AnswerValue } from '../model.ts';

/**
 * One answer as the lines `id: valeur` of a YAML file, without a last line end. Simple lists stand on one line, so that
 * one `#` is enough to switch them on or off; `oui` and `non` are written as people say them.
 */
export function answerToYaml(id: string, value: AnswerValue): string {
  const document = new Document({ [id]: typeof value === 'boolean' ? (value ? 'oui' : 'non') : value });
  const node = document.get(id, true);
  if (isSeq(node)) {
    if (node.items.every(isScalar)) node.flow = true;
    for (const item of node.items) if (isMap(item)) item.flow = true;
  }
  return document.toString({ lineWidth: 0, singleQuote: true }).replace(/\n$/, '');
}
