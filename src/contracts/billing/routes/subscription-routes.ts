import { z } from "@medusajs/framework/zod"
import { pageAnswerSchema } from "../../page"
import type { RouteContract } from "../../route"
import { ownSubscriptionAnswerSchema, ownSubscriptionDetailAnswerSchema } from "../own-subscriptions"
import {
  changePaymentMethodAnswerSchema,
  savePaymentMethodAnswerSchema,
  savePaymentMethodSchema,
} from "../payment-methods"
import { subscriptionDetailAnswerSchema, subscriptionListAnswerSchema } from "../subscription-answers"
import {
  cancelOwnSubscriptionSchema,
  cancelSubscriptionSchema,
  endSubscriptionsSchema,
  listOwnSubscriptionsSchema,
  listSubscriptionsSchema,
  splitSubscriptionSchema,
  undoCancelSchema,
  undoOwnCancelSchema,
} from "../subscriptions"

const SUBSCRIPTIONS = "/admin/billing/subscriptions"
const OWN = "/store/customers/me/subscriptions"
const detail = z.object({ subscription: subscriptionDetailAnswerSchema })
const ownDetail = z.object({ subscription: ownSubscriptionDetailAnswerSchema })

export const subscriptionRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: SUBSCRIPTIONS,
    caller: "admin",
    summary: "Subscriptions",
    query: listSubscriptionsSchema,
    answer: subscriptionListAnswerSchema,
  },
  {
    method: "GET",
    path: `${SUBSCRIPTIONS}/:id`,
    caller: "admin",
    summary: "A subscription with its history and its upcoming invoice",
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/cancel`,
    caller: "admin",
    summary: "Cancels a subscription now or at its period's end",
    body: cancelSubscriptionSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/undo-cancel`,
    caller: "admin",
    summary: "Takes a scheduled cancellation back",
    body: undoCancelSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${SUBSCRIPTIONS}/:id/split`,
    caller: "admin",
    summary: "Splits units off into a subscription of their own",
    body: splitSubscriptionSchema,
    status: 201,
    answer: detail.extend({ split_off: subscriptionDetailAnswerSchema }),
  },
  {
    method: "POST",
    path: "/admin/billing/customers/:id/end-subscriptions",
    caller: "admin",
    summary: "Ends all that runs for a customer, at once",
    body: endSubscriptionsSchema,
    answer: z.object({ ended: z.array(z.string()) }),
  },
  {
    method: "GET",
    path: OWN,
    caller: "customer",
    summary: "The customer's own subscriptions, the latest first",
    query: listOwnSubscriptionsSchema,
    answer: pageAnswerSchema.extend({ subscriptions: z.array(ownSubscriptionAnswerSchema) }),
  },
  {
    method: "GET",
    path: `${OWN}/:id`,
    caller: "customer",
    summary: "An own subscription with its renewals, invoices and the upcoming one",
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/:id/cancel`,
    caller: "customer",
    summary: "Cancels an own subscription",
    body: cancelOwnSubscriptionSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/:id/undo-cancel`,
    caller: "customer",
    summary: "Takes an own scheduled cancellation back",
    body: undoOwnCancelSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/:id/payment-method`,
    caller: "customer",
    summary: "Replaces an own subscription's payment method, and charges what is owed at once",
    body: savePaymentMethodSchema,
    answer: changePaymentMethodAnswerSchema,
    isLimited: true,
  },
  {
    method: "POST",
    path: "/store/carts/:id/payment-method",
    caller: "customer",
    summary: "Saves a payment method for a cart on which nothing is due",
    body: savePaymentMethodSchema,
    answer: savePaymentMethodAnswerSchema,
    isLimited: true,
  },
]
