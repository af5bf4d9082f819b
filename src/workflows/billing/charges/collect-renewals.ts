import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { amountTakenBy } from "../../../collectors"
import { chargedOf, chargesOf } from "../../../rules/billing"
import type { BatchInput } from "../renewals/batch-input"
import { addRenewalTransactionsStep } from "./steps/add-renewal-transactions"
import { chargeRenewalsStep } from "./steps/charge-renewals"
import { claimRenewalsToCollectStep } from "./steps/claim-renewals-to-collect"
import { settleChargesStep } from "./steps/settle-charges"

/**
 * Collects one batch of issued renewals: charges each on its order's payment collection, writes the money into the
 * order, settles renewal, invoice and subscription. Returns how many it claimed; 0 means that nothing is left for this
 * worker. It can run again after a crash at any point: the attempt's idempotency key finds the outcome of the charge.
 */
export const collectRenewalsWorkflow = createWorkflow("billing-collect-renewals", (batch: BatchInput) => {
  const renewals = claimRenewalsToCollectStep(batch)
  const charges = transform({ renewals, batch }, ({ renewals, batch }) =>
    chargesOf(renewals, {
      asOf: batch.as_of,
      takenBy: ({ payment_provider_id, currency_code }) => amountTakenBy(payment_provider_id, currency_code),
    }),
  )
  const results = chargeRenewalsStep(charges)
  const charged = transform({ renewals, results }, ({ renewals, results }) => chargedOf(renewals, results))
  addRenewalTransactionsStep(charged)
  settleChargesStep({ batch, charged })
  return new WorkflowResponse(transform(renewals, (renewals) => renewals.length))
})
