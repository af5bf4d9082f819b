import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BilledSubscription, type BillingModuleService } from "../../../modules/billing"
import {
  draftRenewalInvoice,
  mergeRenewalOrders,
  type BillDecision,
  type RenewalDraft,
  type RenewalGroup,
} from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { amountTakenByCollection } from "../charges/amount-taken-by-collection"
import { UNKNOWN_BUYER } from "../invoices/load-buyers"
import { composeOrder } from "./compose-order"
import type { RenewalFacts } from "./load-renewal-facts"

interface PreviewedRenewal {
  subscription: BilledSubscription
  decision: BillDecision
}

/** The invoice that renewals will have together, or one alone, before there is an order: as the run makes it. */
export function draftOfGroup(
  container: MedusaContainer,
  { leadId, lead, members }: RenewalGroup<PreviewedRenewal>,
  { facts, asOf }: { facts: RenewalFacts; asOf: CivilDate },
): RenewalDraft {
  const { seller } = container.resolve<BillingModuleService>(BILLING_MODULE).options
  const { subscription, decision } = lead
  const [first, ...others] = members
  const compose = (one: PreviewedRenewal) => composeOrder(one.subscription, one.decision, facts)
  return draftRenewalInvoice(
    {
      subscription,
      decision,
      members,
      order: mergeRenewalOrders(leadId, [compose(first), ...others.map(compose)]),
      displayId: null,
      orderTotal: null,
      buyer: facts.buyers.get(subscription.customer_id ?? "") ?? UNKNOWN_BUYER,
    },
    { seller, asOf, amountTaken: amountTakenByCollection(subscription) },
  )
}
