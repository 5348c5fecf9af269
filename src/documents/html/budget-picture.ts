import type { Budget, Cents, PlannedLine } from '../../model.ts';
import { formatEuros, groupThousands } from '../../shared/money.ts';
import { inUnits } from '../units.ts';
import { html, type Html } from './html.ts';

interface Share {
  readonly label: string;
  readonly amount: Cents;
  /** Printed instead of the amount. */
  readonly note?: string;
  readonly look: 'expense' | 'income' | 'gap';
}

/** The budget to look at: two tables whose rows carry their own bar, on one scale; words and figures say everything. */
export function budgetPicture(budget: Budget): Html {
  if (budget.expenses === 0) return html`${nothingToPay(budget)}${withoutMoney(budget)}`;
  const expenses = byFamily(budget);
  const income = bySource(budget);
  const scale = Math.max(budget.expenses, budget.incomeTotal);
  return html`${balance(budget, scale)}
<div class="columns">
${shareTable('Ce que cela coûte, par famille d’achats', expenses, budget.expenses, scale)}
${shareTable('Ce qui le paie', income, budget.incomeTotal, scale)}
</div>
${withoutMoney(budget)}`;
}

/** Two bars, one above the other: what is spent, and what pays for it, with the missing part hatched. */
function balance({ expenses, incomeTotal, gap }: Budget, scale: Cents): Html {
  const missing = gap > 0 ? `Il manque ${formatEuros(gap)}.` : 'Les recettes annoncées couvrent les dépenses.';
  return html`<figure class="balance">
<svg role="img" aria-labelledby="balance-titre balance-texte" viewBox="0 0 100 16" preserveAspectRatio="none">
<title id="balance-titre">Dépenses et recettes</title>
<desc id="balance-texte">Dépenses prévues : ${formatEuros(expenses)}. Recettes annoncées : ${formatEuros(incomeTotal)}.
${missing}</desc>
<defs>${hatching}</defs>
<rect class="expense" x="0" y="0" width="${percent(expenses, scale)}" height="7"/>
<rect class="income" x="0" y="9" width="${percent(incomeTotal, scale)}" height="7"/>
${gap > 0
    && html`<rect class="gap" x="${percent(incomeTotal, scale)}" y="9" width="${percent(gap, scale)}" height="7"/>`}
</svg>
<figcaption><ul class="key">
<li><span class="chip expense"></span><span>dépenses prévues : <strong>${formatEuros(expenses)}</strong></span></li>
<li><span class="chip income"></span><span>recettes annoncées : <strong>${formatEuros(incomeTotal)}</strong></span></li>
${gap > 0
    ? html`<li><span class="chip gap"></span><span>reste à trouver : <strong>${formatEuros(gap)}</strong></span></li>`
    : html`<li>équilibre atteint</li>`}
</ul></figcaption>
</figure>`;
}

/** Oblique lines that join from one tile to the next. The style sheet names this pattern for every gap of the page. */
const hatching = html`<pattern id="balance-hachures" width="1.6" height="4" patternUnits="userSpaceOnUse">
<rect class="gap-back" width="1.6" height="4"/>
<path class="gap-line" d="M0 4 1.6 0M-.8 2 .8 -2M.8 6 2.4 2"/></pattern>`;

function shareTable(caption: string, shares: readonly Share[], total: Cents, scale: Cents): Html {
  return html`<table class="shares">
<caption>${caption}</caption>
<thead><tr><th scope="col">Poste</th><th scope="col" class="figure">Montant</th></tr></thead>
<tbody>
${shares.map(({ label, amount, note, look }) => html`<tr><th scope="row">${label}
<svg class="rod" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
<rect class="rail" width="100" height="4"/>
<rect class="${look}" width="${percent(amount, scale)}" height="4"/></svg></th>
<td class="figure">${note ?? formatEuros(amount)}</td></tr>
`)}</tbody>
<tfoot><tr><th scope="row">Total</th><td class="figure">${formatEuros(total)}</td></tr></tfoot>
</table>
`;
}

function nothingToPay({ incomeTotal }: Budget): Html {
  return html`<div class="zero"><p class="zero-figure">0 €</p>
<p><strong>Tout est prêté, offert ou fait ensemble.</strong> Ce plan ne demande aucune dépense :
ce qu’il faut vient des personnes et des services qui participent.</p></div>
${incomeTotal > 0 && html`<p>Recettes annoncées : ${formatEuros(incomeTotal)}, à garder pour un imprévu.</p>`}`;
}

/** What is lent, given or done together, and what it would be worth. */
function withoutMoney({ lines, inKind }: Budget): Html {
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

function byFamily({ lines, contingency }: Budget): readonly Share[] {
  const families = new Map<string, Cents>();
  for (const { line, amount } of lines) families.set(line.family, (families.get(line.family) ?? 0) + amount);
  const shares = [...families].filter(([, amount]) => amount > 0)
    .map(([label, amount]): Share => ({ label, amount, look: 'expense' }))
    .sort((a, b) => b.amount - a.amount);
  const rest: Share = { label: `Imprévus (${contingency.percent} %)`, amount: contingency.amount, look: 'expense' };
  return contingency.amount > 0 ? [...shares, rest] : shares;
}

function bySource({ income, gap }: Budget): readonly Share[] {
  const sources = income.filter(({ amount, unknownAmount }) => amount > 0 || unknownAmount)
    .map(({ label, amount, unknownAmount }): Share =>
      ({ label, amount, look: 'income', ...(unknownAmount && { note: 'à demander' }) }));
  return gap > 0 ? [...sources, { label: 'Reste à trouver', amount: gap, look: 'gap' }] : sources;
}

/** A part of the scale in hundredths, one decimal. */
const percent = (amount: Cents, scale: Cents): number => (scale === 0 ? 0 : Math.round((amount / scale) * 1000) / 10);
