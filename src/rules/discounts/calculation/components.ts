import { splitUnits, type Decimal } from "../../money"
import type { CheckedDiscount } from "../eligibility/check-eligibility"
import type { RoundingGroup } from "./rounding-groups"
import type { ReadRule } from "../eligibility/matching-rule"
import type { CheckedOrderDiscount } from "./order-discount"
import type { Evaluation } from "../evaluation"
import { articleKey } from "./totals"
import type { ArticleDiscount, OrderDiscount } from "../types"

/** A discount that applies to a rounding group, with its amount: exact, in subunits, neither rounded nor capped. */
export type Component =
  | { source: "personal"; percent: Decimal; subunits: bigint }
  | { source: "article"; discount: ArticleDiscount; read: ReadRule; subunits: bigint; ofBundle?: true }
  | { source: "order"; discount: OrderDiscount; percent: Decimal; subunits: bigint }

/** A rounding group with the article discounts chosen for it (D17). */
export interface Chosen {
  roundingGroup: RoundingGroup
  checked: readonly CheckedDiscount[]
  /** What discounts of the bundle take off its part, in whole minor units as subunits; left out: it is in none. */
  ofBundle?: readonly BundleShare[]
}

/** A part's share in one discount of its bundle. */
export interface BundleShare {
  checked: CheckedDiscount
  subunits: bigint
}

/** The share of each rounding group in a fixed value that counts once for its article (D14); by discount. */
export type Shares = ReadonlyMap<RoundingGroup, ReadonlyMap<string, bigint>>

/**
 * Allocates values that count once for an article over its rounding groups, by what is left of their prices. Groups are
 * sorted by key, so that the order of the lines makes no difference.
 */
export function allocateOnce(chosen: readonly Chosen[], { fixedPoint }: Evaluation): Shares {
  const articles = new Map<string, { roundingGroup: RoundingGroup; id: string; value: bigint }[]>()
  for (const { roundingGroup, checked } of chosen) {
    for (const { listed, rule, refusal } of checked) {
      if (refusal === null && rule?.rule.mode === "fixed" && rule.rule.per === "article") {
        const { discount, assignment } = listed
        const key = `${discount.id} ${articleKey(roundingGroup.first, assignment.level)}`
        articles.set(key, [...(articles.get(key) ?? []), { roundingGroup, id: discount.id, value: rule.value }])
      }
    }
  }
  const shares = new Map<RoundingGroup, Map<string, bigint>>()
  for (const sharing of articles.values()) {
    const inOrder = sharing.sort((a, b) => (a.roundingGroup.key < b.roundingGroup.key ? -1 : 1))
    const units = splitUnits(
      fixedPoint.toUnits(inOrder[0]?.value ?? 0n),
      inOrder.map(({ roundingGroup }) => roundingGroup.left),
    )
    inOrder.forEach(({ roundingGroup, id }, index) => {
      const ofGroup = shares.get(roundingGroup) ?? new Map<string, bigint>()
      shares.set(roundingGroup, ofGroup.set(id, (units[index] ?? 0n) * fixedPoint.minor))
    })
  }
  return shares
}

export interface ComponentsInput {
  chosen: Chosen
  shares: Shares
  personalPercent: Decimal | null
  order: CheckedOrderDiscount | null
}

/**
 * What each discount takes off a rounding group: personal first; article and order discount on what that leaves (D18,
 * D25).
 */
export function componentsOf(
  { chosen: { roundingGroup, checked, ofBundle }, shares, personalPercent, order }: ComponentsInput,
  evaluation: Evaluation,
): Component[] {
  const { fixedPoint, facts } = evaluation
  const components: Component[] = []
  // An admin can sell a line below zero: nothing is taken off that.
  let base = roundingGroup.price > 0n ? roundingGroup.price : 0n
  if (personalPercent !== null) {
    const subunits = fixedPoint.percentOf(base, fixedPoint.readPercent(personalPercent))
    components.push({ source: "personal", percent: personalPercent, subunits })
    base -= subunits
  }
  let remaining = base
  const ofGroup = shares.size ? shares.get(roundingGroup) : undefined
  for (const one of checked) {
    if (one.refusal === null && one.rule) {
      const subunits = ofGroup?.get(one.listed.discount.id) ?? worth(one.rule, { base, roundingGroup, evaluation })
      components.push({ source: "article", discount: one.listed.discount, read: one.rule, subunits })
      remaining -= subunits
    }
  }
  for (const { checked: one, subunits } of ofBundle ?? []) {
    if (one.rule) {
      components.push({ source: "article", discount: one.listed.discount, read: one.rule, subunits, ofBundle: true })
      remaining -= subunits
    }
  }
  if (order?.range && roundingGroup.first.line.isEligible) {
    const { percent } = order.range
    const of = facts.settings.orderDiscountBase === "remaining" ? (remaining > 0n ? remaining : 0n) : base
    components.push({
      source: "order",
      discount: order.discount,
      percent,
      subunits: fixedPoint.percentOf(of, fixedPoint.readPercent(percent)),
    })
  }
  return components
}

interface Worth {
  base: bigint
  roundingGroup: RoundingGroup
  evaluation: Evaluation
}

/** Of a percentage, or of an amount that is taken off each unit. */
function worth({ rule, value }: ReadRule, { base, roundingGroup, evaluation: { fixedPoint } }: Worth): bigint {
  return rule.mode === "percent"
    ? fixedPoint.percentOf(base, value)
    : fixedPoint.times(rule.value, roundingGroup.quantity)
}
