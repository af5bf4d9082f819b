import { isPositive, max, negate, round, sum, type Decimal } from "../../money"

/** What of the money that an order's invoices received is on its customer's balance, or was used from there. */
export const movedMoney = (invoices: readonly { balance_total: Decimal }[]): Decimal =>
  sum(invoices.map(({ balance_total }) => max("0", negate(balance_total))))

/**
 * Why an order is not canceled in Medusa, which has all that was captured given back: a part of it would be given twice. It says what
 * to do instead; null: it can be canceled. `number`: of its invoice.
 */
export function movedProblem(
  { moved, currencyCode }: { moved: Decimal; currencyCode: string },
  number: string,
): string | null {
  return isPositive(moved)
    ? `The order cannot be canceled: ${round(moved, currencyCode)} ${currencyCode.toUpperCase()} of what was paid for it went to its customer's balance, and Medusa would give back all of it. Credit invoice ${number} in full instead: then nothing is owed, and what is left of it can be refunded`
    : null
}
