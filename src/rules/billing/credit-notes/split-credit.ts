import { add, compare, max, min, subtract, sum, type Decimal } from "../../money"

export interface InvoiceToCredit {
  /** What of it can be credited. */
  left: Decimal
  /** What its lines became cheaper by, with tax. */
  cheaper: Decimal
  /** What was received for it and not given back. */
  kept?: Decimal
}

/**
 * How a credit is divided among the invoices of an order, the own one first: each as far as its lines became cheaper; what was given
 * back then goes where money is, so that no invoice asks again for what another one is credited of; then the rest in their order.
 * None above what is left of it. What no invoice can bear is left out.
 */
export function splitCredit(
  amount: Decimal,
  invoices: readonly InvoiceToCredit[],
  { given = "0" }: { given?: Decimal } = {},
): Decimal[] {
  let rest = amount
  const take = (most: Decimal): Decimal => {
    const taken = compare(rest, most) < 0 ? rest : most
    rest = subtract(rest, taken)
    return taken
  }
  const named = invoices.map(({ left, cheaper }) => take(min(left, cheaper)))
  let toGive = max("0", subtract(given, sum(invoices.map(({ kept }, index) => min(named[index] ?? "0", kept ?? "0")))))
  const returned = invoices.map(({ left, kept = "0" }, index) => {
    const taken = named[index] ?? "0"
    const part = take(min(toGive, max("0", subtract(min(left, kept), taken))))
    toGive = subtract(toGive, part)
    return add(taken, part)
  })
  return invoices.map(({ left }, index) => {
    const taken = returned[index] ?? "0"
    return add(taken, take(subtract(left, taken)))
  })
}
