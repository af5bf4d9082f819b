import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { BatchInput } from "./batch-input"
import { claimDueSubscriptionsStep } from "./steps/claim-due-subscriptions"
import { createRenewalOrdersStep } from "./steps/create-renewal-orders"
import { useBalanceForRenewalsStep } from "../balance/steps/use-balance-for-renewals"
import { writeBalanceOnRenewalsStep } from "../balance/steps/write-balance-on-renewals"
import { createPaymentCollectionsStep } from "../invoices/steps/create-payment-collections"
import { draftRenewalInvoicesStep } from "./steps/draft-renewal-invoices"
import { prepareRenewalsStep } from "./steps/prepare-renewals"
import { recordRenewalsStep } from "./steps/record-renewals"
import { reserveRenewalGoodsStep } from "./steps/reserve-renewal-goods"

/**
 * Issues one batch of what is due: order, reservations, payment collection, invoice, record and events of each renewal;
 * ends what ends. Returns how many subscriptions it handled; 0 means that nothing is left for this worker. It can run
 * again after a crash at any point: everything it creates has a derived id.
 */
export const issueRenewalsWorkflow = createWorkflow("billing-issue-renewals", (batch: BatchInput) => {
  const ids = claimDueSubscriptionsStep(batch)
  const decided = prepareRenewalsStep({ ids, batch })
  const orders = createRenewalOrdersStep(decided)
  reserveRenewalGoodsStep(orders)
  const whole = draftRenewalInvoicesStep({
    batch,
    prepared: decided.prepared,
    orders,
    leads: decided.waiting.leads,
  })
  const drafts = useBalanceForRenewalsStep(
    transform({ whole, batch }, ({ whole, batch }) => ({ drafts: whole, asOf: batch.as_of })),
  )
  const collections = transform(drafts, (drafts) => drafts.map((draft) => draft.collection))
  createPaymentCollectionsStep(collections)
  const handled = recordRenewalsStep({ batch, prepared: decided.prepared, drafts })
  writeBalanceOnRenewalsStep(drafts)
  return new WorkflowResponse(handled)
})
