import { z } from "@medusajs/framework/zod"
import { PRICE_REASONS } from "../../rules/packages/pricing/price-package"
import { ENTRY_ROLES } from "../../rules/packages/recipes/recipe"
import { currencyCode, id, text, whole } from "./fields"
import { savePackageSchema } from "./packages"

/** What is chosen of a package, and how long it is out: for a breakdown, a cart, a draft, an edit. */

const choice = z.strictObject({
  /** The ids of the entries from the package down to this one, joined by "/". */
  path: text(4000).min(1),
  is_chosen: z.boolean().optional(),
  quantity: whole.optional(),
  is_hidden: z.boolean().optional(),
})

/** Instants, ISO 8601 with an offset; the end is exclusive. */
const period = z.strictObject({ from: text(40), to: text(40) })

const selection = {
  choices: z.array(choice).max(2000).default([]),
  period: period.nullable().default(null),
  /** Hours of contents priced by the hour, and of a package priced by the hour without a period. */
  hours: whole.nullable().default(null),
  /** Days of a rental without a period. */
  days: whole.nullable().default(null),
}

/** What a package costs, to the last content. Nothing is stored. */
export const breakdownSchema = z
  .strictObject({
    currency_code: currencyCode.optional(),
    region_id: id.optional(),
    customer_group_ids: z.array(id).max(100).default([]),
    /** Left out: the product's first one. */
    variant_id: id.optional(),
    quantity: whole.default(1),
    /** Changes of the package that are not saved yet. */
    draft: savePackageSchema.omit({ version: true }).optional(),
    /**
     * The draft or order that it stands beside (P23): the prices are those of its customer. `line_id`: the package's line
     * there, whose recipe is the one that was sold (P20).
     */
    for_order: z.strictObject({ order_id: id, line_id: id.optional() }).optional(),
    ...selection,
  })
  .refine((asked) => [asked.currency_code, asked.region_id, asked.for_order].some((one) => one !== undefined), {
    path: ["currency_code"],
    message: "name a currency, a region or an order",
  })
  .refine(({ draft, for_order }) => draft === undefined || for_order?.line_id === undefined, {
    path: ["draft"],
    message: "a package that is sold has none",
  })

export type Breakdown = z.output<typeof breakdownSchema>
export type BreakdownBody = z.input<typeof breakdownSchema>

export const breakdownNodeAnswerSchema = z.object({
  /** "" for the package itself. */
  path: z.string(),
  /** The path of the package around it; null: it is the package itself. */
  parent_path: z.string().nullable(),
  depth: z.number(),
  kind: z.enum(["package", ...ENTRY_ROLES]),
  product_id: z.string(),
  variant_id: z.string(),
  title: z.string().nullable(),
  variant_title: z.string().nullable(),
  is_package: z.boolean(),
  /** In one package at the top. */
  quantity: z.number(),
  /** In all packages; an accessory that is not nested is there once. */
  pieces: z.number(),
  is_hidden: z.boolean(),
  /** Hidden by itself or by a package around it. */
  is_unseen: z.boolean(),
  unit_price: z.string(),
  is_tax_inclusive: z.boolean(),
  /** The unit price times the quantity in all packages. */
  subtotal: z.string(),
  /** With all that is in it, in all packages. */
  total: z.string(),
  reason: z.enum(PRICE_REASONS),
  /** Days or hours that were counted; null: none. */
  units: z.number().nullable(),
  unit: z.enum(["hour", "day"]).nullable(),
})
export type BreakdownNodeAnswer = z.infer<typeof breakdownNodeAnswerSchema>

/** What can be chosen: optional contents, alternatives and accessories of each package that is in it. */
export const breakdownOptionAnswerSchema = z.object({
  path: z.string(),
  /** The path of the package that it belongs to. */
  parent_path: z.string(),
  role: z.enum(ENTRY_ROLES),
  variant_id: z.string(),
  title: z.string().nullable(),
  variant_title: z.string().nullable(),
  /** Of the entries of one package with the same group, one is chosen. */
  alternative_group: z.string().nullable(),
  is_optional: z.boolean(),
  is_chosen: z.boolean(),
  is_hidden: z.boolean(),
  is_free_quantity: z.boolean(),
  quantity: z.number(),
})
export type BreakdownOptionAnswer = z.infer<typeof breakdownOptionAnswerSchema>

export const breakdownAnswerSchema = z.object({
  currency_code: z.string(),
  quantity: z.number(),
  duration: z.object({ days: z.number(), hours: z.number() }).nullable(),
  /** Null where a price is missing. */
  total: z.string().nullable(),
  /** Whether there are percentages, which are counted last, on the whole order or group. */
  has_percent: z.boolean(),
  /** A package before its contents. */
  nodes: z.array(breakdownNodeAnswerSchema),
  options: z.array(breakdownOptionAnswerSchema),
  /** What has no price in the currency: then there is no total. */
  missing: z.array(z.object({ path: z.string(), variant_id: z.string(), title: z.string().nullable() })),
})
export type BreakdownAnswer = z.infer<typeof breakdownAnswerSchema>
