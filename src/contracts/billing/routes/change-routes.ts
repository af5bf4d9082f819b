import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import {
  changeAddressesSchema,
  changeOwnAddressesSchema,
  changeOwnSubscriptionSchema,
  changePreviewAnswerSchema,
  changeSubscriptionSchema,
  ownChangePreviewAnswerSchema,
  pauseOwnSubscriptionSchema,
  pauseSubscriptionSchema,
  renewEarlySchema,
  renewOwnEarlySchema,
  resumeOwnSubscriptionSchema,
  retainOwnSubscriptionSchema,
  retainSubscriptionSchema,
  skipOwnRenewalSchema,
  skipRenewalSchema,
  undoChangeSchema,
  undoOwnChangeSchema,
} from "../changes"
import { ownSubscriptionDetailAnswerSchema } from "../own-subscriptions"
import { subscriptionDetailAnswerSchema } from "../subscription-answers"

const CHANGES = "/admin/billing/subscriptions/:id/changes"
const OWN = "/store/customers/me/subscriptions/:id"
const OWN_CHANGES = `${OWN}/changes`

const detail = z.object({ subscription: subscriptionDetailAnswerSchema })
const ownDetail = z.object({ subscription: ownSubscriptionDetailAnswerSchema })

/** Changes of subscriptions (B25): by an admin, and what the merchant allows by the customer. */
export const changeRoutes: readonly RouteContract[] = [
  {
    method: "POST",
    path: `${CHANGES}/preview`,
    caller: "admin",
    summary: "What a change of product, cycle or quantity does and comes to",
    body: changeSubscriptionSchema,
    answer: z.object({ change: changePreviewAnswerSchema }),
  },
  {
    method: "POST",
    path: CHANGES,
    caller: "admin",
    summary: "Changes product, cycle or quantity now or at the period's end, exactly as the preview says",
    body: changeSubscriptionSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${CHANGES}/undo`,
    caller: "admin",
    summary: "Takes a scheduled change back",
    body: undoChangeSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: "/admin/billing/subscriptions/:id/pause",
    caller: "admin",
    summary: "Pauses a subscription until a date, or until it is resumed",
    body: pauseSubscriptionSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: "/admin/billing/subscriptions/:id/skip",
    caller: "admin",
    summary: "Skips the next renewal of a subscription",
    body: skipRenewalSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: "/admin/billing/subscriptions/:id/renew-early",
    caller: "admin",
    summary: "Bills the next cycle of a subscription now",
    body: renewEarlySchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${OWN_CHANGES}/preview`,
    caller: "customer",
    summary: "What a change of an own subscription does and comes to",
    body: changeOwnSubscriptionSchema,
    answer: z.object({ change: ownChangePreviewAnswerSchema }),
  },
  {
    method: "POST",
    path: OWN_CHANGES,
    caller: "customer",
    summary: "Changes an own subscription, as far as option `customerChanges` allows",
    body: changeOwnSubscriptionSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN_CHANGES}/undo`,
    caller: "customer",
    summary: "Takes a scheduled change of an own subscription back",
    body: undoOwnChangeSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: "/admin/billing/subscriptions/:id/retention",
    caller: "admin",
    summary: "Takes for the customer what the store offers instead of a cancellation",
    body: retainSubscriptionSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: "/admin/billing/subscriptions/:id/addresses",
    caller: "admin",
    summary: "Changes the addresses of a subscription from its next renewal on",
    body: changeAddressesSchema,
    answer: detail,
  },
  {
    method: "POST",
    path: `${OWN}/pause`,
    caller: "customer",
    summary: "Pauses an own subscription until a day, as far as option `customerChanges` allows",
    body: pauseOwnSubscriptionSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/resume`,
    caller: "customer",
    summary: "Ends the pause of an own subscription",
    body: resumeOwnSubscriptionSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/skip`,
    caller: "customer",
    summary: "Skips the next renewal of an own subscription, as far as option `customerChanges` allows",
    body: skipOwnRenewalSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/renew-early`,
    caller: "customer",
    summary: "Bills the next cycle of an own subscription now, as far as option `customerChanges` allows",
    body: renewOwnEarlySchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/retention`,
    caller: "customer",
    summary: "Takes what is offered instead of a cancellation",
    body: retainOwnSubscriptionSchema,
    answer: ownDetail,
  },
  {
    method: "POST",
    path: `${OWN}/addresses`,
    caller: "customer",
    summary: "Changes the addresses of an own subscription from its next renewal on",
    body: changeOwnAddressesSchema,
    answer: ownDetail,
  },
]
