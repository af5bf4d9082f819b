import type { LineRecord } from "../../cart"
import { billingLineOf } from "./billing-line"
import type { LineOffers } from "./fee-stage"
import type { LineOffer } from "./line-offers"

/**
 * What lines are sold under as their records have it: what the buyer saw is what is sold, though the offer may have changed
 * since. A line that cannot be sold any more stays so.
 */
export function asRecorded(offers: LineOffers, records: LineRecord[]): Map<string, LineOffer> {
  const recorded = new Map(offers)
  for (const { lineId, payload } of records) {
    const offer = offers.get(lineId)
    const kept = billingLineOf(payload)
    if (offer?.ok && kept) {
      recorded.set(lineId, { ...offer, terms: kept.terms })
    }
  }
  return recorded
}
