import type { Budget, Cents, PlannedLine } from '../../model.ts';
import { formatEuros, groupThousands } from '../../shared/money.ts';
import { inUnits } from '../units.ts';
import { html, type Html } from './html.ts';

/** A plan that costs nothing. */
export function nothingToPay(income: Cents): Html {
  return html`<div class="zero"><p class="zero-figure">0 €</p>
<p><strong>Tout est prêté, offert ou fait ensemble.</strong> Ce plan ne demande aucune dépense :
ce qu’il faut vient des personnes et des services qui participent.</p></div>
${income > 0 && html`<p>Recettes annoncées : ${formatEuros(income)}, à garder pour un imprévu.</p>`}`;
}

/** What is lent, given or done together, and what it would be worth. */
export function withoutMoney({ lines, inKind }: Budget): Html {
  const free = lines.filter((line): line is PlannedLine => line.free);
  return html`${free.length > 0 && html`<h3>Ce qui se fait sans argent</h3>
<ul class="free">
${free.map(({ line }) => html`<li><strong>${line.label}</strong> : ${line.free}</li>
`)}</ul>`}
${inKind.length > 0 && html`<table>
<caption>Apports en nature : ce qui est donné ou prêté</caption>
<thead><tr><th scope="col">Apport</th><th scope="col">Quantité</th>
<th scope="col" class="figure">Valeur estimée</th></tr></thead>
<tbody>
${inKind.map(({ line, quantity, amount }) => html`<tr><th scope="row">${line.label}</th>
<td>${groupThousands(quantity)}\u00a0${inUnits(quantity, line.unit)}</td>
<td class="figure">${line.rate === undefined ? 'à estimer' : formatEuros(amount)}</td></tr>
`)}</tbody>
</table>`}`;
}
