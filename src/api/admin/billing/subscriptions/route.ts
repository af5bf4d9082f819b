import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SubscriptionListAnswer } from "../../../../contracts/billing/subscription-answers"
import { listSubscriptionsSchema } from "../../../../contracts/billing/subscriptions"
import {
  BILLING_MODULE,
  type BillingModuleService,
  listSubscriptions,
  openInvoicesOf,
} from "../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
import { parseInput } from "../../../parse-input"
import { presentSubscription } from "./present-subscription"

export async function GET(req: MedusaRequest, res: MedusaResponse<SubscriptionListAnswer>): Promise<void> {
  const { limit, offset, order, ...filters } = parseInput(listSubscriptionsSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const { subscriptions, count } = await listSubscriptions(knex, filters, { order, limit, offset })
  const today = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  const open = await openInvoicesOf(
    knex,
    subscriptions.map(({ id }) => id),
    today,
  )
  res.json({
    subscriptions: subscriptions.map((row) => presentSubscription(row, open.get(row.id))),
    count,
    limit,
    offset,
  })
}
