import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import { crossSellsOfCart, type CrossSell } from "../../../../rules/billing"
import { hiddenContents } from "../../../ports/packages/hidden-contents"

export interface SellingCart {
  id: string
  region_id: string | null
  sales_channel_id: string | null
  crossSells: CrossSell[]
}

/**
 * A cart with what is sold with it, before anything is said about who may buy it. What is hidden in a package sells nothing:
 * the answer would name it (P13). Throws NOT_FOUND.
 */
export async function readSellingCart(container: MedusaContainer, cartId: string): Promise<SellingCart> {
  const [cart] = await container
    .resolve(Modules.CART)
    .listCarts({ id: [cartId] }, { select: ["id", "region_id", "sales_channel_id"], relations: ["items"], take: 1 })
  if (!cart) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id: ${cartId} was not found`)
  }
  const items = (cart.items ?? []).map(({ id, product_id, quantity }) => ({
    id,
    product_id,
    quantity: Number(quantity),
  }))
  const lines = (await hiddenContents.get()(container, items)).flatMap(({ id, product_id, quantity }) =>
    product_id ? [{ id, productId: product_id, quantity }] : [],
  )
  const offers = await container
    .resolve<BillingModuleService>(BILLING_MODULE)
    .offersOf([...new Set(lines.map(({ productId }) => productId))])
  const named = new Map(
    offers.map(({ offer }) => [
      offer.product_id,
      offer.cross_sells.map(({ product_id, replaces }) => ({ productId: product_id, replaces })),
    ]),
  )
  return {
    id: cart.id,
    region_id: cart.region_id ?? null,
    sales_channel_id: cart.sales_channel_id ?? null,
    crossSells: crossSellsOfCart({ lines, named }),
  }
}
