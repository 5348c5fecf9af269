/** All that Word knows (ECMA-376 part 1, 17.9.3). */
export const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

const restart = (level: number): string => (
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`
);

/** `w:num`: a list that paragraphs belong to, drawn by a definition. One that counts for itself starts again at 1. */
export function listUse(id: number | string, definition: number | string, { restarts = false } = {}): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${restarts ? LEVELS.map(restart).join('') : ''}</w:num>`;
}
