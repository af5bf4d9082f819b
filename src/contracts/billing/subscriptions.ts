import { z } from "@medusajs/framework/zod"
import { SUBSCRIPTION_STATUSES } from "../../rules/billing/states"
import { id } from "../id"
import { oneOrMore } from "../one-or-more"
import { pageQuery } from "../page"
import { shownText, text } from "../text"

const SORTED_BY = ["display_id", "status", "email", "next_due_on", "created_at"] as const
export type SubscriptionSort = (typeof SORTED_BY)[number]
const order = z.enum(SORTED_BY.flatMap((field) => [field, `-${field}`] as const))

const page = pageQuery({ most: 100, standard: 20 })

/**
 * `q` finds by id, number, email, customer's name and product title; `order` is a field, with `-` in front: descending.
 */
export const listSubscriptionsSchema = z.object({
  q: text(200).optional(),
  status: oneOrMore(z.enum(SUBSCRIPTION_STATUSES)),
  customer_id: id.optional(),
  order_id: id.optional(),
  order: order.default("-display_id"),
  ...page,
})
export type ListSubscriptionsQuery = z.infer<typeof listSubscriptionsSchema>

/** The version that the caller read. Refused, with what happened since, where it is no longer the latest. */
const version = z.number().int().min(0).max(2_000_000_000).optional()

export const cancelSubscriptionSchema = z.strictObject({
  when: z.enum(["now", "period_end"]),
  reason: shownText(1000).min(1),
  version,
})
export type CancelSubscriptionBody = z.infer<typeof cancelSubscriptionSchema>

/** All that runs for a customer, at once. */
export const endSubscriptionsSchema = z.strictObject({ reason: shownText(1000).min(1) })
export type EndSubscriptionsBody = z.infer<typeof endSubscriptionsSchema>

export const undoCancelSchema = z.strictObject({ version })
export type UndoCancelBody = z.infer<typeof undoCancelSchema>

export const splitSubscriptionSchema = z.strictObject({
  item_id: id,
  quantity: z.number().int().min(1).max(1_000_000),
  version,
})
export type SplitSubscriptionBody = z.infer<typeof splitSubscriptionSchema>

/** A customer's own list. */
export const listOwnSubscriptionsSchema = z.object({
  status: oneOrMore(z.enum(SUBSCRIPTION_STATUSES)),
  ...page,
})

/** By the customer: there is nothing to say but that. */
export const undoOwnCancelSchema = z.strictObject({})

/** By the customer: at the period's end by default; the reason is optional. */
export const cancelOwnSubscriptionSchema = z.strictObject({
  when: z.enum(["now", "period_end"]).default("period_end"),
  reason: text(1000).nullish(),
})
export type CancelOwnSubscriptionBody = z.infer<typeof cancelOwnSubscriptionSchema>
