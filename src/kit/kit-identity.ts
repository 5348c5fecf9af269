import type { Kit, KitName } from '../model.ts';
import { problem } from '../problem.ts';
import { compact, object, optional, refine, required, text, type Decoder } from '../shared/decode.ts';
import { compareVersions } from '../shared/versions.ts';
import { id } from './fields.ts';

/** Three numbers, and perhaps a word: folders keep it in `kit: nec@1.0.0+…`, which must be read again. */
const version: Decoder<string> = refine(text, (value, node, report) => {
  if (/^\d{1,4}\.\d{1,4}\.\d{1,4}(-[a-z0-9.]{1,12})?$/.test(value)) return value;
  report(problem('wrong-value', { value, expected: 'trois nombres, comme 1.0.0' }, node.at));
  return undefined;
});

type Identity = Pick<Kit, 'id' | 'name' | 'purpose' | 'version' | 'licence' | 'needsTool'>;

/** `kit.yaml`: what a kit says of itself. Where `extends` leads is read before (`kit-levels.ts`). */
export const identity: Decoder<Identity> = object('kit.yaml', {
  id: required(id), name: required(text), purpose: optional(text), version: required(version), licence: required(text),
  extends: optional(text), needs_tool: optional(version),
}, ({ extends: _, needs_tool, ...rest }) => compact({ ...rest, needsTool: needs_tool }));

/** A kit that extends others: it says which, and needs the newest tool that one of them needs. */
export function aboveParents(own: Identity, parents: readonly Identity[]): Identity & Pick<Kit, 'parents'> {
  if (parents.length === 0) return own;
  const needs = [own, ...parents].flatMap(({ needsTool }) => needsTool ?? []).toSorted(compareVersions).at(-1);
  return compact({ ...own, needsTool: needs, parents: parents.map(({ id: parent, name, version: number }): KitName => ({ id: parent, name, version: number })) });
}
