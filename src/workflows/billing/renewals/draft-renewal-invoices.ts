import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, orderTotals } from "../../../modules/billing"
import {
  draftRenewalInvoice,
  idsOfRenewal,
  type BuyerFacts,
  type RenewalDraft,
  type RenewalGroup,
} from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { UNKNOWN_BUYER } from "../invoices/load-buyers"
import { amountTakenByCollection } from "../charges/amount-taken-by-collection"
import type { CreatedOrder } from "./create-missing-orders"
import type { RenewalToBill } from "./load-renewal-facts"

export interface DraftsInput {
  groups: readonly RenewalGroup<RenewalToBill>[]
  orders: readonly CreatedOrder[]
  /** By customer. */
  buyers: ReadonlyMap<string, BuyerFacts>
  asOf: CivilDate
}

/** Drafts the invoices of a batch's orders, without numbers. It only reads. */
export async function draftRenewalInvoices(
  container: MedusaContainer,
  { groups, orders, buyers, asOf }: DraftsInput,
): Promise<RenewalDraft[]> {
  const {
    db: { knex },
    options: { seller },
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const totals = await orderTotals(
    knex,
    orders.map(({ order }) => order.id),
  )
  const created = new Map(orders.map((one) => [one.order.id, one]))
  return groups.flatMap(({ leadId, lead, members }) => {
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
        { seller, asOf, amountTaken },
      ),
    ]
  })
}
