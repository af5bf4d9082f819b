import { z } from "@medusajs/framework/zod"
import type { CivilDate } from "../../rules/calendar"
import { isCivilDate } from "../../rules/calendar"
import { DISCOUNT_CHANNELS } from "../../rules/discounts/states"
import type {
  AssignmentLevel,
  DiscountSource,
  DiscountType,
  FixedPer,
  Mode,
  Refusal,
  RenewalTerms,
  DiscountChannel,
  Trigger,
} from "../../rules/discounts/states"
import type { DiscountedLine } from "../../rules/discounts/types"
import type { Decimal } from "../../rules/money"

/** What is asked of the discounts' rule over HTTP, and how its answer reads: simulator, "why this price", tiers. */

const id = z.string().trim().min(1).max(255)
const amount = z.union([z.string().trim().max(64), z.number()])
const currencyCode = z.string().trim().toLowerCase().min(1).max(10)
const date = z.string().refine(isCivilDate, "is not a date such as 2026-03-01")

export const simulateSchema = z
  .strictObject({
    region_id: id.optional(),
    currency_code: currencyCode.optional(),
    /** Whose tax rates count where a price includes tax; the region's first country where left out. */
    country_code: z.string().trim().toLowerCase().length(2).optional(),
    customer_id: id.nullable().optional(),
    /** Instead of the customer's own groups. */
    groups: z.array(id).max(100).optional(),
    as_of: date.optional(),
    personal_percent: amount.nullable().optional(),
    channel: z.enum(DISCOUNT_CHANNELS).default("cart"),
    lines: z
      .array(
        z.strictObject({
          variant_id: id,
          quantity: z.number().int().min(1).max(1_000_000),
          /** Instead of the calculated price. */
          unit_price: amount.nullable().optional(),
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
export interface GivenDiscount {
  source: DiscountSource
  discount_id: string | null
  name: string
  amount: Decimal
  mode: Mode
  value: Decimal
  per: FixedPer
  renewals: RenewalTerms
  renewal_cycles: number | null
}

/** One discount that was looked at, and what came of it (D22). */
export interface TracedDiscount {
  source: DiscountSource
  discount_id: string | null
  name: string
  type: DiscountType | null
  level: AssignmentLevel | null
  outcome: "applied" | "not_applied"
  reason: Refusal | null
  measured: { trigger: Trigger; value: Decimal } | null
  matched: { min: Decimal | null; max: Decimal | null; mode: Mode; value: Decimal; per: FixedPer } | null
  amount: Decimal
}

/** One line of a sale with the answer that the rule gave for it. */
export interface AnsweredLine {
  id: string
  title: string
  variant_id: string | null
  unit_price: Decimal
  quantity: number
  is_tax_inclusive: boolean
  price: Decimal
  amount: Decimal
  discounts: GivenDiscount[]
  trace: TracedDiscount[]
  capped_by: DiscountedLine["cappedBy"]
}

export interface SimulateAnswer {
  answer: {
    currency_code: string
    as_of: CivilDate
    lines: AnsweredLine[]
    order_value: Decimal
    /** The sum of all that is taken off. */
    total: Decimal
    used: string[]
  }
}

/** A line of a sale that was made: `line_id` is the order's line, or the cart's where there is no order yet. */
export interface WhyLine extends AnsweredLine {
  line_id: string
}

export interface WhySale {
  version: number
  as_of: CivilDate
  channel: DiscountChannel
  currency_code: string
  order_value: Decimal
  /** The visitor's groups as they were. */
  groups: string[]
  placed: boolean
  lines: WhyLine[]
}

export interface WhyAnswer {
  sales: WhySale[]
}

/** "6 or more: −15 %" (D23). */
export interface TierAnswer {
  variant_id: string
  trigger: Trigger
  min: Decimal | null
  max: Decimal | null
  mode: Mode
  value: Decimal
  per: FixedPer
  name: string
  unit_price_after: Decimal | null
}

/** "Add 2 more to reach the next tier": `line_id` is null for the order discount. */
export interface NextTierAnswer {
  line_id: string | null
  variant_id: string | null
  missing: { trigger: Trigger; value: Decimal }
  gain: Decimal
  name: string
}
