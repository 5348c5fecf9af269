import type { Answers, CopyDocument, DocumentSpec, Form, FormField, Plan } from '../../model.ts';
import { choose, holds } from '../../shared/condition.ts';
import { textAnswer } from '../../shared/read-answer.ts';
import { cleanText } from '../../shared/values.ts';
import { dateLeaf } from './date-leaf.ts';
import { formChoices } from './form-choices.ts';
import { formField, type ReadyField } from './form-field.ts';
import { html, type Fragment, type Html } from './html.ts';
import { page, section } from './page.ts';
import { eventDays, eventPlace } from './phrases.ts';
import { privacyNotice } from './privacy-notice.ts';

/** A part of a form for these answers. */
interface ReadySection {
  readonly title: string;
  readonly intro: string | undefined;
  readonly fields: readonly ReadyField[];
}

const isOnPaper = (answers: Answers): boolean => answers['inscriptions'] === 'papier';

const ADDRESS = /^[^\s@:?&]+@[^\s@:?&]+\.[^\s@:?&]+$/;

/**
 * A form to print, to copy, or to send by e-mail. The page has no server: it says so, and leads to the online form
 * when the answers name one (`lien_inscription`, `adresse_formulaire`).
 */
export function buildForm(spec: DocumentSpec, path: string, plan: Plan, form: Form): CopyDocument {
  const sections = readySections(form, plan);
  const fields = sections.flatMap((part) => part.fields);
  const content = page({
    plan,
    title: form.title,
    slim: true,
    banner: banner(form, plan),
    main: html`${onlineLink(spec, plan)}
${howTo(fields)}
${formElement(plan, sections.map(sectionGroup))}
${section('donnees', 'Vos données', privacyNotice(form, plan, fields.some(({ type }) => type === 'consent')))}`,
  });
  return { kind: 'copy', spec, path, content };
}

/** The fields that these answers call for, with their choices; a field left without anything to choose is not asked. */
function readySections(form: Form, plan: Plan): readonly ReadySection[] {
  const asked = form.sections.map(({ title, intro = [], fields }): ReadySection => ({
    title,
    intro: choose(intro, plan.facts),
    fields: fields
      .filter((field) => holds(field.when, plan.facts))
      .map((field) => readyField(field, plan))
      .filter(({ type, choices }) => !(type === 'choice' || type === 'choices') || choices.length > 0),
  }));
  return asked.filter(({ fields }) => fields.length > 0).map(withEither);
}

function readyField({ help = [], ...field }: FormField, plan: Plan): ReadyField {
  const said = choose(help, plan.facts);
  return { ...field, choices: formChoices(field, plan), ...(said !== undefined && { help: said }) };
}

/** Where the kit asks for an e-mail address or a telephone number, neither is optional alone. */
function withEither(part: ReadySection): ReadySection {
  if (!part.fields.some(({ type, help }) => type === 'email' && help?.includes('l’un des deux'))) return part;
  const fields = part.fields.map((field): ReadyField =>
    (field.type === 'email' || field.type === 'tel' ? { ...field, either: true } : field));
  return { ...part, fields };
}

function banner(form: Form, { answers, facts, eventName, schedule }: Plan): Html {
  return html`<div class="lead"><p class="kicker"><bdi>${eventName}</bdi></p>
<h1>${form.title}</h1>
<p>${eventDays(schedule)} – <bdi>${eventPlace(answers) ?? 'lieu à définir'}</bdi></p>
<p>${choose(form.intro, facts)}</p></div>
${dateLeaf(schedule)}`;
}

/** The address to register at for a registration; for any other form, the one that takes its answers. */
function onlineLink(spec: DocumentSpec, { answers }: Plan): Html | undefined {
  if (isOnPaper(answers)) return undefined;
  const page = textAnswer(answers, 'lien_inscription');
  const registers = spec.builder === 'registration-form' && page !== undefined;
  const url = registers ? page : textAnswer(answers, 'adresse_formulaire');
  const words = registers ? 'S’inscrire en ligne' : 'Répondre en ligne';
  if (url === undefined || !/^https?:\/\/\S+$/i.test(url)) return undefined;
  return html`<div class="note"><p><strong>Vous pouvez répondre en ligne.</strong></p>
<p class="screen"><a class="action" href="${url}" rel="noreferrer">${words}</a></p>
<p class="path">${url}</p></div>`;
}

function howTo(fields: readonly ReadyField[]): Html {
  const free = fields.some(({ type }) => type === 'long-text');
  return html`<p>Chaque question dit si la réponse est obligatoire ou facultative.
${free && 'Dans les réponses libres, n’indiquez pas de donnée de santé.'}</p>`;
}

/** A sheet to hand in; or a form that opens the e-mail program; or, with nowhere to write to, a page to copy. */
function formElement({ answers, eventName }: Plan, content: Fragment): Html {
  const contact = textAnswer(answers, 'contact');
  if (isOnPaper(answers)) {
    return html`<p class="note"><strong>À rendre à : ${contact === undefined
      ? html`<mark>à compléter</mark>` : html`<bdi>${contact}</bdi>`}</strong></p>
<form aria-label="Questions">${content}</form>`;
  }
  if (contact === undefined || !ADDRESS.test(contact)) {
    return html`<p class="note"><strong>Cette page n’envoie rien.</strong> Elle est à recopier dans votre outil
de formulaire ou à imprimer.</p>
<form aria-label="Questions">${content}</form>`;
  }
  const to = encodeURIComponent(contact).replace('%40', '@');
  const action = `mailto:${to}?subject=${encodeURIComponent(cleanText(eventName))}`;
  return html`<form action="${action}" method="post" enctype="text/plain" aria-label="Questions">${content}
<div class="note screen"><p>Ce bouton prépare un message dans votre logiciel de courriel. Certains ordinateurs
ne savent pas envoyer ainsi : dans ce cas, imprimez cette page, ou recopiez vos réponses dans un message
à ${contact}.</p>
<p><button type="submit">Préparer le message</button></p></div></form>`;
}

const sectionGroup = ({ title, intro, fields }: ReadySection): Html => html`<fieldset>
<legend><h2 class="legend">${title}</h2></legend>
${intro !== undefined && html`<p class="intro">${intro}</p>`}
${fields.map(formField)}</fieldset>
`;
