import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, ProductStatus, QueryContext } from "@medusajs/framework/utils"
import type { StoreOfferProductAnswer } from "../../../contracts/billing/offers"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { storeProductAnswer, type StoreProduct } from "../../../rules/billing"
import { loadOfferTerms } from "./steps/load-offer-terms"

/** Who looks, and where from: decides what is shown and at which price. */
export interface Shopper {
  salesChannelIds: string[]
  currencyCode: string
  regionId: string | null
  customerGroupIds: string[]
}

export interface StoreProductsFilter {
  productIds?: string[]
  collectionId?: string
}

const PRODUCT_FIELDS = [
  "id",
  "title",
  "subtitle",
  "description",
  "handle",
  "thumbnail",
  "collection.id",
  "collection.title",
  "collection.handle",
  "variants.id",
  "variants.title",
  "variants.calculated_price.*",
]

/** Ids of the offered products that a shopper may see, by rank (B2, B10). Three statements however many. */
export async function visibleProductIds(
  container: MedusaContainer,
  shopper: Shopper,
  filter: StoreProductsFilter,
): Promise<string[]> {
  const billing: BillingModuleService = container.resolve(BILLING_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const offers = await billing.listOffers(
    { hidden: false, ...(filter.productIds ? { product_id: filter.productIds } : {}) },
    { select: ["product_id"], take: null, order: { rank: "ASC", created_at: "ASC", id: "ASC" } },
  )
  const offered = offers.map((offer) => offer.product_id)
  if (!offered.length) {
    return []
  }
  const { data: links } = await query.graph({
    entity: "product_sales_channel",
    fields: ["product_id"],
    filters: { product_id: offered, sales_channel_id: shopper.salesChannelIds },
  })
  const { data: products } = await query.graph({
    entity: "product",
    fields: ["id"],
    filters: {
      id: [...new Set(links.map((link) => link.product_id))],
      status: ProductStatus.PUBLISHED,
      ...(filter.collectionId ? { collection_id: filter.collectionId } : {}),
    },
  })
  const visible = new Set(products.map((product) => product.id))
  return offered.filter((id) => visible.has(id))
}

/** Products with their enabled cycles, as a storefront shows them, in the order of the ids. */
export async function readStoreProducts(
  container: MedusaContainer,
  shopper: Shopper,
  productIds: string[],
): Promise<StoreOfferProductAnswer[]> {
  if (!productIds.length) {
    return []
  }
  const { currencyCode, regionId, customerGroupIds } = shopper
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: PRODUCT_FIELDS,
    filters: { id: productIds },
    context: {
      variants: {
        calculated_price: QueryContext({
          currency_code: currencyCode,
          ...(regionId ? { region_id: regionId } : {}),
          ...(customerGroupIds.length ? { customer: { groups: customerGroupIds.map((id) => ({ id })) } } : {}),
        }),
      },
    },
  })
  const billing: BillingModuleService = container.resolve(BILLING_MODULE)
  const [terms, stored] = await Promise.all([
    loadOfferTerms(container, { productIds, currencyCode, regionId }),
    billing.listOffers({ product_id: productIds }, { select: ["product_id", "rank"], take: null }),
  ])
  const rows = new Map((data as unknown as StoreProduct[]).map((row) => [row.id, row]))
  const ranks = new Map(stored.map((offer) => [offer.product_id, offer.rank]))
  return productIds.flatMap((id) => {
    const row = rows.get(id)
    const loaded = terms.get(id)
    return row && loaded ? [storeProductAnswer(row, loaded, { currencyCode, rank: ranks.get(id) ?? 0 })] : []
  })
}
