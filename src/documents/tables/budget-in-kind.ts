import type { Column, Plan, PlannedInKind, Row, Sheet } from '../../model.ts';
import { inUnits } from '../units.ts';
import { product, sumAbove } from './formulas.ts';
import { idColumn, item, ours, prefaceOf, spare, theirs, total } from './layout.ts';

const columns: readonly Column[] = [
  idColumn,
  ours('apport', 'Apport', 34, 'text', { label: true }),
  ours('quantite', 'Quantité', 10, 'number'),
  ours('unite', 'Unité', 14),
  theirs('valeur-unitaire', 'Valeur d’une unité', 14, 'money'),
  ours('valeur', 'Valeur', 14, 'money'),
  ours('methode', 'Comment la calculer', 52),
  theirs('notes', 'Notes', 34),
];

/** Time, rooms and goods that are given: an annex, never in the balance (M57 has no account for them). */
export function inKindSheet(plan: Plan): Sheet {
  const lines = [...plan.budget.inKind.map(inKindRow), ...spare(live({}))];
  return {
    name: 'Apports en nature',
    preface: prefaceOf('Apports en nature', plan,
      'Annexe : ces valeurs montrent l’effort de chacun, elles n’entrent ni dans les dépenses ni dans les recettes.',
      'La valeur d’une unité, à fond jaune, est à vous : chaque collectivité a la sienne.'),
    columns,
    rows: [...lines, total('total', { apport: 'Valeur totale', valeur: sumAbove(columns, lines, 'valeur'), methode: plan.kit.budget.inKindTotal?.says ?? null })],
    landscape: true,
  };
}

const live = (cells: Row['cells']): Row['cells'] =>
  ({ ...cells, valeur: product(columns, cells, 'quantite', 'valeur-unitaire') });

function inKindRow({ line, quantity }: PlannedInKind): Row {
  return item(line.id, live({
    apport: line.label,
    quantite: quantity,
    unite: inUnits(quantity, line.unit),
    'valeur-unitaire': line.rate ?? null,
    methode: line.method,
  }));
}
