import type { Interval } from "../../calendar"
import { isPositive, round, shareInPercent, subtract, type Decimal } from "../../money"
import { fillCycles } from "./fill-cycles"

/** `percent` has one decimal at most: "16.7", "10". */
export interface Saving {
  amount: Decimal
  percent: Decimal
}

/** What a cycle saves against paying by the month for as long (B8); null where it saves nothing. */
export function saving(
  monthlyPrice: Decimal,
  cyclePrice: Decimal,
  interval: Interval,
  currency: string,
): Saving | null {
  const [full] = fillCycles(monthlyPrice, [{ interval }], currency)
  if (!full || !isPositive(full) || !isPositive(cyclePrice)) {
    return null
  }
  const amount = subtract(full, cyclePrice)
  return isPositive(amount) ? { amount: round(amount, currency), percent: shareInPercent(amount, full) } : null
}
