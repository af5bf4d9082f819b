import { isCycleEnabled } from "../offers/is-cycle-enabled"
import type { CycleTerms, LineTerms, OfferTerms } from "../types"

export type TermsOfLine =
  { ok: true; terms: LineTerms } | { ok: false; code: "hidden" | "on_request" | "cycle_disabled"; reason: string }

/** The terms of a cart line of this cycle, or why it cannot be ordered (B3 to B6, B10, B11, B14). */
export function termsOfLine(input: { offer: OfferTerms; cycle: CycleTerms; trialUsed: boolean }): TermsOfLine {
  const { offer, cycle } = input
  if (offer.hidden) {
    return { ok: false, code: "hidden", reason: "This product cannot be ordered" }
  }
  if (offer.onRequest) {
    return { ok: false, code: "on_request", reason: "This product is sold on request only" }
  }
  if (!isCycleEnabled(offer.paymentType, cycle.basePrice)) {
    return { ok: false, code: "cycle_disabled", reason: "This billing cycle has no price in this currency" }
  }
  switch (offer.paymentType) {
    case "free":
      return { ok: true, terms: { kind: "free", duration: offer.duration, setupFee: null } }
    case "lifetime":
      return { ok: true, terms: { kind: "lifetime", setupFee: cycle.setupFee } }
    case "recurring":
      return recurringTerms(offer, cycle, input.trialUsed)
  }
}

function recurringTerms(offer: OfferTerms, cycle: CycleTerms, trialUsed: boolean): TermsOfLine {
  if (!cycle.interval) {
    return { ok: false, code: "cycle_disabled", reason: "This billing cycle has no interval" }
  }
  return {
    ok: true,
    terms: {
      kind: "recurring",
      interval: cycle.interval,
      setupFee: cycle.setupFee,
      trialDays: trialUsed ? 0 : (offer.trialDays ?? 0),
      collectionMethod: offer.collectionMethod,
    },
  }
}
