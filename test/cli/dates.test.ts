import { describe, expect, it } from 'vitest';
import { isAboutDate } from '../../src/plan/weigh-day.ts';
import { necKit } from '../support/kit.ts';
import { jsonOf } from '../support/json.ts';
import { hold, living } from '../support/living.ts';
import { memoryDisk } from '../support/memory-disk.ts';
import { scriptedPrompter } from '../support/scripted-prompter.ts';
import { runIn } from '../support/shell.ts';

interface ToldDate {
  readonly date: string;
  readonly for: readonly { readonly reason: string; readonly message: string; readonly source: string }[];
  readonly against: readonly { readonly rule: string; readonly severity: string; readonly message: string }[];
}

const datesOf = (data: Readonly<Record<string, unknown>>): readonly ToldDate[] => data['dates'] as readonly ToldDate[];
const open = ['--set', 'date=a-definir', '--set', 'periode=2027-05/2027-06', '--set', 'collectivite=commune:35238'] as const;

const initJson = async (...flags: readonly string[]): Promise<Readonly<Record<string, unknown>>> => {
  const { out, err } = await runIn({}, 'init', 'd', '--profil', 'creuse', '--yes', '--dry-run', '--json', ...flags);
  return jsonOf(out, err);
};

describe('a folder without a date', () => {
  it('etat names the first day that is proposed, and where to read of the others', async () => {
    const folder = await living(...open);
    const { out } = await folder.say('etat');
    const dates = datesOf((await folder.run('etat')).data);
    expect(dates).toHaveLength(5);
    expect(dates[0]).toMatchObject({ date: expect.stringMatching(/^2027-0[56]-\d\d$/), for: expect.arrayContaining([expect.objectContaining({ reason: 'en-semaine', checkedOn: '2026-11-23' })]) });
    expect(out).toMatch(/Date à choisir :\n {2}La première proposée : \S+ \d+ (mai|juin) 2027\. L’outil ne connaît rien de sérieux contre elle\.\n/);
    expect(out).toContain(`Les 4 autres, et les raisons de chacune : tableau-de-bord.html\n  Pour la retenir : nec-local reporter ${dates[0]?.date}`);
  });

  it('the dashboard shows the same days, and follows the calendar', async () => {
    const folder = await living(...open);
    const shown = (): readonly string[] => [...folder.text('tableau-de-bord.html').matchAll(/<h3>\d\. ([^<]+)<\/h3>/g)].map(([, day = '']) => day);
    expect(shown()).toHaveLength(5);
    await folder.run('generer', '--today', '2027-06-29');
    expect(shown()).toEqual(['mercredi 30 juin 2027']);
    await folder.run('generer', '--today', '2027-06-30');
    expect(shown()).toEqual([]);
    expect((await folder.say('etat', '--today', '2027-06-30')).out).toContain('Votre période n’a plus de jour ouvré à venir. Changez-la : nec-local generer --set periode=');
  });

  it('what is said of a proposed day is what is said when it is chosen: by init, etat and reporter', async () => {
    const about = new Set(necKit().rules.filter(isAboutDate).map(({ id }) => id));
    const proposals = datesOf(await initJson(...open));
    for (const day of [proposals[0], proposals[4]]) {
      const chosen = await initJson(...open, '--set', `date=${day?.date}`);
      const alerts = (chosen['alerts'] as ToldDate['against']).filter(({ rule }) => about.has(rule));
      expect(alerts).toEqual(day?.against);
      expect(datesOf(chosen)[0]).toEqual(day);
    }
    const folder = await living(...open);
    const moved = await folder.run('reporter', proposals[0]?.date ?? '');
    expect(datesOf(moved.data)).toEqual([proposals[0]]);
    expect(datesOf((await folder.run('etat')).data)).toEqual([proposals[0]]);
    expect((await folder.say('etat')).out).not.toContain('Date à choisir');
  });

  it('events to avoid push the days away, in a file too', async () => {
    const folder = await living(...open);
    const [first] = datesOf((await folder.run('etat')).data);
    await folder.run('generer', '--set', `evenements_voisins=Salon (${first?.date})`);
    const dates = datesOf((await folder.run('etat')).data);
    expect(dates.map(({ date }) => date)).not.toContain(first?.date);
    expect(folder.text('nec-local.yaml')).toContain(`evenements_voisins:\n  - { nom: Salon, du: ${first?.date} }`);
  });
});

