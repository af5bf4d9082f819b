import type { Decimal } from "../../money"

/**
 * What a room gives a sold line for its renewals, such as a discount: that room's own plain JSON. Billing stores it with
 * the subscription's item, hands it back, and never reads it.
 */
export type RecurringTerms = object

/** A subscription's item in one billing cycle, as the room that gave the terms wants to know it. */
export interface RenewedLine {
  id: string
  /** Of one unit, in major units. */
  unitPrice: Decimal
  quantity: number
  isTaxInclusive: boolean
  terms: readonly RecurringTerms[]
  /** 0 is the first order's own. */
  cycle: number
  currencyCode: string
}

/** What comes off a renewal's line, as an adjustment of Medusa's order; without a code, as it is no promotion. */
export interface RenewalDiscount {
  name: string
  /** In major units, rounded; with tax in it if the line's price has. */
  amount: Decimal
  /** Tells whose adjustment it is. */
  providerId: string
}
