import { z } from "@medusajs/framework/zod"
import { COLLECTION_METHODS, INTERVAL_UNITS, PAYMENT_TYPES } from "../../rules/billing/states"
import { amountAnswerSchema, decimalAnswerSchema } from "../amount"
import { id } from "../id"
import { decimalInput, numberInput, whole } from "../number"
import { pageAnswerSchema, pageQuery } from "../page"
import { shownText, text, word } from "../text"

/**
 * The HTTP surface of offers. These schemas say the shape; whether the figures make sense (an interval of zero, a
 * price that is too precise, terms that contradict each other) is decided by the rules, for every caller alike.
 */

const rank = whole
const interval = z.strictObject({ unit: z.enum(INTERVAL_UNITS), count: numberInput })

/** A decimal in major units, as text or as a number; null takes the price away. */
const money = z.strictObject({
  currency_code: word(10).min(1),
  amount: decimalInput.nullable(),
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
  /** The product's group (B2): one that there is, or the title of a new one. Left out: it stays. */
  collection: z.union([z.strictObject({ id }), z.strictObject({ title: shownText(200).min(1) })]).optional(),
  provisioning_type: word(255).min(1).nullable().optional(),
  auto_create_service: z.boolean().optional(),
  rank: rank.optional(),
  hidden: z.boolean().optional(),
  on_request: z.boolean().optional(),
  collection_method: z.enum(COLLECTION_METHODS).nullable().optional(),
  trial_days: numberInput.nullable().optional(),
  duration: interval.nullable().optional(),
  /** It expires after so many cycles (B5b); null or 0: never. */
  cycle_limit: numberInput.nullable().optional(),
  /** The day of the month on which it is billed, and the month that quarters and years are counted from (B5a). */
  billing_day: z.strictObject({ day: numberInput, month: numberInput.optional() }).nullable().optional(),
  /** From the order on, and before a cancellation takes effect (B23). */
  minimum_term: interval.nullable().optional(),
  notice: interval.nullable().optional(),
  cross_sells: z
    .array(z.strictObject({ product_id: id, replaces: z.boolean().default(false) }))
    .max(50)
    .optional(),
  /** The whole list: a cycle that is left out is removed, unless subscriptions run on it. No list: all stay. */
  cycles: z.array(cycle).max(100).optional(),
  /** The version that the caller read, 0 for none. A save on an earlier one than the stored is refused. */
  version: z.number().int().min(0).max(2_000_000_000).optional(),
})

/** `version` is the one that was seen: the offer is not deleted where it was changed since. */
export const deleteOfferSchema = z.object({ version: z.coerce.number().int().min(0).max(2_000_000_000).optional() })

export const listOffersSchema = z.object({
  q: text(200).optional(),
  ...pageQuery({ most: 200, standard: 50 }),
})

export const setVisibilitySchema = z.strictObject({ hidden: z.boolean() })

/** The offers of one group, in the order in which they are shown. */
export const offerPositionsSchema = z.strictObject({ ids: z.array(id).min(1).max(2000) })

export const calculatorSchema = z.strictObject({
  currency_code: word(10).min(1),
  monthly_price: decimalInput,
  cycles: z.array(z.strictObject({ interval, percent_off: decimalInput.optional() })).max(100),
})

export const storeOffersSchema = z.object({
  region_id: id.optional(),
  currency_code: word(10).min(1).optional(),
  collection_id: id.optional(),
  ...pageQuery({ most: 100, standard: 20 }),
})

export const storeOfferSchema = storeOffersSchema.pick({ region_id: true, currency_code: true })

export type SaveOffer = z.output<typeof saveOfferSchema>
export type SaveOfferInput = z.input<typeof saveOfferSchema>
export type SaveCycle = NonNullable<SaveOffer["cycles"]>[number]
export type SetVisibility = z.output<typeof setVisibilitySchema>
export type OfferPositions = z.output<typeof offerPositionsSchema>
export type ListOffers = z.output<typeof listOffersSchema>
export type CalculatorInput = z.output<typeof calculatorSchema>
export type StoreOffersQuery = z.output<typeof storeOffersSchema>

export const intervalAnswerSchema = z.object({
  unit: z.enum(INTERVAL_UNITS),
  count: z.number(),
})
export type IntervalAnswer = z.infer<typeof intervalAnswerSchema>

export const moneyAnswerSchema = z.object({
  currency_code: z.string(),
  amount: amountAnswerSchema,
})
export type MoneyAnswer = z.infer<typeof moneyAnswerSchema>

