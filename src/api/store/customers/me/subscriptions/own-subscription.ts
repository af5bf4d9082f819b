import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  BILLING_MODULE,
  type BillingModuleService,
  latestPriceChange,
  readSubscription,
  subscriptionHistory,
} from "../../../../../modules/billing"
import { offeredInstead } from "../../../../../workflows/billing/changes/offered-instead"
import { withScheduledChange } from "../../../../../workflows/billing/changes/with-scheduled-change"
import { previewUpcoming } from "../../../../../workflows/billing/renewals/preview-upcoming"
import { pathId } from "../../../../path-id"
import { storeDate } from "../../../../store-date"
import { presentOwnDetail } from "./present-own-subscription"

/** The subscription in the path, if it is the customer's own; another's is not found, as if there were none. */
export async function ownSubscription(req: AuthenticatedMedusaRequest<unknown>) {
  const { db, options } = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const { knex } = db
  const id = pathId(req.params.id, "Subscription")
  const subscription = await readSubscription(knex, id, { customer_id: req.auth_context.actor_id })
  const asOf = await storeDate(req.scope)
  const history = await subscriptionHistory(knex, subscription, asOf)
  const { change, next } = await withScheduledChange(req.scope, subscription)
  const upcoming = await previewUpcoming(req.scope, next)
  const retention = await offeredInstead(req.scope, subscription, { asOf, isCustomer: true })
  const allowed = options.customerChanges
  const price = await latestPriceChange(knex, id)
  return presentOwnDetail(subscription, { history, upcoming, change, asOf, retention, allowed, price, next })
}
