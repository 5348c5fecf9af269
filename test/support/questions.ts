import type { AnswerContext } from '../../src/answers/answer-context.ts';
import type { Answers, Authority, Chapter, Question, QuestionType } from '../../src/model.ts';
import { problem } from '../../src/problem.ts';
import { condition } from '../../src/shared/condition.ts';
import { parseYaml } from '../../src/shared/yaml.ts';
import { deriveFacts } from '../../src/shared/facts.ts';
import { fold } from '../../src/shared/words.ts';

/** A small questionnaire with every type of question. */

export const when = (yaml: string) => {
  const parsed = parseYaml(yaml, 'test');
  const read = parsed.ok ? condition(parsed.value, () => undefined) : undefined;
  if (!read) throw new Error(`Not a condition: ${yaml}`);
  return read;
};

export function question(id: string, type: QuestionType, more: Partial<Question> = {}): Question {
  return {
    id, type, chapter: 'essentiel', essential: false, required: false, open: false, defaults: [],
    label: `Question ${id} ?`, help: `Aide ${id}.`, why: `Raison ${id}.`, ...more,
  };
}

const essential = { essential: true } as const;
const choices = (...values: string[]) => values.map((value) => ({ value, label: `Libellé de ${value}` }));

export const chapters: readonly Chapter[] = [
  { id: 'essentiel', title: 'L’essentiel' }, { id: 'evenement', title: 'L’événement' },
  { id: 'equipe', title: 'L’équipe' }, { id: 'relecture', title: 'Relire' },
];

export const questions: readonly Question[] = [
  question('collectivite', 'authority', { ...essential, required: true }),
  question('date', 'date', { ...essential, open: true, defaults: [{ value: 'a-definir' }] }),
  question('periode', 'period', { when: when('date: a-definir'), computed: 'season' }),
  question('publics', 'choices',
    { ...essential, min: 1, choices: choices('mediateurs', 'elus', 'habitants'),
    defaults: [{ value: ['mediateurs'] }] }),
  question('jauge', 'number', { ...essential, min: 5, max: 5000, step: 1, defaults: [{ value: 80 }] }),
  question('budget', 'money', { ...essential, min: 0, max: 1_000_000, defaults: [{ value: 0 }] }),
  question('partenaires', 'records', {
    ...essential, defaults: [{ value: [] }],
    fields: [
      { id: 'nom', label: 'Nom', type: 'text', required: true },
      { id: 'type', label: 'Type', type: 'choice', required: true,
        choices: choices('prefecture', 'mediatheque', 'hub') },
    ],
  }),
  question('themes', 'choices',
    { ...essential, open: true, choices: choices('inclusion', 'communs'), defaults: [{ value: ['inclusion'] }] }),
  question('appel', 'choice',
    { ...essential, choices: choices('contributions', 'aucun'), defaults: [{ value: 'contributions' }] }),
  question('inscriptions', 'choice',
    { ...essential, choices: choices('html', 'papier'), defaults: [{ value: 'html' }] }),
  question('nom', 'text', { chapter: 'evenement', computed: 'event-name' }),
  question('accroche', 'text', { chapter: 'evenement' }),
  question('jours', 'number', {
    chapter: 'evenement', min: 0.5, max: 5, step: 0.5,
      defaults: [{ when: when('jauge: { max: 39 }'), value: 0.5 }, { value: 1 }],
  }),
  question('restauration', 'choice', {
    chapter: 'evenement', choices: choices('cafe', 'repas-partage'),
    defaults: [{ when: when('jours: { max: 0.5 }'), value: 'cafe' }, { value: 'repas-partage' }],
  }),
  question('formation', 'yes-no', { chapter: 'evenement', defaults: [{ value: false }] }),
  question('financeurs', 'records', {
    chapter: 'evenement', defaults: [{ value: [] }],
    fields: [
      { id: 'type', label: 'Type', type: 'choice', required: true, choices: choices('region', 'caf') },
      { id: 'montant', label: 'Montant', type: 'money', required: false },
    ],
  }),
  question('responsables', 'roles', { chapter: 'equipe' }),
  question('dpo', 'email', { chapter: 'equipe' }),
  question('lien_inscription', 'url', { chapter: 'equipe', when: when('none: [ { inscriptions: papier } ]') }),
  question('debut', 'date', { chapter: 'equipe', computed: 'today' }),
  question('charte', 'yes-no', { chapter: 'relecture' }),
];

export function questionById(id: string): Question {
  const found = questions.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No question ${id}`);
  return found;
}

const authority = (id: string, name: string, label: string): Authority => ({
  id, name, label, kind: id.startsWith('commune') ? 'commune' : id.startsWith('region') ? 'region' : 'departement',
  code: id.split(':')[1] ?? '', postcodes: [], setting: 'rural',
});

export const authorities: readonly Authority[] = [
  authority('departement:23', 'Creuse', 'Creuse (département)'),
  authority('commune:97411', 'Saint-Denis', 'Saint-Denis (La Réunion, commune)'),
  authority('commune:93066', 'Saint-Denis', 'Saint-Denis (Seine-Saint-Denis, commune)'),
  authority('commune:07128', 'Lalevade-d’Ardèche', 'Lalevade-d’Ardèche (commune)'),
  authority('departement:28', 'Eure-et-Loir', 'Eure-et-Loir (département)'),
  authority('region:28', 'Normandie', 'Normandie (région)'),
];

export const searchAuthorities = (typed: string): readonly Authority[] =>
  authorities.filter(({ label }) => fold(label).includes(fold(typed)));

/** « today » is given, for there is no clock here. */
export function contextFor(today: string): AnswerContext {
  return {
    findAuthority: (value) => {
      const found = authorities.filter(({ id, code, name }) =>
        [id, code].includes(value) || fold(name) === fold(value));
      const [only] = found;
      if (found.length === 1 && only) return { ok: true, value: only };
      const wrong = found.length === 0
        ? problem('authority-unknown', { value })
        : problem('authority-ambiguous', { value, candidates: found.map(({ label }) => label).join(', ') });
      return { ok: false, problems: [wrong] };
    },
    facts: (answers: Answers) => deriveFacts(answers),
    computed: {
      'today': () => today,
      'event-name': ({ collectivite, date, periode }) => {
        const year = String(date === 'a-definir' ? periode : date).slice(0, 4);
        return `NEC ${authorities.find(({ id }) => id === collectivite)?.name ?? ''} ${year}`;
      },
      'season': () => `${Number(today.slice(0, 4)) + 1}-10/${Number(today.slice(0, 4)) + 1}-11`,
      'setting': () => 'rural',
      'chart-of-accounts': () => 'developpee',
    },
    roles: [{ id: 'chef-de-projet', title: 'Cheffe ou chef de projet' },
      { id: 'communication', title: 'Communication' }],
  };
}

export const context = contextFor('2026-11-23');
