import type { AnswerValue, DocumentSpec, Profile } from '../model.ts';
import { problem } from '../problem.ts';
import { BUILDERS } from '../shared/builders.ts';
import { condition } from '../shared/condition.ts';
import { compact, object, oneOf, optional, prose, refine, required, text, yesNo, type Decoder } from '../shared/decode.ts';
import { toRaw } from '../shared/yaml.ts';
import { id, RENAMED } from './fields.ts';

/** Names that Windows keeps for itself, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
/** The tool's own files at the top of the folder. */
const OURS = /^nec-local\./i;
const PART = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const MAX_LENGTH = 120;

/** True for a relative path of plain ASCII names that every disk can hold, and that stays inside the folder. */
export function isSafePath(path: string): boolean {
  const parts = path.split('/');
  return path.length <= MAX_LENGTH && !OURS.test(path) && parts.every((part) => PART.test(part) && !RESERVED.test(part) && !part.endsWith('.'));
}

const safePath: Decoder<string> = refine(text, (path, node, report) => {
  if (isSafePath(path)) return path;
  report(problem('bad-path', { path }, node.at));
  return undefined;
});

export const documentSpec: Decoder<DocumentSpec> = refine(object('un document', {
  id: required(id),
  path: required(safePath),
  kind: required(oneOf(['text', 'table', 'copy'])),
  title: required(prose),
  purpose: required(prose),
  readers: required(prose),
  when: optional(condition),
  extra: optional(yesNo),
  large_print: optional(yesNo),
  template: optional(safePath),
  builder: optional(oneOf(BUILDERS)),
  table: optional(text),
}, ({ large_print, ...rest }) => compact({ ...rest, largePrint: large_print }), RENAMED), (spec, node, report): DocumentSpec | undefined => {
  const wanted = spec.kind === 'text' ? 'template' : 'builder';
  if (spec[wanted] !== undefined) return spec;
  report(problem('missing-key', { key: wanted, owner: `le document ${spec.id}` }, node.at));
  return undefined;
});

/**
 * Ready answers are kept as they are written: they are checked like anybody's answers when they are used. An empty key
 * is a question not answered.
 */
const rawAnswers: Decoder<Readonly<Record<string, AnswerValue>>> = (node, report) => {
  if (node.kind !== 'map') {
    report(problem('wrong-type', { expected: 'des réponses', found: 'autre chose' }, node.at));
    return undefined;
  }
  const answered = node.entries.flatMap(({ key, value }) => {
    const raw = toRaw(value);
    return raw === null ? [] : [[key, raw] as const];
  });
  return Object.fromEntries(answered) as Readonly<Record<string, AnswerValue>>;
};

export const profile = (name: string): Decoder<Profile> =>
  object('un profil', { title: required(prose), answers: required(rawAnswers) }, (values) => ({ id: name, ...values }));
