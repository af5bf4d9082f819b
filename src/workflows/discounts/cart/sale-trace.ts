import {
  evaluateDiscounts,
  recurringDiscounts,
  type DiscountAnswer,
  type DiscountedLine,
  type DiscountFacts,
  type RecurringDiscount,
  type EvaluatedLine,
} from "../../../rules/discounts"
import { compare, isPositive, multiply, type Decimal } from "../../../rules/money"

/** A line of a sale as its record keeps it (D22): the rule's word on it, with what tells it from other lines. */
export interface TracedLine extends DiscountedLine {
  title: string
  productId: string | null
  variantId: string | null
  unitPrice: Decimal
  quantity: number
  isTaxInclusive: boolean
  /** What a subscription that the line makes goes on with (B28). */
  kept: RecurringDiscount[]
}

/** What `discounts_sale.trace` holds. Line ids are those of the cart, or of the order where there was no cart. */
export interface SaleTrace {
  lines: TracedLine[]
  orderValue: Decimal
  used: string[]
  /** Of a later version of an order: the lines that its edit touched or took away. The others are as they were before. */
  changed?: string[]
}

/** The record of a sale: its facts and the rule's answer, with the lines' titles as they are now, by line id. */
export function traceOfSale(
  facts: DiscountFacts,
  answer: DiscountAnswer,
  titles: ReadonlyMap<string, string>,
): SaleTrace {
  const answered = new Map(answer.lines.map((line) => [line.id, line]))
  const onceBilled = linesOnceBilled(facts)
  return {
    lines: facts.lines.flatMap((fact) => {
      const line = answered.get(fact.id)
      return line ? [tracedLine(line, fact, { facts, onceBilled, titles })] : []
    }),
    orderValue: answer.orderValue,
    used: answer.used,
  }
}

interface Tracing {
  facts: DiscountFacts
  onceBilled: Map<string, DiscountedLine>
  titles: ReadonlyMap<string, string>
}

function tracedLine(line: DiscountedLine, fact: EvaluatedLine, { facts, onceBilled, titles }: Tracing): TracedLine {
  const { productId, variantId, unitPrice, quantity, isTaxInclusive } = fact
  const { orderDiscountBase } = facts.settings
  const billed = onceBilled.get(line.id)
  const kept = recurringDiscounts(billed ?? line, { orderDiscountBase, isOnTrial: billed !== undefined })
  const title = titles.get(line.id) ?? ""
  return { ...line, title, productId, variantId, unitPrice, quantity, isTaxInclusive, kept }
}

/**
 * The rule's word on the lines that are free now (on trial), as they will be billed by renewals: nothing is left of them
 * for a discount to take, and yet their subscriptions are to have the discounts that the sale gives.
 */
function linesOnceBilled(facts: DiscountFacts): Map<string, DiscountedLine> {
  const free = new Set(facts.lines.filter(isFree).map(({ id }) => id))
  if (!free.size) {
    return new Map()
  }
  const lines = facts.lines.map((line) => (free.has(line.id) ? { ...line, taken: "0" } : line))
  const billed = evaluateDiscounts({ ...facts, lines }).lines.filter(({ id }) => free.has(id))
  return new Map(billed.map((line) => [line.id, line]))
}

const isFree = ({ kind, unitPrice, quantity, taken }: EvaluatedLine): boolean =>
  kind === "article" && isPositive(taken) && compare(taken, multiply(unitPrice, quantity)) >= 0
