import { chooseByType } from "./choose-by-type"
import { discountedLines } from "./discounted-lines"
import { lookAt } from "./look-at"
import { lotsOf } from "./lots"
import { lookAtOrderDiscounts } from "./order-discount"
import { orderValue } from "./order-value"
import { spreadOnce } from "./parts"
import { Sale } from "./sale"
import type { DiscountAnswer, DiscountedLine, DiscountFacts } from "./types"

/**
 * What a sale's discounts take off its lines, and what came of each that was looked at (D1 to D4, D10 to D18, D24, D25).
 * Cart, draft order, order edit and simulator ask this one function. Throws RangeError on what is not an amount.
 */
export function evaluateDiscounts(facts: DiscountFacts): DiscountAnswer {
  const sale = new Sale(facts)
  const value = orderValue(facts.lines, sale.scale)
  const orderDiscounts = lookAtOrderDiscounts(sale, value)
  const chosen = lotsOf(facts.lines, sale.scale).map((lot) => ({
    lot,
    looked: chooseByType(sale.listOf(lot.line).map((listed) => lookAt(listed, lot.line, sale))),
  }))
  const shares = spreadOnce(chosen, sale)
  const context = { shares, orderDiscounts, orderValue: sale.scale.writeUnits(value) }
  const answered = new Map(chosen.flatMap((one) => discountedLines(one, context, sale)))
  const lines = facts.lines.map((line, place) => answered.get(place) ?? untouched(line, sale))
  return { lines, orderValue: context.orderValue, used: usedBy(lines) }
}

/** A companion takes part in nothing. */
function untouched({ id, unitPrice, quantity }: DiscountFacts["lines"][number], { scale }: Sale): DiscountedLine {
  const price = scale.write(scale.times(unitPrice, quantity))
  return { id, price, amount: scale.writeUnits(0n), discounts: [], trace: [], cappedBy: null }
}

function usedBy(lines: readonly DiscountedLine[]): string[] {
  const ids = lines.flatMap(({ discounts }) => discounts.flatMap(({ discountId }) => discountId ?? []))
  return [...new Set(ids)].sort()
}
