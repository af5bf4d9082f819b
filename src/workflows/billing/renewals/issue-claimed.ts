import { transform, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { BatchInput } from "./batch-input"
import { createRenewalOrdersStep } from "./steps/create-renewal-orders"
import { useBalanceForRenewalsStep } from "../balance/steps/use-balance-for-renewals"
import { writeBalanceOnRenewalsStep } from "../balance/steps/write-balance-on-renewals"
import { createPaymentCollectionsStep } from "../invoices/steps/create-payment-collections"
import { draftRenewalInvoicesStep } from "./steps/draft-renewal-invoices"
import { finishRenewalSalesStep } from "./steps/finish-renewal-sales"
import { prepareRenewalsStep } from "./steps/prepare-renewals"
import { recordRenewalsStep } from "./steps/record-renewals"
import { reserveRenewalGoodsStep } from "./steps/reserve-renewal-goods"

/** The steps of a workflow that issues what is due of claimed subscriptions: order, reservations, collection, invoice, record, sales. */
export function issueClaimed(ids: WorkflowData<string[]>, batch: WorkflowData<BatchInput> | BatchInput) {
  const decided = prepareRenewalsStep(transform({ ids, batch }, (both) => both))
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
  finishRenewalSalesStep()
  return { drafts, handled }
}
