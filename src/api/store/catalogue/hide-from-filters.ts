import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { productsOfVariants, visibilityOf } from "../../../workflows/ports/store-visibility"
import { placeOfRequest } from "./place-of-request"

type Filters = Record<string, unknown>

const isObject = (value: unknown): value is Filters =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const partsOf = (filters: Filters): Filters[] =>
  ["$and", "$or"].flatMap((key) => (Array.isArray(filters[key]) ? filters[key].filter(isObject) : []))

/** What is filtered by variants, however deep: `variants[sku]`, `$or[0][variants][options][value]`. */
const variantFilters = (filters: Filters): { variants: Filters }[] => [
  ...(isObject(filters.variants) ? [filters as { variants: Filters }] : []),
  ...partsOf(filters).flatMap(variantFilters),
]

async function disabledAmong(req: MedusaRequest, variantIds: string[] | null): Promise<string[]> {
  const productIds = variantIds?.length === 0 ? [] : await productsOfVariants(req.scope, variantIds)
  if (!productIds.length) {
    return []
  }
  return [...(await visibilityOf(req.scope, productIds, await placeOfRequest(req))).disabledVariantIds]
}

/** A disabled cycle is no variant to filter by: the database passes over it. */
async function restrictVariants(req: MedusaRequest): Promise<void> {
  const filters = variantFilters(req.filterableFields)
  const disabled = filters.length ? await disabledAmong(req, null) : []
  for (const filter of disabled.length ? filters : []) {
    const { $and } = filter.variants
    filter.variants = { ...filter.variants, $and: [...(Array.isArray($and) ? $and : []), { id: { $nin: disabled } }] }
  }
}

interface FoundVariant {
  id: string
  product_id: string
  options: { id: string; option_id: string }[]
}

const FOUND_FIELDS = ["id", "product_id", "options.id", "options.option_id"]

async function findVariants(req: MedusaRequest, filters: Filters): Promise<FoundVariant[]> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "variant", fields: FOUND_FIELDS, filters })
  return data as FoundVariant[]
}

/** Products that have the option values in disabled cycles alone. */
async function foundByValuesOfDisabled(req: MedusaRequest, asked: unknown): Promise<string[]> {
  const ids = new Set([asked].flat().filter((id): id is string => typeof id === "string"))
  const found = ids.size ? await findVariants(req, { options: { id: [...ids] } }) : []
  const optionsOf = (variant: FoundVariant) =>
    new Set(variant.options.filter((value) => ids.has(value.id)).map((value) => value.option_id))
  // As Medusa has it: one of the values in each of the options.
  const count = new Set(found.flatMap((variant) => [...optionsOf(variant)])).size
  const matching = found.filter((variant) => optionsOf(variant).size === count)
  const disabled = await disabledAmong(
    req,
    matching.map(({ id }) => id),
  )
  const shown = matching.filter(({ id }) => !disabled.includes(id)).map((variant) => variant.product_id)
  return matching.map((variant) => variant.product_id).filter((id) => !shown.includes(id))
}

const PRODUCT_TEXTS = ["title", "subtitle", "description"]
const VARIANT_TEXTS = ["title", "sku", "barcode", "ean", "upc"]
const holds = (fields: string[], word: string): Filters[] =>
  fields.map((field) => ({ [field]: { $ilike: `%${word}%` } }))

/** Products that a text is found in only where it stands in disabled cycles: their titles and numbers. */
async function foundByTextOfDisabled(req: MedusaRequest, q: unknown): Promise<string[]> {
  const words = typeof q === "string" ? q.split(/\s+/).filter(Boolean) : []
  const found = words.length
    ? await findVariants(req, { $or: words.flatMap((word) => holds(VARIANT_TEXTS, word)) })
    : []
  const disabled = await disabledAmong(
    req,
    found.map(({ id }) => id),
  )
  const doubtful = [...new Set(found.filter(({ id }) => disabled.includes(id)).map((one) => one.product_id))]
  if (!doubtful.length) {
    return []
  }
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id"],
    filters: {
      id: doubtful,
      $and: words.map((word) => ({
        $or: [
          ...holds(PRODUCT_TEXTS, word),
          { variants: { $and: [{ $or: holds(VARIANT_TEXTS, word) }, { id: { $nin: disabled } }] } },
        ],
      })),
    },
  })
  const shown = new Set(data.map(({ id }) => id))
  return doubtful.filter((id) => !shown.has(id))
}

/**
 * `/store/products`: a product is not found by what its disabled cycles alone have, a number (`variants[sku]`), an option value
 * or a text. Else a visitor could ask whether there is one.
 */
export async function hideFromFilters(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  await restrictVariants(req)
  const { q, option_value_id, $and } = req.filterableFields
  const confirmed = [...(await foundByTextOfDisabled(req, q)), ...(await foundByValuesOfDisabled(req, option_value_id))]
  if (confirmed.length) {
    req.filterableFields.$and = [...(Array.isArray($and) ? $and : []), { id: { $nin: confirmed } }]
  }
  next()
}
