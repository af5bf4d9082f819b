import { compare, min, subtract, sum, type Decimal } from "../../money"

export interface InvoiceToCredit {
  /** What of it can be credited. */
  left: Decimal
  /** What its lines became cheaper by, with tax. */
  cheaper: Decimal
}

/**
 * How a credit is divided among the invoices of an order, the own one first: each as far as its lines became cheaper, then
 * the rest in their order. None above what is left of it. What no invoice can bear is left out.
 */
export function splitCredit(amount: Decimal, invoices: readonly InvoiceToCredit[]): Decimal[] {
  let rest = amount
  const take = (most: Decimal): Decimal => {
    const taken = compare(rest, most) < 0 ? rest : most
    rest = subtract(rest, taken)
    return taken
  }
  const named = invoices.map(({ left, cheaper }) => take(min(left, cheaper)))
  return invoices.map(({ left }, index) => sum([named[index] ?? "0", take(subtract(left, named[index] ?? "0"))]))
}
