import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const EMBEDDED = ["products", "product", "variants", "variant", "values"]

/** For `products.variants.title`: `products.id` and `products.variants.id`. */
const idsFor = (field: string): string[] => {
  const segments = field.replace(/^\*/, "").split(".")
  return segments.flatMap((segment, index) =>
    EMBEDDED.includes(segment) ? [[...segments.slice(0, index + 1), "id"].join(".")] : [],
  )
}

/** Has embedded products, variants and option values answered with their ids, by which `cleanAnswer` knows them. */
export function nameEmbedded(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  const { fields } = req.queryConfig
  const missing = new Set(fields.flatMap(idsFor).filter((field) => !fields.includes(field)))
  req.queryConfig.fields = [...fields, ...missing]
  next()
}
