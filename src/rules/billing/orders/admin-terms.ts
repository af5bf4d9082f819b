import { termsOfLine, type TermsOfLine } from "../cart/terms-of-line"
import type { Decimal } from "../../money"
import type { CycleTerms, OfferTerms } from "../types"

/**
 * The terms of a line that an admin sells: hidden products and those on request, too, at the line's own price, and
 * charged in full, so without a trial.
 */
export const adminTermsOfLine = (input: { offer: OfferTerms; cycle: CycleTerms; unitPrice: Decimal }): TermsOfLine =>
  termsOfLine({
    offer: { ...input.offer, hidden: false, onRequest: false },
    cycle: { ...input.cycle, basePrice: input.unitPrice },
    trialUsed: true,
  })
