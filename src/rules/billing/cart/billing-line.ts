import type { LinePayload } from "../../cart"
import type { CartLineKind } from "../states"
import type { LineTerms } from "../types"

export const BILLING_ROOM = "billing"

/** What billing keeps of a cart line, in its section of the record's payload. */
export interface BillingLine {
  offer_id: string
  cycle_id: string
  /** What the line is sold under; amounts as decimal strings in major units. */
  terms: LineTerms
}

/** A kind of line that billing names. */
export type BillingLineKind = CartLineKind

/**
 * Billing's section of a payload; null: billing keeps nothing of the line. It is billing's own: the section was written by
 * this room and checked by its schema when the record was read.
 */
export const billingLineOf = (payload: LinePayload | undefined): BillingLine | null =>
  (payload?.[BILLING_ROOM] as BillingLine | undefined) ?? null

export const billingPayload = (line: BillingLine): LinePayload => ({ [BILLING_ROOM]: line })
