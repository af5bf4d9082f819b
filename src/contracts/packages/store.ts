import { z } from "@medusajs/framework/zod"
import { ARTICLE_UNITS, ENTRY_ROLES, PACKAGE_PRICINGS, PRICE_REASONS } from "../../rules/packages"
import { id } from "../id"
import { text } from "../text"
import { packageQuantity, periodSchema, selectionFields } from "./cart"

const place = { region_id: id.optional(), currency_code: text(10).min(1).optional() }

/** `GET /store/packages/:product_id` */
export const storePackageSchema = z.object(place)

/** `POST /store/packages/:product_id/price` */
export const pricePackageSchema = z.strictObject({
  ...place,
  /** Left out: the package's first variant. */
  variant_id: id.optional(),
  quantity: packageQuantity.default(1),
  ...selectionFields,
})
export type PricePackageBody = z.infer<typeof pricePackageSchema>

export const storeRateAnswerSchema = z.object({
  /** Days or hours; null: each further one. */
  duration: z.number().nullable(),
  price: z.string(),
})

export const storePriceAnswerSchema = z.object({
  unit: z.enum([...new Set([...ARTICLE_UNITS, ...PACKAGE_PRICINGS])]),
  /** Per piece, day or hour; null: it has none of its own, or none in the currency. */
  amount: z.string().nullable(),
  is_tax_inclusive: z.boolean(),
  rates: z.array(storeRateAnswerSchema),
  /** In days or hours; null: one. */
  minimum_duration: z.number().nullable(),
  /** Of the order or a group of it. */
  percent: z.string().nullable(),
})
export type StorePriceAnswer = z.infer<typeof storePriceAnswerSchema>

const shownArticle = {
  product_id: z.string(),
  variant_id: z.string(),
  title: z.string(),
  variant_title: z.string().nullable(),
  thumbnail: z.string().nullable(),
}

export interface StoreEntryAnswer {
  /** What a choice names it by. */
  path: string
  role: (typeof ENTRY_ROLES)[number]
  product_id: string
  variant_id: string
  title: string
  variant_title: string | null
  description: string | null
  thumbnail: string | null
  /** In one of the package around. */
  quantity: number
  is_optional: boolean
  /** Of entries with the same one, one is in the package. */
  alternative_group: string | null
  /** Whether it is in the package where nothing is chosen. */
  is_default: boolean
  /** An accessory: false is a line of its own, once however many packages. */
  is_nested: boolean
  is_free_quantity: boolean
  /** Whether its price is in that of a package around it. */
  is_included: boolean
  price: StorePriceAnswer
  /** Of a package in the package. */
  entries: StoreEntryAnswer[]
}

export const storeEntryAnswerSchema: z.ZodType<StoreEntryAnswer> = z.lazy(() =>
  z.object({
    path: z.string(),
    role: z.enum(ENTRY_ROLES),
    ...shownArticle,
    description: z.string().nullable(),
    quantity: z.number(),
    is_optional: z.boolean(),
    alternative_group: z.string().nullable(),
    is_default: z.boolean(),
    is_nested: z.boolean(),
    is_free_quantity: z.boolean(),
    is_included: z.boolean(),
    price: storePriceAnswerSchema,
    entries: z.array(storeEntryAnswerSchema),
  }),
)

export const storePackageAnswerSchema = z.object({
  product_id: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  description: z.string().nullable(),
  handle: z.string().nullable(),
  thumbnail: z.string().nullable(),
  images: z.array(z.string()),
  currency_code: z.string(),
  pricing: z.enum(PACKAGE_PRICINGS),
  default_hours: z.number().nullable(),
  minimum_duration: z.number().nullable(),
  /** Where the storefront shows it. */
  contract_description: z.string().nullable(),
  /** Whether documents list the contents; false: the title alone. */
  lists_contents: z.boolean(),
  variants: z.array(z.object({ id: z.string(), title: z.string().nullable(), price: storePriceAnswerSchema })),
  entries: z.array(storeEntryAnswerSchema),
})
export type StorePackageAnswer = z.infer<typeof storePackageAnswerSchema>

