import { checkInterval, type Interval } from "../../calendar"
import { hasBillingDay } from "../changes/first-period"
import type { FieldProblem, OfferDraft } from "./offer-draft"
import { validateCycle } from "./validate-cycle"

const MOST_TRIAL_DAYS = 3_650

/**
 * Everything that is wrong or contradictory in an offer (B1, B3 to B5); nothing is saved while the list is not empty.
 */
export function validateOffer(draft: OfferDraft): FieldProblem[] {
  return [
    ...trialProblems(draft),
    ...durationProblems(draft),
    ...agreedProblems(draft),
    ...provisioningProblems(draft),
    ...crossSellProblems(draft),
    ...cycleListProblems(draft),
    ...draft.cycles.flatMap((cycle, index) => validateCycle(draft.paymentType, cycle, `cycles.${index}`)),
  ]
}

function trialProblems({ paymentType, trialDays }: OfferDraft): FieldProblem[] {
  if (trialDays === null) {
    return []
  }
  if (!Number.isSafeInteger(trialDays) || trialDays < 0 || trialDays > MOST_TRIAL_DAYS) {
    return [{ field: "trial_days", reason: `must be a whole number from 0 to ${MOST_TRIAL_DAYS}` }]
  }
  return trialDays > 0 && paymentType !== "recurring"
    ? [{ field: "trial_days", reason: "a trial is for recurring offers only" }]
    : []
}

function durationProblems({ paymentType, duration }: OfferDraft): FieldProblem[] {
  if (duration === null) {
    return []
  }
  if (paymentType !== "free") {
    return [{ field: "duration", reason: "a duration is for free offers only" }]
  }
  const checked = checkInterval(duration)
  return checked.ok ? [] : [{ field: "duration", reason: checked.reason }]
}

const MOST_CYCLES = 1_200

/** What is agreed beyond the price, which what is paid once has none of. */
function agreedProblems(draft: OfferDraft): FieldProblem[] {
  const { cycleLimit, billingDay, minimumTerm, notice } = draft
  if (draft.paymentType !== "recurring") {
    const given = { cycle_limit: cycleLimit, billing_day: billingDay, minimum_term: minimumTerm, notice }
    return Object.entries(given).flatMap(([field, value]) =>
      value ? [{ field, reason: "is for recurring offers only" }] : [],
    )
  }
  return [
    ...(cycleLimit === null || cycleLimit === undefined || isWhole(cycleLimit, 0, MOST_CYCLES)
      ? []
      : [{ field: "cycle_limit", reason: `must be a whole number from 0 to ${MOST_CYCLES}` }]),
    ...billingDayProblems(draft),
    ...intervalProblems("minimum_term", minimumTerm),
    ...intervalProblems("notice", notice),
  ]
}

function billingDayProblems({ billingDay, cycles }: OfferDraft): FieldProblem[] {
  if (!billingDay) {
    return []
  }
  const { day, month = 1 } = billingDay
  return [
    ...(isWhole(day, 1, 31) ? [] : [{ field: "billing_day.day", reason: "must be a day from 1 to 31" }]),
    ...(isWhole(month, 1, 12) ? [] : [{ field: "billing_day.month", reason: "must be a month from 1 to 12" }]),
    ...cycles.flatMap(({ interval }, index) =>
      interval && !hasBillingDay(interval)
        ? [{ field: `cycles.${index}.interval`, reason: "with a billing day, a cycle is of months or years" }]
        : [],
    ),
  ]
}

function intervalProblems(field: string, interval: Interval | null | undefined): FieldProblem[] {
  const checked = interval ? checkInterval(interval) : null
  return checked && !checked.ok ? [{ field, reason: checked.reason }] : []
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isSafeInteger(value) && value >= min && value <= max

function provisioningProblems({ provisioningType, provisioningTypes }: OfferDraft): FieldProblem[] {
  if (!provisioningType || !provisioningTypes || provisioningTypes.includes(provisioningType)) {
    return []
  }
  return [{ field: "provisioning_type", reason: `"${provisioningType}" is not an active provider` }]
}

function crossSellProblems({ productId, crossSells }: OfferDraft): FieldProblem[] {
  return crossSells.flatMap((crossSell, index) => {
    const field = `cross_sells.${index}.product_id`
    if (crossSell.productId === productId) {
      return [{ field, reason: "a product cannot be cross-sold with itself" }]
    }
    const isRepeated = crossSells.slice(0, index).some((earlier) => earlier.productId === crossSell.productId)
    return isRepeated ? [{ field, reason: "is in the list already" }] : []
  })
}

/** A length that is equal for 12 months and 1 year, and for 1 week and 7 days. */
function lengthOf({ unit, count }: { unit: string; count: number }): string {
  switch (unit) {
    case "year":
      return `${12 * count} months`
    case "week":
      return `${7 * count} days`
    default:
      return `${count} ${unit}s`
  }
}

function cycleListProblems({ paymentType, cycles }: OfferDraft): FieldProblem[] {
  if (cycles.length === 0) {
    return paymentType === "free" ? [] : [{ field: "cycles", reason: `a ${paymentType} offer needs at least one` }]
  }
  const lengths = cycles.map(({ interval }) => interval && lengthOf(interval))
  return cycles.flatMap(({ variantId }, index) => {
    const isRepeated = lengths[index] !== null && lengths.indexOf(lengths[index] ?? null) < index
    const isSharing = Boolean(variantId) && cycles.findIndex((other) => other.variantId === variantId) < index
    return [
      ...(isRepeated ? [{ field: `cycles.${index}.interval`, reason: "is the length of another cycle already" }] : []),
      ...(isSharing ? [{ field: `cycles.${index}.variant_id`, reason: "is another cycle's variant already" }] : []),
    ]
  })
}
