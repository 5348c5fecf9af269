/** Namespaces of WordprocessingML (ECMA-376 part 1, annex A.1) and of relations between parts. */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A4 with margins of 2.2 cm, in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, margin: 1247, edge: 624 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
