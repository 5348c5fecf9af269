import type { Answers, Facts, IsoDate, Schedule, Territory } from '../../src/model.ts';
import { buildSchedule } from '../../src/plan/schedule.ts';
import { deriveFacts } from '../../src/shared/facts.ts';
import { locate } from '../../src/territory/territory.ts';
import { workingDays } from '../../src/territory/working-days.ts';
import { necKit } from '../support/kit.ts';

/** Territories whose calendars differ most. */
export const territories: Readonly<Record<string, Territory>> = {
  creuse: place('departement:23', '23', '75'),
  rennes: place('commune:35238', '35', '53'),
  essonne: place('departement:91', '91', '11'),
  strasbourg: place('commune:67482', '67', '44'),
  reunion: place('commune:97411', '974', '04'),
  guadeloupe: place('departement:971', '971', '01'),
  guyane: place('departement:973', '973', '03'),
  mayotte: place('departement:976', '976', '06'),
  polynesie: place('com:987', '987', '987'),
};

function place(id: string, departement: string, region: string): Territory {
  const [kind, code] = id.split(':') as ['commune' | 'departement' | 'com', string];
  return locate({
    id, kind, code, name: id, label: id, postcodes: [], population: 10_000, setting: 'rural',
    departement: { code: departement, name: departement }, region: { code: region, name: region },
  });
}

/** Answers of an ordinary event, with what a test changes. */
export function answersWith(changes: Answers): Answers {
  return {
    date: '2027-10-14', debut: '2026-11-23', jours: 1, jauge: 120, budget: 5000, niveau: 'courant', publics: ['mediateurs', 'elus'],
    themes: ['inclusion'], appel: 'contributions', inscriptions: 'html', forme: 'autonome', restauration: 'cafe', captation: 'aucune',
    besoins_acces: [], formation: false, milieu: 'rural', nomenclature: 'developpee', nom: 'NEC', ...changes,
  };
}

export const factsOf = (answers: Answers, territory = territories['creuse']): Facts => deriveFacts(answers, territory);

/** The schedule of these answers with the shipped kit. */
export function scheduleOf(changes: Answers, today: IsoDate = '2026-11-23', territory = territories['creuse']): Schedule {
  if (!territory) throw new Error('unknown territory');
  const answers = answersWith(changes);
  return buildSchedule(necKit(), answers, factsOf(answers, territory), today, workingDays(territory));
}

/** The date of one task. */
export function dueOf(schedule: Schedule, id: string): IsoDate | undefined {
  return schedule.tasks.find(({ task }) => task.id === id)?.due;
}
