import { kitFacts, type KitFact } from '../../kit/kit-facts.ts';
import type { Kit } from '../../model.ts';
import { enumerate } from '../../shared/words.ts';
import { factsInWords } from '../kit-facts-words.ts';
import { versionInWords } from '../kit-version.ts';
import { kitWarnings, loadKit } from '../load-kit.ts';
import { openPlanningFolder, planningFolderHere } from '../planning-folder.ts';
import type { Line, Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { EXIT } from '../stop.ts';
import { asRecovered } from '../with-lock.ts';

/**
 * What a kit holds, and with `sources` on whose word each fact stands.
 * @param named a kit; by default that of the planning folder around, or the usual one
 */
export async function showKit(named: string | undefined, sources: boolean, shell: Shell): Promise<Outcome> {
  const here = named === undefined ? planningFolderHere(shell) : undefined;
  const loaded = here === undefined ? await loadKit(shell, named) : (await openPlanningFolder(here, asRecovered(here, shell))).loaded;
  const { kit } = loaded;
  const facts = sources ? kitFacts(kit) : [];
  const more = { text: `Pour voir d’où vient chaque fait : nec-local kit montrer ${named === undefined ? '' : `${named} `}--sources` };
  return {
    exit: EXIT.done,
    problems: kitWarnings(loaded),
    data: { kit: kitToJson(kit), counts: countsOf(kit), ...(sources && { facts: facts.map(factToJson), sources: kit.sources }) },
    lines: [...kitInWords(kit, here), ...(sources ? factsInWords(facts, kit) : [{ text: '' }, more])],
  };
}

const kitToJson = ({ id, name, version, purpose, licence, parents = [], profiles }: Kit) =>
  ({ id, name, version, purpose: purpose ?? null, licence, extends: parents, profiles: profiles.map((profile) => profile.id) });

/** `source` as alerts say it: `jugement` where it is our own. */
const factToJson = ({ sources, ...fact }: KitFact) => ({ ...fact, source: sources.join(', ') });

const countsOf = ({ questions, tasks, budget, audiences, themes, formats, forms, rules, documents, sources }: Kit) => ({
  questions: questions.length, tasks: tasks.length, documents: documents.length, rules: rules.length,
  expenses: budget.lines.length, income: budget.income.length, inKind: budget.inKind.length,
  audiences: audiences.length, themes: themes.length, formats: formats.length, forms: forms.length, sources: sources.length,
});

type Counted = keyof ReturnType<typeof countsOf>;

/** What is counted, as people call one of them; several take an « s » to the first word. */
const COUNTED: Readonly<Record<Counted, string>> = {
  questions: 'question', tasks: 'tâche', documents: 'document', rules: 'règle d’alerte', expenses: 'ligne de dépenses',
  income: 'genre de recettes', inKind: 'apport en nature', audiences: 'public', themes: 'thème', formats: 'format de séance',
  forms: 'formulaire', sources: 'source',
};

const several = (count: number, words: string): string => (count < 2 ? words : words.replace(/^\S+/, (first) => `${first}s`));

function kitInWords(kit: Kit, folder: string | undefined): readonly Line[] {
  const { name, purpose, licence, parents: [parent] = [], questions, profiles } = kit;
  const counts = Object.entries(countsOf(kit)) as [Counted, number][];
  return [
    { text: `${name} (${versionInWords(kit)})`, look: 'title' },
    ...[
      purpose,
      folder === undefined ? undefined : `C’est le kit de ce dossier de préparation : ${folder}`,
      parent && `Il prolonge le kit « ${parent.name} » (${parent.id}) : ce qui suit compte les deux.`,
      `Licence du contenu : ${licence}`,
    ].flatMap((text) => (text === undefined ? [] : [{ text }])),
    { text: '' },
    { text: 'Ce qu’il contient', look: 'title' },
    ...counts.map(([key, count]) => ({ text: `  ${String(count).padStart(4)} ${several(count, COUNTED[key])}${key === 'questions' ? essentials(questions) : ''}` })),
    ...(profiles.length === 0 ? [] : [{ text: `  Territoires tout prêts (--profil) : ${enumerate(profiles.map(({ id }) => id))}` }]),
  ];
}

const essentials = (questions: Kit['questions']): string => `, dont ${questions.filter(({ essential }) => essential).length} pour un premier dossier`;
