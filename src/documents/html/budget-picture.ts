import type { Budget, Cents } from '../../model.ts';
import { formatEuros } from '../../shared/money.ts';
import type { StandingBudget } from '../../shared/standing-budget.ts';
import { budgetShares, type Share } from './budget-shares.ts';
import { html, type Html } from './html.ts';
import { balanceWords } from './phrases.ts';
import { nothingToPay, withoutMoney } from './without-money.ts';

/** The budget to look at: two tables whose rows carry their own bar, on one scale; words and figures say everything. */
export function budgetPicture(budget: Budget, money: StandingBudget): Html {
  const { planned, actual } = money;
  if (planned.expenses + actual.expenses === 0) return html`${nothingToPay(planned.income)}${withoutMoney(budget)}`;
  const scale = Math.max(planned.expenses, planned.income, actual.expenses, actual.income);
  const shares = budgetShares(budget, money);
  return html`${balance(money, scale)}
${overruns(money)}
<div class="columns">
${shareTable('Ce que cela coûte, par famille d’achats', 'Dépensé', shares.expenses, planned.expenses, actual.expenses, scale)}
${shareTable('Ce qui le paie', 'Reçu', shares.income, planned.income, actual.income, scale)}
</div>
${withoutMoney(budget)}`;
}

/** Two bars, one above the other: what is spent, and what pays for it, with the missing part hatched. */
function balance({ planned, actual, over, hoped, balance: left }: StandingBudget, scale: Cents): Html {
  const gap = Math.max(0, -left);
  const missing = gap > 0 ? `Il manque ${formatEuros(gap)}.` : 'Les recettes annoncées couvrent les dépenses.';
  return html`<figure class="balance">
<svg role="img" aria-labelledby="balance-titre balance-texte" viewBox="0 0 100 16" preserveAspectRatio="none">
<title id="balance-titre">Dépenses et recettes</title>
<desc id="balance-texte">Dépenses prévues : ${formatEuros(planned.expenses)}. Recettes annoncées : ${formatEuros(planned.income)}.
${missing}${actual.expenses > 0 && ` Déjà dépensé\u00a0: ${formatEuros(actual.expenses)}.`}${actual.income > 0 && ` Déjà reçu\u00a0: ${formatEuros(actual.income)}.`}</desc>
<defs>${hatching}</defs>
<rect class="expense" x="0" y="0" width="${percent(planned.expenses, scale)}" height="7"/>
<rect class="income" x="0" y="9" width="${percent(planned.income, scale)}" height="7"/>
${gap > 0
    && html`<rect class="gap" x="${percent(planned.income, scale)}" y="9" width="${percent(gap, scale)}" height="7"/>`}
${actual.expenses > 0 && html`<rect class="actual" x="0" y="2.5" width="${percent(actual.expenses, scale)}" height="2"/>`}
${actual.income > 0 && html`<rect class="actual" x="0" y="11.5" width="${percent(actual.income, scale)}" height="2"/>`}
</svg>
<figcaption><ul class="key">
<li><span class="chip expense"></span><span>dépenses prévues : <strong>${formatEuros(planned.expenses)}</strong></span></li>
<li><span class="chip income"></span><span>recettes annoncées : <strong>${formatEuros(planned.income)}</strong></span></li>
${gap > 0
    ? html`<li><span class="chip gap"></span><span>reste à trouver : <strong>${formatEuros(gap)}</strong></span></li>`
    : over === 0 && html`<li>${balanceWords(hoped)}</li>`}
${actual.expenses > 0
    && html`<li><span class="chip actual"></span><span>déjà dépensé : <strong>${formatEuros(actual.expenses)}</strong></span></li>`}
${actual.income > 0
    && html`<li><span class="chip actual"></span><span>déjà reçu : <strong>${formatEuros(actual.income)}</strong></span></li>`}
</ul></figcaption>
</figure>`;
}

/** Oblique lines that join from one tile to the next. The style sheet names this pattern for every gap of the page. */
const hatching = html`<pattern id="balance-hachures" width="1.6" height="4" patternUnits="userSpaceOnUse">
<rect class="gap-back" width="1.6" height="4"/>
<path class="gap-line" d="M0 4 1.6 0M-.8 2 .8 -2M.8 6 2.4 2"/></pattern>`;

/** What cost more than planned, line by line and as a whole. */
function overruns({ overspent, over, actual, planned }: StandingBudget): Html | undefined {
  if (overspent.length === 0 && over === 0) return undefined;
  return html`<div class="note over"><p><strong>${over > 0
    ? html`Dépassement : ${formatEuros(actual.expenses)} dépensés pour ${formatEuros(planned.expenses)} prévus,
soit ${formatEuros(over)} de trop.`
    : 'Ces postes coûtent plus que prévu.'}</strong></p>
${overspent.length > 0 && html`<ul>
${overspent.map((line) => html`<li><bdi>${line.label}</bdi> : ${formatEuros(line.actual)} dépensés, ${line.planned === 0
    ? 'rien n’était prévu'
    : html`${formatEuros(line.planned)} prévus, soit ${formatEuros(line.over)} de trop`}.</li>
`)}</ul>`}</div>`;
}

function shareTable(
  caption: string, done: string, shares: readonly Share[], planned: Cents, actual: Cents, scale: Cents,
): Html {
  const isSpent = actual > 0;
  return html`<table class="shares">
<caption>${caption}</caption>
<thead><tr><th scope="col">Poste</th><th scope="col" class="figure">${isSpent ? 'Prévu' : 'Montant'}</th>${isSpent
    && html`<th scope="col" class="figure">${done}</th>`}</tr></thead>
<tbody>
${shares.map(({ label, amount, actual: spent, note, look }) => html`<tr><th scope="row">${label}
<svg class="rod" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
<rect class="rail" width="100" height="4"/>
<rect class="${look}" width="${percent(amount, scale)}" height="4"/></svg></th>
<td class="figure">${note ?? formatEuros(amount)}</td>${isSpent
    && html`<td class="figure">${spent === 0 ? '–' : formatEuros(spent)}</td>`}</tr>
`)}</tbody>
<tfoot><tr><th scope="row">Total</th><td class="figure">${formatEuros(planned)}</td>${isSpent
    && html`<td class="figure">${formatEuros(actual)}</td>`}</tr></tfoot>
</table>
`;
}

/** A part of the scale in hundredths, one decimal. */
const percent = (amount: Cents, scale: Cents): number => (scale === 0 ? 0 : Math.round((amount / scale) * 1000) / 10);
