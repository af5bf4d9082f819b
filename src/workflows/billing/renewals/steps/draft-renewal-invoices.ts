import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import type { BatchInput } from "../batch-input"
import { draftInvoice } from "../draft-invoices"
import { loadBuyers, UNKNOWN_BUYER } from "../../invoices/load-buyers"
import { renewalIds } from "../renewal-ids"
import type { CreatedOrder } from "./create-renewal-orders"
import { billsOf, type PreparedSubscription } from "./prepare-renewals"

export interface DraftsInput {
  batch: BatchInput
  prepared: PreparedSubscription[]
  orders: CreatedOrder[]
}

/** Draws the invoices of a batch up, all but their numbers. It only reads. */
export const draftRenewalInvoicesStep = createStep(
  "billing-draft-renewal-invoices",
  async ({ batch, prepared, orders }: DraftsInput, { container }) => {
    const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const buyers = await loadBuyers(
      container,
      prepared.map(({ subscription }) => subscription.customer_id),
    )
    const created = new Map(orders.map((one) => [one.order.id, one]))
    const drafts = prepared.flatMap(({ subscription, decisions }) =>
      billsOf(decisions).flatMap((decision) => {
        const one = created.get(renewalIds(subscription.id, decision.cycle).order)
        const buyer = buyers.get(subscription.customer_id ?? "") ?? UNKNOWN_BUYER
        return one ? [draftInvoice({ subscription, decision, ...one, buyer }, { options, asOf: batch.as_of })] : []
      }),
    )
    return new StepResponse(drafts)
  },
)
