import type { CopyDocument, DocumentSpec, IsoDate, Plan, Source } from '../../model.ts';
import { confidenceWords } from '../../shared/confidence-words.ts';
import { numericDate, plainDate, subMonths } from '../../shared/dates.ts';
import { countFacts, isJudgement, ownSources } from '../../shared/provenance.ts';
import { folderFacts, type FactGroup, type FolderFact } from '../folder-facts.ts';
import { html, type Fragment, type Html } from './html.ts';
import { outerLink } from './links.ts';
import { page, section } from './page.ts';
import { count, sourceOf } from './phrases.ts';
import { oldYear, sourcesGuide } from './sources-guide.ts';

const OURS = 'notre propre avis';

/** On whose word the folder says what it says: every fact that this plan keeps, and the sources with their addresses. */
export function buildSources(spec: DocumentSpec, path: string, plan: Plan): CopyDocument {
  const groups = folderFacts(plan);
  const facts = groups.flatMap((group) => group.facts);
  const cited = citedSources(facts, plan);
  const content = page({
    plan,
    title: spec.title,
    banner: banner(plan, facts, cited),
    main: html`${section('lire', 'Comment lire cette page', sourcesGuide(groups))}
${section('verifier', 'À vérifier d’abord', checkFirst(facts, cited, plan))}
${groups.map((group) => section(group.id, group.title, factTable(group, plan)))}
${section('sources', 'Les sources et leurs adresses', sourceList(cited, plan))}`,
  });
  return { kind: 'copy', spec, path, content };
}

/** Each public source once, in the order of the kit. */
const citedSources = (facts: readonly FolderFact[], { kit }: Plan): readonly Source[] => {
  const ids = new Set(facts.flatMap(({ sources }) => ownSources(sources)));
  const known = kit.sources.filter(({ id }) => ids.has(id));
  return [...known, ...[...ids].filter((id) => !known.some((source) => source.id === id)).map((id) => sourceOf(id, []))];
};

function banner({ eventName }: Plan, facts: readonly FolderFact[], cited: readonly Source[]): Html {
  const { sourced, mixed, judged } = countFacts(facts);
  return html`<div class="lead"><p class="kicker"><bdi>${eventName}</bdi></p>
<h1>D’où viennent les informations</h1>
<p>${count(facts.length, 'information')}, ${count(cited.length, 'source citée', 'sources citées')}.</p>
<p>Avec une source publique : ${sourced}. Avec une source et notre propre avis : ${mixed}. Avec notre propre avis seul : ${judged}.</p></div>`;
}

/** What may not be true any more on the day of the event. The page says the same on any day: nothing here looks at today. */
function checkFirst(facts: readonly FolderFact[], cited: readonly Source[], { schedule: { firstDay } }: Plan): Html {
  const unsure = facts.filter(({ confidence }) => confidence === 'low').length;
  const stale = facts.filter(({ checkedOn }) => checkedOn < subMonths(firstDay, 12)).length;
  const ended = facts.filter(({ validUntil }) => validUntil !== undefined && validUntil < firstDay);
  const old = cited.filter(({ title }) => oldYear(title, firstDay) !== undefined).length;
  return html`<ul>
<li>Informations « à vérifier » : ${unsure}. Ces mots sont sur leur ligne.</li>
<li>Informations vérifiées plus d’un an avant votre événement : ${stale}.${stale > 0 && ' Relisez leur source.'}</li>
<li>Sources anciennes : ${old}. Leur titre donne une année, au moins quatre ans avant votre événement. Dans la liste,
elles portent le mot « ancienne ». Un texte de loi ancien peut valoir encore.</li>
<li>Règles qui ne valent plus le jour de votre événement : ${ended.length}.${ended.length > 0 && html`
<ul>
${ended.map(({ id, title, validUntil }) => html`<li><a href="#fait-${id}">${title}</a>${until(validUntil)}</li>
`)}</ul>`}</li>
</ul>`;
}

const until = (date: IsoDate | undefined): Html | undefined => (date === undefined ? undefined : html` Jusqu’au ${plainDate(date)}.`);

function factTable({ title, facts, explained }: FactGroup, { kit }: Plan): Html {
  return html`<table class="stacks cites">
<caption>${title} : ${facts.length}</caption>
<thead><tr><th scope="col">Ce qui est dit</th><th scope="col">D’où cela vient</th><th scope="col">Vérification</th></tr></thead>
<tbody>
${facts.map((fact) => html`<tr>
<th scope="row"${fact.validUntil !== undefined && html` id="fait-${fact.id}"`}>${fact.title}${fact.figure !== undefined
    && html`<br><span class="aside">${fact.figure}</span>`}${explained && html`
<span class="path">${fact.id}</span>`}</th>
<td>${saidBy(fact, kit.sources)}</td>
<td class="when">vérifiée le <span class="day">${numericDate(fact.checkedOn)}</span>, ${confidenceWords[fact.confidence]}${fact.validUntil !== undefined
    && html`, valable jusqu’au <span class="day">${numericDate(fact.validUntil)}</span>`}</td>
</tr>
`)}</tbody>
</table>`;
}

/** The titles, each leading to its address further down. */
function saidBy({ sources }: FolderFact, known: readonly Source[]): Fragment {
  const titles = [
    ...ownSources(sources).map((id) => html`<a href="#source-${id}">${sourceOf(id, known).title}</a>`),
    ...(isJudgement(sources) ? [html`${OURS}`] : []),
  ];
  return titles.map((title, rank) => html`${rank > 0 && html` ; `}${title}`);
}

/** Addresses are printed whole: this page is read on paper too, and without a network. */
const sourceList = (cited: readonly Source[], { schedule: { firstDay } }: Plan): Html => html`<ul>
${cited.map(({ id, title, url }) => html`<li id="source-${id}">${title}${oldYear(title, firstDay) !== undefined
    && html` <span class="label">ancienne</span>`}<br>${url === undefined
    ? html`<span class="aside">sans adresse connue</span>` : html`<span class="path">${outerLink(url, url)}</span>`}</li>
`)}</ul>`;
