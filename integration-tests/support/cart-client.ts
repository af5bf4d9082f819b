import type { HttpTypes } from "@medusajs/framework/types"
import type { RequestHeaders } from "./create-admin"
import type { World } from "./create-world"
import { regionOf } from "./region-of"
import type { TestStore } from "./store-test"
import { testAddress, type Country } from "./test-address"

export type Cart = HttpTypes.StoreCart
type Item = { variant_id: string; quantity: number; metadata?: Record<string, unknown> | null }

interface NewCart {
  items?: Item[]
  email?: string
  promo_codes?: string[]
  locale?: string
  /** Left out: the test's address in that country. */
  shipping_address?: object
  billing_address?: object
}

/** What the Store API leaves out of a cart unless it is asked. */
const ALSO = { fields: "+items.total,*items.adjustments" }

/** A visitor's or a customer's shopping, by Medusa's own Store API alone. Each call answers with the cart as it is then. */
export class CartClient {
  constructor(
    private readonly store: TestStore,
    private readonly world: World,
    private readonly headers: RequestHeaders["headers"] = world.storeHeaders.headers,
  ) {}

  private async send(path: string, body: object, method: "post" | "delete" = "post"): Promise<Cart> {
    const request = { headers: this.headers, params: ALSO }
    const { data } =
      method === "post"
        ? await this.store.api.post(`/store/carts${path}`, body, request)
        : await this.store.api.delete(`/store/carts${path}`, request)
    return data.cart ?? data.parent
  }

  private regionOf = (country: Country) => regionOf(this.world.regions, country)

  create(country: Country, body: NewCart = {}) {
    const address = testAddress(country)
    const places = { region_id: this.regionOf(country).id, shipping_address: address, billing_address: address }
    return this.send("", { ...places, ...body })
  }

  read = async (id: string): Promise<Cart> =>
    (await this.store.api.get(`/store/carts/${id}`, { headers: this.headers, params: ALSO })).data.cart

  add = (id: string, item: Item & Record<string, unknown>) => this.send(`/${id}/line-items`, item)

  update = (id: string, lineId: string, change: Record<string, unknown>) =>
    this.send(`/${id}/line-items/${lineId}`, change)

  remove = (id: string, lineId: string) => this.send(`/${id}/line-items/${lineId}`, {}, "delete")

  change = (id: string, change: Record<string, unknown>) => this.send(`/${id}`, change)

  moveTo = (id: string, country: Country) =>
    this.send(`/${id}`, { region_id: this.regionOf(country).id, shipping_address: testAddress(country) })

  promote = (id: string, ...promo_codes: string[]) => this.send(`/${id}/promotions`, { promo_codes })

  /** Asks for the taxes of a cart, where its region has no automatic ones. */
  tax = (id: string) => this.send(`/${id}/taxes`, {})

  ship = (id: string) => this.send(`/${id}/shipping-methods`, { option_id: this.world.shipping.optionId })

  logIn = (id: string, headers: RequestHeaders["headers"]) =>
    this.store.api
      .post(`/store/carts/${id}/customer`, {}, { headers, params: ALSO })
      .then(({ data }) => data.cart as Cart)

  /** Pays by the given provider and completes; throws what the store answers where it does not become an order. */
  async complete(id: string, providerId = "pp_system_default"): Promise<HttpTypes.StoreOrder> {
    const request = { headers: this.headers }
    const collection = await this.store.api.post("/store/payment-collections", { cart_id: id }, request)
    const path = `/store/payment-collections/${collection.data.payment_collection.id}/payment-sessions`
    await this.store.api.post(path, { provider_id: providerId }, request)
    return this.completeUnpaid(id)
  }

  async completeUnpaid(id: string): Promise<HttpTypes.StoreOrder> {
    const { data } = await this.store.api.post(`/store/carts/${id}/complete`, {}, { headers: this.headers })
    if (data.type !== "order") {
      throw new Error(`The cart was not completed: ${data.error?.message}`)
    }
    await this.store.settled()
    return data.order
  }
}
