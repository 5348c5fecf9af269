import type { Document, Plan } from '../../src/model.ts';
import { askBy } from '../../src/shared/ask-by.ts';
import { addDays, daysBetween, longDate } from '../../src/shared/dates.ts';
import { formatEuros } from '../../src/shared/money.ts';
import { isPlanned } from '../../src/shared/planned-documents.ts';
import { recordsAnswer, textAnswer } from '../../src/shared/read-answer.ts';
import { typedDates } from '../../src/shared/typed-dates.ts';
import { leavesOf, wordsOf } from './slips.ts';

/** What one document says, a paragraph, a row or a line of a page at a time. */
export interface Said {
  readonly path: string;
  readonly builder: string | undefined;
  readonly lines: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': '\'' };

/** The first page shows how to type a command, with a day that is nobody’s. */
const EXAMPLE = /nec-local reporter \d{4}-\d{2}-\d{2}/g;

/** Spaces of every width are one kind of space here. */
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

function linesOfPage(html: string): readonly string[] {
  return html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<\/dt>/g, ' : ')
    .replace(/<\/?(a|abbr|b|code|em|span|strong|time|label)\b[^>]*>/g, '').replace(/<[^>]*>/g, '\n')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).split('\n');
}

/** An entry is kept as JSON: its words, without its numbers. */
const entryWords = (leaf: unknown): readonly string[] =>
  (typeof leaf === 'string' && leaf.startsWith('[') ? leavesOf(JSON.parse(leaf)).map(String).filter((text) => text.includes(' ')) : []);

export function saidBy(document: Document): Said {
  const { path, spec } = document;
  const lines = (): readonly string[] => {
    switch (document.kind) {
      case 'text': return document.blocks.filter(({ kind }) => kind !== 'header-row').map(wordsOf);
      case 'table': return document.sheets.flatMap(({ preface, columns, rows }) => [
        ...preface, columns.map(({ title }) => title).join(' | '),
        ...rows.map(({ cells }) => leavesOf(cells).filter((leaf) => typeof leaf === 'string').join(' | ')),
      ]);
      case 'calendar': return [document.name, ...leavesOf(document.items).flatMap(entryWords)];
      case 'copy': return linesOfPage(document.content);
    }
  };
  return { path, builder: spec.builder, lines: lines().map((line) => plain(line.replace(EXAMPLE, ''))).filter(Boolean) };
}

/** Everything a folder may say of the event, from its plan alone. */
export interface Truth {
  readonly name: string;
  readonly days: readonly string[];
  readonly dates: ReadonlySet<string>;
  readonly places: readonly string[];
  readonly people: string;
  readonly envelope: string;
  readonly addresses: readonly string[];
  readonly paths: readonly string[];
  readonly absent: readonly string[];
}

const stem = (path: string): string => path.replace(/^.*\//, '').replace(/\.\w+$/, '');

/** `written`: the texts of the kit, whose own dates (laws, sources, ballots) any document may repeat. */
export function truthOf(plan: Plan, documents: readonly Document[], written: readonly string[]): Truth {
  const { schedule, answers, kit, facts, budget } = plan;
  const days = Array.from({ length: daysBetween(schedule.firstDay, schedule.lastDay) + 1 }, (_, index) => addDays(schedule.firstDay, index));
  const known = [
    ...days, plan.today, ...leavesOf(schedule).map(String), ...leavesOf(answers).map(String), ...leavesOf(plan.alerts).map(String),
    ...leavesOf(plan.dates).map(String), ...written,
    ...kit.budget.income.flatMap(({ askBefore }) => (askBefore ? [askBy(askBefore, schedule.firstDay, schedule.firstDay).day] : [])),
  ];
  const place = textAnswer(answers, 'lieu');
  return {
    name: plain(plan.eventName), days: days.map((day) => plain(longDate(day))),
    dates: new Set(known.flatMap((text) => typedDates(text).filter(({ year }) => year !== undefined).map(dayOf))),
    places: [
      ...(place === undefined ? [] : [place]), ...recordsAnswer(answers, 'sites').map(({ nom }) => String(nom)),
      'à compléter', 'le lieu reste à choisir', 'le lieu choisi', 'plusieurs lieux', 'dans plusieurs lieux', 'le plus proche', 'pendant un autre événement',
    ].map(plain),
    people: String(answers['jauge']), envelope: plain(formatEuros(budget.envelope)),
    addresses: [textAnswer(answers, 'contact'), textAnswer(answers, 'dpo')].filter((address) => address !== undefined),
    paths: documents.map(({ path }) => path),
    absent: kit.documents.filter((spec) => !isPlanned(spec, facts)).map(({ path }) => stem(path)),
  };
}

const dayOf = ({ day, month, year }: { readonly day: number; readonly month: number; readonly year?: number }): string => `${year}-${month}-${day}`;
const WEEKDAY_DATE = /\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d{1,2}(?:er)? [a-zûé]+ \d{4}/g;
const all = (line: string, pattern: RegExp): readonly string[] => Array.from(line.matchAll(pattern), ([whole, first]) => (first ?? whole).trim());

/** « Lieu » is a kind of expense there. */
const aboutMoney = (path: string, builder: string | undefined): boolean => path.startsWith('3-budget/') || builder === 'dashboard';

/** Every place where a document says another thing than the plan, as `path: what it says`. */
export function contradictions({ path, builder, lines }: Said, truth: Truth): readonly string[] {
  const wrong = (line: string): readonly string[] => [
    ...typedDates(line).filter((date) => date.year !== undefined && !truth.dates.has(dayOf(date))).map(({ text }) => text),
    ...(builder === 'dashboard' ? [] : all(line, WEEKDAY_DATE).filter((date) => !truth.days.includes(date))),
    ...all(line, /\benveloppe(?: de départ| de la collectivité)?(?: \||,? est de| de| :) (\d[\d ,]*€)/gi).filter((amount) => amount !== truth.envelope),
    ...all(line, /(?:environ|attendues?(?:, équipe comprise)? [|:]|rencontre de) (\d[\d ]*)(?= personnes|$)/g).filter((count) => count !== truth.people),
    ...(aboutMoney(path, builder) ? [] : all(line, /(?:^|\. )(?:Lieu|Lieu principal|Où) [|:] ([^.|]+)/g)).filter((place) => !/^[A-ZÉ]+$/.test(place) && !truth.places.some((known) => place.startsWith(known))),
    ...all(line, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g).filter((address) => !truth.addresses.includes(address)),
    ...all(line.replace(/https?:\S+/g, ''), /[\w.-]*\w\.(?:xlsx|html|ics|docx|md)\b/g).map((file) => file.replace('.nouveau', '')).filter((file) => !truth.paths.some((known) => known.endsWith(`/${file}`) || known === file)),
    ...all(line, /(?<!page )« ([a-z0-9-]+) »/gi).filter((name) => truth.absent.includes(name) && !truth.paths.some((known) => stem(known) === name)),
    ...all(line, /(?<![\w/-])\d{1,2}-[a-z-]{3,}(?:\/[\w.-]*\w)?/g).filter((folder) => !truth.paths.some((known) => known.startsWith(folder))),
  ];
  const named = lines.length === 0 || lines.some((line) => line.includes(truth.name));
  return [...(named ? [] : [`${path}: nulle part « ${truth.name} »`]), ...lines.flatMap((line) => wrong(line).map((said) => `${path}: « ${said} » dans « ${line.slice(0, 160)} »`))];
}
