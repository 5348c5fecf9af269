import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { milestonesText, tasksText } from '../support/calendar-text.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { lintCalendar } from '../support/ics-lint.ts';
import { samplePlan, samplePlanWithoutDate } from '../support/plan.ts';
import { describeWith } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'nec-ics-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Gives one line per entry: kind, UID, day, title. Fails on an entry without UID or DTSTAMP. */
const listEntries = `
import sys, icalendar
for part in icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk():
    if part.name in ('VEVENT', 'VTODO'):
        part['DTSTAMP']
        print(part.name, part['UID'], part.decoded('DTSTART' if part.name == 'VEVENT' else 'DUE'), part['SUMMARY'])
`;

const readWithPython = (path: string) => spawnSync('/usr/bin/python3', ['-c', listEntries, path], { encoding: 'utf8' });

const withoutUids = (calendar: string): string => calendar.replaceAll(/^UID:.*\r\n/gm, '');

describeWith('python-icalendar', 'the calendars', () => {
  it('give every task with its day and title', () => {
    const { status, stdout } = readWithPython(fileWith('taches.ics', tasksText(samplePlan, NOTHING_DONE)));
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toEqual(samplePlan.schedule.tasks.map(
      ({ task, due }) => `VTODO ${task.id.toLowerCase()}@4f1c0a7be2.nec-local ${due} ${task.title}`));
  });

  it('give the event and its milestones', () => {
    const { stdout } = readWithPython(fileWith('jalons.ics', milestonesText(samplePlan, NOTHING_DONE)));
    expect(stdout.trim().split('\n')[0]).toBe('VEVENT evenement@4f1c0a7be2.nec-local 2027-10-14 NEC Creuse 2027');
    expect(stdout.trim().split('\n')).toHaveLength(6);
  });

  it('are read, and empty, while the date is not set', () => {
    const path = fileWith('vide.ics', tasksText(samplePlanWithoutDate, NOTHING_DONE));
    expect(readWithPython(path)).toMatchObject({ status: 0, stdout: '' });
  });

  it('are refused without UID', () => {
    expect(readWithPython(fileWith('casse.ics', withoutUids(tasksText(samplePlan, NOTHING_DONE)))).status).not.toBe(0);
  });
});

const khalSettings = `[calendars]
[[tout]]
path = ${join(folder, 'tout')}
[sqlite]
path = ${join(folder, 'khal.db')}
[locale]
local_timezone = Europe/Paris
default_timezone = Europe/Paris
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
`;

function readWithKhal(path: string) {
  const settings = ['-c', fileWith('khal.conf', khalSettings)];
  const format = ['--format', '{start-long} {end-long} {title}'];
  return spawnSync('khal', [...settings, 'printics', ...format, path], { encoding: 'utf8' });
}

describeWith('khal', 'the milestones', () => {
  it('are shown on their days', () => {
    const { status, stdout } = readWithKhal(fileWith('jalons.ics', milestonesText(samplePlan, NOTHING_DONE)));
    expect(status).toBe(0);
    expect(stdout).toContain('6 events found');
    expect(stdout).toContain('2027-10-14 2027-10-14 NEC Creuse 2027');
    expect(stdout).toContain('2027-05-13 2027-05-13 Déposer la demande de soutien');
  });

  it('are no event at all while the date is not set', () => {
    const { status, stdout } = readWithKhal(fileWith('vide.ics', milestonesText(samplePlanWithoutDate, NOTHING_DONE)));
    expect(status).toBe(0);
    expect(stdout).toContain('0 events found');
  });

  it('are refused when an entry never ends', () => {
    const broken = milestonesText(samplePlan, NOTHING_DONE).replace('END:VEVENT\r\n', '');
    expect(readWithKhal(fileWith('casse.ics', broken)).status).not.toBe(0);
  });
});

describe('our own lint', () => {
  const good = milestonesText(samplePlan, NOTHING_DONE);

  it('finds nothing to say about our calendars', () => {
    expect(lintCalendar(good)).toEqual([]);
  });

  it.each([
    ['no CRLF at the end', good.trimEnd()],
    ['bare LF', good.replace('\r\n', '\n')],
    ['blank line', good.replace('\r\n', '\r\n\r\n')],
    ['more than 75 octets', good.replace('SUMMARY:', `SUMMARY:${'é'.repeat(40)}`)],
    ['unbalanced', good.replace('END:VEVENT\r\n', '')],
    ['VEVENT: UID × 0', withoutUids(good)],
    ['DTSTAMP not universal', good.replaceAll('T000000Z', 'T000000')],
    ['UID twice', good.replace('jalon-t08', 'evenement')],
  ])('says "%s"', (fault, broken) => {
    expect(lintCalendar(broken).join('\n')).toContain(fault);
  });

  it('wants at least one component and a definition of each time zone', () => {
    expect(lintCalendar('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n'))
      .toEqual(['VCALENDAR without component']);
    expect(lintCalendar(good.replace('DTSTART;VALUE=DATE:20271014', 'DTSTART;TZID=Europe/Paris:20271014T090000')))
      .toContain('no VTIMEZONE for Europe/Paris');
  });
});
