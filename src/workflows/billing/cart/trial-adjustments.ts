import { multiply } from "../../../rules/money"
import { planAdjustments, type AdjustedItem, type AdjustmentsPlan } from "../../cart/line-adjustments"
import type { CartFacts } from "./cart-facts"
import { trialDescription } from "./line-words"

/** Marks the adjustments that are ours: found again by it. */
export const TRIAL_PROVIDER = "service-commerce-trial"

/**
 * A line on trial is free now (B14): it is taken off whole, in the way its price is taxed, so that nothing is left of it
 * in either reckoning. Its fee is a line of its own and stays due.
 */
export function planTrialAdjustments(cart: CartFacts, items: AdjustedItem[]): AdjustmentsPlan {
  const wanted = linesOnTrial(cart).map(({ line, days }) => ({
    item_id: line.id,
    amount: multiply(line.unitPrice, line.quantity),
    is_tax_inclusive: line.isTaxInclusive,
    description: trialDescription(days, cart.locale),
    provider_id: TRIAL_PROVIDER,
  }))
  return planAdjustments(wanted, items, TRIAL_PROVIDER)
}

export function linesOnTrial(cart: CartFacts) {
  return cart.lines.flatMap((line) => {
    const sale = cart.sales.get(line.id)
    const days = sale?.ok && sale.terms.kind === "recurring" ? sale.terms.trialDays : 0
    return days > 0 ? [{ line, days }] : []
  })
}
