import { z } from "@medusajs/framework/zod"
import {
  CHARGE_STATUSES,
  COLLECTION_METHODS,
  INTERVAL_UNITS,
  PAYMENT_TYPES,
  RENEWAL_STATUSES,
  SUBSCRIPTION_ITEM_KINDS,
  SUBSCRIPTION_STATUSES,
  SUSPENSION_REASONS,
} from "../../rules/billing/states"
import { amountAnswerSchema, decimalAnswerSchema } from "../amount"
import { pageAnswerSchema } from "../page"
import { invoiceLineAnswerSchema } from "./invoice-document"
import { invoiceAnswerSchema } from "./invoices"
import { priceChangeAnswerSchema } from "./price-changes"

/** What the Admin API answers of subscriptions. Dates are `YYYY-MM-DD`; an instant (`…_at`) is in ISO 8601. */

export const subscriptionItemAnswerSchema = z.object({
  id: z.string(),
  kind: z.enum(SUBSCRIPTION_ITEM_KINDS),
  /** The item of the package that a content is in; contents follow their package in the list. */
  parent_id: z.string().nullable(),
  /** Not shown to the customer, whose own answers have its money in the package's price. */
  is_hidden: z.boolean(),
  quantity: z.number(),
  offer_id: z.string(),
  cycle_id: z.string(),
  product_id: z.string(),
  variant_id: z.string(),
  title: z.string(),
  unit_price: amountAnswerSchema,
  is_tax_inclusive: z.boolean(),
  /** The discounts that continue on renewals. */
  discounts: z.array(
    z.object({
      discount_id: z.string().nullable(),
      name: z.string(),
      mode: z.string(),
      /** A percentage, or an amount. */
      value: decimalAnswerSchema,
      per: z.string(),
      renewals: z.string(),
      renewal_cycles: z.number().nullable(),
      /** Medusa's promotion whose code it is; null: it is no code. */
      promotion_id: z.string().nullable(),
      /** On how many bills it is still given; null: on all. */
      cycles_left: z.number().nullable(),
    }),
  ),
  /** What is chosen with it (S3); of what costs something there are items under it. */
  options: z.array(
    z.object({ key: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), title: z.string() }),
  ),
  order_line_id: z.string().nullable(),
  split_from_id: z.string().nullable(),
})
export type SubscriptionItemAnswer = z.infer<typeof subscriptionItemAnswerSchema>

export const subscriptionAnswerSchema = z.object({
  id: z.string(),
  display_id: z.number(),
  status: z.enum(SUBSCRIPTION_STATUSES),
  payment_type: z.enum(PAYMENT_TYPES),
  customer_id: z.string().nullable(),
  email: z.string().nullable(),
  order_id: z.string().nullable(),
  region_id: z.string().nullable(),
  sales_channel_id: z.string().nullable(),
  currency_code: z.string(),
  locale: z.string().nullable(),
  interval_unit: z.enum(INTERVAL_UNITS),
  interval_count: z.number(),
  anchor_on: z.string(),
  next_cycle: z.number(),
  period_start: z.string().nullable(),
  period_end: z.string().nullable(),
  /** The date by which the next run finds it: its next invoice is made, or it ends. */
  next_due_on: z.string().nullable(),
  /** When its next invoice is made, and when that one is due; null where it is not billed again. */
  next_bill: z.object({ invoice_on: z.string(), due_on: z.string() }).nullable(),
  /** Invoices of its renewals that wait to be paid, and those of them that are past their due date. */
  open_invoices: z.object({ count: z.number(), overdue: z.number() }),
  trial_end_on: z.string().nullable(),
  expires_on: z.string().nullable(),
  /** It is not billed from this cycle on: it expires there. */
  end_cycle: z.number().nullable(),
  billing_day: z.object({ day: z.number(), month: z.number() }).nullable(),
  /** Before this date, and sooner than the notice, no cancellation takes effect. */
  minimum_term_on: z.string().nullable(),
  notice: z.object({ unit: z.enum(INTERVAL_UNITS), count: z.number() }).nullable(),
  cancel_on: z.string().nullable(),
  cancel_reason: z.string().nullable(),
  canceled_on: z.string().nullable(),
  ended_on: z.string().nullable(),
  /** Which cycle starts on the anchor. */
  anchor_cycle: z.number(),
  /** When something is done about what it owes; when it is suspended and terminated if nothing is paid. */
  dunning_on: z.string().nullable(),
  suspend_on: z.string().nullable(),
  terminate_on: z.string().nullable(),
  suspended_reason: z.enum(SUSPENSION_REASONS).nullable(),
  /** Since when it is paused, and the day on which it goes on; null: not at all, or until it is resumed. */
  paused_on: z.string().nullable(),
  paused_until: z.string().nullable(),
  /** Its payment method was declined for good: it is charged again once it has another one. */
  is_hard_declined: z.boolean(),
  collection_method: z.enum(COLLECTION_METHODS),
  payment_provider_id: z.string().nullable(),
  /** What may be shown of the saved method. */
  payment_method: z.object({ brand: z.string().nullable(), last4: z.string().nullable() }).nullable(),
  created_at: z.string(),
  items: z.array(subscriptionItemAnswerSchema),
})
export type SubscriptionAnswer = z.infer<typeof subscriptionAnswerSchema>

