/** The ids that an answer contains, by which its parts are checked. */
export interface NamedIds {
  productIds: string[]
  variantIds: string[]
  /** What a search found: products, variants or something else. */
  hitIds: string[]
}

/** Under these keys Medusa answers products, variants and what a search found. */
const PRODUCT_KEYS = ["product", "products"]
const VARIANT_KEYS = ["variant", "variants"]
const HIT_KEY = "hits"

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !(value instanceof Date)

/** Finds every product and variant in an answer, however deep it is embedded. Metadata is the merchant's own. */
export function namedIn(answer: unknown): NamedIds {
  const productIds = new Set<string>()
  const variantIds = new Set<string>()
  const hitIds = new Set<string>()
  const visit = (key: string, value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach((one) => visit(key, one))
      return
    }
    if (!isObject(value) || key === "metadata") {
      return
    }
    if (typeof value.id === "string" && PRODUCT_KEYS.includes(key)) {
      productIds.add(value.id)
    }
    if (typeof value.id === "string" && VARIANT_KEYS.includes(key)) {
      variantIds.add(value.id)
    }
    if (typeof value.id === "string" && key === HIT_KEY) {
      hitIds.add(value.id)
    }
    if (typeof value.product_id === "string") {
      productIds.add(value.product_id)
    }
    Object.entries(value).forEach(([childKey, child]) => visit(childKey, child))
  }
  visit("", answer)
  return { productIds: [...productIds], variantIds: [...variantIds], hitIds: [...hitIds] }
}
