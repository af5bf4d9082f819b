import type { CalculatedPriceSet, MedusaContainer, PricingContext } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  PACKAGES_MODULE,
  type PackagesModuleService,
  type PricedArticleRow,
  readPricedArticles,
} from "../../../modules/packages"
import type { Decimal } from "../../../rules/money"
import { rateTableOf, type Article } from "../../../rules/packages"
import { decimalOf } from "../../cart/to-cart-facts"

export interface ArticleVariant {
  productId: string
  variantId: string
}

/** Who buys, and where: decides which of Medusa's prices counts. */
export interface ArticleContext {
  currencyCode: string
  regionId: string | null
  customerId?: string | null | undefined
  customerGroupIds?: string[] | undefined
}

/**
 * Variants as packages see them, by variant id: the price that Medusa calculates, and unit and rates. Of a package's own
 * variant the package's rates. The number of statements does not depend on how many there are.
 */
export async function loadArticles(
  container: MedusaContainer,
  variants: readonly ArticleVariant[],
  context: ArticleContext,
): Promise<Map<string, Article>> {
  const asked = [...new Map(variants.map((one) => [one.variantId, one])).values()]
  if (!asked.length) {
    return new Map()
  }
  const currencyCode = context.currencyCode.toLowerCase()
  const prices = calculatedPrices(container, asked, { ...context, currencyCode })
  return articlesAt(container, asked, { currencyCode, prices })
}

interface Pricing {
  currencyCode: string
  /** By variant id; what has no price is left out. */
  prices: VariantPrices | Promise<VariantPrices>
}

type VariantPrices = ReadonlyMap<string, { price: Decimal; isTaxInclusive: boolean }>

/** The same with the prices given. */
export async function articlesAt(
  container: MedusaContainer,
  variants: readonly ArticleVariant[],
  pricing: Pricing,
): Promise<Map<string, Article>> {
  const asked = [...new Map(variants.map((one) => [one.variantId, one])).values()]
  const currencyCode = pricing.currencyCode.toLowerCase()
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const [rows, prices, isTaxInclusive] = await Promise.all([
    readPricedArticles(knex, { variants: asked, currencyCode }),
    pricing.prices,
    isCurrencyTaxInclusive(container, currencyCode),
  ])
  const rowOf = new Map(rows.map((row) => [row.variant_id, row]))
  return new Map(
    asked.map((variant) => {
      const priced = prices.get(variant.variantId) ?? { price: null, isTaxInclusive }
      return [variant.variantId, { ...variant, ...termsOf(rowOf.get(variant.variantId), currencyCode), ...priced }]
    }),
  )
}

const termsOf = (row: PricedArticleRow | undefined, currencyCode: string) => ({
  unit: row?.unit ?? ("flat" as const),
  rates: rateTableOf(row?.rates ?? [], currencyCode),
  minimumDuration: row?.minimum_duration ?? null,
  percent: row?.percent ?? null,
  group: row?.percent_group ?? null,
})

/** As Medusa sells one piece to this customer, price lists included, by variant id; one without a price is left out. */
async function calculatedPrices(
  container: MedusaContainer,
  variants: readonly ArticleVariant[],
  context: ArticleContext,
): Promise<Map<string, { price: Decimal; isTaxInclusive: boolean }>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_price_set",
    fields: ["variant_id", "price_set_id"],
    filters: { variant_id: variants.map(({ variantId }) => variantId) },
  })
  const links = data as { variant_id: string; price_set_id: string }[]
  if (!links.length) {
    return new Map()
  }
  const calculated: (CalculatedPriceSet & { raw_calculated_amount?: unknown })[] = await container
    .resolve(Modules.PRICING)
    .calculatePrices({ id: links.map((link) => link.price_set_id) }, { context: pricingContext(context) })
  const bySet = new Map(calculated.map((price) => [price.id, price]))
  return new Map(
    links.flatMap(({ variant_id, price_set_id }) => {
      const price = bySet.get(price_set_id)
      const amount = price?.raw_calculated_amount ?? price?.calculated_amount ?? null
      const isTaxInclusive = price?.is_calculated_price_tax_inclusive ?? false
      return amount === null ? [] : [[variant_id, { price: decimalOf(amount), isTaxInclusive }]]
    }),
  )
}

function pricingContext({ currencyCode, regionId, customerId, customerGroupIds }: ArticleContext) {
  const groups = (customerGroupIds ?? []).map((id) => ({ id }))
  const customer = { ...(customerId ? { id: customerId } : {}), ...(groups.length ? { groups } : {}) }
  const context: Record<string, unknown> = {
    currency_code: currencyCode,
    ...(regionId ? { region_id: regionId } : {}),
    ...(Object.keys(customer).length ? { customer } : {}),
  }
  return context as PricingContext["context"]
}

/** Whether prices in the currency include tax: of an article that has rates and no price of Medusa's. */
async function isCurrencyTaxInclusive(container: MedusaContainer, currencyCode: string): Promise<boolean> {
  const [preference] = await container
    .resolve(Modules.PRICING)
    .listPricePreferences({ attribute: "currency_code", value: currencyCode }, { take: 1 })
  return preference?.is_tax_inclusive ?? false
}
