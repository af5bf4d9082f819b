import { splitUnits } from "../../money"
import { checkEligibility, type CheckedDiscount } from "../eligibility/check-eligibility"
import { chooseByType } from "../eligibility/choose-by-type"
import { hasPersonal, personalRefusal } from "../eligibility/personal"
import type { Evaluation } from "../evaluation"
import { componentsOf, type BundleShare, type Chosen, type Shares } from "./components"
import type { PricedLine } from "./priced-line"
import { bundlesAround } from "./bundles"
import { roundGroup } from "./rounded"

/** A bundle with the article discounts chosen for it, and what they take off it, in minor units. */
export interface ChosenBundle {
  bundle: PricedLine
  discounts: { checked: CheckedDiscount; units: bigint }[]
}

export interface WithBundles {
  chosen: Chosen[]
  bundles: ChosenBundle[]
}

/**
 * Percentages of bundles (P9): of what the parts' own discounts leave of the sum, rounded once and split by largest
 * remainder. A bundle in another one is a part with a discount of its own, so the inner ones come first. A fixed amount is
 * refused, as the bundle has no price of its own.
 */
export function discountBundles(chosen: Chosen[], shares: Shares, evaluation: Evaluation): WithBundles {
  const around = bundlesAround(evaluation.lines)
  const depthOf = ({ line }: PricedLine): number => around.get(line.id)?.length ?? 0
  const bundles = evaluation.lines
    .filter(({ line }) => line.kind === "bundle")
    .sort((one, other) => depthOf(other) - depthOf(one))
  if (!bundles.length) {
    return { chosen, bundles: [] }
  }
  const ofBundle = new Map<Chosen, BundleShare[]>()
  const answers = bundles.map((bundle): ChosenBundle => {
    const listed = evaluation.listOf(bundle.line).map((one) => checkEligibility(one, bundle, evaluation))
    const checked = chooseByType(listed.map(withoutFixed))
    const parts = chosen.filter(({ roundingGroup }) =>
      around.get(roundingGroup.first.line.bundleId ?? "")?.includes(bundle.line.id),
    )
    const lefts = parts.map((part) => leftOf({ ...part, ofBundle: ofBundle.get(part) ?? [] }, shares, evaluation))
    const discounts = checked.map((one) => {
      const percent = one.refusal === null ? (one.rule?.value ?? 0n) : 0n
      const units = percentOf(lefts, percent, evaluation)
      if (one.refusal === null) {
        splitUnits(units, lefts).forEach((share, index) => {
          const part = parts[index]
          if (part) {
            const subunits = share * evaluation.fixedPoint.minor
            ofBundle.set(part, [...(ofBundle.get(part) ?? []), { checked: one, subunits }])
          }
        })
      }
      return { checked: one, units }
    })
    return { bundle, discounts }
  })
  return {
    chosen: chosen.map((one) => ({ ...one, ...(ofBundle.has(one) ? { ofBundle: ofBundle.get(one) ?? [] } : {}) })),
    bundles: answers,
  }
}

const withoutFixed = (checked: CheckedDiscount): CheckedDiscount =>
  checked.refusal === null && checked.rule?.rule.mode === "fixed"
    ? { ...checked, refusal: "fixed_on_contents" }
    : checked

function percentOf(lefts: readonly bigint[], percent: bigint, { fixedPoint }: Evaluation): bigint {
  const sum = lefts.reduce((all, one) => all + one, 0n)
  return fixedPoint.toUnits(fixedPoint.percentOf(sum, percent))
}

/** What its own discounts leave of a part, in subunits. */
function leftOf(chosen: Chosen, shares: Shares, evaluation: Evaluation): bigint {
  const { facts, fixedPoint } = evaluation
  const { roundingGroup } = chosen
  const isOpen = hasPersonal(facts) && personalRefusal(facts) === null && roundingGroup.first.line.isDiscountable
  const personalPercent = isOpen ? facts.personalPercent : null
  const components = componentsOf({ chosen, shares, personalPercent, order: null }, evaluation)
  const rounded = roundGroup(roundingGroup, components, evaluation)
  const taken = rounded.lines.flat().reduce((all, units) => all + units, 0n)
  const left = roundingGroup.left - taken * fixedPoint.minor
  return left > 0n ? left : 0n
}
