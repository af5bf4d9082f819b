import { z } from "@medusajs/framework/zod"
import {
  COLLECTION_METHODS,
  CUSTOMER_CHANGES,
  INTERVAL_UNITS,
  PAYMENT_TYPES,
  SUBSCRIPTION_ITEM_KINDS,
  SUBSCRIPTION_STATUSES,
} from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { printedLineAnswerSchema } from "./invoice-document"
import { invoiceAnswerSchema } from "./invoices"
import { ownPriceChangeAnswerSchema } from "./price-changes"
import {
  earliestEndAnswerSchema,
  retentionOfferAnswerSchema,
  renewalAnswerSchema,
  scheduledChangeAnswerSchema,
  upcomingInvoiceAnswerSchema,
} from "./subscription-answers"

/** What the Store API answers of a customer's own subscriptions. Dates are `YYYY-MM-DD`; an instant (`…_at`) is in ISO 8601. */

const address = z.record(z.string(), z.unknown()).nullable()

export const ownSubscriptionAnswerSchema = z.object({
  id: z.string(),
  /** The number that people call it by. */
  display_id: z.number(),
  status: z.enum(SUBSCRIPTION_STATUSES),
  payment_type: z.enum(PAYMENT_TYPES),
  order_id: z.string().nullable(),
  currency_code: z.string(),
  interval_unit: z.enum(INTERVAL_UNITS),
  interval_count: z.number(),
  /** The period that is paid for; its end is the first day of the next one. */
  period_start: z.string().nullable(),
  period_end: z.string().nullable(),
  trial_end_on: z.string().nullable(),
  expires_on: z.string().nullable(),
  /** Before this date, and sooner than the notice, no cancellation takes effect. */
  minimum_term_on: z.string().nullable(),
  notice: z.object({ unit: z.enum(INTERVAL_UNITS), count: z.number() }).nullable(),
  /** When a scheduled cancellation takes effect; it can be undone until then. */
  cancel_on: z.string().nullable(),
  ended_on: z.string().nullable(),
  collection_method: z.enum(COLLECTION_METHODS),
  /** What may be shown of the saved method. */
  payment_method: z.object({ brand: z.string().nullable(), last4: z.string().nullable() }).nullable(),
  shipping_address: address,
  billing_address: address,
  created_at: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(SUBSCRIPTION_ITEM_KINDS),
      /** The item of the package that a content is in; contents follow their package in the list. */
      parent_id: z.string().nullable(),
      quantity: z.number(),
      product_id: z.string(),
      variant_id: z.string(),
      title: z.string(),
      subtitle: z.string().nullable(),
      thumbnail: z.string().nullable(),
      product_handle: z.string().nullable(),
      unit_price: amountAnswerSchema,
      is_tax_inclusive: z.boolean(),
    }),
  ),
})
export type OwnSubscriptionAnswer = z.infer<typeof ownSubscriptionAnswerSchema>

export const ownSubscriptionDetailAnswerSchema = ownSubscriptionAnswerSchema.extend({
  renewals: z.array(
    renewalAnswerSchema.pick({
      id: true,
      period_start: true,
      period_end: true,
      due_on: true,
      status: true,
      order_id: true,
      invoice_id: true,
      currency_code: true,
      total: true,
    }),
  ),
  invoices: z.array(invoiceAnswerSchema.omit({ renewal_id: true, corrections: true })),
  /** What it is for from the next cycle on, where that is scheduled. */
  scheduled_change: scheduledChangeAnswerSchema.nullable(),
  /** The latest new price that was told, or waits for an answer; null: none. */
  price_change: ownPriceChangeAnswerSchema.nullable(),
  /** Null: it has ended. */
  earliest_end: earliestEndAnswerSchema.nullable(),
  /** What may be taken instead of canceling; null: nothing is offered, or it was taken before. */
  retention_offer: retentionOfferAnswerSchema.nullable(),
  /** What the store lets customers change by themselves. */
  allowed_changes: z.array(z.enum(CUSTOMER_CHANGES)),
  /** Null where it is not billed again. */
  upcoming: upcomingInvoiceAnswerSchema.extend({ lines: z.array(printedLineAnswerSchema) }).nullable(),
})
export type OwnSubscriptionDetailAnswer = z.infer<typeof ownSubscriptionDetailAnswerSchema>
