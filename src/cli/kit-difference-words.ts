import type { ChangedPart, ComparedList, DifferenceDetail, KitDifference } from '../kit/kit-difference.ts';
import type { Condition, Kit, LeadDays, Level, QuestionType } from '../model.ts';
import { conditionInWords } from '../shared/condition-words.ts';
import { formatEuros, formatNumber } from '../shared/money.ts';
import { enumerate } from '../shared/words.ts';
import type { Line } from './report.ts';

/** What differs between two kits, as people read it: one heading a list, one line an entry. */

const LISTS: Readonly<Record<ComparedList, string>> = {
  questions: 'Questions', phases: 'Phases', roles: 'Rôles', tasks: 'Tâches', lines: 'Dépenses', contingency: 'Imprévus',
  income: 'Recettes', inKind: 'Apports en nature', audiences: 'Publics', themes: 'Thèmes', formats: 'Formats de séance',
  forms: 'Formulaires', rules: 'Règles d’alerte', favours: 'Raisons de choisir une date', limits: 'Règle du programme', slots: 'Temps du programme',
  days: 'Journées types', tables: 'Tableaux', documents: 'Documents',
};

const PARTS: Readonly<Record<ChangedPart, string>> = {
  role: 'le rôle responsable', support: 'les rôles en appui', phase: 'la phase', needs: 'les tâches dont elle dépend',
  size: 'le nombre de personnes à partir duquel elle s’applique', importance: 'son importance', calendar: 'le calendrier suivi',
  document: 'le document lié', funders: 'l’avance que demandent les financeurs', quantity: 'la quantité', unit: 'l’unité', account: 'le compte', family: 'la famille d’achat',
  share: 'l’origine', default: 'la réponse proposée', required: 'l’obligation de répondre', bounds: 'les réponses acceptées',
  columns: 'les colonnes', fields: 'les champs', data: 'les mentions sur les données personnelles', test: 'quand elle s’applique',
  by: 'avant quelle tâche agir', validity: 'jusqu’à quand elle vaut', kind: 'la forme du fichier', links: 'les formats et publics liés',
  limits: 'les limites et les formats d’atelier', hours: 'les heures', use: 'à quoi cela sert', rows: 'les lignes',
};

const TYPES: Readonly<Record<QuestionType, string>> = {
  'authority': 'une collectivité', 'text': 'un texte', 'date': 'une date', 'period': 'une période', 'number': 'un nombre', 'money': 'un montant',
  'choice': 'un choix', 'choices': 'plusieurs choix', 'yes-no': 'oui ou non', 'records': 'une liste', 'roles': 'des noms par rôle',
  'email': 'une adresse de courriel', 'url': 'une adresse de page',
};

const SEVERITIES = { blocking: 'bloquante', warning: 'avertissement', info: 'information' } as const;
const PLANS = ['complet', 'standard', 'express'] as const;
const LEVELS = ['sobre', 'courant', 'confort'] as const;

/** @param kits for the words of conditions: those of each side are its own */
export function differencesInWords(differences: readonly KitDifference[], kits: { readonly before: Kit; readonly after: Kit }): readonly Line[] {
  return (Object.keys(LISTS) as ComparedList[]).flatMap((list): Line[] => {
    const found = differences.filter((difference) => difference.list === list);
    const [reworded, told] = [found.filter(isReworded), found.filter((difference) => !isReworded(difference))];
    return found.length === 0 ? [] : [
      { text: '' },
      { text: `${LISTS[list]} (${found.length})`, look: 'title' },
      ...told.map((difference) => ({ text: `  ${differenceInWords(difference, kits)}` })),
      ...(reworded.length === 0 ? [] : [{ text: `  Texte revu : ${enumerate(reworded.map(({ id }) => id))}` }]),
    ];
  });
}

/** Only its texts read otherwise: told by id, many on one line. */
const isReworded = ({ change, from, details }: KitDifference): boolean =>
  change === 'changed' && from === undefined && details.every(({ code }) => code === 'words');

