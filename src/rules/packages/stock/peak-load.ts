import { add, compare, subtract, type Decimal } from "../../money"
import { overlaps, type BlockedPeriod } from "./blocked-period"

/** A quantity that is taken in a period; null: for good. */
export interface StockLoad {
  quantity: Decimal
  period: BlockedPeriod | null
}

/** Loads from an instant on, until the next one. */
export interface LoadStep {
  /** Null: since ever. */
  from: number | null
  quantity: Decimal
}

/**
 * How much is taken at each instant of a period (null: of all time), as steps by instant: an instant's step holds until
 * the next one. What ends at an instant is gone before what starts there comes.
 */
export function loadSteps(loads: readonly StockLoad[], within: BlockedPeriod | null): LoadStep[] {
  const changes = new Map<number, Decimal>()
  const change = (at: number, by: Decimal) => changes.set(at, add(changes.get(at) ?? "0", by))
  let quantity: Decimal = "0"
  for (const load of loads) {
    if (!overlaps(load.period, within)) {
      continue
    }
    const { from, to } = load.period ?? { from: -Infinity, to: Infinity }
    if (from <= (within?.from ?? -Infinity)) {
      quantity = add(quantity, load.quantity)
    } else {
      change(from, load.quantity)
    }
    if (to < (within?.to ?? Infinity)) {
      change(to, subtract("0", load.quantity))
    }
  }
  const steps: LoadStep[] = [{ from: within?.from ?? null, quantity }]
  for (const [at, by] of [...changes].sort(([a], [b]) => a - b)) {
    quantity = add(quantity, by)
    steps.push({ from: at, quantity })
  }
  return steps
}

/** The most that is taken at any one instant of a period (null: of all time): the peak, not the sum (P18). */
export function peakLoad(loads: readonly StockLoad[], within: BlockedPeriod | null): Decimal {
  return loadSteps(loads, within).reduce<Decimal>(
    (peak, { quantity }) => (compare(quantity, peak) > 0 ? quantity : peak),
    "0",
  )
}
