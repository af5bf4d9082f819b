import { isDependent, type CartPlan } from "../../cart"
import { billingLineOf } from "./billing-line"
import { trialDaysOf } from "./line-offers"

/** A trial that a cart gives: of which offer, and for which line. */
export interface TrialOfCart {
  offerId: string
  title: string
}

/** The trials that a planned cart gives. */
export function trialsOf({ lines }: CartPlan): TrialOfCart[] {
  return lines.flatMap((planned) => {
    const billing = isDependent(planned) ? null : billingLineOf(planned.identity?.payload)
    const { title, product } = planned.line
    return billing && trialDaysOf(billing.terms) > 0
      ? [{ offerId: billing.offer_id, title: product.product_title ?? title }]
      : []
  })
}
