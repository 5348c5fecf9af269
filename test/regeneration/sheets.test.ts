import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { living } from '../support/living.ts';
import { rowOf, typeIn, valueAt } from '../support/sheet-typing.ts';

const BUDGET = '3-budget/budget.xlsx';
const HOSTED = ['generer', '--set', 'forme=greffe', '--set', 'evenement_hote=La foire'];
const tabs = (bytes: Uint8Array): readonly string[] =>
  [...strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name);

describe('T13 a sheet that comes or goes with an answer', () => {
  it('T13 comes after those of a workbook that somebody works in, whose amounts stay; a second run writes nothing', async () => {
    const folder = await living();
    const row = rowOf(folder.bytes(BUDGET), 1, 'lieu');
    folder.write(BUDGET, typeIn(folder.bytes(BUDGET), 1, { [`F${row}`]: 75, [`H${row}`]: 80, [`M${row}`]: 'devis reçu' }));
    const before = tabs(folder.bytes(BUDGET));
    const { exit, said } = await folder.run(...HOSTED);
    expect([exit, said[BUDGET]]).toEqual([0, 'merge']);
    const bytes = folder.bytes(BUDGET);
    expect(tabs(bytes)).toEqual([...before, 'Partage']);
    expect(['F', 'H', 'M'].map((column) => valueAt(bytes, 1, `${column}${row}`))).toEqual(['75', '80', 'devis reçu']);
    const parts = unzipSync(bytes);
    const shared = strFromU8(parts[Object.keys(parts).find((name) => name.includes('nec-local')) ?? ''] ?? new Uint8Array());
    expect(shared).toContain(`<f>'Dépenses'!$G$${row}</f>`);
    expect((await folder.run('generer')).said).toEqual({ [BUDGET]: 'keep edited' });
  });

  it('T13 stays when the answer goes back, is named, and is not there twice when it comes again', async () => {
    const folder = await living();
    folder.write(BUDGET, typeIn(folder.bytes(BUDGET), 1, { [`M${rowOf(folder.bytes(BUDGET), 1, 'lieu')}`]: 'vu' }));
    const before = tabs(folder.bytes(BUDGET));
    await folder.run(...HOSTED);
    const back = await folder.run('generer', '--set', 'forme=autonome');
    expect(back.exit).toBe(0);
    expect(back.changes.find(({ path }) => path === BUDGET)?.notes).toContainEqual({ code: 'removed-piece', place: 'feuille Partage' });
    expect(tabs(folder.bytes(BUDGET))).toEqual([...before, 'Partage']);
    const again = await folder.run(...HOSTED);
    expect(again.exit).toBe(0);
    expect(tabs(folder.bytes(BUDGET))).toEqual([...before, 'Partage']);
    expect((await folder.run('generer')).said).toEqual({ [BUDGET]: 'keep edited' });
  });

  it('T13 nobody worked in the workbook: it is written anew', async () => {
    const folder = await living();
    expect((await folder.run(...HOSTED)).said[BUDGET]).toBe('update');
    expect(tabs(folder.bytes(BUDGET)).at(-1)).toBe('Partage');
  });
});
