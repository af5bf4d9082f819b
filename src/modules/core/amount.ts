import type { Decimal } from "../../rules/money"

/** The precision that Medusa stores with every amount. */
const PRECISION = 20

/** The two columns of a `bigNumber` property, for statements that write rows directly. */
export function amountColumns<Name extends string>(name: Name, amount: Decimal): Record<Name | `raw_${Name}`, string> {
  const raw = JSON.stringify({ value: amount, precision: PRECISION })
  return { [name]: amount, [`raw_${name}`]: raw } as Record<Name | `raw_${Name}`, string>
}
