import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { calendarsOf, planFor, stateAfter } from '../support/calendar-runs.ts';
import { describeWith } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'nec-khal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An agenda of its own, in which several files can be imported one after the other. */
function agenda(name: string) {
  const home = join(folder, name);
  const settings = `[calendars]\n[[tout]]\npath = ${home}\n[sqlite]\npath = ${home}.db\n[locale]\n${[
    'local_timezone = Europe/Paris', 'default_timezone = Europe/Paris', 'timeformat = %H:%M', 'dateformat = %Y-%m-%d',
    'longdateformat = %Y-%m-%d', 'datetimeformat = %Y-%m-%d %H:%M', 'longdatetimeformat = %Y-%m-%d %H:%M',
  ].join('\n')}\n`;
  writeFileSync(`${home}.conf`, settings);
  const khal = (...args: readonly string[]) => spawnSync('khal', ['-c', `${home}.conf`, ...args], { encoding: 'utf8' });
  return {
    take: (calendar: string): number | null => {
      writeFileSync(`${home}.ics`, calendar);
      return khal('import', '--batch', '-a', 'tout', `${home}.ics`).status;
    },
    /** « day title [status] », in order of days. */
    list: (): readonly string[] => {
      const { stdout } = khal('list', '--notstarted', '-df', '', '-f', '{start-date} {title} [{status}]', '2026-11-01', '2028-12-31');
      return stdout.split('\n').filter((line) => line !== '').map((line) => line.replace(' ]', ']'));
    },
  };
}

const first = calendarsOf(planFor('2027-10-14', '2026-11-23'));
const moved = calendarsOf(planFor('2027-11-18', '2026-11-30'), stateAfter(first));
const near = calendarsOf(planFor('2026-12-22', '2026-12-01'), stateAfter(moved));

describeWith('khal', 'an agenda that takes the milestones again and again', () => {
  it('D11 shows each entry once, on its new day, and what is gone as cancelled', () => {
    const { take, list } = agenda('relire');
    expect(take(first.milestones)).toBe(0);
    const before = list();
    expect(before).toContain('2027-10-14 NEC Creuse 2027 [CONFIRMED]');
    expect(take(first.milestones)).toBe(0);
    expect(list()).toEqual(before);

    expect(take(moved.milestones)).toBe(0);
    expect(list()).toHaveLength(before.length);
    expect(list()).toContain('2027-11-18 NEC Creuse 2027 [CONFIRMED]');
    expect(list().filter((line) => before.includes(line))).toEqual([]);

    expect(take(near.milestones)).toBe(0);
    expect(list()).toHaveLength(before.length);
    expect(list()).toContain('2026-12-22 NEC Creuse 2027 [CONFIRMED]');
    expect(list()).toContain('2027-05-20 Publier l’appel à contribuer [CANCELLED]');
  });

  it('would double entries with other UIDs, and refuses one that never ends', () => {
    const { take, list } = agenda('doubler');
    take(first.milestones);
    const before = list().length;
    expect(take(moved.milestones.replaceAll('.nec-local', '.autre'))).toBe(0);
    expect(list()).toHaveLength(before * 2);
    expect(take(first.milestones.replace('END:VEVENT\r\n', ''))).not.toBe(0);
    expect(list()).toHaveLength(before * 2);
  });
});
