import { stringify } from 'yaml';
import type { AnswerValue } from '../model.ts';

/**
 * One answer as the lines `id: valeur` of a YAML file, without a last line end. Simple lists stand on one line, so that
 * one `#` is enough to switch them on or off; `oui` and `non` are written as people say them.
 */
export function answerToYaml(id: string, value: AnswerValue): string {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    return [`${id}:`, ...value.map((item) => `  - ${oneLine(item)}`)].join('\n');
  }
  if (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0) {
    return [`${id}:`, ...Object.entries(value).map(([key, text]) => `  ${oneLine(key)}: ${oneLine(text)}`)].join('\n');
  }
  return `${id}: ${oneLine(value)}`;
}

/** The `yaml` library knows what needs quotes; in a flow list or as the value of a key it is the same one line. */
function oneLine(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true, version: '1.2' }).trimEnd();
}
