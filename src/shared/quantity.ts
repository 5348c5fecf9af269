import type { Facts, Quantity } from '../model.ts';

/** The one quantity form of a kit: a fact times a factor, rounded up, at least `min`; without a fact, the factor itself. */
export function quantityOf(quantity: Quantity, facts: Facts): number {
  if (quantity.of === undefined) return Math.max(quantity.min, quantity.times);
  const base = Number(facts[quantity.of] ?? 0);
  // The small margin keeps 0.1 × 30 from being 4.
  return Math.max(quantity.min, Math.ceil(base * quantity.times - 1e-9));
}
