import { CHARGE_STATUSES, type ChargedRenewal, type ChargeOutcome, type CollectibleRenewal } from "../billing"

/** All that a charge may come to. */
export const OUTCOMES = CHARGE_STATUSES.filter(
  (status): status is ChargeOutcome["status"] => status !== "started" && status !== "returned" && status !== "reversed",
)

/** An issued renewal, due on the last of February, that is about to be charged for the first time. */
export const collectibleRenewal = (changes: Partial<CollectibleRenewal> = {}): CollectibleRenewal => ({
  id: "bren_A_1",
  status: "issued",
  subscription_id: "bsub_A",
  cycle: 1,
  order_id: "order_A_1",
  invoice_id: "binv_A_1",
  payment_collection_id: "pay_col_A_1",
  currency_code: "eur",
  total: "20.00",
  open_total: "20.00",
  collection_amount: "20.00",
  customer_id: "cus_1",
  email: null,
  payment_provider_id: "pp_demo",
  payment_method: null,
  is_method_of_another: false,
  is_hard_declined: false,
  attempt_number: 1,
  reason: null,
  dunning_from: "2026-02-28",
  collect_on: "2026-02-28",
  tried_on: [],
  was_returned: false,
  ...changes,
})

/** A renewal whose first charge has come back paid. */
export const chargedRenewal = (changes: Partial<ChargedRenewal> = {}): ChargedRenewal => ({
  renewal: collectibleRenewal(),
  outcome: { status: "paid", reason: null },
  attempt: { number: 1, was: "started" },
  order: { isCanceled: false, isPaid: true },
  moved: [],
  keeps: false,
  ...changes,
})
