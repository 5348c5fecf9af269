import type { Plan } from '../../model.ts';
import { daysBetween } from '../../shared/dates.ts';
import { formatEuros } from '../../shared/money.ts';
import { SEVERITIES } from '../../shared/severity.ts';
import type { StandingBudget } from '../../shared/standing-budget.ts';
import type { Standing } from '../../shared/standing.ts';
import { html, type Html } from './html.ts';
import { balanceWords, count, severityWords } from './phrases.ts';

interface Tile { readonly name: string; readonly figure: string; readonly words: string; readonly link: string }

/** Four figures to take in at a glance, each leading to its part of the page. */
export function tiles(plan: Plan, seen: Standing): Html {
  const all = [timeTile(plan), taskTile(plan, seen), moneyTile(plan, seen.budget), alertTile(plan)];
  return html`<section aria-labelledby="reperes-titre"><h2 id="reperes-titre" class="hidden">En quatre chiffres</h2>
<ul class="tiles">
${all.map(({ name, figure, words, link }) => html`<li class="tile">
<h3><a href="#${link}">${name}</a></h3><p class="tile-figure">${figure}</p><p>${words}</p></li>
`)}</ul></section>`;
}

function timeTile({ schedule, today }: Plan): Tile {
  const before = daysBetween(today, schedule.firstDay);
  const after = daysBetween(schedule.lastDay, today);
  const tile = { name: 'Temps', link: 'frise' };
  if (after > 0) return { ...tile, figure: count(after, 'jour'), words: 'depuis la fin de l’événement' };
  if (before <= 0) return { ...tile, figure: 'Jour J', words: 'l’événement a lieu en ce moment' };
  const figure = before < 14 ? count(before, 'jour') : count(Math.floor(before / 7), 'semaine');
  return { ...tile, figure, words: schedule.provisional ? 'avant la date provisoire' : 'avant l’événement' };
}

function taskTile({ schedule }: Plan, { tasks, ahead, late, done }: Standing): Tile {
  const dropped = schedule.dropped.length;
  const words = [
    late.length > 0 && `dont ${late.length} en retard`,
    done.length > 0 && count(done.length, 'tâche faite', 'tâches faites'),
    dropped > 0 && count(dropped, 'tâche laissée de côté', 'tâches laissées de côté'),
  ].filter((part) => part !== false);
  return {
    name: 'Tâches', figure: `${ahead.length} à faire`, link: 'suite',
    words: words.join(', ') || `sur ${count(tasks.length, 'tâche')} du plan`,
  };
}

function moneyTile({ budget }: Plan, { planned, actual, balance, hoped, over, toQuote }: StandingBudget): Tile {
  const tile = { name: 'Argent', link: 'budget' };
  const figure = formatEuros(planned.expenses);
  if (planned.expenses + actual.expenses === 0) return { ...tile, figure, words: 'tout est prêté, offert ou fait ensemble' };
  const words = [
    `prévus, pour une enveloppe de ${formatEuros(budget.envelope)}`,
    toQuote > 0 && `hors ${toQuote} devis à demander`,
    actual.expenses > 0 && `déjà dépensé\u00a0: ${formatEuros(actual.expenses)}`,
    over > 0 && `dépassement\u00a0: ${formatEuros(over)}`,
    balance < 0 ? `reste à trouver\u00a0: ${formatEuros(-balance)}` : over === 0 && balanceWords(hoped),
  ].filter((part) => part !== false);
  return { ...tile, figure, words: words.join('\u00a0; ') };
}

function alertTile({ alerts }: Plan): Tile {
  const words = SEVERITIES
    .map((severity) => ({ severity, number: alerts.filter((alert) => alert.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => `${number}\u00a0«\u00a0${severityWords[severity]}\u00a0»`);
  const figure = alerts.length === 0 ? 'aucune' : String(alerts.length);
  return { name: 'Alertes', figure, link: 'alertes', words: words.join(', ') || 'rien à signaler' };
}
