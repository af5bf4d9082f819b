import { CartClient, type Cart } from "./cart-client"
import { createCustomer, type TestCustomer } from "./create-customer"
import { createProduct } from "./create-product"
import { createWorld, type World } from "./create-world"
import type { TestStore } from "./store-test"

/** The provider id of this room's adjustments. */
export const DISCOUNT_PROVIDER = "service-commerce-discount"

/** Each line's own discounts as the Store API shows them: `title: name amount, …`. */
export const given = (cart: Cart): Record<string, string[]> =>
  Object.fromEntries(
    (cart.items ?? []).map((item) => [
      item.title,
      (item.adjustments ?? [])
        .filter((adjustment) => adjustment.provider_id === DISCOUNT_PROVIDER)
        .map((adjustment) => `${adjustment.description} ${Number(adjustment.amount).toFixed(2)}`)
        .sort(),
    ]),
  )

/** The id of a line, by its title. */
export const lineOf = (cart: Cart, title: string) => cart.items?.find((item) => item.title === title)?.id ?? ""

/** Variants by their titles, and the customer who buys them. */
export interface DiscountShop {
  world: World
  visitor: CartClient
  clara: TestCustomer
  mug: string
  mugProduct: string
  pen: string
  /** Needs no shipping. */
  service: string
}

export async function createDiscountShop(store: TestStore): Promise<DiscountShop> {
  const world = await createWorld(store)
  const container = store.container()
  const { salesChannelId } = world
  const goods = { salesChannelId, shippingProfileId: world.shipping.profileId }
  const mug = await createProduct(container, { title: "Mug", prices: { eur: 10, chf: 12 }, ...goods })
  const pen = await createProduct(container, { title: "Pen", prices: { eur: 4.9, chf: 5 }, ...goods })
  const advice = await createProduct(container, { title: "Advice", prices: { eur: 90 }, salesChannelId })
  const variantOf = (product: typeof mug) => product.variants[0]?.id ?? ""
  return {
    world,
    visitor: new CartClient(store, world),
    clara: await createCustomer(container, { email: "clara@test.example", ...world }),
    mug: variantOf(mug),
    mugProduct: mug.id,
    pen: variantOf(pen),
    service: variantOf(advice),
  }
}
