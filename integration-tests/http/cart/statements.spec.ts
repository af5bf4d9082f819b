import { CartClient, type Cart } from "../../support/cart-client"
import { createDiscountShop, lineOf, type DiscountShop } from "../../support/create-discount-shop"
import { createOfferedProduct } from "../../support/create-offered-product"
import { giveDiscount, giveOrderDiscount, makeEligible } from "../../support/give-discount"
import { storeTest } from "../../support/store-test"

interface Counted {
  all: number
  /** Those that name a table of the plugin. */
  own: number
}

storeTest((store) => {
  let shop: DiscountShop
  let shopper: CartClient
  let monthly: string

  beforeAll(async () => {
    shop = await createDiscountShop(store)
    const { salesChannelId } = shop.world
    const hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId,
      cycles: [
        { name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 }, setupFees: { eur: "5.00" } },
      ],
      trialDays: 14,
    })
    monthly = hosting.variants.Monthly ?? ""
    shopper = new CartClient(store, shop.world, shop.clara.headers)
  })

  const count = async <Result>(work: () => Promise<Result>): Promise<{ result: Result; counted: Counted }> => {
    await store.settled()
    const seen: string[] = []
    const listen = ({ sql }: { sql: string }) => seen.push(sql)
    store.knex().on("query", listen)
    const result = await work()
    store.knex().removeListener("query", listen)
    const own = seen.filter((sql) => /\b(billing|discounts|service_core)_/.test(sql))
    return { result, counted: { all: seen.length, own: own.length } }
  }

  const walk = async (item: { variant_id: string; quantity: number }) => {
    const { id } = await shopper.create("de")
    await shopper.add(id, { variant_id: shop.service, quantity: 1 })
    const added = await count(() => shopper.add(id, item))
    const merged = await count(() => shopper.add(id, item))
    const refreshed = await count(() => shopper.change(id, { metadata: { note: "x" } }))
    const cart: Cart = refreshed.result
    const changed = await count(() => shopper.update(id, lineOf(cart, "Advice"), { quantity: 2 }))
    const created = await count(() => shopper.create("de", { items: [item] }))
    await store.api
      .post("/store/payment-collections", { cart_id: id }, { headers: shop.clara.headers })
      .then(({ data }) =>
        store.api.post(
          `/store/payment-collections/${data.payment_collection.id}/payment-sessions`,
          { provider_id: "pp_system_default" },
          { headers: shop.clara.headers },
        ),
      )
    const completed = await count(async () => {
      const { data } = await store.api.post(`/store/carts/${id}/complete`, {}, { headers: shop.clara.headers })
      expect(data.type).toBe("order")
    })
    return Object.fromEntries(
      Object.entries({ added, merged, refreshed, changed, created, completed }).map(([name, { counted }]) => [
        name,
        counted,
      ]),
    )
  }

  it("plain", async () => {
    console.log("PLAIN", JSON.stringify(await walk({ variant_id: shop.service, quantity: 1 })))
  })
  it("offer", async () => {
    console.log("OFFER", JSON.stringify(await walk({ variant_id: monthly, quantity: 1 })))
  })
  it("discounts", async () => {
    await giveDiscount(store.container(), {
      rules: [{ value: "10" }],
      on: [{ level: "variant", target_id: shop.service }],
    })
    await giveOrderDiscount(store.container(), { ranges: [{ currency_code: "eur", percent: "5" }] })
    await makeEligible(store.container(), shop.service)
    console.log("DISCOUNTS", JSON.stringify(await walk({ variant_id: shop.service, quantity: 1 })))
    console.log("BOTH", JSON.stringify(await walk({ variant_id: monthly, quantity: 1 })))
  })
})
