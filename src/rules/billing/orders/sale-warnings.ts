import type { OfferWithCycles } from "../cart/line-offers"
import { isCycleEnabled } from "../offers/is-cycle-enabled"

export type SaleWarningCode = "hidden" | "cycle_disabled" | "no_cycle"

/** Why an admin is warned before a variant is sold. */
export interface SaleWarning {
  variantId: string
  code: SaleWarningCode
  reason: string
}

/** Seconds after which the same request confirms a warning, so that a double click does not; and until when it does. */
const CONFIRM_AFTER = 2
const CONFIRM_WITHIN = 600

/**
 * What an admin is warned of before a variant is sold in a draft, an edit or an exchange, which no customer could order
 * (B6, B10); null: nothing. What is on request is sold by an admin, so it is no warning (B11).
 */
export function saleWarning(variantId: string, { offer, cycles }: OfferWithCycles): SaleWarning | null {
  const cycle = cycles.find((one) => one.variantId === variantId)
  if (!cycle) {
    const reason = "this variant is no billing cycle of its product: it would be sold once and make no subscription"
    return { variantId, code: "no_cycle", reason }
  }
  if (offer.hidden) {
    return { variantId, code: "hidden", reason: "this product is hidden" }
  }
  return isCycleEnabled(offer.paymentType, cycle.basePrice)
    ? null
    : { variantId, code: "cycle_disabled", reason: "this billing cycle is disabled: it has no price in this currency" }
}

/** Whether a warning that was given so many seconds ago is confirmed by making the same request again. */
export const isWarningConfirmed = (secondsAgo: number | null): boolean =>
  secondsAgo !== null && secondsAgo >= CONFIRM_AFTER && secondsAgo <= CONFIRM_WITHIN
