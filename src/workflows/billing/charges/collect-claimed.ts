import { transform, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { amountTakenBy } from "../../../collectors"
import { chargedOf, chargesOf, type ChargedRenewal, type CollectibleRenewal } from "../../../rules/billing"
import type { Collecting } from "../renewals/batch-input"
import { addRenewalTransactionsStep } from "./steps/add-renewal-transactions"
import { chargeRenewalsStep } from "./steps/charge-renewals"
import { settleChargesStep } from "./steps/settle-charges"

/** The steps of a workflow that charges claimed renewals: the charge, the order's books, then all that it means. */
export function collectClaimed(
  renewals: WorkflowData<CollectibleRenewal[]>,
  batch: WorkflowData<Collecting>,
): WorkflowData<ChargedRenewal[]> {
  const charges = transform({ renewals, batch }, ({ renewals, batch }) =>
    chargesOf(renewals, {
      asOf: batch.as_of,
      takenBy: ({ payment_provider_id, currency_code }) => amountTakenBy(payment_provider_id, currency_code),
    }),
  )
  const results = chargeRenewalsStep(charges)
  const charged = transform({ renewals, results }, ({ renewals, results }) => chargedOf(renewals, results))
  addRenewalTransactionsStep(charged)
  settleChargesStep(transform({ batch, charged }, (both) => both))
  return charged
}
