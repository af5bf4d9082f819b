import { z } from "@medusajs/framework/zod"
import {
  ARTICLE_UNITS,
  ENTRY_ROLES,
  PACKAGE_PRICINGS,
  PRICE_REASONS,
  type ContentLine,
  type PackageLine,
  type PercentLine,
  type RentalLine,
} from "../../rules/packages"

const quantity = z.number().int().positive()
const name = z.string().min(1)

const period = z.strictObject({ from: name, to: name })

const entry = z.strictObject({
  id: name,
  role: z.enum(ENTRY_ROLES),
  productId: name,
  variantId: name,
  quantity,
  isOptional: z.boolean(),
  group: z.string().nullable(),
  isDefault: z.boolean(),
  isHidden: z.boolean(),
  isNested: z.boolean(),
  isFreeQuantity: z.boolean(),
})

const recipe = z.strictObject({
  productId: name,
  pricing: z.enum(PACKAGE_PRICINGS),
  defaultHours: z.number().positive().nullable(),
  minimumDuration: z.number().positive().nullable(),
  listsContents: z.boolean().optional(),
  entries: z.array(entry),
})

const choice = z.strictObject({
  path: name,
  isChosen: z.boolean().optional(),
  quantity: quantity.optional(),
  isHidden: z.boolean().optional(),
})

const packageLine: z.ZodType<PackageLine> = z.strictObject({
  slot: z.literal(""),
  book: z.record(name, recipe),
  lists_contents: z.boolean().optional(),
  selection: z.strictObject({
    choices: z.array(choice),
    period: period.nullable(),
    hours: z.number().positive().nullable(),
    days: z.number().positive().nullable(),
  }),
})

const contentLine: z.ZodType<ContentLine> = z.strictObject({
  slot: name,
  product_id: name,
  variant_id: name,
  quantity,
  is_hidden: z.boolean(),
  reason: z.enum(PRICE_REASONS),
  units: z.number().positive().nullable(),
  period: period.nullable(),
  position: z.number().int().nonnegative(),
})

const percentLine: z.ZodType<PercentLine> = z.strictObject({
  slot: z.literal("percent"),
  unit: z.enum(ARTICLE_UNITS),
  percent: z.string().nullable(),
  group: z.string().nullable(),
})

const rentalLine: z.ZodType<RentalLine> = z.strictObject({
  slot: z.literal("rental"),
  product_id: name,
  variant_id: name,
  terms: z.strictObject({
    period: period.nullable(),
    hours: z.number().positive().nullable(),
    days: z.number().positive().nullable(),
  }),
  delivery: z.strictObject({ product_id: name, variant_id: name }).nullable(),
})

/** The room's section of a line record's payload: checked when it is written, and again when it is read. */
export const packagesLineSchema: z.ZodType<PackageLine | ContentLine | PercentLine | RentalLine> = z.union([
  packageLine,
  contentLine,
  percentLine,
  rentalLine,
])
