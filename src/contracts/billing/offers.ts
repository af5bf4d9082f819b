import { z } from "@medusajs/framework/zod"
import { COLLECTION_METHODS, INTERVAL_UNITS, PAYMENT_TYPES } from "../../rules/billing/states"
import { text } from "../text"

/**
 * The HTTP surface of offers. These schemas say the shape; whether the figures make sense (an interval of zero, a
 * price that is too precise, terms that contradict each other) is decided by the rules, for every caller alike.
 */

const id = text(255).min(1)
/** Well within the integers of the database. */
const rank = z.number().int().min(-1_000_000_000).max(1_000_000_000)
const interval = z.strictObject({ unit: z.enum(INTERVAL_UNITS), count: z.number() })

/** A decimal in major units, as text or as a number; null takes the price away. */
const money = z.strictObject({
  currency_code: text(10).min(1),
  amount: z.union([z.string().max(64), z.number()]).nullable(),
})

const cycle = z.strictObject({
  /** A cycle of this offer; without it, a cycle of the same interval or variant is meant, or else a new one. */
  id: id.optional(),
  /** An existing variant of the same product; without it, a new cycle makes a variant. */
  variant_id: id.optional(),
  rank: rank.optional(),
  interval: interval.nullable().default(null),
  /** The whole list of the variant's base prices. Left out: they stay as they are. */
  prices: z.array(money).max(200).optional(),
  /** The whole list of set-up fees. Left out: they stay as they are. */
  setup_fees: z.array(money).max(200).optional(),
})

export const saveOfferSchema = z.strictObject({
  payment_type: z.enum(PAYMENT_TYPES),
  provisioning_type: text(255).min(1).nullable().optional(),
  auto_create_service: z.boolean().optional(),
  rank: rank.optional(),
  hidden: z.boolean().optional(),
  on_request: z.boolean().optional(),
  collection_method: z.enum(COLLECTION_METHODS).nullable().optional(),
  trial_days: z.number().nullable().optional(),
  duration: interval.nullable().optional(),
  cross_sells: z
    .array(z.strictObject({ product_id: id, replaces: z.boolean().default(false) }))
    .max(50)
    .optional(),
  /** The whole list: a cycle that is left out is removed, unless subscriptions run on it. */
  cycles: z.array(cycle).max(100),
})

export const listOffersSchema = z.object({
  q: text(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
})

export const setVisibilitySchema = z.strictObject({ hidden: z.boolean() })

export const calculatorSchema = z.strictObject({
  currency_code: text(10).min(1),
  monthly_price: z.union([z.string().max(64), z.number()]),
  cycles: z
    .array(z.strictObject({ interval, percent_off: z.union([z.string().max(64), z.number()]).optional() }))
    .max(100),
})

export const storeOffersSchema = z.object({
  region_id: id.optional(),
  currency_code: text(10).min(1).optional(),
  collection_id: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
})

export const storeOfferSchema = storeOffersSchema.pick({ region_id: true, currency_code: true })

export type SaveOffer = z.output<typeof saveOfferSchema>
export type SaveOfferInput = z.input<typeof saveOfferSchema>
export type SaveCycle = SaveOffer["cycles"][number]
export type SetVisibility = z.output<typeof setVisibilitySchema>
export type ListOffers = z.output<typeof listOffersSchema>
export type CalculatorInput = z.output<typeof calculatorSchema>
export type StoreOffersQuery = z.output<typeof storeOffersSchema>

export interface IntervalAnswer {
  unit: (typeof INTERVAL_UNITS)[number]
  count: number
}

export interface MoneyAnswer {
  currency_code: string
  /** A decimal in major units. */
  amount: string
}

/** What a cycle saves against paying the monthly cycle for the same time (B8). */
export interface SavingAnswer {
  amount: string
  percent: string
}

export interface CycleAnswer {
  id: string
  variant_id: string
  rank: number
  interval: IntervalAnswer | null
  /** Base prices of the variant: no price list, no rule. */
  prices: MoneyAnswer[]
  setup_fees: MoneyAnswer[]
  /** By currency code. A currency that is not in it is disabled, unless the offer is free. */
  enabled: Record<string, boolean>
  savings: Record<string, SavingAnswer | null>
}

export interface OfferAnswer {
  id: string
  product_id: string
  payment_type: (typeof PAYMENT_TYPES)[number]
  provisioning_type: string | null
  auto_create_service: boolean
  rank: number
  hidden: boolean
  on_request: boolean
  collection_method: (typeof COLLECTION_METHODS)[number] | null
  trial_days: number | null
  duration: IntervalAnswer | null
  cross_sells: { product_id: string; replaces: boolean }[]
  cycles: CycleAnswer[]
}

/** One row of the admin's list. */
export interface ListedOfferAnswer extends OfferAnswer {
  product: {
    id: string
    title: string
    thumbnail: string | null
    status: string
    collection: { id: string; title: string } | null
  }
}

export interface CalculatorAnswer {
  prices: { interval: IntervalAnswer; amount: string; saving: SavingAnswer | null }[]
}

/** An enabled cycle as the storefront shows it, in the currency that was asked for. */
export interface StoreCycleAnswer {
  id: string
  variant_id: string
  title: string
  rank: number
  interval: IntervalAnswer | null
  /** Calculated by Medusa for this visitor: price lists, region and customer groups in it. */
  price: { amount: string; original_amount: string; currency_code: string; is_tax_inclusive: boolean } | null
  setup_fee: MoneyAnswer | null
  saving: SavingAnswer | null
}

export interface StoreOfferProductAnswer {
  id: string
  title: string
  subtitle: string | null
  description: string | null
  handle: string
  thumbnail: string | null
  collection: { id: string; title: string; handle: string } | null
  offer: {
    id: string
    payment_type: (typeof PAYMENT_TYPES)[number]
    on_request: boolean
    trial_days: number | null
    duration: IntervalAnswer | null
    rank: number
  }
  cycles: StoreCycleAnswer[]
}
