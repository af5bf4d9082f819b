import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { ChargeStatus, RenewalStatus } from "../states"
import type { ChargeOutcome } from "../types"
import type { OrderStanding } from "./settling-fact"

/** An issued renewal with the columns that collecting needs. */
export interface CollectibleRenewal {
  id: string
  status: RenewalStatus
  subscription_id: string
  cycle: number
  order_id: string
  invoice_id: string
  payment_collection_id: string
  currency_code: string
  /** What it comes to: the invoice's payable total, or its share of one that others are on, too. */
  total: Decimal
  /** What the provider is to take: what the invoice still asks for. */
  open_total: Decimal
  /** The amount of its payment collection: the order's total as Medusa computes it, which may be finer than the currency. */
  collection_amount: Decimal | null
  customer_id: string | null
  email: string | null
  payment_provider_id: string | null
  payment_method: Record<string, unknown> | null
  /** The method belongs to another customer's account with the provider: it is not charged. */
  is_method_of_another: boolean
  /** Its method was declined for good: it is charged again once it has another one. */
  is_hard_declined: boolean
  /** The attempt to make, or the unsettled one to reconcile. */
  attempt_number: number
  /** What was recorded of its last charge. */
  reason: string | null
  /** The date that dunning counts from. */
  dunning_from: CivilDate
  /** The date from which it is charged; null: it waits for the customer. */
  collect_on: CivilDate | null
  /** The dates of the attempts so far. */
  tried_on: readonly CivilDate[]
  /** A payment of it was taken back by its payer's bank: its period had begun when it was first paid. */
  was_returned: boolean
}

/**
 * A renewal that is to be collected. `amount` is what the provider is to take, in major units, above zero. `order_total`
 * is what Medusa writes into session, payment and capture.
 */
export interface RenewalCharge {
  renewal_id: string
  subscription_id: string
  attempt_number: number
  amount: Decimal
  order_total: Decimal
  currency_code: string
  payment_collection_id: string
  payment_provider_id: string | null
  /** The collector's data of the buyer's method. */
  payment_method: Record<string, unknown> | null
  customer: { id: string; email: string } | null
  as_of: CivilDate
}

/** Money that a charge has moved, as Medusa recorded it: a capture, or a refund of it. */
export interface MovedMoney {
  reference: "capture" | "refund"
  /** Medusa's capture or refund, which the order's transaction refers to. */
  reference_id: string
  payment_id: string
  /** Above zero. */
  amount: Decimal
}

/** What came of a renewal's charge. */
export interface ChargedRenewal {
  renewal: CollectibleRenewal
  /** null: nothing was charged, and nothing is in doubt. */
  outcome: ChargeOutcome | null
  /** The attempt that it came of, with its state before; null: none was made. */
  attempt: { number: number; was: ChargeStatus } | null
  /** The order after the charge. */
  order: OrderStanding
  moved: readonly MovedMoney[]
  /** Money that the order does not owe could not be given back yet. */
  keeps: boolean
}
