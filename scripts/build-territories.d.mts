/** The whole index of authorities as text; its lines are described in `build-territories.mjs`. */
export function buildTerritories(): string;
