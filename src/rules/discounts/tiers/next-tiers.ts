import { compare, isPositive, multiply, subtract, sum, type Decimal } from "../../money"
import { bundlesAround } from "../calculation/bundles"
import { evaluateDiscounts } from "../calculation/evaluate-discounts"
import { checkEligibility } from "../eligibility/check-eligibility"
import { orderValue } from "../calculation/order-value"
import type { PricedLine } from "../calculation/priced-line"
import { Evaluation } from "../evaluation"
import { periodRefusal, eligibilityRefusal, usageRefusal } from "../eligibility/eligibility-refusal"
import type { Trigger } from "../states"
import { articleKey } from "../calculation/totals"
import type { DiscountAnswer, DiscountFacts, OrderDiscount, EvaluatedLine } from "../types"
import { unitsToReach } from "./units-to-reach"

/** "Add 2 more to reach the next tier" (D23). */
export interface NextTier {
  /** The line to add to; null for the order discount, which every article counts for. */
  lineId: string | null
  variantId: string | null
  /** Units, or an amount, still missing; for the order discount without tax. */
  missing: { trigger: Trigger; value: Decimal }
  /** How much more is then taken off than now, added units included. */
  gain: Decimal
  name: string
}

/** For each article the nearest step that takes more off, and for the order the nearest range that does. */
export function nextTiers(facts: DiscountFacts): NextTier[] {
  const evaluation = new Evaluation(facts)
  const order = nextRange(evaluation)
  return [...nextOfArticles(evaluation), ...(order ? [order] : [])]
}

function nextOfArticles(evaluation: Evaluation): NextTier[] {
  const listed = new Set<string>()
  const seen = new Set<string>()
  return evaluation.lines.flatMap((priced) => {
    const { line, variant, isCounted } = priced
    // Of a package more are bought, and of no part of it.
    if (!isCounted || !line.quantity || line.bundleId || seen.has(variant)) {
      return []
    }
    seen.add(variant)
    const before = projectProduct(priced, line.quantity, evaluation)
    for (const step of stepsOf(priced, evaluation)) {
      const after = projectProduct(priced, line.quantity + step.units, evaluation)
      if (
        isBetter({ before, after }, { quantity: line.quantity, units: step.units }) &&
        after.discounts.has(step.discountId)
      ) {
        // Variants that count together give one tier.
        const isListed = listed.has(step.key)
        listed.add(step.key)
        const { missing, name } = step
        const gain = subtract(after.amount, before.amount)
        return isListed ? [] : [{ lineId: line.id, variantId: line.variantId, missing, gain, name }]
      }
    }
    return []
  })
}

interface Step {
  key: string
  discountId: string
  name: string
  units: number
  missing: NextTier["missing"]
}

/** The next steps of all discounts that only their bounds keep from applying, the nearest first. */
function stepsOf(priced: PricedLine, evaluation: Evaluation): Step[] {
  const { fixedPoint } = evaluation
  const steps = evaluation.listOf(priced.line).flatMap((listed) => {
    const { refusal, total, rules } = checkEligibility(listed, priced, evaluation)
    if (
      !total ||
      (refusal !== null && refusal !== "no_rule") ||
      evaluation.readDiscount(listed.discount).usage !== null
    ) {
      return []
    }
    const { discount, assignment } = listed
    return rules.flatMap((read): Step[] => {
      const units = unitsToReach(read, { priced, from: total }, fixedPoint)
      if (units === null || read.min === null) {
        return []
      }
      const { trigger } = read.rule
      const left = read.min - total[trigger]
      const value = trigger === "quantity" ? String(units) : fixedPoint.write(left)
      const key = `${discount.id} ${articleKey(priced, assignment.level)}`
      return [{ key, discountId: discount.id, name: discount.name, units, missing: { trigger, value } }]
    })
  })
  return steps.sort((a, b) => a.units - b.units)
}

