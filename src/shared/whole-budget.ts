import type { BudgetRules, Provenance } from '../model.ts';

/** What a kit states of a budget as a whole, by its key in `budget.yaml`. */
export function wholeBudget({ purchases, scenarios, shared, inKindTotal }: BudgetRules): readonly (Provenance & { readonly id: string; readonly title: string })[] {
  return [
    ...(purchases ? [{ ...purchases, id: 'purchases', title: 'Le seuil des achats' }] : []),
    ...(scenarios ? [{ ...scenarios, id: 'scenarios', title: 'Les autres nombres de personnes' }] : []),
    ...(shared ? [{ ...shared, id: 'shared', title: 'Le budget partagé avec l’hôte' }] : []),
    ...(inKindTotal ? [{ ...inKindTotal, id: 'in_kind_total', title: 'Le total des apports en nature' }] : []),
  ];
}
