import { compare, isPositive, round, sum, type Decimal } from "../../money"

/** What was captured and refunded of one payment, as Medusa has it: of an order's exact total, with any number of digits. */
export interface MovedOnPayment {
  captured: Decimal
  refunded: Decimal
}

/**
 * What an order's payments have moved, in whole units of the currency, as providers take and give them: each payment is
 * rounded by itself. Twice 31.7373 is twice 31.74, and no 63.47. Payments that share a total come to the total rounded, and
 * what was given back of all is all.
 */
export function movedInUnits(
  payments: readonly MovedOnPayment[],
  { total, currencyCode }: { total: Decimal; currencyCode: string },
): MovedOnPayment {
  const exact = {
    captured: sum(payments.map((one) => one.captured)),
    refunded: sum(payments.map((one) => one.refunded)),
  }
  const inUnits = (of: keyof MovedOnPayment) => sum(payments.map((one) => round(one[of], currencyCode)))
  const captured = compare(exact.captured, total) === 0 ? round(total, currencyCode) : inUnits("captured")
  const isAllRefunded = isPositive(exact.refunded) && compare(exact.refunded, exact.captured) >= 0
  return { captured, refunded: isAllRefunded ? captured : inUnits("refunded") }
}
