import { Modules } from "@medusajs/framework/utils"
import { createPriceListsWorkflow, createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { CartClient } from "../../support/cart-client"
import type { TestCustomer } from "../../support/create-customer"
import { createDiscountShop, DISCOUNT_PROVIDER, given, lineOf } from "../../support/create-discount-shop"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createProduct } from "../../support/create-product"
import type { World } from "../../support/create-world"
import { giveDiscount, giveOrderDiscount, makeEligible } from "../../support/give-discount"
import { includeTaxes } from "../../support/include-taxes"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const cartSuite = storeSuite(__filename, (store) => {
  let world: World
  let mug: string
  let pen: string
  let mugProduct: string
  let clara: TestCustomer
  let visitor: CartClient

  beforeAll(async () => {
    ;({ world, mug, pen, mugProduct, clara, visitor } = await createDiscountShop(store))
    await createPromotionsWorkflow(store.container()).run({
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

    it("D19: codes work on what is left, and never below zero; without codes ours are as before", async () => {
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

  describe("what a discount applies to", () => {
    it("D11: nor where the special price is the only one in its currency, or the same as the base price", async () => {
      const container = store.container()
      const { salesChannelId, shipping } = world
      const goods = { salesChannelId, shippingProfileId: shipping.profileId }
      const pot = await createProduct(container, { title: "Pot", prices: { chf: 90 }, ...goods })
      const potVariant = pot.variants[0]?.id ?? ""
      await giveDiscount(container, {
        name: "Tenth",
        rules: [{ value: "10" }],
        on: [mug, potVariant].map((target_id) => ({ level: "variant" as const, target_id })),
      })
      await createPriceListsWorkflow(container).run({
        input: {
          price_lists_data: [
            {
              title: "Sale",
              description: "At the old price, and where there was none",
              status: "active",
              prices: [
                { variant_id: mug, currency_code: "eur", amount: 10 },
                { variant_id: potVariant, currency_code: "eur", amount: 80 },
              ],
            },
          ],
        },
      })
      const items = [mug, potVariant].map((variant_id) => ({ variant_id, quantity: 1 }))
      const cart = await visitor.create("de", { items })
      expect((cart.items ?? []).map(({ unit_price }) => unit_price).sort()).toEqual([10, 80])
      expect(Object.values(given(cart))).toEqual([[], []])
    })

    it("D11: not to an article with a special price; the order discount still applies", async () => {
      const container = store.container()
      const on = [{ level: "variant" as const, target_id: mug }]
      await giveDiscount(container, { name: "Tenth", rules: [{ value: "10" }], on })
      await giveOrderDiscount(container, { name: "Order", ranges: [{ currency_code: "eur", percent: "5" }] })
      await makeEligible(container, mug)
      let cart = await visitor.create("de", { items: [{ variant_id: mug, quantity: 2 }] })
      expect(given(cart)).toEqual({ Mug: ["Order 1.00", "Tenth 2.00"] })

      const { result } = await createPriceListsWorkflow(container).run({
        input: {
          price_lists_data: [
            {
              title: "Summer record",
              description: "All mugs",
              status: "active",
              prices: [{ variant_id: mug, currency_code: "eur", amount: 8 }],
            },
          ],
        },
      })
      // Until Medusa prices the line again, its price is not a special one.
      expect(given(await visitor.change(cart.id, { metadata: { a: "1" } }))).toEqual({
        Mug: ["Order 1.00", "Tenth 2.00"],
      })
      cart = await visitor.moveTo(cart.id, "fr")
      expect(cart.items?.[0]?.unit_price).toBe(8)
      expect(given(cart)).toEqual({ Mug: ["Order 0.80"] })

      // The price list ends, and the base price drops: the line still shows the old price.
      await container.resolve(Modules.PRICING).deletePriceLists([result[0]?.id ?? ""])
      const { data } = await container.resolve("query").graph({
        entity: "variant",
        fields: ["price_set.id"],
        filters: { id: mug },
      })
      const set = (data[0] as { price_set?: { id: string } }).price_set?.id ?? ""
      await container.resolve(Modules.PRICING).upsertPriceSets([
        {
          id: set,
          prices: [
            { currency_code: "eur", amount: 9 },
            { currency_code: "chf", amount: 12 },
          ],
        },
      ])
      cart = await visitor.moveTo(cart.id, "de")
      expect(cart.items?.[0]).toMatchObject({ unit_price: 9, compare_at_unit_price: 10 })
      expect(given(cart)).toEqual({ Mug: ["Order 0.90", "Tenth 1.80"] })
    })

    it("D1: set-up fees take no discount and do not count in the order's value; a trial has nothing left to discount", async () => {
      const container = store.container()
      const { salesChannelId } = world
      const cycle = { name: "Monthly", interval: { unit: "month", count: 1 } as const, prices: { eur: 20 } }
      const hosting = await createOfferedProduct(container, {
        title: "Hosting",
        salesChannelId,
        cycles: [{ ...cycle, setupFees: { eur: "50.00" } }],
      })
      const trial = await createOfferedProduct(container, {
        title: "Trial",
        salesChannelId,
        trialDays: 14,
        cycles: [cycle],
      })
      const monthly = hosting.variants.Monthly ?? ""
      await giveDiscount(container, {
        name: "Tenth",
        rules: [{ value: "10" }],
        on: [
          { level: "product", target_id: hosting.productId },
          { level: "product", target_id: trial.productId },
        ],
      })
      await giveOrderDiscount(container, {
        name: "Order",
        ranges: [{ currency_code: "eur", min: "20.01", percent: "5" }],
      })
      await makeEligible(container, monthly)
      const buyer = new CartClient(store, world, clara.headers)
      let cart = await buyer.create("de")
      cart = await buyer.add(cart.id, { variant_id: monthly, quantity: 1 })
      expect(given(cart)).toEqual({ Hosting: ["Tenth 2.00"], "Set-up fee: Hosting": [] })

      cart = await buyer.add(cart.id, { variant_id: trial.variants.Monthly ?? "", quantity: 1 })
      expect(given(cart)).toEqual({ Hosting: ["Tenth 2.00"], "Set-up fee: Hosting": [], Trial: [] })
      expect(cart.items?.find((item) => item.title === "Trial")?.total).toBe(0)
      const order = await buyer.complete(cart.id)
      expect(order.total).toBeCloseTo(68 * 1.19, 8)
    })

    it("D15: the customer's address decides the tax in a price, and with it the order's value", async () => {
      const container = store.container()
      await includeTaxes(container, "eur")
      // 119 with 19 % is 100.00 without; with 20 % it is 99.17.
      const { variants } = await createProduct(container, {
        title: "Lamp",
        salesChannelId: world.salesChannelId,
        prices: { eur: 119 },
      })
      const lamp = variants[0]?.id ?? ""
      await giveOrderDiscount(container, {
        name: "Order",
        ranges: [{ currency_code: "eur", min: "100", percent: "10" }],
      })
      await makeEligible(container, lamp)
      let cart = await visitor.create("de", { items: [{ variant_id: lamp, quantity: 1 }] })
      expect(given(cart)).toEqual({ Lamp: ["Order 11.90"] })
      expect(cart.item_total).toBeCloseTo(107.1, 8)
      cart = await visitor.moveTo(cart.id, "fr")
      expect(given(cart)).toEqual({ Lamp: [] })
      cart = await visitor.promote((await visitor.moveTo(cart.id, "de")).id, "HALF")
      expect(given(cart)).toEqual({ Lamp: ["Order 11.90"] })
      expect(cart.item_total).toBeCloseTo(107.1 - 53.55, 8)
    })

    it("D15: where the storefront asks for taxes itself, the answer has the discounts that go with them", async () => {
      const container = store.container()
      await includeTaxes(container, "eur")
      await container.resolve(Modules.REGION).updateRegions(world.regions.eur.id, { automatic_taxes: false })
      // 119.00 without known taxes; 100.00 net once they are known.
      const { variants } = await createProduct(container, {
        title: "Lamp",
        salesChannelId: world.salesChannelId,
        prices: { eur: 119 },
      })
      const lamp = variants[0]?.id ?? ""
      await giveOrderDiscount(container, {
        name: "Order",
        ranges: [
          { currency_code: "eur", min: "90", max: "110", percent: "10" },
          { currency_code: "eur", min: "110.01", percent: "20" },
        ],
      })
      await makeEligible(container, lamp)
      const { id } = await visitor.create("de", { items: [{ variant_id: lamp, quantity: 1 }] })
      expect(given(await visitor.read(id))).toEqual({ Lamp: ["Order 23.80"] })
      expect(given(await visitor.tax(id))).toEqual({ Lamp: ["Order 11.90"] })
      const taxed = await visitor.read(id)
      expect([given(taxed), Number(taxed.tax_total).toFixed(2)]).toEqual([{ Lamp: ["Order 11.90"] }, "17.10"])
    })

    it("what the client sends changes nothing", async () => {
      await giveDiscount(store.container(), {
        name: "Tenth",
        rules: [{ value: "10" }],
        on: [{ level: "variant", target_id: mug }],
      })
      const hostile = {
        unit_price: 1,
        compare_at_unit_price: 100,
        is_tax_inclusive: true,
        adjustments: [{ amount: 9, provider_id: DISCOUNT_PROVIDER, description: "Mine" }],
        provider_id: DISCOUNT_PROVIDER,
      }
      const { id } = await visitor.create("de", { items: [{ variant_id: mug, quantity: 1 }] })
      const before = given(await visitor.read(id))
      const bodies: Record<string, unknown>[] = [
        ...Object.entries(hostile).map(([field, value]) => ({ variant_id: pen, quantity: 1, [field]: value })),
      ]
      for (const body of bodies) {
        expect((await refusalOf(visitor.add(id, body as never))).status).toBe(400)
      }
      for (const body of [
        { discounts: [] },
        { items: [] },
        { customer_id: clara.customer.id },
        { groups: ["everyone"] },
      ]) {
        expect((await refusalOf(visitor.change(id, body))).status).toBe(400)
      }
      const line = lineOf(await visitor.read(id), "Mug")
      const metadata = {
        adjustments: hostile.adjustments,
        service_commerce_key: "x",
        discount: 100,
        is_dependent: true,
      }
      const cart = await visitor.update(id, line, { quantity: 1, metadata })
      expect(given(cart)).toEqual(before)
      expect(cart.item_subtotal).toBe(10)
    })
  })
})
