import type { CivilDate } from "../../calendar"
import type { LineRecord } from "../../cart"
import { billingLineOf } from "./billing-line"
import type { LineOffers } from "./fee-stage"
import type { LineOffer } from "./line-offers"
import { paidFrom } from "./terms-of-line"

/**
 * Replaces current terms with the recorded ones: what the buyer saw is what is ordered, even if the offer has changed
 * since. A line that cannot be ordered any more stays refused. What a first period comes to is of the day of the order.
 */
export function asRecorded(
  offers: LineOffers,
  records: LineRecord[],
  asOf: CivilDate | null = null,
): Map<string, LineOffer> {
  const recorded = new Map(offers)
  for (const { lineId, payload } of records) {
    const offer = offers.get(lineId)
    const own = billingLineOf(payload)
    if (offer?.ok && own) {
      recorded.set(lineId, { ...offer, terms: asOf === null ? own.terms : paidFrom(own.terms, asOf) })
    }
  }
  return recorded
}