export const subscriptionListAnswerSchema = pageAnswerSchema.extend({
  subscriptions: z.array(subscriptionAnswerSchema),
})
export type SubscriptionListAnswer = z.infer<typeof subscriptionListAnswerSchema>

export const chargeAttemptAnswerSchema = z.object({
  id: z.string(),
  number: z.number(),
  status: z.enum(CHARGE_STATUSES),
  reason: z.string().nullable(),
  amount: amountAnswerSchema,
  currency_code: z.string(),
  payment_provider_id: z.string(),
  as_of: z.string(),
  finished_at: z.string().nullable(),
})
export type ChargeAttemptAnswer = z.infer<typeof chargeAttemptAnswerSchema>

export const renewalAnswerSchema = z.object({
  id: z.string(),
  cycle: z.number(),
  period_start: z.string(),
  period_end: z.string(),
  due_on: z.string(),
  /** The date that dunning counts from, where it is another one: a later due date, or the day a payment came back. */
  dunning_from: z.string().nullable(),
  status: z.enum(RENEWAL_STATUSES),
  reason: z.string().nullable(),
  order_id: z.string().nullable(),
  invoice_id: z.string().nullable(),
  currency_code: z.string(),
  total: amountAnswerSchema.nullable(),
  collect_on: z.string().nullable(),
  attempts: z.array(chargeAttemptAnswerSchema),
})
export type RenewalAnswer = z.infer<typeof renewalAnswerSchema>

