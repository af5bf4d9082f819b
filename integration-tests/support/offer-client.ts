import type { OfferAnswer } from "../../src/contracts/billing/offers"
import type { OfferWorld } from "./create-offer-world"
import { seedSubscriptions } from "./seed-subscriptions"
import type { TestStore } from "./store-test"

export interface AdminVariant {
  id: string
  title: string
  manage_inventory: boolean
  prices: { id: string; currency_code: string; amount: number; rules?: Record<string, string> }[]
}

/** An admin who sets up how products are sold, over HTTP. */
export class OfferClient {
  constructor(
    private readonly store: TestStore,
    private readonly world: OfferWorld,
  ) {}

  private path = (productId: string) => `/admin/billing/products/${productId}/offer`

  save = async (productId: string, offer: unknown): Promise<OfferAnswer> =>
    (await this.store.api.post(this.path(productId), offer, this.world.adminHeaders)).data.offer

  read = async (productId: string): Promise<OfferAnswer | null> =>
    (await this.store.api.get(this.path(productId), this.world.adminHeaders)).data.offer

  remove = async (productId: string) =>
    (await this.store.api.delete(this.path(productId), this.world.adminHeaders)).data

  hide = async (offerId: string, hidden = true) =>
    (await this.store.api.post(`/admin/billing/offers/${offerId}/visibility`, { hidden }, this.world.adminHeaders)).data

  admin = async (method: "get" | "post" | "delete", path: string, data?: unknown) =>
    (await this.store.api.request({ method, url: `/admin${path}`, data, headers: this.world.adminHeaders.headers }))
      .data

  variantsOf = async (productId: string): Promise<AdminVariant[]> => {
    const { product } = await this.admin("get", `/products/${productId}?fields=*variants,*variants.prices`)
    return product.variants
  }

  /** The variants' prices without their ids: `{ Monthly: { eur: 9.9 } }`. */
  pricesOf = async (productId: string): Promise<Record<string, Record<string, number>>> => {
    const variants = await this.variantsOf(productId)
    return Object.fromEntries(
      variants.map(({ title, prices }) => [
        title,
        Object.fromEntries(prices.map((price) => [price.currency_code, price.amount])),
      ]),
    )
  }

  /** Subscriptions that run on a cycle, written straight into the tables. */
  runOn = async (offer: OfferAnswer, cycleIndex: number, count: number): Promise<string[]> => {
    const cycle = offer.cycles[cycleIndex]
    const { knex } = this.store
    const prefix = `${Date.now()}${cycleIndex}`
    const ids = await seedSubscriptions(knex(), {
      count,
      prefix,
      anchorOn: "2026-01-31",
      currencyCode: "eur",
      regionId: this.world.regions.eur.id,
      countryCode: "de",
      unitPrice: "9.90",
    })
    await knex()("billing_subscription_item").whereIn("subscription_id", ids).update({
      offer_id: offer.id,
      cycle_id: cycle?.id,
      product_id: offer.product_id,
      variant_id: cycle?.variant_id,
    })
    return ids
  }
}
