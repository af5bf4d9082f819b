export interface Unwanted {
  hiddenProductIds: Set<string>
  disabledVariantIds: Set<string>
  /** Option values that only disabled cycles have. */
  optionValueIds: Set<string>
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype

const isUnwanted = (value: unknown, unwanted: Unwanted): boolean => {
  if (!isObject(value)) {
    return false
  }
  const has = (ids: Set<string>, id: unknown) => typeof id === "string" && ids.has(id)
  return (
    has(unwanted.hiddenProductIds, value.id) ||
    has(unwanted.hiddenProductIds, value.product_id) ||
    has(unwanted.disabledVariantIds, value.id) ||
    has(unwanted.optionValueIds, value.id)
  )
}

/**
 * An answer without what is unwanted: it is left out of lists, and null where there was one. The parts that hold none of
 * it, and whatever is not plain data, are handed through as they are.
 */
export function pruned(value: unknown, unwanted: Unwanted): unknown {
  if (Array.isArray(value)) {
    return value.filter((one) => !isUnwanted(one, unwanted)).map((one) => pruned(one, unwanted))
  }
  if (!isObject(value)) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      if (key === "metadata") {
        return [key, child]
      }
      return [key, isUnwanted(child, unwanted) ? null : pruned(child, unwanted)]
    }),
  )
}
