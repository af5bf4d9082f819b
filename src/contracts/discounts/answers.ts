import { z } from "@medusajs/framework/zod"
import {
  ASSIGNMENT_LEVELS,
  CAPS,
  DISCOUNT_SOURCES,
  DISCOUNT_TYPES,
  FIXED_PER,
  MODES,
  REFUSALS,
  RENEWAL_TERMS,
  DISCOUNT_CHANNELS,
  TRIGGERS,
} from "../../rules/discounts/states"
import { CART_STAGES } from "../../rules/cart"
import { isCivilDate } from "../../rules/calendar"
import { amountAnswerSchema, decimalAnswerSchema } from "../amount"
import { id } from "../id"
import { decimalInput } from "../number"
import { word } from "../text"
import { currencyCode } from "./fields"

/** Requests and answers of the simulator, "why this price" and tiers. */

const date = z.string().refine(isCivilDate, "is not a date such as 2026-03-01")

export const simulateSchema = z
  .strictObject({
    region_id: id.optional(),
    currency_code: currencyCode.optional(),
    /** Whose tax rates count where a price includes tax; the region's first country where left out. */
    country_code: word(2).toLowerCase().length(2).optional(),
    customer_id: id.nullable().optional(),
    /** Instead of the customer's own groups. */
    groups: z.array(id).max(100).optional(),
    as_of: date.optional(),
    personal_percent: decimalInput.nullable().optional(),
    channel: z.enum(DISCOUNT_CHANNELS).default("cart"),
    lines: z
      .array(
        z.strictObject({
          variant_id: id,
          quantity: z.number().int().min(1).max(1_000_000),
          /** Instead of the calculated price. */
          unit_price: decimalInput.nullable().optional(),
        }),
      )
      .min(1)
      .max(200),
  })
  .refine(({ region_id, currency_code }) => region_id !== undefined || currency_code !== undefined, {
    path: ["region_id"],
    message: "is needed, or currency_code",
  })

export const whySchema = z
  .strictObject({ order_id: id.optional(), cart_id: id.optional() })
  .refine(({ order_id, cart_id }) => (order_id === undefined) !== (cart_id === undefined), {
    path: ["order_id"],
    message: "give either order_id or cart_id",
  })

export const tiersSchema = z
  .strictObject({
    product_id: id.optional(),
    variant_id: id.optional(),
    region_id: id.optional(),
    currency_code: currencyCode.optional(),
  })
  .refine(({ product_id, variant_id }) => (product_id === undefined) !== (variant_id === undefined), {
    path: ["product_id"],
    message: "give either product_id or variant_id",
  })

export type Simulate = z.output<typeof simulateSchema>
export type SimulateInput = z.input<typeof simulateSchema>
export type TiersQuery = z.output<typeof tiersSchema>

/** One discount's share of what is taken off a line. */
export const givenDiscountSchema = z.object({
  source: z.enum(DISCOUNT_SOURCES),
  discount_id: z.string().nullable(),
  name: z.string(),
  amount: amountAnswerSchema,
  mode: z.enum(MODES),
  value: decimalAnswerSchema,
  per: z.enum(FIXED_PER),
  renewals: z.enum(RENEWAL_TERMS),
  renewal_cycles: z.number().nullable(),
})
export type GivenDiscount = z.infer<typeof givenDiscountSchema>

/** One discount that was checked, and its outcome (D22). */
export const tracedDiscountSchema = z.object({
  source: z.enum(DISCOUNT_SOURCES),
  discount_id: z.string().nullable(),
  name: z.string(),
  type: z.enum(DISCOUNT_TYPES).nullable(),
  level: z.enum(ASSIGNMENT_LEVELS).nullable(),
  outcome: z.enum(["applied", "not_applied"]),
  reason: z.enum(REFUSALS).nullable(),
  measured: z
    .object({
      trigger: z.enum(TRIGGERS),
      value: decimalAnswerSchema,
    })
    .nullable(),
  matched: z
    .object({
      min: decimalAnswerSchema.nullable(),
      max: decimalAnswerSchema.nullable(),
      mode: z.enum(MODES),
      value: decimalAnswerSchema,
      per: z.enum(FIXED_PER),
    })
    .nullable(),
  amount: amountAnswerSchema,
})
export type TracedDiscount = z.infer<typeof tracedDiscountSchema>

/** An evaluated line with its discounts and their trace. */
export const answeredLineSchema = z.object({
  id: z.string(),
  title: z.string(),
  variant_id: z.string().nullable(),
  unit_price: amountAnswerSchema,
  quantity: z.number(),
  is_tax_inclusive: z.boolean(),
  price: amountAnswerSchema,
  amount: amountAnswerSchema,
  discounts: z.array(givenDiscountSchema),
  trace: z.array(tracedDiscountSchema),
  capped_by: z.enum(CAPS).nullable(),
})
export type AnsweredLine = z.infer<typeof answeredLineSchema>

export const simulateAnswerSchema = z.object({
  answer: z.object({
    currency_code: z.string(),
    as_of: z.string(),
    lines: z.array(answeredLineSchema),
    order_value: amountAnswerSchema,
    /** The sum of all that is taken off. */
    total: amountAnswerSchema,
    used: z.array(z.string()),
  }),
})
export type SimulateAnswer = z.infer<typeof simulateAnswerSchema>

/** What a stage of the cart did to a line: it made it, at a unit price, or took an amount off. */
export const lineStepSchema = z.object({
  stage: z.enum(CART_STAGES),
  room: z.string(),
  did: z.enum(["made_line", "took"]),
  amount: amountAnswerSchema,
  description: z.string(),
})
export type LineStepAnswer = z.infer<typeof lineStepSchema>

/** A line of a discount record: `line_id` is the order's line, or the cart's where there is no order yet. */
export const whyLineSchema = answeredLineSchema.extend({
  line_id: z.string(),
  /** In the order of the stages; those of the stage "discounts" are `discounts`, too. */
  steps: z.array(lineStepSchema),
})
export type WhyLine = z.infer<typeof whyLineSchema>

export const whyRecordSchema = z.object({
  version: z.number(),
  as_of: z.string(),
  channel: z.enum(DISCOUNT_CHANNELS),
  currency_code: z.string(),
  order_value: amountAnswerSchema,
  /** The visitor's groups as they were. */
  groups: z.array(z.string()),
  placed: z.boolean(),
  lines: z.array(whyLineSchema),
})
export type WhyRecord = z.infer<typeof whyRecordSchema>

export const whyAnswerSchema = z.object({
  records: z.array(whyRecordSchema),
})
export type WhyAnswer = z.infer<typeof whyAnswerSchema>

/** "6 or more: −15 %" (D23). */
export const tierAnswerSchema = z.object({
  variant_id: z.string(),
  trigger: z.enum(TRIGGERS),
  min: decimalAnswerSchema.nullable(),
  max: decimalAnswerSchema.nullable(),
  mode: z.enum(MODES),
  value: decimalAnswerSchema,
  per: z.enum(FIXED_PER),
  name: z.string(),
  unit_price_after: amountAnswerSchema.nullable(),
})
export type TierAnswer = z.infer<typeof tierAnswerSchema>

/** "Add 2 more to reach the next tier": `line_id` is null for the order discount. */
export const nextTierAnswerSchema = z.object({
  line_id: z.string().nullable(),
  variant_id: z.string().nullable(),
  missing: z.object({
    trigger: z.enum(TRIGGERS),
    value: decimalAnswerSchema,
  }),
  gain: amountAnswerSchema,
  name: z.string(),
})
export type NextTierAnswer = z.infer<typeof nextTierAnswerSchema>
