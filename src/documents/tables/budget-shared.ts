import type { Column, Formula, Plan, Row, SharedBudget, Sheet } from '../../model.ts';
import { ownId } from '../../shared/workbook-words.ts';
import { copyOf, letterOf, minus, numberIn, refer, sumAbove } from './formulas.ts';
import { idColumn, item, ours, prefaceOf, spare, theirs, tintNote, total } from './layout.ts';

const columns: readonly Column[] = [
  idColumn,
  ours('poste', 'Poste', 36, 'text', { label: true }),
  ours('prevu', 'Prévu en tout', 14, 'money'),
  theirs('payeur', 'Qui commande et paie', 16, 'choice', { choices: ['L’hôte', 'Nous', 'À décider'] }),
  theirs('hote', 'Part de l’hôte', 14, 'money'),
  ours('nous', 'Notre part', 14, 'money'),
  theirs('notes', 'Ce que l’autre apporte, notes', 40),
];

/** Who pays what, where the event is a part of another: no amount is supposed, what the host does not take is ours. */
export function sharedSheet(plan: Plan, rule: SharedBudget, expenses: Sheet): Sheet {
  const ids = [...plan.budget.lines.map(({ line }) => line.id), ownId('imprevus')];
  const lines = [
    ...ids.map((id) => item(id, shared({ poste: nameOf(expenses, id), prevu: copyOf(expenses, id, 'prevu'), payeur: 'À décider' }))),
    ...spare(shared({})),
  ];
  const added = total('ajoutees', shared({
    poste: 'Vos lignes ajoutées',
    prevu: minus(refer(expenses, ownId('total'), 'prevu'), sumAbove(columns, lines, 'prevu')),
  }));
  const above = [...lines, added];
  const sum = (key: string): Formula => sumAbove(columns, above, key);
  return {
    name: 'Partage',
    preface: prefaceOf('Budget partagé avec l’hôte', plan, tintNote, ...rule.says),
    columns,
    rows: [...above, total('total', { poste: 'Total des dépenses', prevu: sum('prevu'), hote: sum('hote'), nous: sum('nous') })],
    landscape: true,
  };
}

const nameOf = ({ rows }: Sheet, id: string): Row['cells'][string] => rows.find((row) => row.id === id)?.cells['poste'] ?? id;

/** Ours is what the host leaves. */
function shared(cells: Row['cells']): Row['cells'] {
  const [all, host] = [`${letterOf(columns, 'prevu')}{row}`, `${letterOf(columns, 'hote')}{row}`];
  return { ...cells, nous: { formula: `IF(${all}="","",${all}-N(${host}))`, value: numberIn(cells['prevu']) ?? '' } };
}
