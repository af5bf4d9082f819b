import { allocate, compare, isZero, min, multiply, multiplyRatio, round, sum, type Decimal } from "../../money"
import { exactComponents } from "./exact-components"
import type { RecurringDiscount } from "./recurring-discount"
import type { OrderDiscountBase } from "../states"
import type { GrantedDiscount, LineDiscount } from "../types"

export interface RenewalLine {
  id: string
  unitPrice: Decimal
  quantity: number
  /** The discounts of the first order, as they were then. */
  granted: readonly (GrantedDiscount & Partial<Pick<RecurringDiscount, "cappedAt">>)[]
  /** Lines with the same key are one article; lines of an article at one price are rounded as one. */
  articleKey: string
}

export interface RenewalEvaluation {
  lines: readonly RenewalLine[]
  /** The billing cycle; 0 is the first order's own. */
  cycle: number
  currencyCode: string
  orderDiscountBase: OrderDiscountBase
}

export interface RenewedLine {
  id: string
  /** Rounded once; never below zero and never more than the line's price. */
  amount: Decimal
  discounts: LineDiscount[]
}

/** What the discounts of the first order take off a subscription's renewal (B28), by the same arithmetic. */
export function discountsOnRenewal(evaluation: RenewalEvaluation): RenewedLine[] {
  const articles = new Map<string, RenewalLine[]>()
  for (const line of evaluation.lines) {
    const key = JSON.stringify([line.articleKey, line.unitPrice, line.granted])
    articles.set(key, [...(articles.get(key) ?? []), line])
  }
  const renewed = new Map(
    [...articles.values()].flatMap((lines) => ofArticle(lines, evaluation)).map((one) => [one.id, one]),
  )
  return evaluation.lines.map(({ id }) => renewed.get(id) ?? { id, amount: "0", discounts: [] })
}

/** "n cycles" counts the first order's as one. */
function isGivenOn(cycle: number, { renewals, renewalCycles }: GrantedDiscount): boolean {
  switch (renewals) {
    case "forever":
      return true
    case "cycles":
      return cycle < (renewalCycles ?? 1)
    case "first_only":
      return cycle < 1
  }
}

/**
 * Lines of one article at one price, which have the same discounts: summed, rounded once, split by largest remainder.
 */
function ofArticle(lines: RenewalLine[], { cycle, currencyCode, orderDiscountBase }: RenewalEvaluation): RenewedLine[] {
  const [first] = lines
  const given = (first?.granted ?? []).filter((one) => isGivenOn(cycle, one))
  if (!first || !given.length) {
    return lines.map(({ id }) => ({ id, amount: "0", discounts: [] }))
  }
  const prices = lines.map(({ unitPrice, quantity }) => multiply(unitPrice, quantity))
  const price = sum(prices)
  const units = lines.reduce((all, { quantity }) => all + quantity, 0)
  const components = exactComponents(given, { price, units, orderDiscountBase })
  const total = round(min(sum(components), ceiling(given, price, currencyCode)), currencyCode)
  const amounts = allocate(total, prices, currencyCode)
  return lines.map(({ id }, index) => {
    const amount = amounts[index] ?? "0"
    const shares = allocate(amount, components, currencyCode)
    const discounts = given.map(({ source, discountId, name, mode, value, per, renewals, renewalCycles }, nth) => ({
      ...{ source, discountId, name, mode, value, per, renewals, renewalCycles },
      amount: shares[nth] ?? "0",
    }))
    return { id, amount, discounts: discounts.filter((one) => !isZero(one.amount)) }
  })
}

/** The most that may be taken off: the price, or the share of it to which the first order's discounts were capped. */
function ceiling(given: RenewalLine["granted"], price: Decimal, currencyCode: string): Decimal {
  const most = given.flatMap(({ cappedAt }) =>
    cappedAt && !isZero(cappedAt.price)
      ? multiplyRatio(price, { numerator: cappedAt.amount, denominator: cappedAt.price }, currencyCode)
      : [],
  )
  return most.reduce((a, b) => (compare(a, b) <= 0 ? a : b), price)
}
