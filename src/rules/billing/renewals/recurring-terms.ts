import type { Decimal } from "../../money"

/**
 * A room's terms for a line's renewals, such as a discount, as that room's plain JSON. Billing stores them with the
 * subscription's item, passes them back, and never reads them.
 */
export type RecurringTerms = object

/**
 * A subscription's item in one billing cycle, as input of the room that gave the terms. All of a renewal go together.
 */
export interface RenewedLine {
  id: string
  /** Lines of one variant are one article. */
  variantId: string
  /** Of one unit, in major units. */
  unitPrice: Decimal
  quantity: number
  isTaxInclusive: boolean
  terms: readonly RecurringTerms[]
  /** 0 is the first order's own. */
  cycle: number
  currencyCode: string
}

/** A discount of a renewal line, as an adjustment of Medusa's order; without a code, as it is no promotion. */
export interface RenewalDiscount {
  name: string
  /** In major units, rounded; with tax in it if the line's price has. */
  amount: Decimal
  /** Names the owner of the adjustment. */
  providerId: string
}
