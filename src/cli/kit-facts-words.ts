import type { KitFact } from '../kit/kit-facts.ts';
import type { Kit } from '../model.ts';
import { confidenceOfFact } from '../shared/confidence-words.ts';
import { maxDate, minDate, plainDate } from '../shared/dates.ts';
import { groupBy } from '../shared/group-by.ts';
import { countFacts, isJudgement, ownSources } from '../shared/provenance.ts';
import { enumerate } from '../shared/words.ts';
import type { Line } from './report.ts';

/** What the entries of each file are, as people call them. */
const FILES: Readonly<Record<string, string>> = {
  'audiences.yaml': 'Publics', 'budget.yaml': 'Budget', 'formats.yaml': 'Formats de séance', 'forms.yaml': 'Formulaires',
  'rules.yaml': 'Règles d’alerte', 'dates.yaml': 'Raisons de choisir une date', 'programme.yaml': 'Journées proposées', 'tables.yaml': 'Tableaux',
  'tasks.yaml': 'Tâches', 'themes.yaml': 'Thèmes',
};

const OURS = 'l’avis des auteurs du kit';

/** Every fact with its sources, its date and how sure it is, file by file; then the sources themselves. */
export function factsInWords(facts: readonly KitFact[], { sources }: Kit): readonly Line[] {
  const cited = sources.filter(({ id }) => facts.some((fact) => fact.sources.includes(id))).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [
    { text: '' },
    { text: `D’où viennent les faits de ce kit (${facts.length})`, look: 'title' },
    ...countsInWords(facts).map((text) => ({ text: `  ${text}` })),
    ...[...groupBy(facts, ({ file }) => file)].flatMap(([file, group]): readonly Line[] => [
      { text: '' },
      { text: `${FILES[file] ?? file}, ${file} (${group.length})`, look: 'title' },
      ...group.map((fact) => ({ text: `  ${factInWords(fact)}` })),
    ]),
    { text: '' },
    { text: `Les sources citées (${cited.length})`, look: 'title' },
    ...cited.map(({ id, title, url }) => ({ text: `  ${id} : ${title}${url === undefined ? '' : `, ${url}`}` })),
  ];
}

function countsInWords(facts: readonly KitFact[]): readonly string[] {
  const { sourced, mixed, judged } = countFacts(facts);
  const dates = facts.map(({ checkedOn }) => checkedOn);
  const [first, last] = [dates.reduce(minDate, dates[0] ?? ''), dates.reduce(maxDate, '')];
  return [
    `${sourced} avec une source publique, ${mixed} avec une source publique et ${OURS}, ${judged} avec ${OURS} seulement.`,
    ...(dates.length === 0 ? [] : [first === last ? `Tous vérifiés le ${plainDate(first)}.` : `Vérifiés entre le ${plainDate(first)} et le ${plainDate(last)}.`]),
  ];
}

function factInWords({ id, title, sources, checkedOn, confidence, validUntil }: KitFact): string {
  const from = enumerate([...ownSources(sources), ...(isJudgement(sources) ? [OURS] : [])]);
  const until = validUntil === undefined ? '' : `, vaut jusqu’au ${plainDate(validUntil)}`;
  return `${id}, « ${title} » : ${from} (vérifié le ${plainDate(checkedOn)}, ${confidenceOfFact[confidence]}${until})`;
}
