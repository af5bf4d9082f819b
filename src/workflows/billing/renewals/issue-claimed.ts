import { transform, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { BatchInput } from "./batch-input"
import { createRenewalOrdersStep } from "./steps/create-renewal-orders"
import { useBalanceForRenewalsStep } from "../balance/steps/use-balance-for-renewals"
import { writeBalanceOnRenewalsStep } from "../balance/steps/write-balance-on-renewals"
import { createPaymentCollectionsStep } from "../invoices/steps/create-payment-collections"
import { finishRenewalSalesStep } from "./steps/finish-renewal-sales"
import { prepareRenewalsStep } from "./steps/prepare-renewals"
import { recordRenewalsStep } from "./steps/record-renewals"

/** The steps of a workflow that issues what is due of claimed subscriptions: orders, balances, collections, invoices, sales. */
export function issueClaimed(ids: WorkflowData<string[]>, batch: WorkflowData<BatchInput> | BatchInput) {
  const decided = prepareRenewalsStep(transform({ ids, batch }, (both) => both))
  const drafted = createRenewalOrdersStep(decided)
  const paid = useBalanceForRenewalsStep(drafted)
  createPaymentCollectionsStep(paid.collections)
  const handled = recordRenewalsStep(paid)
  writeBalanceOnRenewalsStep(paid.drafts)
  finishRenewalSalesStep()
  return { drafts: paid.drafts, handled }
}
