import { CUSTOMERS_MODULE, type CustomersModuleService } from "../../src/modules/customers"
import type { ProfileBody } from "../../src/rules/customers"
import { createDiscountShop, type DiscountShop } from "./create-discount-shop"
import { createOfferedProduct, type OfferedProduct } from "./create-offered-product"
import { createProduct } from "./create-product"
import { giveLink } from "./create-quick-order-world"
import { giveProfile } from "./give-profile"
import { sellIn } from "./sell-in"
import type { TestStore } from "./store-test"

/** A shop with goods, a service that renews and one on request; and a lead with a link. */
export interface QuickShop extends DiscountShop {
  clip: string
  hosting: OfferedProduct
  advised: OfferedProduct
  /** Sold to nobody who looks. */
  secret: OfferedProduct
  lena: { profileId: string; url: string; token: string; id: string }
}

export const LENA: ProfileBody = {
  name: "Lena Lead",
  email: "lena@test.example",
  currency_code: "eur",
  country_code: "de",
  address_1: "Weg 7",
  postal_code: "10115",
  city: "Berlin",
  discount_percent: "15",
  language: "en",
}

export async function createQuickShop(store: TestStore): Promise<QuickShop> {
  const shop = await createDiscountShop(store)
  const container = store.container()
  const { salesChannelId, shipping } = shop.world
  await sellIn(store, salesChannelId)
  const goods = { salesChannelId, shippingProfileId: shipping.profileId }
  const clip = await createProduct(container, { title: "Clip", prices: { eur: 0.99 }, ...goods })
  await createProduct(container, { title: "Franc only", prices: { chf: 3 }, ...goods })
  const hosting = await createOfferedProduct(container, {
    title: "Hosting",
    salesChannelId,
    cycles: [
      { name: "Monthly", interval: { count: 1, unit: "month" }, prices: { eur: 20 }, setupFees: { eur: "5.00" } },
      { name: "Yearly", interval: { count: 1, unit: "year" }, prices: { eur: 200 } },
    ],
  })
  const cycles = [{ name: "Once", interval: null, prices: { eur: 500 } }]
  const asked = { salesChannelId, paymentType: "lifetime", cycles } as const
  const advised = await createOfferedProduct(container, {
    title: "Audit",
    onRequest: true,
    ...asked,
    cycles: [...cycles],
  })
  const secret = await createOfferedProduct(container, { title: "Secret", hidden: true, ...asked, cycles: [...cycles] })
  const clipId = clip.variants[0]?.id ?? ""
  return { ...shop, clip: clipId, hosting, advised, secret, lena: await giveLinkTo(store, LENA) }
}

export async function giveLinkTo(store: TestStore, body: ProfileBody): Promise<QuickShop["lena"]> {
  const room = store.container().resolve<CustomersModuleService>(CUSTOMERS_MODULE)
  const profileId = await giveProfile(room, body)
  return { profileId, ...(await giveLink(store, profileId)) }
}
