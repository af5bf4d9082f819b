import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Decimal } from "../../../rules/money"

export interface BasePrice {
  id: string
  currencyCode: string
  amount: Decimal
}

export interface VariantPrices {
  priceSetId: string
  prices: BasePrice[]
}

interface PriceRow {
  id: string
  price_set_id: string
  currency_code: string
  amount: unknown
  raw_amount: { value: string | number } | null
  min_quantity: unknown
  max_quantity: unknown
  price_list_id: string | null
  price_rules?: { attribute: string }[]
}

interface Which {
  /** The regions' own prices, too. */
  withRegional?: boolean
}

/** A base price holds for anybody: no price list, no range of quantities, no rule, unless it is of a region (B6). */
const isBase = (row: PriceRow, { withRegional = false }: Which): boolean => {
  const rules = row.price_rules ?? []
  const isPlain = row.price_list_id === null && row.min_quantity === null && row.max_quantity === null
  return isPlain && rules.every((rule) => withRegional && rule.attribute === "region_id")
}

/**
 * The base prices of variants, exact, in every currency; for one currency and region see `loadOfferTerms`. The same
 * number of statements however many variants. A variant that is not in the map has no price set.
 */
export async function loadBasePrices(
  container: MedusaContainer,
  variantIds: string[],
  which: Which = {},
): Promise<Map<string, VariantPrices>> {
  const found = new Map<string, VariantPrices>()
  if (!variantIds.length) {
    return found
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "product_variant_price_set",
    fields: ["variant_id", "price_set_id"],
    filters: { variant_id: variantIds },
  })
  const bySet = new Map<string, VariantPrices>()
  for (const link of links as { variant_id: string; price_set_id: string }[]) {
    const entry = { priceSetId: link.price_set_id, prices: [] }
    bySet.set(link.price_set_id, entry)
    found.set(link.variant_id, entry)
  }
  if (!bySet.size) {
    return found
  }
  const rows = await container
    .resolve(Modules.PRICING)
    .listPrices(
      { price_set_id: [...bySet.keys()] },
      { relations: ["price_rules"], take: null, order: { currency_code: "ASC", id: "ASC" } },
    )
  for (const row of rows as unknown as PriceRow[]) {
    if (isBase(row, which)) {
      bySet.get(row.price_set_id)?.prices.push({
        id: row.id,
        currencyCode: row.currency_code,
        amount: String(row.raw_amount?.value ?? row.amount),
      })
    }
  }
  return found
}
