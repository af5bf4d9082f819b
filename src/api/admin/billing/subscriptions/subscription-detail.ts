import type { MedusaContainer } from "@medusajs/framework/types"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import {
  BILLING_MODULE,
  type BillingModuleService,
  latestPriceChange,
  openInvoicesOf,
  readSubscription,
  subscriptionHistory,
} from "../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
import { offeredInstead } from "../../../../workflows/billing/changes/offered-instead"
import { withScheduledChange } from "../../../../workflows/billing/changes/with-scheduled-change"
import { previewUpcoming } from "../../../../workflows/billing/renewals/preview-upcoming"
import { presentDetail } from "./present-subscription"

/** A subscription with its history and its upcoming invoice; what the page of one shows. */
export async function subscriptionDetail(container: MedusaContainer, id: string): Promise<SubscriptionDetailAnswer> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const subscription = await readSubscription(knex, id)
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  const history = await subscriptionHistory(knex, subscription, today)
  const { change, next } = await withScheduledChange(container, subscription)
  const upcoming = await previewUpcoming(container, next)
  const open = await openInvoicesOf(knex, [subscription.id], today)
  const retention = await offeredInstead(container, subscription, { asOf: today })
  const price = await latestPriceChange(knex, subscription.id)
  const facts = { history, upcoming, change, open: open.get(subscription.id), asOf: today, retention, price, next }
  return presentDetail(subscription, facts)
}
