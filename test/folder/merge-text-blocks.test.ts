import { describe, expect, it } from 'vitest';
import { mergeText } from '../../src/folder/merge-text.ts';
import type { Block, FoundBlock } from '../../src/model.ts';
import { after, at, block, changed, found, merge, MOVED, NEW, NOTE, OLD, written } from '../support/text-merges.ts';

const WORDS = written(NOTE).map(({ cells }) => cells.join(' | '));
const without = (...starts: readonly string[]): readonly FoundBlock[] =>
  written(NOTE).filter((_, rank) => !starts.some((start) => WORDS[rank]?.startsWith(start)));
const put = (rank: number, ...blocks: readonly FoundBlock[]): readonly FoundBlock[] => written(NOTE).toSpliced(rank + 1, 0, ...blocks);
const reads = (mine: readonly FoundBlock[], next: readonly Block[]): readonly string[] => merge(NOTE, mine, next).reads;
const codes = (mine: readonly FoundBlock[], next: readonly Block[]): readonly string[] => merge(NOTE, mine, next).notes.map(({ code }) => code);

describe('X04 what a person did to whole blocks', () => {
  it.each<[string, readonly FoundBlock[]]>([
    ['paragraphs added', put(at('Nous voulons'), found('À nous.'), found('Et à vous.', 'heading'))],
    ['a row added', put(at('Écrire la note'), found('Acheter du café | demain', 'row'))],
    ['an item added under another', put(at('Préfecture'), found('Bureau 12', 'item', { depth: 1 }))],
    ['U10 words before all and after all', [found('Avant.'), ...written(NOTE), found('Après.')]],
    ['a paragraph turned into a heading', written(NOTE).with(at('Nous voulons'), found(WORDS[2] ?? '', 'subheading'))],
    ['a paragraph deleted', without('Nous voulons')],
    ['a section deleted', without('L’argent', 'La collectivité', 'Préfecture', 'Région')],
    ['a table deleted', without('Étape', 'Écrire', 'Ouvrir')],
    ['U09 a section put elsewhere', [...written(NOTE).slice(at('L’argent')), ...written(NOTE).slice(0, at('L’argent'))]],
  ])('%s: kept, and the date follows', (_, mine) => {
    const { conflicts, edits } = merge(NOTE, mine, MOVED);
    const expected = mine.map(({ cells }) => cells.join(' | ').replace(OLD, NEW).replace('3 mai 2027', '24 mai 2027').replace('9 juillet 2027', '30 juillet 2027'));
    expect(reads(mine, MOVED)).toEqual(expected);
    expect([conflicts, edits.filter(({ kind }) => kind !== 'words')]).toEqual([[], []]);
    expect(merge(NOTE, mine, NOTE).edits).toEqual([]);
  });

  it('U09 changes what stands in a section that was put elsewhere, once', () => {
    const mine = [...written(NOTE).slice(at('L’argent')), ...written(NOTE).slice(0, at('L’argent'))];
    expect(reads(mine, changed({ 'argent.p1': 'La collectivité apporte {900 €}.' })).filter((words) => words.includes('apporte'))).toEqual(['La collectivité apporte 900 €.']);
  });

  it('a paragraph cut in two, two made one: each part gets its words', () => {
    const base = [block('s', 'Un titre', 'heading'), block('s.p1', `La fête a lieu le {${OLD}}. Elle commence par un café.`), block('s.p2', 'Le soir, on danse avec {Aria}.')];
    const next = [block('s', 'Un titre', 'heading'), block('s.p1', `La fête a lieu le {${NEW}}. Elle commence par un grand café.`), block('s.p2', 'Le soir, on danse avec {Bela}.')];
    const cut = [found('Un titre', 'heading'), found(`La fête a lieu le ${OLD}.`), found('Elle commence par un café.'), found('Le soir, on danse avec Aria.')];
    expect(merge(base, cut, next).reads).toEqual(['Un titre', `La fête a lieu le ${NEW}.`, 'Elle commence par un grand café.', 'Le soir, on danse avec Bela.']);
    const joined = [found('Un titre', 'heading'), found(`La fête a lieu le ${OLD}. Elle commence par un café. Le soir, on danse avec Aria.`)];
    expect(merge(base, joined, next).reads).toEqual(['Un titre', `La fête a lieu le ${NEW}. Elle commence par un grand café. Le soir, on danse avec Bela.`]);
    const shorter = [next[0], block('s.p1', `La fête a lieu le {${NEW}}.`), next[2]].flatMap((one) => one ?? []);
    expect(merge(base, cut, shorter).reads).toEqual(['Un titre', `La fête a lieu le ${NEW}.`, 'Le soir, on danse avec Bela.']);
  });

  it('U11 an emptied file stays empty', () => {
    const empty = merge(NOTE, [], after('but.p1', block('but.p9', 'Du nouveau.'), MOVED));
    expect([empty.edits, empty.conflicts]).toEqual([[], []]);
  });

  it('somebody else’s text under our name: left alone', () => {
    const mine = [found('Recette de la soupe', 'title'), found('Couper les poireaux, saler, attendre.')];
    expect(mergeText(NOTE, mine, after('but.p1', block('but.p9', 'Du nouveau.')))).toEqual({ kind: 'left-alone', why: 'too-different' });
    expect(merge(NOTE, mine, MOVED).edits).toEqual([]);
  });

  it('a text in conflict for more than a third: left alone', () => {
    const mine = written(NOTE).map((one, rank) => (rank % 2 === 0 ? { ...one, cells: one.cells.map((text) => `${text} Oui oui`) } : one));
    const next = NOTE.map((one) => block(one.id, one.cells.map((runs) => `${runs[0]?.text} Non non`).join(' | '), one.kind));
    expect(mergeText(NOTE, mine, next)).toEqual({ kind: 'left-alone', why: 'too-different' });
  });
});