export const subscriptionEventAnswerSchema = z.object({
  id: z.string(),
  type: z.string(),
  as_of: z.string(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  created_at: z.string(),
})
export type SubscriptionEventAnswer = z.infer<typeof subscriptionEventAnswerSchema>

/** The expected invoice of the next renewal. */
export const upcomingInvoiceAnswerSchema = z.object({
  cycle: z.number(),
  issue_on: z.string(),
  due_on: z.string(),
  period_start: z.string(),
  period_end: z.string(),
  currency_code: z.string(),
  subtotal: amountAnswerSchema,
  discount_total: amountAnswerSchema,
  tax_total: amountAnswerSchema,
  rounding: amountAnswerSchema,
  total: amountAnswerSchema,
  /** What the customer's balance pays of it, as it is today. */
  balance_used: amountAnswerSchema,
  due_total: amountAnswerSchema,
  lines: z.array(invoiceLineAnswerSchema),
})
export type UpcomingInvoiceAnswer = z.infer<typeof upcomingInvoiceAnswerSchema>

/** A change that takes place at the period's end. */
export const scheduledChangeAnswerSchema = z.object({
  on: z.string(),
  cycle_id: z.string(),
  title: z.string(),
  quantity: z.number(),
  unit_price: amountAnswerSchema,
  interval_unit: z.enum(INTERVAL_UNITS),
  interval_count: z.number(),
  /** Its invoice is made before its day, and nothing else is decided until then. */
  is_billed: z.boolean(),
})
export type ScheduledChangeAnswer = z.infer<typeof scheduledChangeAnswerSchema>

/** When a cancellation of today ends it at the earliest, and what keeps it from ending before. */
export const earliestEndAnswerSchema = z.object({
  on: z.string(),
  reason: z.enum(["billed_period", "minimum_term", "notice_period"]),
})
export type EarliestEndAnswer = z.infer<typeof earliestEndAnswerSchema>

/** What somebody who wants to cancel may take instead. */
export const retentionOfferAnswerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("pause"), until: z.string() }),
  z.object({ kind: z.literal("discount"), percent: decimalAnswerSchema, cycles: z.number(), from_on: z.string() }),
])
export type RetentionOfferAnswer = z.infer<typeof retentionOfferAnswerSchema>

const address = z.record(z.string(), z.unknown()).nullable()

/** One subscription with its history, the latest first, and its upcoming invoice. */
export const subscriptionDetailAnswerSchema = subscriptionAnswerSchema.extend({
  /** Raised by everything that happens to it; a change that was decided on an earlier one is refused. */
  version: z.number(),
  shipping_address: address,
  billing_address: address,
  renewals: z.array(renewalAnswerSchema),
  invoices: z.array(invoiceAnswerSchema),
  events: z.array(subscriptionEventAnswerSchema),
  upcoming: upcomingInvoiceAnswerSchema.nullable(),
  /** What it is for from the next cycle on, where that is scheduled. */
  scheduled_change: scheduledChangeAnswerSchema.nullable(),
  /** The latest new price that its customer was told of, or asked about; null: none. */
  price_change: priceChangeAnswerSchema.nullable(),
  /** Null: it has ended. */
  earliest_end: earliestEndAnswerSchema.nullable(),
  /** Null: nothing is offered, or it was taken before. */
  retention_offer: retentionOfferAnswerSchema.nullable(),
})
export type SubscriptionDetailAnswer = z.infer<typeof subscriptionDetailAnswerSchema>

/** What a move to the current price changes for whom, or has changed. Amounts are of one unit, of a package with all in it. */
export const priceMigrationAnswerSchema = z.object({
  changes: z.array(
    z.object({
      subscription_id: z.string(),
      item_id: z.string(),
      title: z.string(),
      quantity: z.number(),
      currency_code: z.string(),
      from: amountAnswerSchema,
      to: amountAnswerSchema,
      is_tax_inclusive: z.boolean(),
      /** The first day of the first cycle that is billed at the new price. */
      from_cycle_on: z.string(),
      /** When the customer is told, or asked; null: nobody is. */
      tell_on: z.string().nullable(),
      /** Of a package: its own line and each of its contents, at the price of one piece. Of anything else: itself. */
      parts: z.array(
        z.object({
          item_id: z.string(),
          title: z.string(),
          from: amountAnswerSchema,
          to: amountAnswerSchema,
          is_tax_inclusive: z.boolean(),
        }),
      ),
    }),
  ),
  /** Those that stay as they are, and why. */
  unchanged: z.array(z.object({ subscription_id: z.string(), item_id: z.string(), reason: z.string() })),
  /** The last day on which an answer counts; null: nobody is asked. */
  answer_until: z.string().nullable(),
  /** What was decided together and waits for its day, or for answers; null: nothing. */
  migration_id: z.string().nullable(),
  /** Whether customers get an e-mail of the store; where none is set up, they are told by events alone. */
  is_mailed: z.boolean(),
})
export type PriceMigrationAnswer = z.infer<typeof priceMigrationAnswerSchema>
