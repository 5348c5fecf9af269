import { STYLE_NAMES } from '../../shared/docx/kinds.ts';
import { escapeXml } from '../../shared/xml.ts';
import { findStyle, type Styles } from './styles.ts';

/** Names of our styles by the ids that our writer uses. */
const NAMES: Readonly<Record<string, string>> = { ...STYLE_NAMES, Hyperlink: 'Hyperlink', PlanTable: 'Tableau du dossier' };
const TYPES: Readonly<Record<string, string>> = { p: 'paragraph', r: 'character', tbl: 'table' };

/** The id of one of our styles in this file; undefined when it is gone. */
export function localStyle(styles: Styles, type: string, id: string): string | undefined {
  return findStyle(styles, type, NAMES[id] ?? id)?.id;
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`).join('');

/** What our writer wrote, with the styles of this file; a table whose style is gone draws its own lines. */
export function withLocalStyles(styles: Styles, xml: string): string {
  const local = xml.replace(/<w:(p|r|tbl)Style w:val="(\w+)"\/>/g, (_, element: string, id: string) => {
    const style = localStyle(styles, TYPES[element] ?? '', id);
    return style === undefined ? '' : `<w:${element}Style w:val="${escapeXml(style)}"/>`;
  });
  return localStyle(styles, 'table', 'PlanTable') === undefined
    ? local.replaceAll('<w:tblLayout', `<w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout`) : local;
}