export function differenceInWords({ change, id, title, from, details }: KitDifference, kits: { readonly before: Kit; readonly after: Kit }): string {
  const named = `${title} (${id})`;
  if (change === 'new') return `Nouveau : ${named}`;
  if (change === 'gone') return `Retiré : ${named}`;
  const moved = from === undefined ? [] : [`s’appelait ${from}`];
  return `${named} : ${[...moved, ...details.map((detail) => detailInWords(detail, kits))].join(' ; ')}`;
}

function detailInWords(detail: DifferenceDetail, { before, after }: { readonly before: Kit; readonly after: Kit }): string {
  switch (detail.code) {
    case 'title': return `avant : « ${detail.from} »`;
    case 'lead': return `délai : ${leadInWords(detail.to)}, au lieu de ${leadInWords(detail.from)}`;
    case 'anchor': return `au plus tard : ${monthsInWords(detail.to)}, au lieu de ${monthsInWords(detail.from)}`;
    case 'price': return `prix : ${pricesInWords(detail.from, detail.to)}`;
    case 'percent': return `part : ${byLevel(detail.from, detail.to, (value) => `${formatNumber(value)} %`)}`;
    case 'rate': return `valeur d’une unité : ${rateInWords(detail.to)}, au lieu de ${rateInWords(detail.from)}`;
    case 'condition': return `${whenInWords(detail.to, after)} (avant : ${whenInWords(detail.from, before)})`;
    case 'path': return `fichier : ${detail.to}, au lieu de ${detail.from}`;
    case 'severity': return `${SEVERITIES[detail.to]}, au lieu de : ${SEVERITIES[detail.from]}`;
    case 'type': return `autre genre de réponse : ${TYPES[detail.to]}, au lieu de : ${TYPES[detail.from]}`;
    case 'choices': return [...choicesInWords('nouveau', detail.added), ...choicesInWords('retiré', detail.removed)].join(', ');
    case 'parts': return `${detail.parts.length > 1 ? 'changent' : 'change'} : ${enumerate(detail.parts.map((part) => PARTS[part]))}`;
    case 'words': return 'texte revu';
  }
}

/** « 26, 20 et 9 semaines avant », « 3 jours après ». */
export function leadInWords(lead: LeadDays): string {
  if (lead.onLastDay) return 'le dernier jour';
  const days = PLANS.map((plan) => Math.abs(lead[plan]));
  const inWeeks = days.every((count) => count % 7 === 0);
  const counts = [...new Set(days)].length === 1 ? days.slice(0, 1) : days;
  const unit = `${inWeeks ? 'semaine' : 'jour'}${(counts.at(-1) ?? 0) / (inWeeks ? 7 : 1) > 1 ? 's' : ''}`;
  return `${enumerate(counts.map((count) => String(inWeeks ? count / 7 : count)))} ${unit} ${lead.express < 0 ? 'après' : 'avant'}`;
}

const monthsInWords = (months: number | null): string => (months === null ? 'sans limite' : `${months} mois avant`);
const rateInWords = (rate: number | null): string => (rate === null ? 'à fixer' : formatEuros(rate));
const whenInWords = (condition: Condition | null, kit: Kit): string => (condition === null ? 'toujours' : `quand ${conditionInWords(condition, kit)}`);

type Prices = Readonly<Record<Level, number>> | null;
const pricesInWords = (from: Prices, to: Prices): string => (from && to ? byLevel(from, to, formatEuros) : `${priceList(to)}, au lieu de ${priceList(from)}`);
const priceList = (prices: Prices): string =>
  (prices ? enumerate([...new Set(LEVELS.map((level) => formatEuros(prices[level])))]) : 'un devis à demander');

const byLevel = (from: Readonly<Record<Level, number>>, to: Readonly<Record<Level, number>>, format: (value: number) => string): string =>
  enumerate(LEVELS.filter((level) => from[level] !== to[level]).map((level) => `${format(to[level])} au lieu de ${format(from[level])} (${level})`));

const choicesInWords = (word: string, labels: readonly string[]): readonly string[] => {
  const plural = labels.length > 1 ? (word.endsWith('u') ? 'x' : 's') : '';
  return labels.length === 0 ? [] : [`choix ${word}${plural} : ${enumerate(labels)}`];
};
