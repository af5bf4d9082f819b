import { CUSTOMERS_MODULE, type CustomersModuleService } from "../../src/modules/customers"
import { createQuickOrderLink } from "../../src/workflows/customers/links/create-quick-order-link"
import type { KnownAt } from "./create-package-world"
import type { World } from "./create-world"
import { createOfferedProduct } from "./create-offered-product"
import { giveOfferRequests } from "./give-offer-request"
import { giveProfile } from "./give-profile"
import { sellIn } from "./sell-in"
import type { TestStore } from "./store-test"

/** The quick-order link of a profile, with its token. */
export async function giveLink(store: TestStore, profile_id: string) {
  const link = await createQuickOrderLink(store.container(), {
    profile_id,
    base_url: "http://localhost:9000",
    at: new Date(),
    as_of: "2026-03-01",
    actor: "user:user_1",
  })
  return { ...link, token: link.url.split("/").pop() ?? "" }
}

/** A lead of the shop, who has a link to order by. */
export async function createQuickOrderWorld(store: TestStore, { salesChannelId }: World): Promise<KnownAt[]> {
  await sellIn(store, salesChannelId)
  const asked = await createOfferedProduct(store.container(), {
    title: "Audit",
    onRequest: true,
    paymentType: "lifetime",
    salesChannelId,
    cycles: [{ name: "Once", interval: null, prices: { eur: 500 } }],
  })
  const room = store.container().resolve<CustomersModuleService>(CUSTOMERS_MODULE)
  const profile_id = await giveProfile(room, {
    name: "Lena Lead",
    email: "lena@test.example",
    currency_code: "eur",
    country_code: "de",
    address_1: "Weg 7",
    postal_code: "10115",
    city: "Berlin",
    discount_percent: "10",
  })
  const { id, token } = await giveLink(store, profile_id)
  return [
    [/quick-order-links\/:id/, { id }],
    [/quick-orders/, { token, profile_id, requested_id: asked.variants.Once ?? "" }],
    [/quick-order-links/, { profile_id }],
    [/store\/billing\/offer-requests/, { asked_id: asked.productId }],
    ...(await giveOfferRequests(store.knex(), { productId: asked.productId, salesChannelId })),
  ]
}
