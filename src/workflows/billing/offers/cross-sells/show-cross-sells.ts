import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, ProductStatus } from "@medusajs/framework/utils"
import type { CrossSellAnswer } from "../../../../contracts/billing/offer-links/cross-sells"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import type { CrossSell } from "../../../../rules/billing"
import { readStoreProducts, visibleProductIds, type Shopper } from "../read-store-products"

/** What is sold with a cart, of that what the visitor sees and can order, in its order (B15). */
export async function showCrossSells(
  container: MedusaContainer,
  shopper: Shopper,
  crossSells: readonly CrossSell[],
): Promise<CrossSellAnswer[]> {
  const ids = crossSells.map(({ productId }) => productId)
  if (!ids.length) {
    return []
  }
  const offered = await container
    .resolve<BillingModuleService>(BILLING_MODULE)
    .listOffers({ product_id: ids }, { select: ["product_id"], take: null })
  const withOffer = new Set(offered.map(({ product_id }) => product_id))
  const visible = await visibleProductIds(container, shopper, { productIds: [...withOffer] })
  const products = await readStoreProducts(container, shopper, visible)
  const goods = await goodsInShop(
    container,
    shopper,
    ids.filter((id) => !withOffer.has(id)),
  )
  return crossSells.flatMap(({ productId, withProductId, replaces }): CrossSellAnswer[] => {
    const product = products.find(({ id, offer, cycles }) => id === productId && !offer.on_request && cycles.length > 0)
    const shown = product ?? goods.find(({ id }) => id === productId)
    return shown
      ? [
          {
            product_id: productId,
            title: shown.title,
            handle: shown.handle,
            thumbnail: shown.thumbnail ?? null,
            with_product_id: withProductId,
            replaces_line_id: replaces?.lineId ?? null,
            product: product ?? null,
          },
        ]
      : []
  })
}

interface Goods {
  id: string
  title: string
  handle: string
  thumbnail: string | null
}

/** Published goods without an offer, in the visitor's channels. */
async function goodsInShop(container: MedusaContainer, { salesChannelIds }: Shopper, ids: string[]): Promise<Goods[]> {
  if (!ids.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "product_sales_channel",
    fields: ["product_id"],
    filters: { product_id: ids, sales_channel_id: salesChannelIds },
  })
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "title", "handle", "thumbnail"],
    filters: { id: [...new Set(links.map(({ product_id }) => product_id))], status: ProductStatus.PUBLISHED },
  })
  return data.map(({ id, title, handle, thumbnail }) => ({ id, title, handle, thumbnail: thumbnail ?? null }))
}
