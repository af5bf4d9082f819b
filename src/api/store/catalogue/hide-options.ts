import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { hiddenProductIds, visibilityOf } from "../../../workflows/ports/store-visibility"
import { beforeAnswer } from "../../before-answer"

interface OptionRow {
  id: string
  products: { id: string }[]
}

/** Options that no product has but hidden ones. */
async function hiddenOptionIds(req: MedusaRequest): Promise<string[]> {
  const hidden = await hiddenProductIds(req.scope)
  if (!hidden.length) {
    return []
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: products } = await query.graph({
    entity: "product",
    fields: ["options.id"],
    filters: { id: hidden },
  })
  const ids = (products as { options: { id: string }[] }[]).flatMap(({ options }) => options.map(({ id }) => id))
  const { data } = await query.graph({ entity: "product_option", fields: ["id", "products.id"], filters: { id: ids } })
  return (data as OptionRow[]).flatMap(({ id, products: having }) =>
    having.every((product) => hidden.includes(product.id)) ? [id] : [],
  )
}

/** `/store/product-options` and one option: those of hidden products alone are not found (B10). */
export async function hideOptions(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const hidden = await hiddenOptionIds(req)
  const { id } = req.params
  if (id !== undefined && hidden.includes(id)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product option with id: ${id} was not found`)
  }
  const { $and } = req.filterableFields
  if (hidden.length) {
    req.filterableFields.$and = [...(Array.isArray($and) ? $and : []), { id: { $nin: hidden } }]
  }
  next()
}

interface VariantRow {
  id: string
  product_id: string
  options: { id: string }[]
}

interface ShownOption {
  values?: { id: string }[]
}

/** Of these values, those that only variants have which nobody sees: of hidden products, or disabled everywhere. */
async function hiddenValues(req: MedusaRequest, valueIds: string[]): Promise<Set<string>> {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "product_id", "options.id"],
    filters: { options: { id: valueIds } },
  })
  const variants = data as VariantRow[]
  const productIds = [...new Set(variants.map((variant) => variant.product_id))]
  const { hiddenProductIds: hidden, disabledVariantIds } = await visibilityOf(req.scope, productIds, null)
  const [unseen, seen] = [new Set<string>(), new Set<string>()]
  for (const { id, product_id, options } of variants) {
    const into = hidden.has(product_id) || disabledVariantIds.has(id) ? unseen : seen
    options.forEach((value) => into.add(value.id))
  }
  return new Set([...unseen].filter((id) => !seen.has(id)))
}

/** Takes the values of hidden products and disabled cycles out of options that others have, too (B6, B10). */
export function cleanOptions(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  beforeAnswer(res, next, async (body, isDone) => {
    const options = [body.product_options ?? body.product_option].flat() as ShownOption[]
    const ids = isDone ? options.flatMap(({ values }) => (values ?? []).map((value) => value.id)) : []
    const hidden = ids.length ? await hiddenValues(req, ids) : new Set<string>()
    for (const option of hidden.size ? options : []) {
      option.values = option.values?.filter((value) => !hidden.has(value.id))
    }
    return body
  })
}
