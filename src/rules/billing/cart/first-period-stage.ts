import { isDependent, priceOf, takenOf, takeOff, type CartPlan, type PlannedLine } from "../../cart"
import { compareDates } from "../../calendar"
import { isPositive, multiplyRatio, subtract } from "../../money"
import { partRatio, type FirstDates } from "../changes/first-period"
import { partName } from "../changes/part-of-period"
import { BILLING_ROOM, billingLineOf } from "./billing-line"
import { packageOf } from "./trial-stage"

/**
 * The first period of an offer with a billing day ends on that day (B5a): of the price net of discounts, the days that are
 * not in it are taken off, in one rounding. So it is for what is in a package, and renews with it (B27). A fee is a line
 * of its own and stays whole.
 */
export function firstPeriodStage(plan: CartPlan): CartPlan {
  const parts = new Map(plan.lines.map((planned) => [planned.line.id, ownPart(planned)]))
  const less = plan.lines.flatMap((planned) => {
    const { line } = planned
    const part = parts.get(packageOf(planned) ?? line.id) ?? null
    if (!part) {
      return []
    }
    const ratio = partRatio(part)
    const price = subtract(priceOf(line), takenOf(planned))
    const amount = subtract(price, multiplyRatio(price, ratio, plan.cart.currencyCode))
    const days = { billed: ratio.numerator, whole: ratio.denominator }
    return isPositive(amount) ? [{ lineId: line.id, amount, description: partName(days, plan.cart.locale) }] : []
  })
  return takeOff(plan, { stage: "first_period", room: BILLING_ROOM }, less)
}

/** null: a whole period is paid for, or none. */
function ownPart(planned: PlannedLine): FirstDates | null {
  const terms = isDependent(planned) ? undefined : billingLineOf(planned.identity?.payload)?.terms
  const dates = terms?.kind === "recurring" ? terms.firstPeriod : undefined
  return dates && compareDates(dates.whole.start, dates.period.start) < 0 ? dates : null
}
