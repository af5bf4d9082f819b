import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BilledSubscription, type BillingModuleService } from "../../../modules/billing"
import {
  draftRenewalInvoice,
  toSubscriptionFacts,
  upcomingInvoice,
  upcomingRenewal,
  type UpcomingInvoice,
} from "../../../rules/billing"
import { UNKNOWN_BUYER } from "../invoices/load-buyers"
import { amountTakenByCollection } from "../charges/amount-taken-by-collection"
import { composeOrder } from "./compose-order"
import { loadRenewalFacts } from "./load-renewal-facts"

export type { UpcomingInvoice }

/**
 * Previews the next renewal with the rules of the billing run: the same decision, order, taxes and invoice. null: no
 * further renewal is expected.
 */
export async function previewUpcoming(
  container: MedusaContainer,
  subscription: BilledSubscription,
): Promise<UpcomingInvoice | null> {
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const upcoming = upcomingRenewal(toSubscriptionFacts(subscription), options)
  if (upcoming?.kind !== "bill") {
    return null
  }
  const { issueOn, ...decision } = upcoming
  const facts = await loadRenewalFacts(container, [{ subscription, decision }])
  const order = composeOrder(subscription, decision, facts)
  const buyer = facts.buyers.get(subscription.customer_id ?? "") ?? UNKNOWN_BUYER
  const draft = draftRenewalInvoice(
    { subscription, decision, order, displayId: null, orderTotal: null, buyer },
    { seller: options.seller, asOf: issueOn, amountTaken: amountTakenByCollection(subscription) },
  )
  return upcomingInvoice(draft, issueOn)
}
