import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { filesIn, snapshot, workspace } from '../support/workspace.ts';
import { describeWith } from './programs.ts';
import { openWindow, type TerminalWindow } from './terminal-window.ts';

const open = (cwd: string, ...argv: readonly string[]): TerminalWindow => {
  const window = openWindow(cwd, argv, { PATH: '/usr/bin:/bin' });
  onTestFinished(() => window.close());
  return window;
};

/** Words that Inquirer, commander or Node would say by themselves. */
const ENGLISH = /\b(select|press|enter|navigate|search|results|required|invalid|must|value|error|submit|space|toggle|default)\b/i;

async function chooseCreuse(window: TerminalWindow): Promise<void> {
  await window.see('1 sur 9');
  window.type('creuse');
  await window.see('❯ Creuse (département)');
  window.press('Enter');
  await window.see('2 sur 9');
}

async function answerDate(window: TerminalWindow): Promise<void> {
  window.say('14/10/2027');
  await window.see('3 sur 9');
}

describeWith('tmux', 'a person at a terminal', () => {
  it('answers the nine questions, goes back, asks why, is refused once, reviews, confirms', async () => {
    const place = workspace();
    const window = open(place, 'init');
    await chooseCreuse(window);

    window.say('31/02/2027');
    const refused = await window.see('Réponse refusée. ');
    expect(refused).toContain('« 31/02/2027 » ne convient pas');
    expect(refused).toContain('Creuse (département)');
    window.press('C-u');
    await window.see('› (a-definir)');
    await answerDate(window);

    window.press('Escape');
    expect(await window.see('2 sur 9')).toContain('› 14/10/2027');
    window.press('Enter');
    await window.see('3 sur 9');
    window.press('?');
    expect(await window.see('Pourquoi cette question ? Chaque public')).toContain('À qui demander ?');
    window.press('Enter');
    await window.see('4 sur 9');
    window.say('?');
    await window.see('Pourquoi cette question ? Ce nombre choisit');
    window.say('90');
    await window.see('5 sur 9');
    window.say('1 500 €');
    await window.see('6 sur 9');
    window.press('Enter');
    await window.see('Nom de l’organisme');
    window.say('Préfecture de la Creuse');
    await window.see('De quel genre est-il ?');
    window.press('Down', 'Enter');
    await window.see('❯ C’est tout : Préfecture de la Creuse (Préfecture)');
    window.press('Enter');
    await window.see('7 sur 9');
    window.press('Enter');
    await window.see('D’autres, avec vos mots ?');
    window.say('Les hameaux');
    await window.see('8 sur 9');
    window.press('Enter');
    await window.see('9 sur 9');
    window.press('Enter');

    await window.see('Votre équipe a-t-elle lu et accepté la charte');
    window.press('Enter');
    await window.see('❯ Oui, préparer le dossier');
    expect(filesIn(snapshot(place))).toEqual(['nec-creuse-2027/nec-local.brouillon.yaml']);
    window.press('Enter');
    await window.see('Ouvrir cette page maintenant ?');
    window.press('Down', 'Enter');
    await window.see('sortie = 0');

    const answers = readFileSync(join(place, 'nec-creuse-2027', 'nec-local.yaml'), 'utf8');
    for (const line of ['collectivite: departement:23', 'date: 2027-10-14', 'jauge: 90', 'budget: 1500']) expect(answers).toMatch(new RegExp(`^${line}$`, 'm'));
    expect(answers).toContain('Préfecture de la Creuse');
    expect(answers).toContain('Les hameaux');
    expect(existsSync(join(place, 'nec-creuse-2027', 'nec-local.brouillon.yaml'))).toBe(false);
    expect(existsSync(join(place, 'nec-creuse-2027', 'LISEZ-MOI.html'))).toBe(true);
    expect(window.history()).not.toMatch(ENGLISH);
  });

  it('does not know the date: sees five days with their reasons, names an event, leaves, comes back, picks one', async () => {
    const place = workspace();
    const first = open(place, 'init');
    await chooseCreuse(first);
    first.press('Enter');
    await first.see('À quelle période pensez-vous');
    first.say('juin 2027');
    const offered = await first.see('❯ Aucune, plus tard');
    expect(offered).toContain('5 dates possibles, la meilleure d’abord.');
    expect(offered).toContain('  Pour : Ni jour férié, ni veille ou lendemain de jour férié.');
    expect(offered).toContain('  mardi 1er juin 2027');
    first.press('?');
    await first.see('Pourquoi ces dates ?');
    await first.see('❯ Aucune, plus tard');
    first.press('Up', 'Enter');
    await first.see('❯ Ajouter à la liste');
    first.press('Enter');
    await first.see('Nom de l’événement');
    first.say('Fête du lac');
    await first.see('Premier jour');
    first.say('1/6/2027');
    await first.see('Dernier jour');
    first.press('Enter');
    await first.see('❯ C’est tout : Fête du lac (mardi 1er juin 2027)');
    first.press('Enter');
    expect(await first.see('À une semaine au moins')).not.toContain('  mardi 1er juin 2027\n');
    await first.see('❯ Aucune, plus tard');
    first.press('C-c');
    await first.see('sortie = 130');

    const second = open(place, 'init');
    await second.see('❯ Aucune, plus tard');
    second.press('Escape');
    await second.see(/À quelle période pensez-vous[^]*› 2027-06\/2027-06/);
    second.press('Enter');
    await second.see('❯ Aucune, plus tard');
    second.press('Up', 'Up', 'Up', 'Up', 'Up', 'Up');
    await second.see(/❯ \S+ \d+ juin 2027/);
    second.press('Enter');
    await second.see('3 sur 9');
    expect(second.history()).toMatch(/Quel jour commence l’événement \? \S+ \d+ juin 2027/);
    second.press('C-c');
    await second.see('sortie = 130');
    const draft = readFileSync(join(place, 'nec-creuse-2027', 'nec-local.brouillon.yaml'), 'utf8');
    expect(draft).toMatch(/^date: 2027-06-\d\d$/m);
    expect(draft).toContain('  - { nom: Fête du lac, du: 2027-06-01 }');
    expect(second.history()).not.toMatch(ENGLISH);
  });

  it('leaves by Ctrl-C, finds the answers again, in the middle and on the review page', async () => {
    const place = workspace();
    const draft = join(place, 'nec-creuse-2027', 'nec-local.brouillon.yaml');
    const first = open(place, 'init');
    await chooseCreuse(first);
    await answerDate(first);
    first.press('C-c');
    const left = await first.see('sortie = 130');
    expect(left.replace(/\s+/g, ' ')).toMatch(/Arrêté\. Vos réponses sont gardées dans .*Pour reprendre, tapez la même commande/);
    expect(filesIn(snapshot(place))).toEqual(['nec-creuse-2027/nec-local.brouillon.yaml']);
    expect(readFileSync(draft, 'utf8')).toMatch(/^date: 2027-10-14$/m);

    const second = open(place, 'init');
    expect(await second.see('3 sur 9')).toContain('Vos réponses d’une fois précédente sont reprises');
    for (const rank of ['4', '5', '6']) {
      second.press('Enter');
      await second.see(`${rank} sur 9`);
    }
    second.press('Down', 'Enter');
    await second.see('7 sur 9');
    second.press('Enter');
    await second.see('D’autres, avec vos mots ?');
    second.press('Enter');
    await second.see('8 sur 9');
    second.press('Enter');
    await second.see('9 sur 9');
    second.press('Enter');
    await second.see('la charte');
    second.press('Enter');
    await second.see('❯ Oui, préparer le dossier');
    second.press('C-c');
    await second.see('sortie = 130');
    expect(filesIn(snapshot(place))).toEqual(['nec-creuse-2027/nec-local.brouillon.yaml']);

    const third = open(place, 'init', '--yes', '--answers', 'nec-creuse-2027/nec-local.brouillon.yaml', 'nec-creuse-2027');
    await third.see('sortie = 0');
    expect(existsSync(draft)).toBe(false);
  });

  it('leaves by Ctrl-C at the very first question: nothing is left, and the terminal works again', async () => {
    const place = workspace();
    const window = open(place, 'init');
    await window.see('1 sur 9');
    window.press('C-c');
    expect(await window.see('sortie = 130')).toContain('Arrêté. Rien n’a été écrit.');
    expect(snapshot(place)).toEqual({});
    window.type('je me vois taper');
    await window.see('je me vois taper');
  });

  it('sees its words in a dumb or colourless terminal', async () => {
    for (const env of [{ TERM: 'dumb' }, { NO_COLOR: '1' }]) {
      const window = openWindow(workspace(), ['init'], { PATH: '/usr/bin:/bin', ...env });
      onTestFinished(() => window.close());
      await window.see('1 sur 9');
      window.press('C-c');
      await window.see('sortie = 130');
    }
  });

  it('--accessible: lines only, from a keyboard', async () => {
    const place = workspace();
    const window = open(place, 'init', '--accessible');
    await window.see('Question 1 sur 9.');
    window.say('creuse');
    await window.see('1. Creuse (département)');
    window.say('1');
    await window.see('Question 2 sur 9.');
    window.say('31/02/2027');
    await window.see('Réponse refusée. ');
    window.say('14/10/2027');
    await window.see('Question 3 sur 9.');
    window.say('<');
    await window.see('déjà donnée');
    for (const [rank, words] of [[3, ''], [4, '1,2'], [5, '90'], [6, '0'], [7, 'Préfecture (prefecture)'], [8, '1'], [9, '1']] as const) {
      window.say(words);
      await window.see(`Question ${rank} sur 9.`);
    }
    window.say('3');
    await window.see('Pas de réponse pour l’instant');
    window.say('');
    await window.see('Tout est juste ?');
    window.say('1');
    await window.see('Ouvrir cette page maintenant ?');
    window.say('2');
    await window.see('sortie = 0');
    expect(existsSync(join(place, 'nec-creuse-2027', 'LISEZ-MOI.html'))).toBe(true);
    expect(window.history()).not.toMatch(ENGLISH);
    expect(window.history()).not.toContain('❯');
  });

  it('--accessible: Ctrl-C leaves, and keeps the answers', async () => {
    const place = workspace();
    const window = open(place, 'init', '--accessible');
    await window.see('Question 1 sur 9.');
    window.say('departement:23');
    await window.see('Question 2 sur 9.');
    window.press('C-c');
    await window.see('sortie = 130');
    expect(filesIn(snapshot(place)).length).toBe(1);
  });
});
