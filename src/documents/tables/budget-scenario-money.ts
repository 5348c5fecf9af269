import type { Plan, Row, Sheet } from '../../model.ts';
import { OWN_FUNDS, ownId } from '../../shared/workbook-words.ts';
import { budgetFor, bySize, SCENARIOS_SHEET, type Size, type SizedBudget } from './budget-sizes.ts';
import { minus, plus, refer, type Term } from './formulas.ts';
import { total } from './layout.ts';

/** The sheets where the money that was announced stands. */
interface MoneySheets {
  readonly income: Sheet;
  readonly balance: Sheet;
}

/** What was announced beside what each number of people costs, and for how many more it would do. */
export function moneyRows({ income, balance }: MoneySheets, sums: readonly Row[]): readonly Row[] {
  const own = income.rows.some(({ id }) => id === OWN_FUNDS);
  const received = refer(income, ownId('total'), 'prevu');
  const funded = own ? minus(received, refer(income, OWN_FUNDS, 'prevu')) : received;
  const announced = plus(refer(balance, 'enveloppe', 'prevu'), funded);
  const given = total('annonce', { poste: 'Argent annoncé', lecture: 'L’enveloppe et les financeurs', ...bySize(() => announced) });
  const costs = { name: SCENARIOS_SHEET, rows: sums };
  const left = total('reste', {
    poste: 'Ce qui reste', lecture: 'Au-dessous de zéro, il manque',
    ...bySize((size) => minus(refer({ name: SCENARIOS_SHEET, rows: [given] }, ownId('annonce'), size), refer(costs, ownId('total'), size))),
  });
  const people = (size: Size): Term => refer(costs, ownId('par-personne'), `nombre-${size}`);
  const [spare, dearer, further] = [
    refer({ name: SCENARIOS_SHEET, rows: [left] }, ownId('reste'), 'prevu'),
    minus(refer(costs, ownId('total'), 'plus'), refer(costs, ownId('total'), 'prevu')),
    minus(people('plus'), people('prevu')),
  ];
  const seats = Math.round((spare.value * further.value) / dearer.value - 0.5);
  const more = total('places', {
    poste: 'Places de plus que cet argent permet', lecture: 'À peu près, si la salle le permet',
    'nombre-prevu': {
      formula: `IF(${spare.formula}<=0,"",IF(${dearer.formula}<=0,"",ROUND(${spare.formula}*(${further.formula})/(${dearer.formula})-0.5,0)))`,
      value: spare.value <= 0 || dearer.value <= 0 ? '' : seats,
    },
  });
  return [given, left, more];
}

/** The three levels at the prices of the kit: a first idea, without the quotes of anybody. */
export const levelRows = (plan: Plan, budgets: readonly SizedBudget[]): readonly Row[] => (['sobre', 'courant', 'confort'] as const).map((niveau) =>
  total(`niveau-${niveau}`, {
    poste: `Niveau ${niveau}, prix de la méthode`, lecture: 'Si tout est payé, sans vos devis',
    ...Object.fromEntries(budgets.map(({ size, people }) => [size, budgetFor(plan, people, niveau).expenses])),
  }));
