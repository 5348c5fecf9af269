// Folders for `scripts/bench.mjs`: an ordinary one, ones with many documents, ones with long workbooks that people filled.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export const TODAY = '2026-11-23';

/** Makes a planning folder with the program, and gives its path. */
export function makeFolder(bin, folder, ...flags) {
  const { status, stderr } = spawnSync(process.execPath, [bin, 'init', folder, ...flags, '--yes', '--quiet', '--today', TODAY], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return folder;
}

/** The shipped kit with so many more texts. */
export function kitWithDocuments(root, folder, count) {
  cpSync(join(root, 'kits', 'nec'), folder, { recursive: true });
  const entries = Array.from({ length: count }, (_, rank) =>
    `  - { id: texte-${rank}, path: 1-cadrage/texte-${rank}, kind: text, template: cadrage/charte.md, title: Texte ${rank}, purpose: Mesurer., readers: Personne }`);
  appendFileSync(join(folder, 'documents.yaml'), `\n${entries.join('\n')}\n`);
  return folder;
}

/** A person adds so many lines under our own in the retro-planning. */
export function fillPlanning(folder, rows) {
  const path = join(folder, '2-calendrier', 'retroplanning.xlsx');
  const parts = unzipSync(readFileSync(path));
  const sheet = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[sheet]);
  const last = Math.max(...[...xml.matchAll(/<row r="(\d+)"/g)].map(([, number]) => Number(number)));
  const added = Array.from({ length: rows }, (_, rank) => {
    const number = last + 1 + rank;
    return `<row r="${number}"><c r="B${number}" t="inlineStr"><is><t>À nous</t></is></c><c r="C${number}" t="inlineStr"><is><t>Tâche ${rank}</t></is></c></row>`;
  });
  writeFileSync(path, zipSync({ ...parts, [sheet]: strToU8(xml.replace('</sheetData>', `${added.join('')}</sheetData>`)) }));
  return folder;
}