interface Projection {
  /** What is taken off the product's lines, and off this one with its parts. */
  amount: Decimal
  ofLine: Decimal
  /** Ids of the discounts that take something off. */
  discounts: ReadonlySet<string | null>
}

/** What article discounts would take off the line's product with this quantity; the parts of a package go with it. */
function projectProduct(priced: PricedLine, quantity: number, evaluation: Evaluation): Projection {
  const around = bundlesAround(evaluation.lines)
  const isOwn = ({ line: { id, bundleId } }: PricedLine): boolean =>
    id === priced.line.id || (around.get(bundleId ?? "")?.includes(priced.line.id) ?? false)
  const own = new Set(evaluation.lines.filter(isOwn).map(({ line }) => line.id))
  const lines = evaluation.lines
    .filter(({ product, line }) => product === priced.product || own.has(line.id))
    .map(({ line }) => (own.has(line.id) ? withUnits(line, { of: priced.line, quantity }) : line))
  const answer = evaluateDiscounts({ ...evaluation.facts, lines, orderDiscounts: [] })
  const taken = (of: DiscountAnswer["lines"]): Decimal => sum(of.map(({ amount }) => amount))
  return {
    amount: taken(answer.lines),
    ofLine: taken(answer.lines.filter(({ id }) => own.has(id))),
    discounts: new Set(answer.used),
  }
}

const withUnits = (line: EvaluatedLine, { of, quantity }: { of: EvaluatedLine; quantity: number }): EvaluatedLine => ({
  ...line,
  quantity: line.id === of.id ? quantity : (line.quantity * quantity) / of.quantity,
})

/** Whether the discount per unit grows: more units at the present discount are no gain. */
function isBetter(
  { before, after }: { before: Projection; after: Projection },
  { quantity, units }: { quantity: number; units: number },
): boolean {
  const times = (amount: Decimal, factor: number): Decimal => multiply(amount, String(factor))
  const now = sum([times(before.amount, quantity), times(before.ofLine, units)])
  return compare(times(after.amount, quantity), now) > 0
}

const takenOff = (facts: DiscountFacts): Decimal => sum(evaluateDiscounts(facts).lines.map(({ amount }) => amount))

function nextRange(evaluation: Evaluation): NextTier | null {
  const { facts, fixedPoint } = evaluation
  const value = fixedPoint.writeUnits(orderValue(evaluation.lines, fixedPoint))
  const ahead = facts.orderDiscounts
    .filter((discount) => isFor(discount, facts))
    .flatMap(({ name, ranges }) => ranges.map((range) => ({ name, ...range })))
    .flatMap(({ name, min, currencyCode }) =>
      min !== null && currencyCode.toLowerCase() === facts.currencyCode.toLowerCase() && compare(min, value) > 0
        ? [{ name, missing: subtract(min, value) }]
        : [],
    )
    .sort((a, b) => compare(a.missing, b.missing))
  const before = ahead.length ? takenOff(facts) : "0"
  for (const { name, missing } of ahead) {
    const gain = subtract(takenOff({ ...facts, lines: [...facts.lines, anything(missing)] }), before)
    if (isPositive(gain)) {
      return { lineId: null, variantId: null, missing: { trigger: "amount", value: missing }, gain, name }
    }
  }
  return null
}

const isFor = (discount: OrderDiscount, facts: DiscountFacts): boolean =>
  (eligibilityRefusal(discount, facts) ??
    periodRefusal(discount.period, facts.asOf) ??
    usageRefusal(discount.usage)) === null

/** An article of this value without discounts. */
const anything = (unitPrice: Decimal): EvaluatedLine => ({
  id: "",
  kind: "article",
  variantId: null,
  productId: null,
  collectionId: null,
  categoryIds: [],
  unitPrice,
  quantity: 1,
  isTaxInclusive: false,
  taxRate: "0",
  isDiscountable: false,
  isEligible: false,
  hasSpecialPrice: false,
  taken: "0",
  unitCost: null,
})
