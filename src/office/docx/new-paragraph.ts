import type { Block, BlockKind, FoundBlock } from '../../model.ts';
import { isListed } from '../../shared/block-kinds.ts';
import { BOX_INDENT, PARAGRAPH_LOOKS } from '../../shared/docx/kinds.ts';
import { writeRuns } from '../../shared/docx/runs.ts';
import { escapeXml } from '../../shared/xml.ts';
import { childOf, sourceOf } from '../xml-node.ts';
import { localStyle, withLocalStyles } from './local-styles.ts';
import type { NewLists } from './new-list.ts';
import { listPlace, NO_LIST_ID, type ListPlace } from './numbering.ts';
import type { OpenDocx } from './open-docx.ts';
import type { PlacedBlock } from './placed-block.ts';
import { styleChain } from './styles.ts';
import { valueOf } from './word-names.ts';

/** What stands before a new paragraph: something of the file, or the new paragraph before it. */
export interface Standing {
  readonly kind: BlockKind | 'other';
  readonly depth: number;
  readonly list: string | undefined;
}

/** One child of `w:pPr`. */
interface Property {
  readonly name: string;
  readonly xml: string;
}

interface Look {
  readonly properties: readonly Property[];
  readonly place: ListPlace | undefined;
}

/** Belongs to one paragraph, not to its kind. */
const OWN = new Set(['w:rPr', 'w:sectPr', 'w:pageBreakBefore', 'w:pPrChange', 'w:framePr', 'w:cnfStyle']);
/** What stands before `w:numPr` (CT_PPr, 17.3.1.26). */
const BEFORE_LIST = new Set(['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:widowControl']);

const isBox = (kind: string): boolean => kind === 'info' || kind === 'warning';

/** Where a paragraph of the file stands among lists. */
export function standingOf({ styles }: OpenDocx, { found, node }: PlacedBlock): Standing {
  const properties = childOf(node, 'w:pPr');
  const place = listPlace(properties, styleChain(styles, valueOf(properties, 'w:pStyle')));
  return { kind: found.kind, depth: found.depth, list: place?.list };
}

/** An empty line, or one that holds a picture, may look like nothing else. */
const isNoModel = ({ cells, fixed }: FoundBlock): boolean => cells[0] === '' || fixed !== undefined;

/** The look of the nearest paragraph of its kind: of its depth if there is one, and for a box, with its word or without. */
function lookOfNearest(
  file: OpenDocx, blocks: readonly PlacedBlock[], block: Block, after: number, continuesBox: boolean,
): Look | undefined {
  const alike = blocks.map((placed, rank) => ({ placed, rank })).filter(({ placed }) => {
    const { kind, locked } = placed.found;
    return kind === block.kind && !placed.table && locked !== 'tracked-changes'
      && (!isBox(kind) || (standingOf(file, placed).list === NO_LIST_ID) === continuesBox);
  });
  const strangeness = ({ placed: { found } }: typeof alike[number]): number => (
    2 * Number(isNoModel(found)) + Number(found.depth !== block.depth)
  );
  const [nearest] = alike.toSorted((a, b) => (
    strangeness(a) - strangeness(b) || Math.abs(a.rank - after) - Math.abs(b.rank - after)
  ));
  if (!nearest) return undefined;
  const properties = childOf(nearest.placed.node, 'w:pPr');
  return {
    properties: (properties?.children ?? []).filter(({ name }) => !OWN.has(name))
      .map((child) => ({ name: child.name, xml: sourceOf(file.xml, child) })),
    place: listPlace(properties, styleChain(file.styles, valueOf(properties, 'w:pStyle'))),
  };
}

/** Our own style, if the file has it. */
function lookOfStyle({ styles }: OpenDocx, kind: BlockKind, continuesBox: boolean): Look {
  const id = localStyle(styles, 'paragraph', PARAGRAPH_LOOKS[kind].style);
  if (id === undefined) return { properties: [], place: undefined };
  const style = { name: 'w:pStyle', xml: `<w:pStyle w:val="${escapeXml(id)}"/>` };
  const indent = { name: 'w:ind', xml: `<w:ind w:left="${BOX_INDENT}" w:firstLine="0"/>` };
  const look = { properties: [style], place: listPlace(undefined, styleChain(styles, id)) };
  return continuesBox ? inList({ ...look, properties: [style, indent] }, { list: NO_LIST_ID, level: 0 }) : look;
}

function inList({ properties }: Look, place: ListPlace): Look {
  const xml = `<w:numPr><w:ilvl w:val="${place.level}"/><w:numId w:val="${escapeXml(place.list)}"/></w:numPr>`;
  const others = properties.filter(({ name }) => name !== 'w:numPr');
  const first = others.filter(({ name }) => BEFORE_LIST.has(name));
  const rest = others.filter(({ name }) => !BEFORE_LIST.has(name));
  return { properties: [...first, { name: 'w:numPr', xml }, ...rest], place };
}

/** The numbered list that goes on here: a list ends at a paragraph that is in none. */
function openList(before: readonly Standing[]): string | undefined {
  for (const { kind, depth, list } of before.toReversed()) {
    if (kind === 'number') return list;
    if (kind === 'other' || !isListed(kind) || depth === 0) return undefined;
  }
  return undefined;
}

/** What stands around a new paragraph. */
export interface Around {
  /** Rank of the block that it comes after. */
  readonly after: number;
  /** What stands before it, new paragraphs included, at least back to where a list would start. */
  readonly before: readonly Standing[];
  readonly next: Standing | undefined;
}

/** The list of an item: that of its look; a number goes on with the list around it, or starts one. */
function listFor(lists: NewLists, { kind }: Block, { place }: Look, { before, next }: Around): string | undefined {
  if (!isListed(kind) || !place) return undefined;
  if (kind !== 'number') return place.list;
  return openList(before) ?? (next?.kind === 'number' ? next.list : lists.make(place.list));
}

/** Writes a paragraph, and says where it then stands. */
export function newParagraph(
  file: OpenDocx, blocks: readonly PlacedBlock[], lists: NewLists, block: Block, around: Around,
): { readonly xml: string; readonly standing: Standing } {
  const continuesBox = isBox(block.kind) && around.before.at(-1)?.kind === block.kind;
  const look = lookOfNearest(file, blocks, block, around.after, continuesBox) ?? lookOfStyle(file, block.kind, continuesBox);
  const level = Math.min(block.depth, 8);
  const list = listFor(lists, block, look, around);
  const isElsewhere = list !== undefined && (list !== look.place?.list || level !== look.place.level);
  const withoutIndent = { ...look, properties: look.properties.filter(({ name }) => name !== 'w:ind') };
  const { properties } = isElsewhere ? inList(withoutIndent, { list, level }) : look;
  const content = properties.map(({ xml }) => xml).join('');
  const runs = withLocalStyles(file.styles, writeRuns(block.cells.flat()));
  return {
    xml: `<w:p>${content && `<w:pPr>${content}</w:pPr>`}${runs}</w:p>`,
    standing: { kind: block.kind, depth: level, list: list ?? look.place?.list },
  };
}
