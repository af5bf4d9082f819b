import { splitUnits, type Decimal } from "../../money"
import type { Looked } from "../eligibility/look-at"
import type { Lot } from "./lots"
import type { ReadRule } from "../eligibility/matching-rule"
import type { LookedOrderDiscount } from "./order-discount"
import type { Sale } from "../sale"
import { articleKey } from "./totals"
import type { ArticleDiscount, OrderDiscount } from "../types"

/** A discount that applies to a lot, and what it comes to: exact, in grains, neither rounded nor held back. */
export type Part =
  | { source: "personal"; percent: Decimal; grains: bigint }
  | { source: "article"; discount: ArticleDiscount; read: ReadRule; grains: bigint }
  | { source: "order"; discount: OrderDiscount; percent: Decimal; grains: bigint }

/** A lot with the article discounts that D17 has chosen for it. */
export interface Chosen {
  lot: Lot
  looked: readonly Looked[]
}

/** What a fixed value that counts once for its article (D14) gives to each lot; by discount. */
export type Shares = ReadonlyMap<Lot, ReadonlyMap<string, bigint>>

/**
 * Spreads the values that count once for an article over the lots that have them, by what is left of their prices. Lots
 * are taken in the order of their keys, so that the order of the lines makes no difference.
 */
export function spreadOnce(chosen: readonly Chosen[], { scale }: Sale): Shares {
  const articles = new Map<string, { lot: Lot; id: string; value: bigint }[]>()
  for (const { lot, looked } of chosen) {
    for (const { listed, rule, refusal } of looked) {
      if (refusal === null && rule?.rule.mode === "fixed" && rule.rule.per === "article") {
        const { discount, assignment } = listed
        const key = `${discount.id} ${articleKey(lot.first, assignment.level)}`
        articles.set(key, [...(articles.get(key) ?? []), { lot, id: discount.id, value: rule.value }])
      }
    }
  }
  const shares = new Map<Lot, Map<string, bigint>>()
  for (const takers of articles.values()) {
    const inOrder = takers.sort((a, b) => (a.lot.key < b.lot.key ? -1 : 1))
    const units = splitUnits(
      scale.toUnits(inOrder[0]?.value ?? 0n),
      inOrder.map(({ lot }) => lot.left),
    )
    inOrder.forEach(({ lot, id }, index) => {
      const ofLot = shares.get(lot) ?? new Map<string, bigint>()
      shares.set(lot, ofLot.set(id, (units[index] ?? 0n) * scale.minor))
    })
  }
  return shares
}

export interface PartsInput {
  chosen: Chosen
  shares: Shares
  personalPercent: Decimal | null
  order: LookedOrderDiscount | null
}

/** What each discount takes off a lot: personal first; article and order discount on what that leaves (D18, D25). */
export function partsOf({ chosen: { lot, looked }, shares, personalPercent, order }: PartsInput, sale: Sale): Part[] {
  const { scale, facts } = sale
  const parts: Part[] = []
  let base = lot.price
  if (personalPercent !== null) {
    const grains = scale.percentOf(base, scale.readPercent(personalPercent))
    parts.push({ source: "personal", percent: personalPercent, grains })
    base -= grains
  }
  let remaining = base
  const ofLot = shares.size ? shares.get(lot) : undefined
  for (const one of looked) {
    if (one.refusal === null && one.rule) {
      const grains = ofLot?.get(one.listed.discount.id) ?? worth(one.rule, { base, lot, sale })
      parts.push({ source: "article", discount: one.listed.discount, read: one.rule, grains })
      remaining -= grains
    }
  }
  if (order?.range && lot.first.line.isEligible) {
    const { percent } = order.range
    const of = facts.settings.orderDiscountBase === "remaining" ? (remaining > 0n ? remaining : 0n) : base
    parts.push({
      source: "order",
      discount: order.discount,
      percent,
      grains: scale.percentOf(of, scale.readPercent(percent)),
    })
  }
  return parts
}

interface Worth {
  base: bigint
  lot: Lot
  sale: Sale
}

/** Of a percentage, or of an amount that is taken off each unit. */
function worth({ rule, value }: ReadRule, { base, lot, sale: { scale } }: Worth): bigint {
  return rule.mode === "percent" ? scale.percentOf(base, value) : scale.times(rule.value, lot.quantity)
}
