import type { CalculatedPriceSet, MedusaContainer, PricingContext } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  type LineFactsRow,
  PACKAGES_MODULE,
  type PackagesModuleService,
  readLineFacts,
} from "../../../modules/packages"
import type { Decimal } from "../../../rules/money"
import { rateTableOf, type Article, type ContentProduct } from "../../../rules/packages"
import { decimalOf } from "../../cart/to-cart-facts"
import { contentProductsOf } from "./content-products"

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
  /** A variant that Medusa prices by itself in the cart, and how many: it may have prices from a quantity on. */
  bought?: { variantId: string; quantity: number } | undefined
}

/** Variants as packages see them, by variant id. */
export interface LoadedVariants {
  /** The price that Medusa calculates, and unit and rates; of a package's own variant the package's rates. */
  articles: Map<string, Article>
  /** As their lines show them. One that is gone, or whose product is not published, is not in it. */
  products: Map<string, ContentProduct>
}

/** Variants with prices and goods. The number of statements does not depend on how many there are. */
export async function loadVariants(
  container: MedusaContainer,
  variants: readonly ArticleVariant[],
  context: ArticleContext,
): Promise<LoadedVariants> {
  const currencyCode = context.currencyCode.toLowerCase()
  const rows = await readRows(container, variants, currencyCode)
  const prices = await calculatedPrices(container, rows, { ...context, currencyCode })
  return {
    articles: await articlesOf(container, variants, { currencyCode, rows, prices }),
    products: contentProductsOf(rows),
  }
}

/** Only their prices, units and rates. */
export async function loadArticles(
  container: MedusaContainer,
  variants: readonly ArticleVariant[],
  context: ArticleContext,
): Promise<Map<string, Article>> {
  return (await loadVariants(container, variants, context)).articles
}

/** By variant id; what has no price is left out. */
type VariantPrices = ReadonlyMap<string, { price: Decimal; isTaxInclusive: boolean }>

/** The same with the prices given. */
export async function articlesAt(
  container: MedusaContainer,
  variants: readonly ArticleVariant[],
  { currencyCode: given, prices }: { currencyCode: string; prices: VariantPrices },
): Promise<Map<string, Article>> {
  const currencyCode = given.toLowerCase()
  const rows = await readRows(container, variants, currencyCode)
  return articlesOf(container, variants, { currencyCode, rows, prices })
}

const once = (variants: readonly ArticleVariant[]): ArticleVariant[] => [
  ...new Map(variants.map(({ productId, variantId }) => [variantId, { productId, variantId }])).values(),
]

const readRows = (
  container: MedusaContainer,
  variants: readonly ArticleVariant[],
  currencyCode: string,
): Promise<LineFactsRow[]> =>
  readLineFacts(container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex, {
    variants: once(variants),
    currencyCode,
  })

interface Pricing {
  /** In lower case. */
  currencyCode: string
  rows: readonly LineFactsRow[]
  prices: VariantPrices
}

async function articlesOf(
  container: MedusaContainer,
  variants: readonly ArticleVariant[],
  { currencyCode, rows, prices }: Pricing,
): Promise<Map<string, Article>> {
  const asked = once(variants)
  const rowOf = new Map(rows.map((row) => [row.variant_id, row]))
  const isPriced = asked.every(({ variantId }) => prices.has(variantId))
  const isTaxInclusive = !isPriced && (await isCurrencyTaxInclusive(container, currencyCode))
  return new Map(
    asked.map((variant) => {
      const priced = prices.get(variant.variantId) ?? { price: null, isTaxInclusive }
      return [variant.variantId, { ...variant, ...termsOf(rowOf.get(variant.variantId), currencyCode), ...priced }]
    }),
  )
}

const termsOf = (row: LineFactsRow | undefined, currencyCode: string) => ({
  unit: row?.unit ?? ("flat" as const),
  rates: rateTableOf(row?.rates ?? [], currencyCode),
  minimumDuration: row?.minimum_duration ?? null,
  percent: row?.percent ?? null,
  group: row?.percent_group ?? null,
  packagePricing: row?.package_pricing ?? null,
})

/** As Medusa sells one piece to this customer, price lists included. */
async function calculatedPrices(
  container: MedusaContainer,
  rows: readonly LineFactsRow[],
  context: ArticleContext,
): Promise<VariantPrices> {
  const setIds = rows.flatMap(({ price_set_id }) => price_set_id ?? [])
  if (!setIds.length) {
    return new Map()
  }
  const calculated: (CalculatedPriceSet & { raw_calculated_amount?: unknown })[] = await container
    .resolve(Modules.PRICING)
    .calculatePrices({ id: setIds }, { context: pricingContext(context) })
  const bySet = new Map(
    [...calculated, ...(await priceOfBought(container, rows, context))].map((price) => [price.id, price]),
  )
  return new Map(
    rows.flatMap(({ variant_id, price_set_id }) => {
      const price = bySet.get(price_set_id ?? "")
      const amount = price?.raw_calculated_amount ?? price?.calculated_amount ?? null
      const isTaxInclusive = price?.is_calculated_price_tax_inclusive ?? false
      return amount === null ? [] : [[variant_id, { price: decimalOf(amount), isTaxInclusive }]]
    }),
  )
}

async function priceOfBought(
  container: MedusaContainer,
  rows: readonly LineFactsRow[],
  { bought, ...context }: ArticleContext,
): Promise<CalculatedPriceSet[]> {
  const id =
    bought && bought.quantity > 1 ? rows.find((row) => row.variant_id === bought.variantId)?.price_set_id : null
  return id
    ? container
        .resolve(Modules.PRICING)
        .calculatePrices({ id: [id] }, { context: { ...pricingContext(context), quantity: bought?.quantity ?? 1 } })
    : []
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
