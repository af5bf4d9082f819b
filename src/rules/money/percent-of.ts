import { exact, written, type Decimal } from "./decimal"

/** percent % of an amount, exactly and not rounded. */
export function percentOf(amount: Decimal, percent: Decimal | number): Decimal {
  return written(exact(amount).times(exact(percent)).shiftedBy(-2))
}
