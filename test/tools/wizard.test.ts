import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTerminal, type Terminal } from '../support/terminal.ts';
import { describeWith } from './programs.ts';

describeWith('tmux', 'the wizard in a real terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nec-wizard-'));
  const program = join(folder, 'wizard.mjs');
  let terminal: Terminal;

  beforeAll(async () => {
    await build({
      entryPoints: [new URL('../support/wizard-program.ts', import.meta.url).pathname], outfile: program,
      bundle: true, platform: 'node', format: 'esm', logLevel: 'silent',
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  // The modes of the terminal are printed after the wizard: `icanon` and `echo` without a dash when it was given back.
  beforeEach(() => {
    terminal = openTerminal(`node ${program}; stty -a | grep -oE -e '-?(icanon|echo)\\b'; sleep 60`);
  });
  afterEach(() => terminal.close());

  /** Up to the question on the date, with an authority found by a few letters. */
  async function toDate(): Promise<void> {
    await terminal.sees('1 sur 9');
    terminal.type('creu');
    await terminal.sees('❯ Creuse (département)');
    terminal.type('Enter');
    await terminal.sees('2 sur 9');
  }

  it('W05: keeps what was typed beside the error, and takes the mended answer', async () => {
    await toDate();
    terminal.type('31/02/2027', 'Enter');
    expect(await terminal.sees('Réponse refusée.')).toContain('› 31/02/2027');
    terminal.type(...Array<string>(7).fill('BSpace'), '10/2027', 'Enter');
    await terminal.sees('Question date ? dimanche 31 octobre 2027');
  });

  it('W08: Échap goes back with the old answer ready, « ? » says why', async () => {
    await toDate();
    terminal.type('14/10/2027', 'Enter');
    await terminal.sees('3 sur 9');
    terminal.type('?');
    await terminal.sees('Raison publics.');
    await terminal.sees('3 sur 9');
    terminal.type('Escape');
    expect(await terminal.sees('2 sur 9')).toContain('› 14/10/2027');
    terminal.type('?', 'Escape');
    await terminal.sees(/1 sur 9[^]*❯ Creuse/);
    terminal.type('Escape');
    await terminal.sees(/1 sur 9[^]*❯ Creuse/);
  });

  it('W03: Ctrl-C at each question gives the terminal back and keeps the answers', async () => {
    await toDate();
    terminal.type('14/10/2027', 'Enter');
    await terminal.sees('3 sur 9');
    terminal.type('C-c');
    expect(await terminal.sees(/FIN[^]*echo/)).toMatch(/FIN stopped collectivite date\nicanon\necho/);
  });

  it('two Entrées in a row answer only the question that was on the screen', async () => {
    await toDate();
    terminal.type('14/10/2027', 'Enter');
    await terminal.sees('3 sur 9');
    terminal.type('Enter', 'Enter');
    await terminal.sees('4 sur 9');
  });

  it('goes through to the confirmation, says nothing in English', async () => {
    await toDate();
    let seen = terminal.screen();
    for (const rank of ['2', '3', '4', '5', '6'].map((number) => `${number} sur 9`)) {
      seen += await terminal.sees(rank);
      terminal.type(...(rank === '2 sur 9' ? ['14/10/2027'] : []), 'Enter');
    }
    await terminal.sees(/^Nom$/m);
    terminal.type('Médiathèque', 'Enter');
    seen += await terminal.sees('❯ Libellé de prefecture');
    terminal.type('Down');
    await terminal.sees('❯ Libellé de mediatheque');
    terminal.type('Enter');
    seen += await terminal.sees('❯ C’est tout : Médiathèque (Libellé de mediatheque)');
    terminal.type('Enter');
    seen += await terminal.sees('7 sur 9');
    terminal.type('Enter');
    seen += await terminal.sees('D’autres, avec vos mots ?');
    terminal.type('Radio', 'Enter');
    seen += await terminal.sees('8 sur 9');
    terminal.type('Enter');
    seen += await terminal.sees('9 sur 9');
    terminal.type('Enter');
    seen += await terminal.sees('❯ Pas de réponse pour l’instant');
    terminal.type('Enter');
    seen += await terminal.sees('❯ Oui, préparer le dossier');
    terminal.type('Enter');
    await terminal.sees('FIN confirmed collectivite date publics jauge budget partenaires themes appel inscriptions');
    expect(seen).not.toMatch(/\b(navigate|select|submit|space|all|You|No results|Invalid|Yes)\b/);
  });
});
