import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BilledSubscription, type BillingModuleService } from "../../../modules/billing"
import {
  leadsOf,
  renewalGroups,
  toSubscriptionFacts,
  upcomingInvoice,
  upcomingRenewal,
  type BillDecision,
  type RenewalGroup,
  type UpcomingInvoice,
} from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { previewBalances } from "../balance/balances-of-drafts"
import { draftOfGroup } from "./draft-of-group"
import { loadRenewalFacts } from "./load-renewal-facts"

export type { UpcomingInvoice }

/** A subscription's next renewal, with the day on which its invoice is made. */
export interface UpcomingBill {
  subscription: BilledSubscription
  decision: BillDecision & { issueOn: CivilDate }
}

/** The next renewals of subscriptions; one without a further one is left out. */
export function upcomingBills(
  container: MedusaContainer,
  subscriptions: readonly BilledSubscription[],
): UpcomingBill[] {
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  return subscriptions.flatMap((subscription) => {
    const upcoming = upcomingRenewal(toSubscriptionFacts(subscription), options)
    return upcoming?.kind === "bill" ? [{ subscription, decision: upcoming }] : []
  })
}

/** Which of them stand on one invoice, where what a customer owes on a day does. */
export const upcomingGroups = (bills: readonly UpcomingBill[]): RenewalGroup<UpcomingBill>[] =>
  renewalGroups(bills, leadsOf(bills))

/**
 * Previews the next renewal with the rules of the billing run: the same decision, order, taxes and invoice. null: no
 * further renewal is expected.
 */
export async function previewUpcoming(
  container: MedusaContainer,
  subscription: BilledSubscription,
): Promise<UpcomingInvoice | null> {
  const [group] = upcomingGroups(upcomingBills(container, [subscription]))
  return group ? previewGroup(container, group) : null
}

/** Previews the invoice of renewals that stand on one, and what their customer's balance pays of it. */
export async function previewGroup(
  container: MedusaContainer,
  group: RenewalGroup<UpcomingBill>,
): Promise<UpcomingInvoice> {
  const facts = await loadRenewalFacts(container, group.members)
  const { issueOn } = group.lead.decision
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const draft = draftOfGroup(container, group, { facts, asOf: issueOn })
  const [paid] = await previewBalances(knex, [draft])
  return upcomingInvoice(draft, issueOn, paid)
}
