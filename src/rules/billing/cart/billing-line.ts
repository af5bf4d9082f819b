import type { LinePayload } from "../../cart"
import type { Decimal } from "../../money"
import type { CartLineKind } from "../states"
import type { LineTerms } from "../types"

export const BILLING_ROOM = "billing"

/** Billing's section of a line record's payload. */
export interface BillingLine {
  offer_id: string
  cycle_id: string
  /** The line's terms; amounts as decimal strings in major units. */
  terms: LineTerms
  /** Of a product's line: what its buyer has chosen, as it was priced. */
  options?: LineOption[]
  /** Of what an option makes: which one it is of. */
  slot?: string
}

/** What a buyer has chosen; amounts are of one unit, in major units. */
export interface LineOption {
  key: string
  value: string | number | boolean
  title: string
  /** For each bill. */
  amount: Decimal
  setup_fee: Decimal
}

/** The key of the option that a dependent line is of; null: it is of none. */
export const optionKeyOf = ({ slot }: Pick<BillingLine, "slot">): string | null => slot ?? null

/** Billing's kinds of line. */
export type BillingLineKind = CartLineKind

/**
 * Billing's section of a payload; null: none. The schema validated it when the record was read.
 */
export const billingLineOf = (payload: LinePayload | undefined): BillingLine | null =>
  (payload?.[BILLING_ROOM] as BillingLine | undefined) ?? null

export const billingPayload = (line: BillingLine): LinePayload => ({ [BILLING_ROOM]: line })
