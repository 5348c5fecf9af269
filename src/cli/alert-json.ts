import type { Alert } from '../model.ts';
import { compact } from '../shared/decode.ts';

/** An alert as machines read it; `source` is `jugement` where the rule is our own, else the codes of its sources. */
export function alertToJson({ rule, severity, message, todo, sources, checkedOn, confidence, validUntil }: Alert) {
  return compact({ rule, severity, message, todo, source: sources.join(', '), checkedOn, confidence, validUntil });
}