/** What a cycle saves against paying the monthly cycle for the same time (B8). */
export const savingAnswerSchema = z.object({
  amount: amountAnswerSchema,
  percent: decimalAnswerSchema,
})
export type SavingAnswer = z.infer<typeof savingAnswerSchema>

export const cycleAnswerSchema = z.object({
  id: z.string(),
  variant_id: z.string(),
  /** Whether the variant was made for it: then it goes with it. */
  made_variant: z.boolean(),
  rank: z.number(),
  interval: intervalAnswerSchema.nullable(),
  /** Base prices of the variant: no price list, no rule. */
  prices: z.array(moneyAnswerSchema),
  setup_fees: z.array(moneyAnswerSchema),
  /** By currency code. A currency that is not in it is disabled, unless the offer is free. */
  enabled: z.record(z.string(), z.boolean()),
  savings: z.record(z.string(), savingAnswerSchema.nullable()),
})
export type CycleAnswer = z.infer<typeof cycleAnswerSchema>

/** What is agreed beyond the price. */
const agreed = {
  /** It expires after so many cycles; null: never. */
  cycle_limit: z.number().nullable(),
  billing_day: z.object({ day: z.number(), month: z.number() }).nullable(),
  minimum_term: intervalAnswerSchema.nullable(),
  notice: intervalAnswerSchema.nullable(),
}

export const offerAnswerSchema = z.object({
  id: z.string(),
  product_id: z.string(),
  payment_type: z.enum(PAYMENT_TYPES),
  provisioning_type: z.string().nullable(),
  auto_create_service: z.boolean(),
  rank: z.number(),
  hidden: z.boolean(),
  on_request: z.boolean(),
  collection_method: z.enum(COLLECTION_METHODS).nullable(),
  trial_days: z.number().nullable(),
  duration: intervalAnswerSchema.nullable(),
  ...agreed,
  cross_sells: z.array(
    z.object({
      product_id: z.string(),
      replaces: z.boolean(),
    }),
  ),
  cycles: z.array(cycleAnswerSchema),
  version: z.number(),
})
export type OfferAnswer = z.infer<typeof offerAnswerSchema>

/** One row of the admin's list. */
export const listedOfferAnswerSchema = offerAnswerSchema.extend({
  product: z.object({
    id: z.string(),
    title: z.string(),
    thumbnail: z.string().nullable(),
    status: z.string(),
    collection: z
      .object({
        id: z.string(),
        title: z.string(),
      })
      .nullable(),
  }),
})
export type ListedOfferAnswer = z.infer<typeof listedOfferAnswerSchema>

export const offerListAnswerSchema = pageAnswerSchema.extend({ offers: z.array(listedOfferAnswerSchema) })
export type OfferListAnswer = z.infer<typeof offerListAnswerSchema>

export const calculatorAnswerSchema = z.object({
  prices: z.array(
    z.object({
      interval: intervalAnswerSchema,
      amount: amountAnswerSchema,
      saving: savingAnswerSchema.nullable(),
    }),
  ),
})
export type CalculatorAnswer = z.infer<typeof calculatorAnswerSchema>

/** An enabled cycle as the storefront shows it, in the currency that was asked for. */
export const storeCycleAnswerSchema = z.object({
  id: z.string(),
  variant_id: z.string(),
  title: z.string(),
  rank: z.number(),
  interval: intervalAnswerSchema.nullable(),
  /** Calculated by Medusa for this visitor: price lists, region and customer groups in it. */
  price: z
    .object({
      amount: amountAnswerSchema,
      original_amount: amountAnswerSchema,
      currency_code: z.string(),
      is_tax_inclusive: z.boolean(),
    })
    .nullable(),
  setup_fee: moneyAnswerSchema.nullable(),
  saving: savingAnswerSchema.nullable(),
})
export type StoreCycleAnswer = z.infer<typeof storeCycleAnswerSchema>

export const storeOfferProductAnswerSchema = z.object({
  id: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  description: z.string().nullable(),
  handle: z.string(),
  thumbnail: z.string().nullable(),
  collection: z
    .object({
      id: z.string(),
      title: z.string(),
      handle: z.string(),
    })
    .nullable(),
  offer: z.object({
    id: z.string(),
    payment_type: z.enum(PAYMENT_TYPES),
    on_request: z.boolean(),
    trial_days: z.number().nullable(),
    duration: intervalAnswerSchema.nullable(),
    ...agreed,
    rank: z.number(),
  }),
  cycles: z.array(storeCycleAnswerSchema),
})
export type StoreOfferProductAnswer = z.infer<typeof storeOfferProductAnswerSchema>
