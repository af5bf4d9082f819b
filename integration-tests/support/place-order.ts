import type { HttpTypes } from "@medusajs/framework/types"
import type { RequestHeaders } from "./create-admin"
import type { World } from "./create-world"
import { regionOf } from "./region-of"
import type { TestStore } from "./store-test"
import { testAddress, type Country } from "./test-address"

export type Purchase = {
  items: { variant_id: string; quantity: number; metadata?: Record<string, unknown> }[]
  /** The customer's, or the visitor's where left out. */
  headers?: RequestHeaders["headers"]
  email?: string
  /** Decides region, currency and tax. */
  country?: Country
  providerId?: string
  /** What the storefront gives to the payment session. */
  paymentData?: Record<string, unknown>
  withShipping?: boolean
}

/**
 * Buys through Medusa's own Store API alone, as any storefront does: cart, lines, shipping, payment, completion.
 * Returns the order; throws where the cart does not become one, with the reason.
 */
export async function placeOrder(store: TestStore, world: World, purchase: Purchase): Promise<HttpTypes.StoreOrder> {
  const { api } = store
  const request = { headers: purchase.headers ?? world.storeHeaders.headers }
  const country_code = purchase.country ?? "de"
  const region = regionOf(world.regions, country_code)
  const address = testAddress(country_code)

  const created = await api.post(
    "/store/carts",
    { region_id: region.id, email: purchase.email, shipping_address: address, billing_address: address },
    request,
  )
  const cartId: string = created.data.cart.id
  for (const item of purchase.items) {
    await api.post(`/store/carts/${cartId}/line-items`, item, request)
  }
  if (purchase.withShipping) {
    await api.post(`/store/carts/${cartId}/shipping-methods`, { option_id: world.shipping.optionId }, request)
  }
  const collection = await api.post("/store/payment-collections", { cart_id: cartId }, request)
  await api.post(
    `/store/payment-collections/${collection.data.payment_collection.id}/payment-sessions`,
    { provider_id: purchase.providerId ?? "pp_system_default", data: purchase.paymentData ?? {} },
    request,
  )
  const completed = await api.post(`/store/carts/${cartId}/complete`, {}, request)
  if (completed.data.type !== "order") {
    throw new Error(`The cart was not completed: ${completed.data.error?.message}`)
  }
  await store.settled()
  return completed.data.order
}
