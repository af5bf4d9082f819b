import type { DiscountAnswer, DiscountedLine, DiscountFacts, SaleLine } from "../../rules/discounts/types"
import { keptDiscounts, type KeptDiscount } from "../../rules/discounts/kept-discount"
import type { Decimal } from "../../rules/money"

/** A line of a sale as its record keeps it (D22): the rule's word on it, with what tells it from other lines. */
export interface TracedLine extends DiscountedLine {
  title: string
  productId: string | null
  variantId: string | null
  unitPrice: Decimal
  quantity: number
  isTaxInclusive: boolean
  /** What a subscription that the line makes goes on with (B28). */
  kept: KeptDiscount[]
}

/** What `discounts_sale.trace` holds. Line ids are those of the cart, or of the order where there was no cart. */
export interface SaleTrace {
  lines: TracedLine[]
  orderValue: Decimal
  used: string[]
}

/** The record of a sale: its facts and the rule's answer, with the lines' titles as they are now, by line id. */
export function traceOfSale(
  facts: DiscountFacts,
  answer: DiscountAnswer,
  titles: ReadonlyMap<string, string>,
): SaleTrace {
  const sold = new Map(facts.lines.map((line) => [line.id, line]))
  return {
    lines: answer.lines.flatMap((line) => {
      const fact = sold.get(line.id)
      return fact ? [tracedLine(line, fact, { facts, title: titles.get(line.id) ?? "" })] : []
    }),
    orderValue: answer.orderValue,
    used: answer.used,
  }
}

function tracedLine(
  line: DiscountedLine,
  { productId, variantId, unitPrice, quantity, isTaxInclusive }: SaleLine,
  { facts, title }: { facts: DiscountFacts; title: string },
): TracedLine {
  const { orderDiscountBase } = facts.settings
  const kept = keptDiscounts(line, { orderDiscountBase, isOnTrial: false })
  return { ...line, title, productId, variantId, unitPrice, quantity, isTaxInclusive, kept }
}
