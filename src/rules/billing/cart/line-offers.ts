import type { LineTerms, CycleTerms, OfferTerms } from "../types"
import { termsOfLine } from "./terms-of-line"

/** The current terms of a line of an offer, or why it cannot be ordered. */
export type LineOffer =
  | { ok: true; offerId: string; cycleId: string; productId: string; variantId: string; terms: LineTerms }
  | { ok: false; code: string; reason: string }

/** An offer and its cycles, with the figures of one currency and region. */
export interface OfferWithCycles {
  offer: OfferTerms
  cycles: CycleTerms[]
}

export interface LineOffersFacts {
  /** Oldest first. */
  lines: { id: string; productId: string | null; variantId: string | null }[]
  /** By product id. */
  offers: ReadonlyMap<string, OfferWithCycles>
  trialUsed: (offerId: string) => boolean
}

/**
 * The terms of each line of an offer, or why it cannot be ordered (B6, B10, B11), by line id; plain goods are left out.
 * Of several lines of one offer only the first has the trial.
 */
export function lineOffers({ lines, offers, trialUsed }: LineOffersFacts): Map<string, LineOffer> {
  const found = new Map<string, LineOffer>()
  const trialTaken = new Set<string>()
  for (const line of lines) {
    const loaded = line.productId ? offers.get(line.productId) : undefined
    if (loaded) {
      const offerId = loaded.offer.id
      const offered = offerOf(line.variantId, loaded, trialTaken.has(offerId) || trialUsed(offerId))
      found.set(line.id, offered)
      if (offered.ok && trialDaysOf(offered.terms) > 0) {
        trialTaken.add(offerId)
      }
    }
  }
  return found
}

export const trialDaysOf = (terms: LineTerms): number => (terms.kind === "recurring" ? terms.trialDays : 0)

function offerOf(variantId: string | null, { offer, cycles }: OfferWithCycles, trialUsed: boolean): LineOffer {
  const cycle = cycles.find((one) => one.variantId === variantId)
  if (!cycle) {
    return {
      ok: false,
      code: "no_cycle",
      reason: "This variant is no billing cycle of its product and cannot be ordered",
    }
  }
  const decided = termsOfLine({ offer, cycle, trialUsed })
  return decided.ok
    ? {
        ok: true,
        offerId: offer.id,
        cycleId: cycle.id,
        productId: offer.productId,
        variantId: cycle.variantId,
        terms: decided.terms,
      }
    : decided
}