describe('reporter', () => {
  it('to a public holiday: the reasons against it, then the nearest better days', async () => {
    const folder = await living('--set', 'collectivite=commune:35238');
    const { out } = await folder.say('reporter', '2027-11-11', '--dry-run');
    expect(out).toContain([
      'À regarder pour la nouvelle date :', '  - Attention : Jour férié pendant l’événement : Armistice de 1918, le jeudi 11 novembre 2027.',
    ].join('\n'));
    expect(out).toContain([
      'Des jours proches seraient meilleurs :', '  - mardi 9 novembre 2027 (2 jours plus tôt)', '  - lundi 8 novembre 2027 (3 jours plus tôt)',
      '  - lundi 15 novembre 2027 (4 jours plus tard)', '',
    ].join('\n'));
    const { data } = await folder.run('reporter', '2027-11-11');
    expect(datesOf(data).map(({ date }) => date)).toEqual(['2027-11-11', '2027-11-09', '2027-11-08', '2027-11-15']);
    expect(datesOf(data)[0]?.against.map(({ rule }) => rule)).toContain('ferie');
  });

  it('to a day that nothing serious is known against: no other day', async () => {
    const folder = await living('--set', 'collectivite=commune:35238');
    const { out } = await folder.say('reporter', '2027-11-16', '--dry-run');
    expect(out).toContain('  - À savoir : Calendrier scolaire inconnu');
    expect(out).not.toContain('meilleur');
    expect(datesOf((await folder.run('reporter', '2027-11-16')).data)).toHaveLength(1);
  });

  it('the same reason is told also when the old date had it', async () => {
    const folder = await living('--set', 'collectivite=commune:35238');
    expect((await folder.say('reporter', '2027-11-17', '--dry-run')).out).toContain('À savoir : Des élections locales sont attendues');
  });

  it('to no date at all: the first day that is proposed', async () => {
    const folder = await living('--set', 'collectivite=commune:35238');
    const { out } = await folder.say('reporter', 'a-definir', '--dry-run');
    expect(out).toContain('Date à choisir :\n  La première proposée : ');
    expect(datesOf((await folder.run('reporter', 'a-definir')).data)).toHaveLength(5);
  });

  it('a day beside a named event is told, with its name', async () => {
    const folder = await living('--set', 'collectivite=commune:35238', '--set', 'evenements_voisins=Salon du numérique (2027-11-16)');
    expect((await folder.say('reporter', '2027-11-16', '--dry-run')).out)
      .toContain('Attention : Le même jour qu’un événement que vous avez cité : Salon du numérique (mardi 16 novembre 2027).');
    expect((await folder.say('reporter', '2027-11-18', '--dry-run')).out).toContain('À savoir : À moins d’une semaine d’un événement que vous avez cité');
  });
});

describe('init', () => {
  it('warns about a date, and names better days', async () => {
    const { out } = await runIn({}, 'init', 'd', '--profil', 'creuse', '--yes', '--set', 'collectivite=commune:35238', '--set', 'date=2027-11-11');
    expect(out).toMatch(/À regarder \(\d\) :\n(.*\n)*? {2}- Jour férié pendant l’événement : Armistice de 1918/);
    expect(out).toContain('Des jours proches seraient meilleurs :\n  - mardi 9 novembre 2027 (2 jours plus tôt)');
  });

  it('without a date: the first day that is proposed', async () => {
    const { out } = await runIn({}, 'init', 'd', '--profil', 'creuse', '--yes', ...open);
    expect(out).toMatch(/Date à choisir :\n {2}La première proposée : .*\n {2}Les 4 autres, et les raisons de chacune : tableau-de-bord\.html\n/);
  });

  it('the wizard offers the same days, and makes the folder with the one that is picked', async () => {
    const disk = memoryDisk();
    const proposals = datesOf(await initJson('--set', 'date=a-definir', '--set', 'periode=2027-05/2027-06', '--set', 'jauge=80'));
    const person = scriptedPrompter({
      collectivite: 'departement:23', date: 'a-definir', periode: '2027-05/2027-06', 'periode.dates': proposals[1]?.date ?? '', partenaires: 'fini', charte: 'non',
    }, 'screen');
    const { exit, err } = await runIn({ disk, person }, 'init', 'dossier');
    expect([exit, person.asked.includes('periode.dates')], err).toEqual([0, true]);
    expect(hold(disk).text('nec-local.yaml')).toMatch(new RegExp(`^date: ${proposals[1]?.date}$`, 'm'));
  });
});
