import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BilledSubscription, type BillingModuleService } from "../../../../modules/billing"
import {
  billsOf,
  draftRenewalInvoice,
  renewalIds,
  type PlannedSubscription,
  type RenewalOrder,
} from "../../../../rules/billing"
import { loadBuyers, UNKNOWN_BUYER } from "../../invoices/load-buyers"
import type { BatchInput } from "../batch-input"

export interface DraftsInput {
  batch: BatchInput
  prepared: PlannedSubscription<BilledSubscription>[]
  orders: { order: RenewalOrder; displayId: number | null }[]
}

/** Drafts the invoices of a batch, without numbers. It only reads. */
export const draftRenewalInvoicesStep = createStep(
  "billing-draft-renewal-invoices",
  async ({ batch, prepared, orders }: DraftsInput, { container }) => {
    const { seller } = container.resolve<BillingModuleService>(BILLING_MODULE).options
    const buyers = await loadBuyers(
      container,
      prepared.map(({ subscription }) => subscription.customer_id),
    )
    const created = new Map(orders.map((one) => [one.order.id, one]))
    const drafts = prepared.flatMap(({ subscription, decisions }) =>
      billsOf(decisions).flatMap((decision) => {
        const one = created.get(renewalIds(subscription.id, decision.cycle).order)
        const buyer = buyers.get(subscription.customer_id ?? "") ?? UNKNOWN_BUYER
        return one
          ? [draftRenewalInvoice({ subscription, decision, ...one, buyer }, { seller, asOf: batch.as_of })]
          : []
      }),
    )
    return new StepResponse(drafts)
  },
)
