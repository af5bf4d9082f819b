import BigNumber from "bignumber.js"
import type { OrderAdjustmentFacts } from "./order-adjustments"

/** A promotion's third of an amount is stored with so many digits only. */
const COMPARED_DIGITS = 10

/** Whether two lists of adjustments say the same; an edit's own have lost their mark or still have it. */
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
