import type { CivilDate } from "../../calendar"
import { alignedPeriod, hasBillingDay } from "../changes/first-period"
import { isCycleEnabled } from "../offers/is-cycle-enabled"
import type { CycleTerms, LineTerms, OfferTerms } from "../types"

type RecurringLineTerms = Extract<LineTerms, { kind: "recurring" }>

export type TermsOfLine =
  { ok: true; terms: LineTerms } | { ok: false; code: "hidden" | "on_request" | "cycle_disabled"; reason: string }

export interface TermsOfLineFacts {
  offer: OfferTerms
  cycle: CycleTerms
  trialUsed: boolean
  /** The date of a cart: with a billing day, its order pays from then on (B5a). Left out: a whole period is paid. */
  asOf?: CivilDate | null
}

/** The terms of a cart line of this cycle, or why it cannot be ordered (B3 to B6, B10, B11, B14). */
export function termsOfLine(input: TermsOfLineFacts): TermsOfLine {
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
      return recurringTerms(input)
  }
}

function recurringTerms({ offer, cycle, trialUsed, asOf = null }: TermsOfLineFacts): TermsOfLine {
  if (!cycle.interval) {
    return { ok: false, code: "cycle_disabled", reason: "This billing cycle has no interval" }
  }
  const { cycleLimit, billingDay, minimumTerm, notice } = offer
  const terms: RecurringLineTerms = {
    kind: "recurring",
    interval: cycle.interval,
    setupFee: cycle.setupFee,
    trialDays: trialUsed ? 0 : (offer.trialDays ?? 0),
    collectionMethod: offer.collectionMethod,
    ...(cycleLimit ? { cycleLimit } : {}),
    ...(billingDay && hasBillingDay(cycle.interval) ? { billingDay } : {}),
    ...(minimumTerm ? { minimumTerm } : {}),
    ...(notice ? { notice } : {}),
  }
  return { ok: true, terms: asOf === null ? terms : paidFrom(terms, asOf) }
}

/** The terms with what an order of this date pays for: with a billing day, and after no trial, the part up to that (B5a). */
export function paidFrom(terms: LineTerms, asOf: CivilDate): LineTerms {
  if (terms.kind !== "recurring" || !terms.billingDay || terms.trialDays > 0) {
    return terms
  }
  const { interval, billingDay } = terms
  const { period, whole } = alignedPeriod({ orderedOn: asOf, interval, billingDay })
  return { ...terms, firstPeriod: { period, whole } }
}
