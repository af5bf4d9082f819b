import { isPositive, quotient, round, subtract, type Decimal } from "../../money"
import type { Listed } from "../drafts/article-list"
import { chooseByType } from "../eligibility/choose-by-type"
import { evaluateDiscounts } from "../calculation/evaluate-discounts"
import { checkEligibility } from "../eligibility/check-eligibility"
import type { ReadRule } from "../eligibility/matching-rule"
import { Evaluation } from "../evaluation"
import type { FixedPer, Mode, Trigger } from "../states"
import type { DiscountFacts, EvaluatedLine } from "../types"
import { unitsToReach } from "./units-to-reach"

/** A tier of an article's price, as a visitor sees it (D23): "6 or more: −15 %". */
export interface Tier {
  discountId: string
  name: string
  trigger: Trigger
  min: Decimal | null
  max: Decimal | null
  mode: Mode
  value: Decimal
  per: FixedPer
  /**
   * A unit's price after all discounts, when the article is bought alone and just reaches the tier. Null where it
   * depends on the quantity: a value that counts once for the article.
   */
  unitPriceAfter: Decimal | null
}

/**
 * The tiers of an article for a visitor (D23), without the visitor's own lines: those that apply when they are just
 * reached, the lowest first. One that another discount keeps from applying is left out. Order discounts are not
 * included. `priceAt`: the calculated price of a unit where that many are bought; left out: the article's own.
 */
export function tiersOf(
  article: EvaluatedLine,
  facts: DiscountFacts,
  priceAt: (quantity: number) => Decimal = () => article.unitPrice,
): Tier[] {
  const line: EvaluatedLine = { ...article, quantity: 1, taken: "0" }
  const evaluation = new Evaluation({ ...facts, lines: [line], orderDiscounts: [] })
  const tiers = evaluation.listOf(line).flatMap((listed) =>
    evaluation.readDiscount(listed.discount).rules.flatMap((read) => {
      const reached = lineReaching(read, { line, facts: evaluation.facts, priceAt })
      const { quantity } = reached
      const tier = tierAt(reached, { listed, read }, evaluation.facts)
      return tier ? [{ quantity, tier }] : []
    }),
  )
  return tiers.sort((a, b) => a.quantity - b.quantity).map(({ tier }) => tier)
}

/** More units can have another price, and an amount is then reached by other units. */
const MOST_PRICES = 4

/** The article alone, with as many units as just reach the rule, at their price. */
function lineReaching(
  read: ReadRule,
  { line, facts, priceAt }: { line: EvaluatedLine; facts: DiscountFacts; priceAt: (quantity: number) => Decimal },
): EvaluatedLine {
  let reached = { ...line, unitPrice: priceAt(1) }
  for (let count = 0; count < MOST_PRICES; count++) {
    const { lines, fixedPoint } = new Evaluation({ ...facts, lines: [reached] })
    const from = { quantity: 0n, amount: 0n }
    const quantity = lines[0] ? (unitsToReach(read, { priced: lines[0], from }, fixedPoint) ?? 1) : 1
    const unitPrice = priceAt(quantity)
    const isSettled = quantity === reached.quantity && unitPrice === reached.unitPrice
    reached = { ...line, quantity, unitPrice }
    if (isSettled) {
      break
    }
  }
  return reached
}

/** The rule as a tier, if it applies to this quantity. */
function tierAt(
  line: EvaluatedLine,
  { listed, read }: { listed: Listed; read: ReadRule },
  facts: DiscountFacts,
): Tier | null {
  const { discount } = listed
  const { trigger, min, max, mode, value, per } = read.rule
  const at = new Evaluation({ ...facts, lines: [line] })
  const checked = at.lines.flatMap((priced) => at.listOf(line).map((one) => checkEligibility(one, priced, at)))
  const chosen = chooseByType(checked).filter(({ refusal }) => refusal === null)
  const isApplied = chosen.some((one) => one.listed.discount.id === discount.id && one.rule?.rule === read.rule)
  if (!isApplied || !isPositive(value)) {
    return null
  }
  const isOnce = chosen.some(({ rule }) => rule?.rule.mode === "fixed" && rule.rule.per === "article")
  const step = { trigger, min, max, mode, value, per }
  return { discountId: discount.id, name: discount.name, ...step, unitPriceAfter: isOnce ? null : eachOf(line, at) }
}

function eachOf({ quantity }: EvaluatedLine, { facts }: Evaluation): Decimal | null {
  const [answer] = evaluateDiscounts(facts).lines
  return answer ? round(quotient(subtract(answer.price, answer.amount), String(quantity)), facts.currencyCode) : null
}