describe('X04 what the kit brings and takes', () => {
  const fresh = block('but.p9', 'Du nouveau.');

  it.each<[string, readonly FoundBlock[], readonly Block[], string]>([
    ['right behind the same neighbour', put(at('Nous voulons'), found('À nous.')), after('but.p1', fresh), 'Nous voulons'],
    ['behind the one before, when that is gone', without('Nous voulons'), after('but.p1', fresh), 'Pourquoi'],
    ['behind the same neighbour where the person put it', [...without('Nous voulons'), found(WORDS[2] ?? '')], after('but.p1', fresh), 'Nous voulons'],
    ['a row into its table', put(at('Étape'), found('À nous | lundi', 'row')), after('jalon-a', block('jalon-c', 'Du nouveau. | demain', 'row')), 'Écrire'],
    ['a row before the rows that are left', without('Étape', 'Écrire'), after('jalon-a', block('jalon-c', 'Du nouveau. | demain', 'row')), 'Les étapes'],
    ['a paragraph behind a table, also behind the person’s rows', put(at('Ouvrir'), found('À nous | lundi', 'row')), after('jalon-b', fresh), 'À nous'],
    ['an item behind what the person put under the one before', put(at('Préfecture'), found('Bureau 12', 'item', { depth: 1 })), after('argent.p2', block('argent.p9', 'Du nouveau.', 'item')), 'Bureau'],
    ['a section behind what the person added to the one before', put(at('La rencontre'), found('À nous.')), after('but.p2', block('du-neuf', 'Du nouveau.', 'heading')), 'À nous.'],
  ])('new blocks come %s', (_, mine, next, neighbour) => {
    const result = reads(mine, next);
    const rank = result.findIndex((words) => words.startsWith('Du nouveau.'));
    expect(result[rank - 1]).toMatch(new RegExp(`^${neighbour}`));
    expect(merge(NOTE, mine, next).conflicts).toEqual([]);
  });

  it.each<[string, readonly FoundBlock[], readonly Block[]]>([
    ['a table', without('Étape', 'Écrire', 'Ouvrir'), after('jalon-a', block('jalon-c', 'Du nouveau. | demain', 'row'))],
    ['a section', without('L’argent', 'La collectivité', 'Préfecture', 'Région'), after('argent.p1', fresh)],
  ])('nothing new comes into %s that the person deleted: it is told', (_, mine, next) => {
    expect(reads(mine, next)).toEqual(mine.map(({ cells }) => cells.join(' | ')));
    expect(codes(mine, next)).toEqual(['deleted-piece']);
  });

  it('a new block that stands there already is not put a second time', () => {
    expect(merge(NOTE, put(at('Nous voulons'), found('Du nouveau.')), after('but.p1', fresh)).edits).toEqual([]);
  });

  it('a row that was called otherwise is still that row: a new one comes behind it', () => {
    const room = (id: string, name: string, use = 'ateliers'): Block => block(id, `${name} | 20 | ${use}`, 'row');
    const base = [block('s', 'Les salles', 'heading'), room('a', 'Salle A'), room('b', 'Salle B'), room('hall', 'Hall', 'accueil')];
    const mine = written(base).with(2, found('Chez Karim, poste 103 | 20 | ateliers', 'row'));
    const next = base.toSpliced(3, 0, room('c', 'Salle C'));
    const { reads: lines, conflicts } = merge(base, mine, next);
    expect(lines).toEqual(['Les salles', 'Salle A | 20 | ateliers', 'Chez Karim, poste 103 | 20 | ateliers', 'Salle C | 20 | ateliers', 'Hall | 20 | accueil']);
    expect(conflicts).toEqual([]);
  });

  it('a new row of a table that has other columns now is a conflict', () => {
    const mine = written(NOTE).map((one) => (one.cells.length === 2 ? { ...one, cells: [...one.cells, 'Anne'] } : one));
    const { conflicts, edits } = merge(NOTE, mine, after('jalon-a', block('jalon-c', 'Du nouveau. | demain', 'row')));
    expect(edits).toEqual([]);
    expect(conflicts).toEqual([{ place: 'tableau, ligne «\u00a0Du nouveau.\u00a0»', mine: '', next: 'Du nouveau. | demain', base: '' }]);
  });

  it('what the kit drops goes, but never what a person worked in or what holds a picture', () => {
    const next = changed({ 'but.p1': null, 'but.p2': null, 'jalon-a': null });
    const mine = written(NOTE).with(at('La rencontre'), found(`La grande rencontre a lieu le ${OLD}, à la mairie.`)).with(at('Écrire'), { ...found(WORDS[6] ?? '', 'row'), pinned: true });
    expect(reads(mine, next)).toEqual(mine.map(({ cells }) => cells.join(' | ')).filter((words) => !words.startsWith('Nous voulons')));
    expect(codes(mine, next)).toEqual(['removed-piece', 'removed-piece', 'old-value', 'old-value']);
  });

  it('what a person deleted stays away, and is told only when more than a value changed', () => {
    expect(merge(NOTE, without('La rencontre'), MOVED).notes).toEqual([]);
    expect(merge(NOTE, without('La rencontre'), changed({ 'but.p2': `La fête a lieu le {${NEW}}.` })).notes)
      .toEqual([{ code: 'deleted-piece', place: 'paragraphe «\u00a0La fête a lieu le jeudi 4 novembre 2027.\u00a0»' }]);
  });

  it('rows sorted by date change places, but for one that a person worked in', () => {
    const next = [...NOTE.slice(0, 6), block('jalon-b', 'Ouvrir les inscriptions | {9 avril 2027}', 'row'), ...NOTE.slice(6, 7), ...NOTE.slice(8)];
    expect(reads(written(NOTE), next)).toEqual(written(next).map(({ cells }) => cells.join(' | ')));
    const mine = written(NOTE).map((one) => (one.kind === 'row' ? { ...one, cells: [`${one.cells[0]} (Anne)`, one.cells[1] ?? ''] } : one));
    expect(reads(mine, next).slice(6, 8)).toEqual(['Écrire la note (Anne) | 3 mai 2027', 'Ouvrir les inscriptions (Anne) | 9 avril 2027']);
  });

  it.each<[string, readonly Block[], Readonly<Record<string, string>>]>([
    ['a paragraph that comes before', [...NOTE.slice(0, 2), block('but.p1', 'Du nouveau au début.'), block('but.p2', WORDS[2] ?? ''), block('but.p3', `La rencontre a lieu le {${NEW}}, à la mairie.`), ...NOTE.slice(4)], { 'La rencontre': NEW }],
    ['a section that has another name', NOTE.map((one) => (one.id.startsWith('but') ? block(one.id.replace('but', 'sens'), one.id === 'but' ? 'Le sens de tout cela' : one.id === 'but.p2' ? `La rencontre a lieu le {${NEW}}, à la mairie.` : WORDS[2] ?? '', one.kind) : one)), { 'La rencontre': NEW }],
  ])('a newer kit that shifts ids: %s', (_, next) => {
    const mine = written(NOTE).with(at('La rencontre'), found(`La rencontre a lieu le ${OLD}, à la mairie, dès midi.`));
    const result = reads(mine, next);
    expect(result.filter((words) => words.startsWith('La rencontre'))).toEqual([`La rencontre a lieu le ${NEW}, à la mairie, dès midi.`]);
    expect(result.filter((words) => words.startsWith('Nous voulons'))).toHaveLength(1);
  });
});

