import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import { ownSubscriptionDetailAnswerSchema } from "../own-subscriptions"
import {
  answerPriceChangeSchema,
  listPriceChangesSchema,
  migratePriceSchema,
  priceChangeListAnswerSchema,
  withdrawPriceChangeSchema,
} from "../price-changes"
import { priceMigrationAnswerSchema, subscriptionDetailAnswerSchema } from "../subscription-answers"

const SUBSCRIPTION = "/admin/billing/subscriptions/:id/price-change"
const detail = z.object({ subscription: subscriptionDetailAnswerSchema })

/** New prices of running subscriptions (B22). */
export const priceChangeRoutes: readonly RouteContract[] = [
  {
    method: "POST",
    path: "/admin/billing/subscriptions/migrate-price",
    caller: "admin",
    summary: "Moves subscriptions to a new price, at once, told ahead, or asked; or says who would pay what from when",
    body: migratePriceSchema,
    answer: priceMigrationAnswerSchema,
  },
  {
    method: "GET",
    path: "/admin/billing/price-changes",
    caller: "admin",
    summary: "New prices that customers are told of, or asked about, the latest first",
    query: listPriceChangesSchema,
    answer: priceChangeListAnswerSchema,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTION}/answer`,
    caller: "admin",
    summary: "Records the answer that a customer gave to a new price",
    body: answerPriceChangeSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTION}/withdraw`,
    caller: "admin",
    summary: "Takes a new price back that does not hold yet",
    body: withdrawPriceChangeSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: "/store/customers/me/subscriptions/:id/price-change",
    caller: "customer",
    summary: "Accepts or refuses the new price of an own subscription",
    body: answerPriceChangeSchema,
    answer: z.object({ subscription: ownSubscriptionDetailAnswerSchema }),
  },
]
