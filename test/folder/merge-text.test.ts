import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/shared/apply-edits.ts';
import { at, between, block, found, merge, mergeOne, MOVED, NEW, NOTE, OLD, written } from '../support/text-merges.ts';

describe('D01 the date moves', () => {
  it('moves in every block that nobody touched, and nothing else changes', () => {
    const { reads, conflicts, notes, edits } = merge(NOTE, written(NOTE), MOVED);
    expect(reads).toEqual(written(MOVED).map(({ cells }) => cells.join(' | ')));
    expect([conflicts, notes]).toEqual([[], []]);
    expect(edits.map((edit) => (edit.kind === 'words' ? edit.text : edit.kind))).toEqual([NEW, '24 mai 2027', '30 juillet 2027']);
  });

  it('D02 X01 moves around what a person rewrote', () => {
    const mine = written(NOTE).with(at('Nous voulons'), found('Nos agents et nos élus se retrouvent une fois l’an.'));
    expect(merge(NOTE, mine, MOVED).reads[at('Nous voulons')]).toBe('Nos agents et nos élus se retrouvent une fois l’an.');
    expect(merge(NOTE, mine, MOVED).reads[at('La rencontre')]).toBe(`La rencontre a lieu le ${NEW}, à la mairie.`);
  });

  it('D13 moves back, and the person’s words are still there', () => {
    const mine = written(NOTE).with(at('La rencontre'), found(`Rendez-vous le ${OLD} devant la mairie.`));
    const there = applyEdits(mine, merge(NOTE, mine, MOVED).edits);
    const { edits } = merge(MOVED, there, NOTE);
    expect(applyEdits(there, edits)).toEqual(mine);
  });

  it('D03 is not written over a date that a person copied elsewhere: it is listed', () => {
    const mine = [...written(NOTE), found(`Prévenir la cantine pour le ${OLD}.`)];
    const { reads, notes } = merge(NOTE, mine, MOVED);
    expect(reads.at(-1)).toBe(`Prévenir la cantine pour le ${OLD}.`);
    expect(notes).toEqual([{ code: 'old-value', value: OLD, place: `paragraphe «\u00a0Prévenir la cantine pour le jeudi 14 octobre 2027.\u00a0»` }]);
  });
});

