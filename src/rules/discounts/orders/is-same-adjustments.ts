import BigNumber from "bignumber.js"
import type { OrderAdjustmentFacts } from "./order-adjustments"

/** Medusa stores a promotion's fractions of an amount with a limited number of digits. */
const COMPARED_DIGITS = 10

/** Whether two lists of adjustments are equal, ignoring the provider id, which a confirmed edit drops. */
export function isSameAdjustments(wanted: OrderAdjustmentFacts[], found: OrderAdjustmentFacts[]): boolean {
  return saidBy(wanted) === saidBy(found)
}

const saidBy = (list: OrderAdjustmentFacts[]): string =>
  list
    .map(({ code, description, is_tax_inclusive, amount }) =>
      JSON.stringify([
        code,
        description,
        is_tax_inclusive,
        new BigNumber(amount).decimalPlaces(COMPARED_DIGITS).toFixed(),
      ]),
    )
    .sort()
    .join()