export const storePackageLineAnswerSchema = z.object({
  /** "": the package itself, with what its hidden contents cost. */
  path: z.string(),
  role: z.enum([...ENTRY_ROLES, "package"]),
  ...shownArticle,
  /** In all packages. */
  quantity: z.number(),
  unit_price: z.string(),
  total: z.string(),
  is_tax_inclusive: z.boolean(),
  reason: z.enum(PRICE_REASONS),
  /** Days or hours in the price; null: not by time. */
  units: z.number().nullable(),
})
export type StorePackageLineAnswer = z.infer<typeof storePackageLineAnswerSchema>

export const storePackagePriceAnswerSchema = z.object({
  product_id: z.string(),
  variant_id: z.string(),
  currency_code: z.string(),
  quantity: z.number(),
  /** Before discounts; with tax in it where the lines say so. */
  total: z.string(),
  /** Whether percent articles come on top, which count on the whole order. */
  has_percent: z.boolean(),
  /** Whether it can be bought for a period alone. */
  needs_period: z.boolean(),
  lines: z.array(storePackageLineAnswerSchema),
})
export type StorePackagePriceAnswer = z.infer<typeof storePackagePriceAnswerSchema>

const choiceAnswerSchema = z.object({
  path: z.string(),
  is_chosen: z.boolean().optional(),
  quantity: z.number().optional(),
})
export type ChoiceAnswer = z.infer<typeof choiceAnswerSchema>

export const cartPackageLineAnswerSchema = z.object({
  line_id: z.string(),
  kind: z.enum(ENTRY_ROLES),
  path: z.string(),
  product_id: z.string(),
  variant_id: z.string(),
  title: z.string(),
  variant_title: z.string().nullable(),
  thumbnail: z.string().nullable(),
  quantity: z.number(),
  /** In one package. */
  quantity_per_package: z.number(),
  unit_price: z.number(),
  is_tax_inclusive: z.boolean(),
  reason: z.enum(PRICE_REASONS),
  units: z.number().nullable(),
})
export type CartPackageLineAnswer = z.infer<typeof cartPackageLineAnswerSchema>

export const cartPackageAnswerSchema = z.object({
  line_id: z.string(),
  product_id: z.string(),
  variant_id: z.string(),
  title: z.string(),
  thumbnail: z.string().nullable(),
  pricing: z.enum(PACKAGE_PRICINGS),
  quantity: z.number(),
  /** With what hidden contents cost. */
  unit_price: z.number(),
  is_tax_inclusive: z.boolean(),
  choices: z.array(choiceAnswerSchema),
  period: periodSchema.nullable(),
  hours: z.number().nullable(),
  days: z.number().nullable(),
  /** In the recipe's order. */
  lines: z.array(cartPackageLineAnswerSchema),
})
export type CartPackageAnswer = z.infer<typeof cartPackageAnswerSchema>

/** A single article that is priced by time, in a cart. */
export const cartRentalAnswerSchema = z.object({
  line_id: z.string(),
  product_id: z.string(),
  variant_id: z.string(),
  title: z.string(),
  variant_title: z.string().nullable(),
  thumbnail: z.string().nullable(),
  quantity: z.number(),
  /** For one piece, for all of the time. */
  unit_price: z.number(),
  is_tax_inclusive: z.boolean(),
  /** All three null: its minimum duration. */
  period: periodSchema.nullable(),
  hours: z.number().nullable(),
  days: z.number().nullable(),
  /** The line that ships it, which costs nothing; null: it is not sent, or by its own line. */
  delivery_line_id: z.string().nullable(),
})
export type CartRentalAnswer = z.infer<typeof cartRentalAnswerSchema>

export const recipeChangesAnswerSchema = z.object({
  added: z.array(storePackageLineAnswerSchema),
  removed: z.array(storePackageLineAnswerSchema),
  changed: z.array(z.object({ before: storePackageLineAnswerSchema, after: storePackageLineAnswerSchema })),
  /** Choices that the recipe no longer has. */
  dropped_choices: z.array(choiceAnswerSchema),
  currency_code: z.string(),
  /** At today's prices, before discounts. */
  total: z.object({ before: z.string(), after: z.string() }),
})
export type RecipeChangesAnswer = z.infer<typeof recipeChangesAnswerSchema>
