import type { Form, Plan, When } from '../../model.ts';
import { choose } from '../../shared/condition.ts';
import { textAnswer } from '../../shared/read-answer.ts';
import { html, type Html } from './html.ts';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const toFill = html`<mark>à compléter</mark>`;

/**
 * What people must be told when their data is collected (RGPD, article 13): who, why, on what basis, who sees it,
 * how long, and their rights, down to the complaint to the CNIL.
 */
export function privacyNotice(form: Form, { answers, facts, territory }: Plan, asksConsent: boolean): Html {
  const organiser = textAnswer(answers, 'structure') ?? textAnswer(facts, 'territoire-nom-complet') ?? territory.label;
  const onPaper = answers['inscriptions'] === 'papier';
  const given = (id: string): Html => {
    const answer = textAnswer(answers, id);
    return answer === undefined ? toFill : html`<bdi>${answer}</bdi>`;
  };
  const said = (cases: readonly When<string>[]): string | undefined => choose(cases, facts);
  return html`<dl class="notice">
<dt>Qui est responsable de ces données ?</dt>
<dd><bdi>${capital(organiser)}</bdi>.
Pour écrire à l’équipe : ${given('contact')}.</dd>
<dt>À qui poser une question sur vos données ?</dt>
<dd>À la personne déléguée à la protection des données (DPO) : ${given('dpo')}.</dd>
<dt>Pourquoi ces questions ?</dt><dd>${said(form.purpose)}</dd>
<dt>Sur quelle base légale ?</dt><dd>${said(form.legalBasis)}</dd>
<dt>Faut-il répondre à tout ?</dt>
<dd>Non : seulement aux questions marquées « obligatoire ». Sans ces réponses,
nous ne pouvons pas traiter votre demande.</dd>
<dt>Qui verra vos réponses ?</dt><dd>${said(form.recipients)}</dd>
${onPaper ? html`<dt>Où sont-elles conservées ?</dt>
<dd>${toFill} (l’endroit fermé où sont gardées les feuilles)</dd>`
    : html`<dt>Où sont-elles conservées ? Sortent-elles de l’Union européenne ?</dt>
<dd>${toFill} (cela dépend de l’outil choisi)</dd>`}
<dt>Combien de temps ?</dt><dd>${said(form.retention)}</dd>
<dt>Quels sont vos droits ?</dt>
<dd>Vous pouvez demander à voir vos données, à les corriger ou à les effacer, demander que leur usage
soit limité, ou vous y opposer.
${asksConsent && `Vous pouvez retirer à tout moment un accord donné en cochant une case, et recevoir dans un fichier
les données qui reposent sur cet accord, pour les porter ailleurs. `}
Écrivez à l’équipe ou à la personne déléguée à la protection des données.
Si la réponse ne vous convient pas, vous pouvez adresser une plainte à la CNIL
(<a href="https://www.cnil.fr/" rel="noreferrer">cnil.fr</a>).</dd>
</dl>`;
}
