import { describe, expect, it } from 'vitest';
import { docxWords, editPart, living, rewriteFirstText, type Living } from '../support/living.ts';
import { dayNumber, rowOf, typeIn, valueAt } from '../support/sheet-typing.ts';
import { snapshot, runBuilt, workspace } from '../support/workspace.ts';

const NOTE = '1-cadrage/note-de-cadrage.docx';
const PLANNING = '2-calendrier/retroplanning.xlsx';
const MILESTONES = '2-calendrier/jalons.ics';
const LATER = '2027-11-04';

/** Columns of the retro-planning. */
const [TITLE, DUE, OWN_DUE, OWNER, STATE, NOTES] = ['C', 'D', 'E', 'G', 'H', 'L'];
const work = (folder: Living, id: string, cells: Readonly<Record<string, string | number>>): void => {
  const row = rowOf(folder.bytes(PLANNING), 1, id);
  folder.write(PLANNING, typeIn(folder.bytes(PLANNING), 1, Object.fromEntries(Object.entries(cells).map(([column, value]) => [`${column}${row}`, value]))));
};
const read = (folder: Living, id: string, column: string): string =>
  valueAt(folder.bytes(PLANNING), 1, `${column}${rowOf(folder.bytes(PLANNING), 1, id)}`);

describe('the date moves', () => {
  it('D02 prose edited around a date: the words stay, the date moves', async () => {
    const folder = await living();
    folder.write(NOTE, editPart(folder.bytes(NOTE), 'word/document.xml', (xml) => xml.replace('14 octobre 2027', '14 octobre 2027, jour de marché,')));
    await folder.run('reporter', LATER);
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('4 novembre 2027, jour de marché,');
  });

  it.each(['14/10/2027', '14 octobre', '14 octobre 2027'])('D03 a date that a person typed in their own words (%s) is not rewritten: it is listed with its place', async (typed) => {
    const folder = await living();
    folder.write(NOTE, rewriteFirstText(folder.bytes(NOTE), `Le maire a dit oui pour le ${typed}, on y compte.`));
    const { changes } = await folder.run('reporter', LATER);
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain(`oui pour le ${typed}, on y compte`);
    const notes = changes.find(({ path }) => path === NOTE)?.notes ?? [];
    expect(notes.filter(({ place = '' }) => place.includes('Le maire a dit oui')).map(({ code, value }) => [code, value]))
      .toEqual([[expect.stringMatching(/^(typed-date|old-value)$/), typed]]);
  });

  it('D03 also in a text that nothing else changes, and not where the date still holds', async () => {
    const folder = await living();
    const charter = '1-cadrage/charte.docx';
    folder.write(charter, rewriteFirstText(folder.bytes(charter), 'À signer avant le 14/10/2027, pas le 3 mai 1981.'));
    const { changes } = await folder.run('reporter', LATER);
    const notes = changes.find(({ path }) => path === charter)?.notes ?? [];
    expect(notes.filter(({ code }) => code === 'typed-date').map(({ value }) => value)).toEqual(['14/10/2027']);
  });

  it('D03 also the day to ask a funder', async () => {
    const folder = await living();
    const charter = '1-cadrage/charte.docx';
    folder.write(charter, rewriteFirstText(folder.bytes(charter), 'La demande à la préfecture part avant le 14/01/2027, comme prévu.'));
    const { changes } = await folder.run('reporter', '2027-11-18');
    const notes = changes.find(({ path }) => path === charter)?.notes ?? [];
    expect(notes.filter(({ code }) => code === 'typed-date').map(({ value }) => value)).toEqual(['14/01/2027']);
  });

  it('D04, T09 an own deadline stays, and is told when it no longer fits', async () => {
    const folder = await living();
    work(folder, 'T01', { [OWN_DUE]: dayNumber('2027-12-20') });
    const { exit, changes } = await folder.run('reporter', LATER);
    expect(exit).toBe(0);
    expect(read(folder, 'T01', OWN_DUE)).toBe(String(dayNumber('2027-12-20')));
    expect(changes.find(({ path }) => path === PLANNING)?.notes?.map(({ code }) => code)).toContain('own-deadline');
  });

  it('D05, T09 ticks, owners, notes and added tasks stay, and the tick follows its task', async () => {
    const folder = await living();
    work(folder, 'T01', { [STATE]: 'Fait', [OWNER]: 'Le service culture', [NOTES]: 'vu le 3' });
    const spare = rowOf(folder.bytes(PLANNING), 1, '_gouverner') - 1;
    folder.write(PLANNING, typeIn(folder.bytes(PLANNING), 1, { [`C${spare}`]: 'Réserver le car', [`H${spare}`]: 'En cours' }));
    const due = read(folder, 'T05', DUE);
    const { exit } = await folder.run('reporter', LATER);
    expect(exit).toBe(0);
    expect([read(folder, 'T01', STATE), read(folder, 'T01', OWNER), read(folder, 'T01', NOTES)]).toEqual(['Fait', 'Le service culture', 'vu le 3']);
    expect(valueAt(folder.bytes(PLANNING), 1, `C${spare}`)).toBe('Réserver le car');
    expect(read(folder, 'T05', DUE)).not.toBe(due);
    const { data } = await folder.run('etat');
    const tasks = data['tasks'] as readonly { id: string | null; title: string; state: string; owner: string | null }[];
    expect(tasks.find(({ id }) => id === 'T01')).toMatchObject({ state: 'done', owner: 'Le service culture' });
    expect(tasks.find(({ title }) => title === 'Réserver le car')).toMatchObject({ id: null, state: 'doing' });
    expect(folder.text('2-calendrier/taches.ics')).toMatch(/UID:t01@[\s\S]*?STATUS:COMPLETED/);
  });

  it('T12 a date typed over ours goes to the person’s own column, and is told', async () => {
    const folder = await living();
    work(folder, 'T05', { [DUE]: dayNumber('2027-05-03') });
    const { exit, changes } = await folder.run('reporter', LATER);
    expect(exit).toBe(0);
    expect(read(folder, 'T05', OWN_DUE)).toBe(String(dayNumber('2027-05-03')));
    expect(read(folder, 'T05', DUE)).not.toBe(String(dayNumber('2027-05-03')));
    expect(changes.find(({ path }) => path === PLANNING)?.notes?.map(({ code }) => code)).toContain('deadline-moved');
  });

  it('T12 with another own deadline already there: a conflict, both stay', async () => {
    const folder = await living();
    work(folder, 'T05', { [DUE]: dayNumber('2027-05-03'), [OWN_DUE]: dayNumber('2027-05-10') });
    const { exit, said } = await folder.run('reporter', LATER);
    expect([exit, said[PLANNING]]).toEqual([3, 'conflict both-changed']);
    expect([read(folder, 'T05', DUE), read(folder, 'T05', OWN_DUE)]).toEqual([String(dayNumber('2027-05-03')), String(dayNumber('2027-05-10'))]);
  });

  it('D05 the wording of a task that a person changed stays while its date moves', async () => {
    const folder = await living();
    work(folder, 'T05', { [TITLE]: 'Choisir les mots du titre' });
    const due = read(folder, 'T05', DUE);
    await folder.run('reporter', LATER);
    expect(read(folder, 'T05', TITLE)).toBe('Choisir les mots du titre');
    expect(read(folder, 'T05', DUE)).not.toBe(due);
  });

  it('D06 deadlines that are past are told as late, and nothing is clipped', async () => {
    const folder = await living();
    const { data } = await folder.run('reporter', '2027-06-17', '--force', '--today', '2027-03-01');
    const impact = data['impact'] as { becomesLate: readonly { id: string; due: string }[] };
    expect(impact.becomesLate.length).toBeGreaterThan(5);
    expect(impact.becomesLate.every(({ due }) => due < '2027-03-01')).toBe(true);
    const status = await folder.run('etat', '--today', '2027-03-01');
    const late = (status.data['tasks'] as readonly { id: string; late: boolean }[]).filter((task) => task.late).map(({ id }) => id);
    expect(late).toEqual(expect.arrayContaining(impact.becomesLate.map(({ id }) => id)));
  });

  it('D06 a day that is past is told before anything is written', async () => {
    const folder = await living();
    const told = async (date: string): Promise<string> => (await folder.say('reporter', date, '--dry-run', '--force', '--today', '2027-03-01')).out;
    expect(await told('2027-02-25')).toContain('ce jour est déjà passé');
    expect(await told('2027-03-01')).not.toContain('déjà passé');
    expect(await told('a-definir')).not.toContain('déjà passé');
  });

  it('D07 a fixed last day that breaks: exit 5 and nothing written; written with consent', async () => {
    const folder = await living();
    const before = folder.snapshot();
    const refused = await folder.run('reporter', '2027-06-17', '--today', '2027-04-01');
    expect([refused.exit, refused.problems[0]?.code]).toEqual([5, 'anchor-broken']);
    expect(refused.data['impact']).toBeDefined();
    expect(folder.snapshot()).toEqual(before);
    expect((await folder.run('generer', '--set', 'date=2027-06-17', '--today', '2027-04-01')).exit).toBe(5);
    expect((await folder.run('reporter', '2027-06-17', '--today', '2027-04-01', '--force')).exit).toBe(0);
    expect((await folder.run('generer', '--today', '2027-04-02')).exit).toBe(0);
  });

  it('D08 a public holiday is told before anything is written', async () => {
    const folder = await living();
    const { data } = await folder.run('reporter', '2027-11-11', '--dry-run');
    const alerts = (data['impact'] as { alerts: readonly { message: string }[] }).alerts.map(({ message }) => message).join('\n');
    expect(alerts).toMatch(/férié|11 novembre/);
  });

  it('D10 one day to two days, and back: nothing is lost', async () => {
    const folder = await living();
    const before = folder.snapshot();
    expect((await folder.run('generer', '--set', 'jours=2')).exit).toBe(0);
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('du jeudi 14 au vendredi 15 octobre 2027');
    expect(folder.text(MILESTONES)).toContain('DTEND;VALUE=DATE:20271016');
    await folder.run('generer', '--set', 'jours=1');
    expect(folder.snapshot()[NOTE]).toBe(before[NOTE]);
  });

  it('D11 the same UIDs, a higher SEQUENCE; a task that goes is cancelled', async () => {
    const folder = await living();
    const items = (text: string): ReadonlyMap<string, string> => new Map([...text.matchAll(/BEGIN:V(?:EVENT|TODO)[\s\S]*?END:V(?:EVENT|TODO)/g)]
      .map(([item]) => [/UID:(\S+)/.exec(item)?.[1] ?? '', item]));
    const before = items(folder.text(MILESTONES));
    await folder.run('reporter', LATER);
    const after = items(folder.text(MILESTONES));
    expect([...after.keys()]).toEqual([...before.keys()]);
    const moved = [...after].filter(([uid, item]) => /DTSTART.*/.exec(item)?.[0] !== /DTSTART.*/.exec(before.get(uid) ?? '')?.[0]);
    expect(moved.length).toBeGreaterThan(3);
    for (const [, item] of moved) expect(item).toContain('SEQUENCE:1');
    await folder.run('reporter', 'a-definir');
    for (const item of items(folder.text(MILESTONES)).values()) expect(item).toContain('STATUS:CANCELLED');
  });

  it('D11, W19 a run that was undone gave out numbers: the next one goes beyond them', async () => {
    const folder = await living();
    await folder.run('reporter', LATER);
    await folder.run('annuler');
    await folder.run('generer', '--set', 'budget=700');
    await folder.run('reporter', '2027-11-18');
    const event = /BEGIN:VEVENT\r\nUID:evenement[\s\S]*?END:VEVENT/.exec(folder.text(MILESTONES))?.[0];
    expect(Number(/SEQUENCE:(\d+)/.exec(event ?? '')?.[1])).toBeGreaterThan(1);
  });

  it('D14 no date any more: coherent files, nothing invalid', async () => {
    const folder = await living();
    const { exit } = await folder.run('reporter', 'a-definir');
    expect(exit).toBe(0);
    for (const [path, text] of Object.entries(folder.snapshot())) expect(/Invalid Date|NaN|undefined/.test(text) && path.endsWith('.html'), path).toBe(false);
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('à définir');
    expect((await folder.run('reporter', LATER)).exit).toBe(0);
    expect(docxWords(folder.bytes(NOTE)).join('\n')).toContain('4 novembre 2027');
  });

  it('D09, W18 over a clock change, a year end and 29 February the bytes are the same in every time zone', () => {
    const trees = ['Europe/Paris', 'America/Cayenne', 'Indian/Reunion', 'UTC'].map((TZ) => {
      const place = workspace();
      const run = (...argv: string[]): void => {
        const { exit, err } = runBuilt(place, [...argv, '-C', 'd', '--today', '2026-11-23'], { TZ });
        expect(exit, err).toBe(0);
      };
      expect(runBuilt(place, ['init', 'd', '--profil', 'creuse', '--yes'], { TZ }).exit).toBe(0);
      for (const date of ['2028-03-27', '2028-03-01', '2028-01-03']) run('reporter', date, '--yes');
      const { '.nec-local/annuler.zip': _, ...tree } = snapshot(`${place}/d`);
      return tree;
    });
    for (const tree of trees) expect(tree).toEqual(trees[0]);
  }, 240_000);
});
