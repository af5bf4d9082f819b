import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { allBasePrices, plainBasePrices, type PriceColumns } from "../../../rules/billing"
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

/** A price of a variant as Medusa stores it, exact. */
export type PriceRow = PriceColumns & { id: string }

interface StoredPrice extends Omit<PriceRow, "amount" | "price_rules"> {
  price_set_id: string
  amount: unknown
  raw_amount: { value: string | number } | null
  price_rules?: PriceRow["price_rules"]
}

/**
 * Every price of variants, in one currency or in all, each variant's in one order. Two statements however many variants.
 * A variant that is not in the map has no price set.
 */
export async function loadPrices(
  container: MedusaContainer,
  variantIds: string[],
  currencyCode?: string,
): Promise<Map<string, { priceSetId: string; prices: PriceRow[] }>> {
  if (!variantIds.length) {
    return new Map()
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_price_set",
    fields: ["variant_id", "price_set_id"],
    filters: { variant_id: variantIds },
  })
  const links = data as { variant_id: string; price_set_id: string }[]
  if (!links.length) {
    return new Map()
  }
  const price_set_id = links.map((link) => link.price_set_id)
  const rows = await container
    .resolve(Modules.PRICING)
    .listPrices(
      { price_set_id, ...(currencyCode ? { currency_code: currencyCode } : {}) },
      { relations: ["price_rules"], take: null, order: { currency_code: "ASC", id: "ASC" } },
    )
  const ofSet = new Map<string, PriceRow[]>(price_set_id.map((id) => [id, []]))
  for (const { price_set_id: id, raw_amount, ...row } of rows as unknown as StoredPrice[]) {
    const amount = String(raw_amount?.value ?? row.amount)
    ofSet.get(id)?.push({ ...row, amount, price_rules: row.price_rules ?? [] })
  }
  return new Map(
    links.map((link) => [
      link.variant_id,
      { priceSetId: link.price_set_id, prices: ofSet.get(link.price_set_id) ?? [] },
    ]),
  )
}

interface Which {
  /** The regions' own prices, too. */
  withRegional?: boolean
}

/** The base prices of variants (B6), exact, in every currency; for one currency and region see `loadOfferTerms`. */
export async function loadBasePrices(
  container: MedusaContainer,
  variantIds: string[],
  { withRegional = false }: Which = {},
): Promise<Map<string, VariantPrices>> {
  const loaded = await loadPrices(container, variantIds)
  const baseOf = withRegional ? allBasePrices : plainBasePrices
  return new Map(
    [...loaded].map(([variantId, { priceSetId, prices }]) => [
      variantId,
      {
        priceSetId,
        prices: baseOf(prices).map(({ id, currency_code, amount }) => ({ id, currencyCode: currency_code, amount })),
      },
    ]),
  )
}
