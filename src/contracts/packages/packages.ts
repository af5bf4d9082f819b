import { z } from "@medusajs/framework/zod"
import { ENTRY_ROLES, PACKAGE_PRICINGS } from "../../rules/packages/recipes/recipe"
import { oneOrMore } from "../one-or-more"
import { pageAnswerSchema, pageQuery } from "../page"
import { currencyCode, decimal, id, priceAnswerSchema, rateAnswerSchema, rates, text, version, whole } from "./fields"

/** The HTTP surface of packages. A package is named by its product. */

const entry = z.strictObject({
  /** One of this package's; without it, a new one. */
  id: id.optional(),
  role: z.enum(ENTRY_ROLES).default("content"),
  /** Left out: the variant's. */
  product_id: id.optional(),
  /** Of a package's product: a nested package. */
  variant_id: id,
  quantity: whole.default(1),
  is_optional: z.boolean().default(false),
  /** Contents with the same name here are alternatives. */
  alternative_group: text(100).nullable().default(null),
  is_default: z.boolean().default(false),
  is_hidden: z.boolean().default(false),
  /** Left out: true for a content, false for an accessory. */
  is_nested: z.boolean().optional(),
  is_free_quantity: z.boolean().default(false),
})

const price = z.strictObject({ currency_code: currencyCode, amount: decimal.nullable() })

/** What is left out stays as it is. */
export const savePackageSchema = z.strictObject({
  pricing: z.enum(PACKAGE_PRICINGS).optional(),
  default_hours: whole.nullable().optional(),
  minimum_duration: whole.nullable().optional(),
  contract_description: text(20_000).nullable().optional(),
  shows_contract_description: z.boolean().optional(),
  internal_notes: text(20_000).nullable().optional(),
  lists_contents: z.boolean().optional(),
  /** The whole list, in the order in which documents show it. */
  entries: z.array(entry).max(1000).optional(),
  rates: rates.optional(),
  /** Of a package with one variant: the price itself, or that of one day or hour. What is not in the list stays. */
  prices: z.array(price).max(200).optional(),
  version,
})

/** The product that is made for a new package. */
export const createPackageProductSchema = z.strictObject({
  title: text(200).min(1),
  subtitle: text(500).nullable().optional(),
  description: text(20_000).nullable().optional(),
  status: z.enum(["draft", "published", "proposed", "rejected"]).default("draft"),
  /** The product type, by which it is taxed. */
  type_id: id.nullable().optional(),
  collection_id: id.nullable().optional(),
  shipping_profile_id: id.nullable().optional(),
  category_ids: z.array(id).max(50).default([]),
  tag_ids: z.array(id).max(100).default([]),
  sales_channel_ids: z.array(id).max(100).default([]),
})

/** A new product, or one that there is. */
export const createPackageSchema = z
  .strictObject({
    product_id: id.optional(),
    product: createPackageProductSchema.optional(),
    package: savePackageSchema.omit({ version: true }).extend({ pricing: z.enum(PACKAGE_PRICINGS) }),
  })
  .refine(({ product_id, product }) => (product_id === undefined) !== (product === undefined), {
    path: ["product_id"],
    message: "name a product, or say how a new one is called: one of the two",
  })

/** `version` is the one that was seen: the package is not deleted where it was changed since. */
export const deletePackageSchema = z.object({ version: z.coerce.number().int().min(0).max(2_000_000_000).optional() })

export const duplicatePackageSchema = z.strictObject({ title: text(200).min(1) })

export const listPackagesSchema = z.object({
  q: text(200).optional(),
  pricing: oneOrMore(z.enum(PACKAGE_PRICINGS)),
  ...pageQuery({ most: 200, standard: 20 }),
})

/** Variants that can be added to a package, by the words of their products. */
export const listContentsSchema = z.object({
  q: text(200).optional(),
  /** The package they are for: what contains it is left out. */
  product_id: id.optional(),
  ...pageQuery({ most: 50, standard: 20 }),
})

export type CreatePackageProduct = z.output<typeof createPackageProductSchema>
export type SavePackage = z.output<typeof savePackageSchema>
export type SavePackageBody = z.input<typeof savePackageSchema>
export type CreatePackage = z.output<typeof createPackageSchema>
export type CreatePackageBody = z.input<typeof createPackageSchema>
export type DuplicatePackage = z.output<typeof duplicatePackageSchema>
export type ListPackages = z.output<typeof listPackagesSchema>
export type ListContents = z.output<typeof listContentsSchema>

export const packageProductAnswerSchema = z.object({
  id: z.string(),
  title: z.string(),
  thumbnail: z.string().nullable(),
  status: z.string(),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
  type: z.object({ id: z.string(), value: z.string() }).nullable(),
})
export type PackageProductAnswer = z.infer<typeof packageProductAnswerSchema>

export const entryAnswerSchema = z.object({
  id: z.string(),
  role: z.enum(ENTRY_ROLES),
  product_id: z.string(),
  variant_id: z.string(),
  quantity: z.number(),
  is_optional: z.boolean(),
  alternative_group: z.string().nullable(),
  is_default: z.boolean(),
  is_hidden: z.boolean(),
  is_nested: z.boolean(),
  is_free_quantity: z.boolean(),
  /** The product's name; null where it was deleted. */
  title: z.string().nullable(),
  /** The variant's own name, where its product has several. */
  variant_title: z.string().nullable(),
  sku: z.string().nullable(),
  thumbnail: z.string().nullable(),
  /** The product's: what is not published cannot be sold. */
  status: z.string().nullable(),
  is_package: z.boolean(),
})
export type EntryAnswer = z.infer<typeof entryAnswerSchema>

export const packageAnswerSchema = z.object({
  id: z.string(),
  product_id: z.string(),
  /** Null where it was deleted. */
  product: packageProductAnswerSchema.nullable(),
  variants: z.array(z.object({ id: z.string(), title: z.string(), prices: z.array(priceAnswerSchema) })),
  pricing: z.enum(PACKAGE_PRICINGS),
  default_hours: z.number().nullable(),
  minimum_duration: z.number().nullable(),
  contract_description: z.string().nullable(),
  shows_contract_description: z.boolean(),
  internal_notes: z.string().nullable(),
  lists_contents: z.boolean(),
  entries: z.array(entryAnswerSchema),
  rates: z.array(rateAnswerSchema),
  /** Packages that contain it. */
  contained_in: z.array(z.object({ product_id: z.string(), title: z.string() })),
  version: z.number(),
})
export type PackageAnswer = z.infer<typeof packageAnswerSchema>

/** One row of the admin's list. */
export const listedPackageAnswerSchema = packageAnswerSchema
  .pick({ id: true, product_id: true, product: true, pricing: true, version: true })
  .extend({ contents: z.number(), accessories: z.number(), created_at: z.string() })
export type ListedPackageAnswer = z.infer<typeof listedPackageAnswerSchema>

export const packageListAnswerSchema = pageAnswerSchema.extend({ packages: z.array(listedPackageAnswerSchema) })
export type PackageListAnswer = z.infer<typeof packageListAnswerSchema>

export const contentAnswerSchema = entryAnswerSchema
  .pick({ product_id: true, variant_id: true, variant_title: true, sku: true, thumbnail: true, is_package: true })
  .extend({ title: z.string(), status: z.string() })
export type ContentAnswer = z.infer<typeof contentAnswerSchema>

export const contentListAnswerSchema = pageAnswerSchema.extend({ contents: z.array(contentAnswerSchema) })
export type ContentListAnswer = z.infer<typeof contentListAnswerSchema>
