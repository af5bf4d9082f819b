import { exact, written, type Decimal } from "./decimal"

/** amount × factor, exactly. A number counts as it is written: 0.1 is one tenth. */
export function multiply(amount: Decimal, factor: Decimal | number): Decimal {
  return written(exact(amount).times(exact(factor)))
}
