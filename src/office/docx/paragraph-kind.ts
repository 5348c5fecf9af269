import type { BlockKind } from '../../model.ts';
import { isListed } from '../../shared/block-kinds.ts';
import type { XmlNode } from '../xml-node.ts';
import { kindOfList, listPlace, NO_LIST_ID } from './numbering.ts';
import type { OpenDocx } from './open-docx.ts';
import { kindOfStyle, styleChain } from './styles.ts';
import { valueOf } from './word-names.ts';

/** What a paragraph of the body is, by its style, else by the list that it is in. */
export function paragraphKind(
  { styles, numbering }: OpenDocx, properties: XmlNode | undefined,
): { readonly kind: BlockKind; readonly depth: number } {
  const chain = styleChain(styles, valueOf(properties, 'w:pStyle'));
  const place = listPlace(properties, chain);
  const isInList = place !== undefined && place.list !== NO_LIST_ID;
  const byStyle = kindOfStyle(chain) ?? 'paragraph';
  const byList = isInList ? kindOfList(numbering?.root, place) : undefined;
  const usual = byStyle === 'paragraph' ? byList ?? 'paragraph' : byStyle;
  const kind = isListed(usual) && !isInList ? 'paragraph' : usual;
  return { kind, depth: isListed(kind) ? place?.level ?? 0 : 0 };
}
