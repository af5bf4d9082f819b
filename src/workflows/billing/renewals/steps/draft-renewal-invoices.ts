import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  orderTotals,
} from "../../../../modules/billing"
import {
  draftRenewalInvoice,
  idsOfRenewal,
  renewalGroups,
  renewalsIn,
  type Leads,
  type PlannedSubscription,
  type RenewalOrder,
} from "../../../../rules/billing"
import { loadBuyers, UNKNOWN_BUYER } from "../../invoices/load-buyers"
import { amountTakenByCollection } from "../../charges/amount-taken-by-collection"
import type { BatchInput } from "../batch-input"

export interface DraftsInput {
  batch: BatchInput
  prepared: PlannedSubscription<BilledSubscription>[]
  orders: { order: RenewalOrder; displayId: number | null }[]
  /** By renewal, the one whose order it is on. */
  leads: Leads
}

/** Drafts the invoices of a batch, without numbers. It only reads. */
export const draftRenewalInvoicesStep = createStep(
  "billing-draft-renewal-invoices",
  async ({ batch, prepared, orders, leads }: DraftsInput, { container }) => {
    const {
      db: { knex },
      options: { seller },
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const totals = await orderTotals(
      knex,
      orders.map(({ order }) => order.id),
    )
    const buyers = await loadBuyers(
      container,
      prepared.map(({ subscription }) => subscription.customer_id),
    )
    const created = new Map(orders.map((one) => [one.order.id, one]))
    const drafts = renewalGroups(renewalsIn(prepared), leads).flatMap(({ leadId, lead, members }) => {
      const one = created.get(idsOfRenewal(leadId).order)
      if (!one) {
        return []
      }
      const { subscription, decision } = lead
      const buyer = buyers.get(subscription.customer_id ?? "") ?? UNKNOWN_BUYER
      const amountTaken = amountTakenByCollection(subscription)
      const orderTotal = totals.get(one.order.id) ?? null
      return [
        draftRenewalInvoice(
          { subscription, decision, members, ...one, orderTotal, buyer },
          { seller, asOf: batch.as_of, amountTaken },
        ),
      ]
    })
    return new StepResponse(drafts)
  },
)