describe('X05 what must not be touched', () => {
  it('a change that falls into a comment or a tracked change is a conflict; elsewhere it is merged', () => {
    const mine = written(NOTE).with(at('La rencontre'), found(WORDS[3] ?? '', 'paragraph', { locked: 'tracked-changes' }));
    const { conflicts, reads: result } = merge(NOTE, mine, MOVED);
    expect(conflicts).toMatchObject([{ mine: WORDS[3], next: `La rencontre a lieu le ${NEW}, à la mairie.` }]);
    expect(result[at('La rencontre')]).toBe(WORDS[3]);
    expect(result[at('Écrire')]).toBe('Écrire la note | 24 mai 2027');
  });

  it.each([[[[10, 23]], 0], [[[24]], 1], [[[44]], 0]])('a picture at %j of the words: %i conflict', (fixed, expected) => {
    const mine = written(NOTE).with(at('La rencontre'), found(WORDS[3] ?? '', 'paragraph', { fixed, pinned: true }));
    expect(merge(NOTE, mine, MOVED).conflicts).toHaveLength(expected);
  });

  it('what no kit writes matches nothing, and is swept all the same', () => {
    const mine = [found('Les étapes', 'other'), found(`Le ${OLD}`, 'other'), ...written(NOTE)];
    const { edits, notes } = merge(NOTE, mine, MOVED);
    expect(edits.every((edit) => edit.kind === 'words' && edit.block > 1)).toBe(true);
    expect(notes).toMatchObject([{ code: 'old-value', value: OLD }]);
  });
});

