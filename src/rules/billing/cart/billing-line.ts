import type { LinePayload } from "../../cart"
import type { CartLineKind } from "../states"
import type { LineTerms } from "../types"

export const BILLING_ROOM = "billing"

/** Billing's section of a line record's payload. */
export interface BillingLine {
  offer_id: string
  cycle_id: string
  /** The line's terms; amounts as decimal strings in major units. */
  terms: LineTerms
}

/** Billing's kinds of line. */
export type BillingLineKind = CartLineKind

/**
 * Billing's section of a payload; null: none. The schema validated it when the record was read.
 */
export const billingLineOf = (payload: LinePayload | undefined): BillingLine | null =>
  (payload?.[BILLING_ROOM] as BillingLine | undefined) ?? null

export const billingPayload = (line: BillingLine): LinePayload => ({ [BILLING_ROOM]: line })
