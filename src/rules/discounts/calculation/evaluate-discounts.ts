import { chooseByType } from "../eligibility/choose-by-type"
import { discountBundles } from "./discount-bundles"
import { discountLines } from "./discount-lines"
import { checkEligibility } from "../eligibility/check-eligibility"
import { roundingGroupsOf } from "./rounding-groups"
import { checkOrderDiscounts } from "./order-discount"
import { orderValue } from "./order-value"
import { allocateOnce } from "./components"
import type { PricedLine } from "./priced-line"
import { traceArticle } from "./trace"
import { Evaluation } from "../evaluation"
import type { DiscountAnswer, DiscountedLine, DiscountFacts } from "../types"

/**
 * What discounts take off the lines, and the outcome of each that was checked (D1 to D4, D10 to D18, D24, D25). Cart,
 * draft order, order edit and simulator call this one function. Throws RangeError where a value is not an amount.
 */
export function evaluateDiscounts(facts: DiscountFacts): DiscountAnswer {
  const evaluation = new Evaluation(facts)
  const value = orderValue(evaluation.lines, evaluation.fixedPoint)
  const chosen = roundingGroupsOf(evaluation.lines).map((roundingGroup) => ({
    roundingGroup,
    checked: chooseByType(
      evaluation
        .listOf(roundingGroup.first.line)
        .map((listed) => checkEligibility(listed, roundingGroup.first, evaluation)),
    ),
  }))
  const context = { shares: allocateOnce(chosen, evaluation), orderDiscounts: checkOrderDiscounts(evaluation, value) }
  const lines = evaluation.lines.map((priced) => untouched(priced, evaluation))
  const withBundles = discountBundles(chosen, context.shares, evaluation)
  for (const { bundle, discounts } of withBundles.bundles) {
    const trace = discounts.map(({ checked, units }) =>
      traceArticle(checked, checked.refusal, evaluation.fixedPoint.writeUnits(units)),
    )
    lines[bundle.place] = { ...untouched(bundle, evaluation), trace }
  }
  withBundles.chosen.forEach((one) =>
    discountLines(one, context, evaluation).forEach((line, place) => (lines[place] = line)),
  )
  return { lines, orderValue: evaluation.fixedPoint.writeUnits(value), used: usedBy(lines) }
}

/** The answer for a dependent line: it has no discounts. */
function untouched({ line, price }: PricedLine, { fixedPoint }: Evaluation): DiscountedLine {
  return {
    id: line.id,
    price: fixedPoint.write(price),
    amount: fixedPoint.nothing,
    discounts: [],
    trace: [],
    cappedBy: null,
  }
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