describe('words of both sides in one paragraph', () => {
  it.each([
    ['X02 a sentence rewritten around the date', `Le {${OLD}}, on se réunit.`, `Venez le ${OLD} dès l’aube !`, `Le {${NEW}}, on se réunit.`, `Venez le ${NEW} dès l’aube !`],
    ['U04 another sentence', `Le {${OLD}}. Venez nombreux.`, `Le ${OLD}. Venez à vélo.`, `Le {${NEW}}. Venez nombreux.`, `Le ${NEW}. Venez à vélo.`],
    ['a sentence behind', 'Venez nombreux.', 'Venez nombreux. Il y aura du café.', 'Venez très nombreux.', 'Venez très nombreux. Il y aura du café.'],
    ['a sentence before', 'Venez nombreux.', 'Chers amis. Venez nombreux.', 'Venez très nombreux.', 'Chers amis. Venez très nombreux.'],
    ['U07 words that touch: each keeps its side', 'avant midi pile', 'avant treize heures pile', 'juste avant midi pile', 'juste avant treize heures pile'],
    ['U07 an insertion beside a change', `le {${OLD}} au soir`, `le ${OLD} (à confirmer) au soir`, `le {${NEW}} au soir`, `le ${NEW} (à confirmer) au soir`],
    ['a sentence that the kit drops, before one that the person adds', 'Venez. Il y a un bus.', 'Venez. Il y a un bus. Merci.', 'Venez.', 'Venez. Merci.'],
    ['a sentence of each at one place, the kit’s first', 'Venez. Merci.', 'Venez. Il y a un bus. Merci.', 'Venez. Lieu : {halle}. Merci.', 'Venez. Lieu : halle. Il y a un bus. Merci.'],
    ['a sentence of each at the end', 'Venez nombreux.', 'Venez nombreux. Il y a un bus, dit Karim', 'Venez nombreux. Répondez vite.', 'Venez nombreux. Répondez vite. Il y a un bus, dit Karim'],
    ['a deleted sentence whose date changes', `Venez. C’est le {${OLD}}. À bientôt.`, 'Venez. À bientôt.', `Venez. C’est le {${NEW}}. À bientôt.`, 'Venez. À bientôt.'],
    ['a day that becomes two', `Le {${OLD}}, à Guéret.`, `Le ${OLD}, à Guéret et en ligne.`, 'Du {4 au 5 novembre 2027}, à Guéret.', 'Du 4 au 5 novembre 2027, à Guéret et en ligne.'],
    ['an article of the person’s own before the value', `C’est {le ${OLD}}.`, `Ce sera ce ${OLD}.`, `C’est {le ${NEW}}.`, `Ce sera ce ${NEW}.`],
  ])('%s', (_, base, mine, next, expected) => {
    const plain = base.replaceAll(/[{}]/g, '');
    expect(mergeOne(base, mine, next)).toMatchObject({ words: expected, conflicts: 0 });
    expect(mergeOne(base, plain, next).words).toBe(next.replaceAll(/[{}]/g, ''));
    expect(mergeOne(base, mine, base)).toEqual({ words: mine, conflicts: 0, notes: [] });
  });

  it('are named, to be read again', () => {
    expect(mergeOne(`Le {${OLD}}. Venez.`, `Le ${OLD}. Venez à vélo.`, `Le {${NEW}}. Venez.`).notes).toEqual(['merged-words']);
  });

  it.each([
    ['X06 U05 the same words', 'Le comité décide.', 'Le bureau décide.', 'Le jury décide.'],
    ['a date typed over', `Le {${OLD}}.`, 'Le 2 décembre 2027.', `Le {${NEW}}.`],
    ['two insertions at one place', 'Venez nombreux.', 'Venez vite nombreux.', 'Venez tous nombreux.'],
    ['words of each behind one sentence, the kit’s no whole sentence', 'Venez. Merci.', 'Venez. Vite ! Merci.', 'Venez. Lieu : Merci.'],
    ['sentences of each about the same thing', 'Venez. Merci.', 'Venez. Le repas coûte 5 euros. Merci.', 'Venez. Le repas est gratuit. Merci.'],
    ['a sentence that says more than the kit’s', 'Venez. Merci.', 'Venez. Il y a un bus gratuit. Merci.', 'Venez. Il y a un bus. Merci.'],
    ['words of each inside an address', 'Écrire à nec@creuse.fr', 'Écrire à nec@creuse.gouv.fr', 'Écrire à nec@creuse.collectivite.fr'],
    ['words of each behind an abbreviation', 'Voir art. 5', 'Voir art. L. 5', 'Voir art. R. 5'],
    ['words of each behind a title', 'Merci à M. Durand.', 'Merci à M. Jean. Durand.', 'Merci à M. Paul. Durand.'],
    ['digits of each in a number', 'Payer 3.50', 'Payer 3.7.50', 'Payer 3.8.50'],
    ['a place rewritten on both sides of a comma: no word lands inside it', 'Au café Guéret, mairie.', 'Au café Guéret (centre), mairie.', 'Au café Felletin, halle.'],
    ['the words deleted between two insertions of the kit', 'On va au parc.', 'On au parc.', 'On y va vite au parc.'],
    ['a sentence deleted that the kit rewrites', 'Venez. On vous attend au parc. Merci.', 'Venez. Merci.', 'Venez. On vous attend au stade. Merci.'],
  ])('%s: the person’s paragraph stays as it is', (_, base, mine, next) => {
    expect(mergeOne(base, mine, next)).toMatchObject({ words: mine, conflicts: 1 });
  });

  it('X06 gives the three texts of a conflict and where it is', () => {
    const { conflicts } = merge(between('Le comité décide.'), written(between('Le bureau décide.')), between('Le jury décide.'));
    expect(conflicts).toEqual([
      { place: 'paragraphe «\u00a0Le bureau décide.\u00a0»', mine: 'Le bureau décide.', next: 'Le jury décide.', base: 'Le comité décide.' },
    ]);
  });

  it.each([
    ['both made the same change', `Le {${OLD}}.`, `Le ${NEW}.`, `Le {${NEW}}.`, `Le ${NEW}.`],
    ['the person made it, and more', `Le {${OLD}} à midi.`, `Le ${NEW}, promis, à midi.`, `Le {${NEW}} à midi.`, `Le ${NEW}, promis, à midi.`],
    ['the person made a part of it', 'Le {80} : complet.', 'Le 90 : complet.', 'Le {90}, hélas : complet.', 'Le 90, hélas : complet.'],
  ])('U06 %s: no conflict', (_, base, mine, next, expected) => {
    expect(mergeOne(base, mine, next)).toMatchObject({ words: expected, conflicts: 0 });
  });

  it('leaves a row whole where one cell is in conflict', () => {
    const [base, mine, next] = ['Date | {3 mai} | Anne', 'Date | 5 mai | Anne', 'Date | {9 mai} | Ana'].map((words) => between('x').with(1, block('s.p2', words, 'row')));
    const { reads, conflicts } = merge(base ?? [], written(mine ?? []), next ?? []);
    expect(reads[1]).toBe('Date | 5 mai | Anne');
    expect(conflicts).toMatchObject([{ place: 'tableau, ligne «\u00a0Date\u00a0»', base: 'Date | 3 mai | Anne' }]);
  });
});

describe('what a program changes is no edit', () => {
  it.each([
    ['U08 spaces', 'Voici\u00a0: « un mot »,  deux\tmots.'], ['X03 apostrophes', 'Voici : "un mot", deux mots.'],
    ['X03 dots and dashes', 'Voici : “un mot”, deux mots.'], ['F07 accents', 'Voici : « un mot », deux mots.'.normalize('NFD')],
  ])('%s, and its form stays', (_, mine) => {
    const base = 'Voici : « un mot », deux mots.';
    expect(mergeOne(base, mine, base)).toEqual({ words: mine, conflicts: 0, notes: [] });
    expect(mergeOne(base, mine, 'Voici : « un mot », trois mots.').words).toBe(mine.replace('deux', 'trois'));
  });

  it('the kit’s no-break spaces are not missed where a program dropped them', () => {
    expect(mergeOne('Il reste {1\u00a0500\u00a0€} ici.', 'Il reste 1 500 € ici.', 'Il reste {900\u00a0€} ici.').words).toBe('Il reste 900\u00a0€ ici.');
  });

  it.each([
    ['de {la mairie}.', 'de la mairie.', 'd’{Aubusson}.', 'd’Aubusson.'],
    ['Quand ?', 'Quand donc ?', 'Quand.', 'Quand donc.'],
    ['un mot', 'un mot', 'un', 'un'], ['un mot', 'un mot', 'mot', 'mot'], ['a, b, c', 'a, b, c', 'a, c', 'a, c'],
    ['Fin', 'Fin', 'Fin (oui)', 'Fin (oui)'], ['Fin', 'Fin', '« Fin »', '« Fin »'],
  ])('spaces around new words are right: %j, %j, %j', (base, mine, next, expected) => {
    expect(mergeOne(base, mine, next).words).toBe(expected);
  });
});
