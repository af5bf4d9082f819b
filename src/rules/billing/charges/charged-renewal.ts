import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { ChargeOutcome } from "../types"

/** An issued renewal with the columns that collecting needs. */
export interface CollectibleRenewal {
  id: string
  subscription_id: string
  cycle: number
  order_id: string
  invoice_id: string
  payment_collection_id: string
  currency_code: string
  total: Decimal
  customer_id: string | null
  email: string | null
  payment_provider_id: string | null
  payment_method: Record<string, unknown> | null
  /** The method belongs to another customer's account with the provider: it is not charged. */
  is_method_of_another: boolean
  /** The attempt to make, or the unsettled one to reconcile. */
  attempt_number: number
}

/** A renewal that is to be collected. `amount` is the payable total in major units, above zero. */
export interface RenewalCharge {
  renewal_id: string
  subscription_id: string
  attempt_number: number
  amount: Decimal
  currency_code: string
  payment_collection_id: string
  payment_provider_id: string | null
  /** The collector's data of the buyer's method. */
  payment_method: Record<string, unknown> | null
  customer: { id: string; email: string } | null
  as_of: CivilDate
}

/** The outcome of a renewal's charge. */
export interface ChargedRenewal {
  renewal: CollectibleRenewal
  outcome: ChargeOutcome
  /** Medusa's capture, which the order's transaction refers to. */
  capture_id: string | null
}
