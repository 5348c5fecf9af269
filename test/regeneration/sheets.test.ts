import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { editPart, living } from '../support/living.ts';
import { rowOf, typeIn, valueAt } from '../support/sheet-typing.ts';

const BUDGET = '3-budget/budget.xlsx';
const HOSTED = ['generer', '--set', 'forme=greffe', '--set', 'evenement_hote=La foire'];
const tabs = (bytes: Uint8Array): readonly string[] =>
  [...strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name);

/** The sheet that was put into a person's workbook. */
function sharedXml(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  return strFromU8(parts[Object.keys(parts).find((name) => name.includes('nec-local')) ?? ''] ?? new Uint8Array());
}
const namesIn = (bytes: Uint8Array): readonly string[] =>
  [...strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<definedName name="([^"]*)" localSheetId="(\d+)">([^<]*)</g)]
    .map(([, name, rank, range]) => `${name} ${rank} ${range}`);
const sharedIds = (bytes: Uint8Array): readonly string[] =>
  [...sharedXml(bytes).matchAll(/<c r="A\d+"[^>]*><is><t[^>]*>([^<]*)<\/t>/g)].map(([, id = '']) => id);

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
    expect(sharedXml(bytes)).toContain(`<f>'Dépenses'!$G$${row}</f>`);
    // The filter, and the titles on each printed page.
    const filter = /<autoFilter ref="([^"]*)"/.exec(sharedXml(bytes))?.[1]?.replace(/([A-Z])(\d+)/g, '$$$1$$$2');
    expect(namesIn(bytes).slice(-2)).toEqual([
      `_xlnm._FilterDatabase ${before.length} 'Partage'!${filter}`, expect.stringMatching(`_xlnm.Print_Titles ${before.length} 'Partage'!\\$\\d+:`),
    ]);
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

  it('T13 gets the lines that came while it was not wanted', async () => {
    const folder = await living();
    folder.write(BUDGET, typeIn(folder.bytes(BUDGET), 1, { [`M${rowOf(folder.bytes(BUDGET), 1, 'lieu')}`]: 'vu' }));
    await folder.run(...HOSTED);
    await folder.run('generer', '--set', 'forme=autonome');
    await folder.run('generer', '--set', 'captation=video', '--set', 'besoins_acces=lsf');
    const again = await folder.run(...HOSTED);
    expect([again.exit, again.said[BUDGET]]).toEqual([0, 'merge']);
    const bytes = folder.bytes(BUDGET);
    expect(sharedIds(bytes)).toEqual(expect.arrayContaining(['lieu', 'captation', 'lsf']));
    expect(sharedXml(bytes)).toContain(`<f>'Dépenses'!$G$${rowOf(bytes, 1, 'captation')}</f>`);
    expect((await folder.run('generer')).said).toEqual({ [BUDGET]: 'keep edited' });
  });

  it('T13 stays deleted when a person took it out, and the rest of the workbook is merged', async () => {
    const folder = await living();
    await folder.run(...HOSTED);
    const worked = typeIn(folder.bytes(BUDGET), 1, { [`M${rowOf(folder.bytes(BUDGET), 1, 'lieu')}`]: 'vu' });
    const without = editPart(worked, 'xl/workbook.xml', (xml) =>
      xml.replace(/<sheet [^>]*name="Partage"[^>]*>/, '').replace(/<definedName [^>]*>'Partage'![^<]*<\/definedName>/g, ''));
    folder.write(BUDGET, without);
    const { exit, changes } = await folder.run('generer', '--set', 'captation=video');
    expect(exit).toBe(0);
    expect(changes.find(({ path }) => path === BUDGET)).toMatchObject({ kind: 'merge', notes: [{ code: 'deleted-piece', place: 'feuille Partage' }] });
    expect(tabs(folder.bytes(BUDGET))).toEqual(tabs(without));
    expect(rowOf(folder.bytes(BUDGET), 1, 'captation')).toBeGreaterThan(0);
    expect((await folder.run('generer')).said).toEqual({ [BUDGET]: 'keep edited' });
  });

  it('T13 nobody worked in the workbook: it is written anew', async () => {
    const folder = await living();
    expect((await folder.run(...HOSTED)).said[BUDGET]).toBe('update');
    expect(tabs(folder.bytes(BUDGET)).at(-1)).toBe('Partage');
  });
});
