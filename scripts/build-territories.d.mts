/** The whole index of authorities as text; its lines are described in `build-territories.mjs`. */
export function buildTerritories(): string;
/** Writes it as the program reads it. */
export function writeTerritories(path: string): void;
