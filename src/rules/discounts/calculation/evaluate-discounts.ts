import { chooseByType } from "../eligibility/choose-by-type"
import { discountLines } from "./discount-lines"
import { lookAt } from "../eligibility/look-at"
import { lotsOf } from "./lots"
import { lookAtOrderDiscounts } from "./order-discount"
import { orderValue } from "./order-value"
import { spreadOnce } from "./parts"
import type { PricedLine } from "./priced-line"
import { Sale } from "../sale"
import type { DiscountAnswer, DiscountedLine, DiscountFacts } from "../types"

/**
 * What a sale's discounts take off its lines, and what came of each that was looked at (D1 to D4, D10 to D18, D24, D25).
 * Cart, draft order, order edit and simulator ask this one function. Throws RangeError on what is not an amount.
 */
export function evaluateDiscounts(facts: DiscountFacts): DiscountAnswer {
  const sale = new Sale(facts)
  const value = orderValue(sale.lines, sale.scale)
  const chosen = lotsOf(sale.lines).map((lot) => ({
    lot,
    looked: chooseByType(sale.listOf(lot.first.line).map((listed) => lookAt(listed, lot.first, sale))),
  }))
  const context = { shares: spreadOnce(chosen, sale), orderDiscounts: lookAtOrderDiscounts(sale, value) }
  const lines = sale.lines.map((priced) => untouched(priced, sale))
  chosen.forEach((one) => discountLines(one, context, sale).forEach((line, place) => (lines[place] = line)))
  return { lines, orderValue: sale.scale.writeUnits(value), used: usedBy(lines) }
}

/** As a companion stays, which takes part in nothing. */
function untouched({ line, price }: PricedLine, { scale }: Sale): DiscountedLine {
  return { id: line.id, price: scale.write(price), amount: scale.nothing, discounts: [], trace: [], cappedBy: null }
}

function usedBy(lines: readonly DiscountedLine[]): string[] {
  const used = new Set<string>()
  for (const { discounts } of lines) {
    for (const { discountId } of discounts) {
      if (discountId !== null) {
        used.add(discountId)
      }
    }
  }
  return [...used].sort()
}
