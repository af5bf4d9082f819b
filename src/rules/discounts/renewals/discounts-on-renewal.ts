import { allocate, isZero, min, multiply, round, subtract, sum, type Decimal } from "../../money"
import { bundleShares } from "./bundle-shares"
import { codesOnRenewal } from "./codes-on-renewal"
import { exactComponents } from "./exact-components"
import { mostTaken } from "./most-taken"
import type { RenewalEvaluation, RenewalLine, RenewedArticle } from "./renewal-evaluation"
import type { GrantedDiscount, LineDiscount } from "../types"

export type { RenewalEvaluation, RenewalLine }

export interface RenewedLine {
  id: string
  /** Rounded once; never below zero and never more than the line's price. */
  amount: Decimal
  discounts: LineDiscount[]
}

/**
 * What the discounts of the first order take off a subscription's renewal (B28), by the same arithmetic; a bundle's
 * percentage is counted on the renewal's own parts (P9).
 */
export function discountsOnRenewal(evaluation: RenewalEvaluation): RenewedLine[] {
  const articles = articlesOf(evaluation)
  const shares = bundleShares(articles, evaluation)
  const renewed = new Map(
    articles
      .flatMap((article, index) => ofArticle(article, shares[index] ?? new Map(), evaluation))
      .map((one) => [one.id, one]),
  )
  return evaluation.lines.map(({ id }) => renewed.get(id) ?? { id, amount: "0", discounts: [] })
}

function articlesOf({ lines, cycle }: RenewalEvaluation): RenewedArticle[] {
  const articles = new Map<string, RenewalLine[]>()
  for (const line of lines) {
    const key = JSON.stringify([line.articleKey, line.unitPrice, line.granted])
    articles.set(key, [...(articles.get(key) ?? []), line])
  }
  return [...articles.values()].map((alike) => ({
    lines: alike,
    given: (alike[0]?.granted ?? []).filter((one) => isGivenOn(cycle, one)),
    price: sum(alike.map(priceOf)),
    units: alike.reduce((all, { quantity }) => all + quantity, 0),
  }))
}

const priceOf = ({ unitPrice, quantity }: RenewalLine): Decimal => multiply(unitPrice, quantity)

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
 * Summed, rounded once, split by largest remainder over the lines and then over the discounts; codes work on what is left.
 */
function ofArticle(
  { lines, given, price, units }: RenewedArticle,
  shares: ReadonlyMap<GrantedDiscount, Decimal>,
  { currencyCode, orderDiscountBase }: RenewalEvaluation,
): RenewedLine[] {
  if (!given.length) {
    return lines.map(({ id }) => ({ id, amount: "0", discounts: [] }))
  }
  const own = given.filter(({ promotionId }) => promotionId === undefined)
  const base = own[0]?.base ?? orderDiscountBase
  const components = exactComponents(own, { price, units, orderDiscountBase: base, shares })
  const total = round(min(sum(components), mostTaken(own, price, currencyCode)), currencyCode)
  const shareOf = (amount: Decimal): Decimal[] => allocate(amount, lines.map(priceOf), currencyCode)
  const ownShares = shareOf(total)
  const codes = codesOnRenewal(given, { left: subtract(price, total), units, currencyCode }).map(({ one, amount }) => ({
    one,
    shares: shareOf(amount),
  }))
  return lines.map(({ id }, index) => {
    const parts = own.length ? allocate(ownShares[index] ?? "0", components, currencyCode) : []
    const discounts = [
      ...own.map((one, nth) => ({ ...shown(one), amount: parts[nth] ?? "0" })),
      ...codes.map(({ one, shares }) => ({ ...shown(one), amount: shares[index] ?? "0" })),
    ]
    const amount = round(sum(discounts.map((one) => one.amount)), currencyCode)
    return { id, amount, discounts: discounts.filter(isTaken) }
  })
}

const isTaken = ({ amount }: LineDiscount): boolean => !isZero(amount)

const shown = ({ source, discountId, name, mode, value, per, renewals, renewalCycles }: GrantedDiscount) => ({
  ...{ source, discountId, name, mode, value, per, renewals, renewalCycles },
})
