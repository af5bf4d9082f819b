import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listOwnSubscriptionsSchema } from "../../../../../contracts/billing/subscriptions"
import { BILLING_MODULE, type BillingModuleService, listSubscriptions } from "../../../../../modules/billing"
import { parseInput } from "../../../../parse-input"
import { presentOwnSubscription } from "./present-own-subscription"

/** The latest first. */
const ORDER = "-display_id"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset, status } = parseInput(listOwnSubscriptionsSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const customer_id = req.auth_context.actor_id
  const { subscriptions, count } = await listSubscriptions(
    knex,
    { customer_id, status },
    { order: ORDER, limit, offset },
  )
  res.json({ subscriptions: subscriptions.map(presentOwnSubscription), count, limit, offset })
}
