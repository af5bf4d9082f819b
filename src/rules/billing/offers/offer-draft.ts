import type { Interval } from "../../calendar"
import type { CollectionMethod, PaymentType } from "../states"

/** An unchecked amount in one currency. */
export interface DraftAmount {
  currencyCode: string
  amount: unknown
}

export interface DraftCycle {
  /** The variant that carries it already, if there is one. */
  variantId?: string | null
  interval: Interval | null
  prices: readonly DraftAmount[]
  setupFees: readonly DraftAmount[]
}

/** An admin's request to save an offer. */
export interface OfferDraft {
  productId: string
  paymentType: PaymentType
  trialDays: number | null
  duration: Interval | null
  cycleLimit?: number | null
  billingDay?: { day: number; month?: number | undefined } | null
  minimumTerm?: Interval | null
  notice?: Interval | null
  collectionMethod: CollectionMethod | null
  provisioningType?: string | null
  /** The active provider modules' types; left out where it is not known. */
  provisioningTypes?: readonly string[]
  crossSells: readonly { productId: string; replaces: boolean }[]
  cycles: readonly DraftCycle[]
}

/** A problem of a field. The field is a path in the spelling of the HTTP surface: `cycles.0.prices.1.amount`. */
export interface FieldProblem {
  field: string
  reason: string
}
