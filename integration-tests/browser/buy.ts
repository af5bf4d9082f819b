import type { Shop } from "./create-shop"

interface CycleOfProduct {
  variant_id: string
  interval: { unit: string; count: number } | null
}

/** The variant of a product's cycle, asked of the Store API as a storefront would. */
export async function variantOfCycle(shop: Shop, productId: string, unit: string): Promise<string> {
  const { product } = await shop.customer.get<{ product: { cycles: CycleOfProduct[] } }>(
    `/store/billing/products/${productId}?region_id=${shop.regions.eur}`,
  )
  const cycle = product.cycles.find(({ interval }) => interval?.unit === unit && interval.count === 1)
  if (!cycle) {
    throw new Error(`The product has no cycle of one ${unit}`)
  }
  return cycle.variant_id
}

/** Buys through Medusa's own Store API, and pays with the demo provider. Returns the order's id. */
export async function buy(shop: Shop, variantId: string, quantity = 1): Promise<string> {
  const { customer: http } = shop
  const address = {
    first_name: "Clara",
    last_name: "Meier",
    company: "Meier & Söhne GmbH",
    address_1: "Lindenstraße 4",
    city: "Berlin",
    postal_code: "10969",
    country_code: "de",
  }
  const { cart } = await http.post<{ cart: { id: string } }>("/store/carts", {
    region_id: shop.regions.eur,
    shipping_address: address,
    billing_address: address,
  })
  await http.post(`/store/carts/${cart.id}/line-items`, { variant_id: variantId, quantity })
  const { payment_collection } = await http.post<{ payment_collection: { id: string } }>("/store/payment-collections", {
    cart_id: cart.id,
  })
  await http.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: "pp_demo_demo",
    data: { setup_future_usage: "off_session" },
  })
  const completed = await http.post<{ type: string; order?: { id: string }; error?: { message: string } }>(
    `/store/carts/${cart.id}/complete`,
  )
  if (!completed.order) {
    throw new Error(`The cart was not completed: ${completed.error?.message}`)
  }
  return completed.order.id
}
