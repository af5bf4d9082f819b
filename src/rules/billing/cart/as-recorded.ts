import type { LineRecord } from "../../cart"
import { billingLineOf } from "./billing-line"
import type { LineOffers } from "./fee-stage"
import type { LineOffer } from "./line-offers"

/**
 * Replaces current terms with the recorded ones: what the buyer saw is what is ordered, even if the offer has changed
 * since. A line that cannot be ordered any more stays refused.
 */
export function asRecorded(offers: LineOffers, records: LineRecord[]): Map<string, LineOffer> {
  const recorded = new Map(offers)
  for (const { lineId, payload } of records) {
    const offer = offers.get(lineId)
    const own = billingLineOf(payload)
    if (offer?.ok && own) {
      recorded.set(lineId, { ...offer, terms: own.terms })
    }
  }
  return recorded
}
