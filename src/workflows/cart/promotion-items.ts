import { MathBN } from "@medusajs/framework/utils"
import { isDependent, loweredTotals, priceOf, type CartPlan, type PlannedLine } from "../../rules/cart"
import { isPositive, isZero, subtract, sum } from "../../rules/money"
import type { MedusaCartItem } from "./medusa-cart"
import { decimalOf } from "./to-cart-facts"

/**
 * The lines as promotions see them: less what the plan takes off each (D19), and without dependent lines at nothing,
 * which would count as pieces bought. Other lines are unchanged.
 */
export function promotionItems(plan: CartPlan, items: MedusaCartItem[]): MedusaCartItem[] {
  const planned = new Map(plan.lines.map((one) => [one.line.id, one]))
  return items.flatMap((item) => {
    const one = planned.get(item.id)
    return one && !isFreeDependent(one) ? [lowered(item, one)] : []
  })
}

/** Whether a line costs nothing and follows another one, such as a content in the price of its package. */
export const isFreeDependent = (planned: PlannedLine): boolean => isDependent(planned) && isZero(planned.line.unitPrice)

function lowered(item: MedusaCartItem, { line, taken }: PlannedLine): MedusaCartItem {
  const amount = sum(taken.map((one) => one.amount))
  if (!isPositive(amount)) {
    return item
  }
  const totals = { subtotal: decimalOf(item.subtotal), originalTotal: decimalOf(item.original_total) }
  const { taxRate, isTaxInclusive } = line
  const { subtotal, originalTotal } = isPositive(subtract(priceOf(line), amount))
    ? loweredTotals(totals, { taken: amount, taxRate, isTaxInclusive })
    : { subtotal: "0", originalTotal: "0" }
  return { ...item, subtotal: MathBN.convert(subtotal), original_total: MathBN.convert(originalTotal) }
}
