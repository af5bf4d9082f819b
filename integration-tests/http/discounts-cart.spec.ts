import { Modules } from "@medusajs/framework/utils"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { CartClient, type Cart } from "../support/cart-client"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createProduct } from "../support/create-product"
import { createWorld, type World } from "../support/create-world"
import { giveDiscount, giveOrderDiscount, makeEligible } from "../support/give-discount"
import { storeTest } from "../support/store-test"

const PROVIDER = "service-commerce-discount"

/** Each line's own discounts as the Store API shows them: `title: name amount, …`. */
const given = (cart: Cart): Record<string, string[]> =>
  Object.fromEntries(
    (cart.items ?? []).map((item) => [
      item.title,
      (item.adjustments ?? [])
        .filter((adjustment) => adjustment.provider_id === PROVIDER)
        .map((adjustment) => `${adjustment.description} ${Number(adjustment.amount).toFixed(2)}`)
        .sort(),
    ]),
  )

const lineOf = (cart: Cart, title: string) => cart.items?.find((item) => item.title === title)?.id ?? ""

storeTest((store) => {
  let world: World
  let mug: string
  let pen: string
  let mugProduct: string
  let clara: TestCustomer
  let visitor: CartClient

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    const { salesChannelId } = world
    const shippingProfileId = world.shipping.profileId
    const goods = { salesChannelId, shippingProfileId }
    const product = await createProduct(container, { title: "Mug", prices: { eur: 10, chf: 12 }, ...goods })
    mugProduct = product.id
    mug = product.variants[0]?.id ?? ""
    pen =
      (await createProduct(container, { title: "Pen", prices: { eur: 4.9, chf: 5 }, ...goods })).variants[0]?.id ?? ""
    clara = await createCustomer(container, { email: "clara@test.example", ...world })
    visitor = new CartClient(store, world)
    await createPromotionsWorkflow(container).run({
      input: {
        promotionsData: [
          {
            code: "HALF",
            type: "standard",
            status: "active",
            application_method: { type: "percentage", target_type: "items", allocation: "across", value: 50 },
          },
          {
            code: "FIX",
            type: "standard",
            status: "active",
            application_method: {
              type: "fixed",
              target_type: "items",
              allocation: "across",
              value: 25,
              currency_code: "eur",
            },
          },
        ],
      },
    })
  })

  describe("D20: right after every change of the cart", () => {
    it("add, quantity, removal", async () => {
      await giveDiscount(store.container(), {
        name: "Six",
        rules: [{ min: "6", value: "15" }],
        on: [{ level: "variant", target_id: mug }],
      })
      let cart = await visitor.create("de", { items: [{ variant_id: mug, quantity: 5 }] })
      expect(given(cart)).toEqual({ Mug: [] })

      cart = await visitor.add(cart.id, { variant_id: mug, quantity: 1 })
      expect(given(cart)).toEqual({ Mug: ["Six 9.00"] })
      expect(cart.item_subtotal).toBe(60)
      expect(cart.item_total).toBeCloseTo(51 * 1.19, 8)

      cart = await visitor.update(cart.id, lineOf(cart, "Mug"), { quantity: 7 })
      expect(given(cart)).toEqual({ Mug: ["Six 10.50"] })
      cart = await visitor.update(cart.id, lineOf(cart, "Mug"), { quantity: 2 })
      expect(given(cart)).toEqual({ Mug: [] })

      // Two lines of one article count together (D13).
      cart = await visitor.add(cart.id, { variant_id: mug, quantity: 4, metadata: { engraving: "A" } })
      expect((cart.items ?? []).flatMap((item) => item.adjustments ?? []).map(({ amount }) => amount)).toEqual(
        expect.arrayContaining([3, 6]),
      )
      cart = await visitor.remove(cart.id, cart.items?.find((item) => item.quantity === 2)?.id ?? "")
      expect(given(cart)).toEqual({ Mug: [] })
    })

    it("a cart that is created with items has them at once, and nothing is written where nothing changes", async () => {
      await giveDiscount(store.container(), {
        name: "Tenth",
        rules: [{ value: "10" }],
        on: [{ level: "product", target_id: mugProduct }],
      })
      const created = await visitor.create("de", { items: [{ variant_id: mug, quantity: 3 }] })
      expect(given(created)).toEqual({ Mug: ["Tenth 3.00"] })
      const ids = created.items?.[0]?.adjustments?.map(({ id }) => id)
      const changed = await visitor.change(created.id, { metadata: { note: "x" } })
      expect(changed.items?.[0]?.adjustments?.map(({ id }) => id)).toEqual(ids)
    })

    it("D19: codes work on what is left, and never below zero; without them ours stand as before", async () => {
      await giveDiscount(store.container(), {
        name: "Forty",
        rules: [{ value: "40" }],
        on: [{ level: "variant", target_id: mug }],
      })
      const { id } = await visitor.create("de", { items: [{ variant_id: mug, quantity: 3 }] })
      let cart = await visitor.promote(id, "HALF")
      expect(cart.item_total).toBeCloseTo(9 * 1.19, 8)
      cart = await visitor.promote(id, "FIX")
      expect(cart.item_total).toBe(0)
      expect(given(cart)).toEqual({ Mug: ["Forty 12.00"] })
      cart = await visitor.change(id, { promo_codes: [] })
      expect(given(cart)).toEqual({ Mug: ["Forty 12.00"] })
      expect(cart.item_total).toBeCloseTo(18 * 1.19, 8)
    })

    it("D19: 100 with 60 % of ours and a 50 % code leaves 20.00", async () => {
      await giveDiscount(store.container(), {
        name: "Sixty",
        rules: [{ value: "60" }],
        on: [{ level: "variant", target_id: mug }],
      })
      const { id } = await visitor.create("de", { items: [{ variant_id: mug, quantity: 10 }] })
      const cart = await visitor.promote(id, "HALF")
      expect(cart.item_total).toBeCloseTo(20 * 1.19, 8)
    })

    it("region: amounts are the currency's own", async () => {
      await giveDiscount(store.container(), {
        name: "Off",
        rules: [
          { mode: "fixed", value: "2", currency_code: "eur" },
          { mode: "fixed", value: "3", currency_code: "chf" },
        ],
        on: [{ level: "variant", target_id: mug }],
      })
      let cart = await visitor.create("de", { items: [{ variant_id: mug, quantity: 2 }] })
      expect(given(cart)).toEqual({ Mug: ["Off 4.00"] })
      cart = await visitor.moveTo(cart.id, "ch")
      expect(given(cart)).toEqual({ Mug: ["Off 6.00"] })
      cart = await visitor.moveTo(cart.id, "de")
      expect(given(cart)).toEqual({ Mug: ["Off 4.00"] })
    })

    it("D16: log-in brings the customer's groups; a guest has none, whatever group their row is in", async () => {
      const container = store.container()
      const customers = container.resolve(Modules.CUSTOMER)
      const group = await customers.createCustomerGroups({ name: "Partners" })
      const guest = await customers.createCustomers({ email: "guest@test.example" })
      await customers.addCustomerToGroup([
        { customer_group_id: group.id, customer_id: clara.customer.id },
        { customer_group_id: group.id, customer_id: guest.id },
      ])
      await giveDiscount(container, {
        name: "Partners",
        groups: [group.id],
        rules: [{ value: "50" }],
        on: [{ level: "variant", target_id: pen }],
      })
      let cart = await visitor.create("de", { email: "guest@test.example", items: [{ variant_id: pen, quantity: 1 }] })
      expect(given(cart)).toEqual({ Pen: [] })
      cart = await visitor.logIn(cart.id, clara.headers)
      expect(given(cart)).toEqual({ Pen: ["Partners 2.45"] })
    })

    it("D1, D3: the order's value is that of all articles, the percentage of the eligible ones", async () => {
      const container = store.container()
      await giveOrderDiscount(container, {
        name: "Big order",
        ranges: [{ currency_code: "eur", min: "24.90", percent: "10" }],
      })
      await makeEligible(container, pen)
      let cart = await visitor.create("de", { items: [{ variant_id: mug, quantity: 2 }] })
      expect(given(cart)).toEqual({ Mug: [] })
      cart = await visitor.add(cart.id, { variant_id: pen, quantity: 1 })
      expect(given(cart)).toEqual({ Mug: [], Pen: ["Big order 0.49"] })
    })
  })
})