describe('looks', () => {
  it('another kind: put anew where nobody touched it, else left and told', () => {
    const next = NOTE.map((one) => (one.id === 'but.p1' ? { ...one, kind: 'quote' as const } : one));
    const { edits, notes } = merge(NOTE, written(NOTE), next);
    expect(edits).toEqual([{ kind: 'remove', block: 2 }, { kind: 'insert', after: 2, block: next[2] }]);
    expect(notes).toEqual([]);
    const mine = written(NOTE).with(2, found(`${WORDS[2]} Merci.`));
    expect(merge(NOTE, mine, next)).toMatchObject({ edits: [], notes: [{ code: 'look-not-merged', place: expect.stringContaining('Nous voulons') }] });
  });

  it('bold and links are not merged; told once', () => {
    const next = NOTE.map((one) => (one.id.startsWith('argent.') ? block(one.id, one.cells[0]?.[0]?.text ?? '', one.kind, { strong: true }) : one));
    expect(merge(NOTE, put(2, found('À nous.')), next)).toMatchObject({ edits: [], notes: [{ code: 'look-not-merged' }] });
  });
});

describe('the last sweep for old values', () => {
  it('finds them in the person’s own words when they cannot be ordinary words', () => {
    const base = [block('s.p1', 'Le lieu est {la mairie} pour {80} personnes, {une journée} durant.')];
    const next = [block('s.p1', 'Le lieu est {le gymnase} pour {120} personnes, {deux jours} durant.')];
    const mine = [...written(base), found('Prévoir 80 chaises. Une journée, c’est une journée ! Voir la mairie.')];
    expect(merge(base, mine, next).notes).toMatchObject([{ code: 'old-value', value: '80' }]);
  });

  it('finds every one that stays in our own paragraph, beyond what the kit says itself', () => {
    const base = [block('s.p1', 'À {sobre}, on dit sobre. Niveau : {sobre}.')];
    const next = [block('s.p1', 'À {confort}, on dit sobre. Niveau : {confort}.')];
    expect(merge(base, written(base), next).notes).toEqual([]);
    const mine = [found('À sobre, on dit sobre. Niveau : sobre. Je répète : sobre.')];
    expect(merge(base, mine, next).notes).toMatchObject([{ code: 'merged-words' }, { code: 'old-value', value: 'sobre' }]);
  });
});
