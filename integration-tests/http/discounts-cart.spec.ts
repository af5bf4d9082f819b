import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow, createPriceListsWorkflow, createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import type { AxiosError } from "axios"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../src/modules/discounts"
import { cancelDiscounts } from "../../src/workflows/discounts/cancel-discounts"
import {
  releaseDiscounts,
  reserveDiscounts,
  type CompletingCart,
} from "../../src/workflows/discounts/cart/reserve-discounts"
import { sweepSales } from "../../src/workflows/discounts/sweep-sales"
import { CartClient, refusalOf, type Cart } from "../support/cart-client"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createOfferedProduct } from "../support/create-offered-product"
import { createProduct } from "../support/create-product"
import { createWorld, type World } from "../support/create-world"
import { giveDiscount, giveOrderDiscount, makeEligible } from "../support/give-discount"
import { includeTaxes } from "../support/include-taxes"
import { storeTest, until } from "../support/store-test"

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
  let service: string
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
    const advice = await createProduct(container, { title: "Advice", prices: { eur: 90 }, salesChannelId })
    service = advice.variants[0]?.id ?? ""
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

  describe("what a discount applies to", () => {
    it("D11: not to an article while its price is one of a sale; the order discount does all the same", async () => {
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
              title: "Summer sale",
              description: "All mugs",
              status: "active",
              prices: [{ variant_id: mug, currency_code: "eur", amount: 8 }],
            },
          ],
        },
      })
      // Until Medusa prices the line anew, its price is no special one.
      expect(given(await visitor.change(cart.id, { metadata: { a: "1" } }))).toEqual({
        Mug: ["Order 1.00", "Tenth 2.00"],
      })
      cart = await visitor.moveTo(cart.id, "fr")
      expect(cart.items?.[0]?.unit_price).toBe(8)
      expect(given(cart)).toEqual({ Mug: ["Order 0.80"] })

      // The sale ends, and the base price goes below what it was: the line still shows the price of old.
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

    it("D1: set-up fees take no discount and are no part of the order's value; a trial has nothing to take", async () => {
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
        adjustments: [{ amount: 9, provider_id: PROVIDER, description: "Mine" }],
        provider_id: PROVIDER,
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
        is_companion: true,
      }
      const cart = await visitor.update(id, line, { quantity: 1, metadata })
      expect(given(cart)).toEqual(before)
      expect(cart.item_subtotal).toBe(10)
    })
  })

  describe("D22, D23: over HTTP", () => {
    const why = async (query: string) =>
      (await store.api.get(`/admin/discounts/why?${query}`, world.adminHeaders)).data.sales
    const simulate = (body: object) => store.api.post("/admin/discounts/simulate", body, world.adminHeaders)
    const tiersFor = async (query: string, headers = world.storeHeaders.headers) =>
      (await store.api.get(`/store/discounts/tiers?${query}`, { headers })).data.tiers
    const nextFor = async (id: string, headers = world.storeHeaders.headers) =>
      (await store.api.get(`/store/carts/${id}/next-tiers`, { headers })).data.next_tiers

    const tiered = (groups?: string[], name = "Tiers") =>
      giveDiscount(store.container(), {
        name,
        groups,
        rules: [
          { min: "6", max: "11", value: "15" },
          { min: "12", value: "20" },
        ],
        on: [{ level: "product", target_id: mugProduct }],
      })

    it("D22: a cart and its order say what was looked at, and why it applies or not", async () => {
      const discountId = await tiered()
      const { id } = await visitor.create("de", { email: "a@test.example", items: [{ variant_id: mug, quantity: 2 }] })
      expect(await why(`cart_id=${id}`)).toMatchObject([
        {
          version: 1,
          placed: false,
          lines: [
            {
              title: "Mug",
              price: "20.00",
              amount: "0.00",
              trace: [{ discount_id: discountId, name: "Tiers", outcome: "not_applied", because: "no_rule" }],
            },
          ],
        },
      ])
      await visitor.update(id, lineOf(await visitor.read(id), "Mug"), { quantity: 6 })
      await visitor.ship(id)
      const order = await visitor.complete(id)
      const sales = await why(`order_id=${order.id}`)
      expect(sales).toMatchObject([
        {
          placed: true,
          groups: [],
          lines: [
            {
              line_id: order.items?.[0]?.id,
              amount: "9.00",
              trace: [{ outcome: "applied", because: null, measured: { trigger: "quantity" }, amount: "9.00" }],
            },
          ],
        },
      ])
      // What becomes of the discount later is not what was said when it happened.
      await store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE).deleteDiscounts([discountId])
      expect(await why(`order_id=${order.id}`)).toEqual(sales)
      expect(await why(`cart_id=${id}`)).toEqual(sales)
    })

    it("D22: the simulator gives the cart's answer, and takes a day, groups and a personal percentage", async () => {
      await tiered(["cusgroup_partners"])
      const body = { region_id: world.regions.eur.id, lines: [{ variant_id: mug, quantity: 6 }] }
      const answer = async (more: object) => (await simulate({ ...body, ...more })).data.answer
      expect(await answer({})).toMatchObject({ total: "0", lines: [{ trace: [{ because: "group" }] }] })
      expect(await answer({ groups: ["cusgroup_partners"] })).toMatchObject({
        currency_code: "eur",
        order_value: "60.00",
        lines: [{ title: "Mug – Standard", price: "60.00", amount: "9.00", discounts: [{ name: "Tiers" }] }],
      })
      expect(
        await answer({ channel: "quick_order", personal_percent: 10, groups: ["cusgroup_partners"] }),
      ).toMatchObject({ lines: [{ amount: "14.10" }] })
      const dearer = [{ variant_id: mug, quantity: 6, unit_price: "12.50" }]
      expect(await answer({ lines: dearer, groups: ["cusgroup_partners"] })).toMatchObject({
        lines: [{ price: "75.00", amount: "11.25" }],
      })
    })

    it.each([
      [{ lines: [] }, "lines"],
      [{ lines: [{ variant_id: "no", quantity: 1 }] }, "lines[0].variant_id"],
      [{ lines: [{ variant_id: "mug", quantity: 0 }] }, "lines[0].quantity"],
      [{ lines: [{ variant_id: "mug", quantity: 1, unit_price: "-1" }] }, "lines[0].unit_price"],
      [{ lines: [{ variant_id: "mug", quantity: 1, unit_price: "1.234" }] }, "lines[0].unit_price"],
      [{ region_id: "reg_no" }, "region_id"],
      [{ region_id: undefined }, "region_id"],
      [{ region_id: undefined, currency_code: "zzz" }, "currency_code"],
      [{ customer_id: "cus_no" }, "customer_id"],
      [{ as_of: "2026-02-30" }, "as_of"],
      [{ personal_percent: "101" }, "personal_percent"],
      [{ channel: "door" }, "channel"],
      [{ more: 1 }, "more"],
    ])("the simulator refuses %j", async (wrong, field) => {
      const lines = [{ variant_id: mug, quantity: 1 }]
      const body = JSON.parse(
        JSON.stringify({ region_id: world.regions.eur.id, lines, ...wrong }).replace('"mug"', JSON.stringify(mug)),
      )
      const refusal = await refusalOf(simulate(body))
      expect(refusal).toMatchObject({ status: 400, type: "invalid_data", message: expect.stringContaining(field) })
    })

    it.each([
      ["", 400],
      ["order_id=a&cart_id=b", 400],
      ["order_id=order_no", 404],
      ["cart_id=cart_no", 404],
    ])("the reasons of a price refuse ?%s", async (query, status) => {
      expect((await refusalOf(why(query))).status).toBe(status)
    })

    it("only an admin asks for reasons and simulations", async () => {
      const anybody = { headers: world.storeHeaders.headers }
      expect((await refusalOf(store.api.get("/admin/discounts/why?cart_id=x", anybody))).status).toBe(401)
      expect((await refusalOf(store.api.post("/admin/discounts/simulate", {}, anybody))).status).toBe(401)
    })

    it("D23: tiers are the visitor's own", async () => {
      const container = store.container()
      const customers = container.resolve(Modules.CUSTOMER)
      const group = await customers.createCustomerGroups({ name: "Partners" })
      await customers.addCustomerToGroup({ customer_group_id: group.id, customer_id: clara.customer.id })
      await tiered([group.id])
      const query = `product_id=${mugProduct}&region_id=${world.regions.eur.id}`
      expect(await tiersFor(query)).toEqual([])
      const step = { variant_id: mug, trigger: "quantity", mode: "percent", per: "unit", name: "Tiers" }
      expect(await tiersFor(query, clara.headers)).toEqual([
        { ...step, min: "6", max: "11", value: "15", unit_price_after: "8.50" },
        { ...step, min: "12", max: null, value: "20", unit_price_after: "8.00" },
      ])
      expect(await tiersFor(`variant_id=${mug}&currency_code=eur`, clara.headers)).toHaveLength(2)
      expect(await tiersFor(`variant_id=${pen}&currency_code=eur`, clara.headers)).toEqual([])

      const buyer = new CartClient(store, world, clara.headers)
      const { id } = await buyer.create("de", { items: [{ variant_id: mug, quantity: 4 }] })
      expect(await nextFor(id, clara.headers)).toEqual([
        expect.objectContaining({ variant_id: mug, missing: { trigger: "quantity", value: "2" }, name: "Tiers" }),
      ])
      // The cart's id alone does not tell what its customer is given.
      expect(await nextFor(id)).toEqual([])
      const stranger = await createCustomer(container, { email: "stranger@test.example", ...world })
      expect(await nextFor(id, stranger.headers)).toEqual([])
    })

    it.each([
      ["", 400],
      ["product_id=a&variant_id=b&currency_code=eur", 400],
      ["product_id=prod_no&currency_code=eur", 404],
      ["product_id=x&currency_code=zzz", 400],
      ["product_id=x&region_id=reg_no", 400],
    ])("tiers refuse ?%s", async (query, status) => {
      expect((await refusalOf(tiersFor(query))).status).toBe(status)
    })

    it("the next tiers of a cart that there is not are not found", async () => {
      expect((await refusalOf(nextFor("cart_no"))).status).toBe(404)
      expect((await refusalOf(nextFor("no%20cart'"))).status).toBe(404)
    })
  })

  const room = () => store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE)

  /** How often a discount and a customer have been counted, and how many uses are held. */
  const usesOf = async (discountId: string) => {
    const discount = await store.knex()("discounts_discount").where("id", discountId).first("used")
    const uses = await store.knex()("discounts_use").where("discount_id", discountId)
    const counts = await store.knex()("discounts_use_count").where("discount_id", discountId).select("used")
    return {
      used: discount.used,
      held: uses.filter((use) => !use.released_at).length,
      byCustomers: counts.reduce((sum, row) => sum + row.used, 0),
    }
  }

  const payFor = async (id: string) => {
    const request = { headers: world.storeHeaders.headers }
    const collection = await store.api.post("/store/payment-collections", { cart_id: id }, request)
    const path = `/store/payment-collections/${collection.data.payment_collection.id}/payment-sessions`
    await store.api.post(path, { provider_id: "pp_system_default" }, request)
  }

  describe("completion", () => {
    const tenth = (limits: { usage_limit?: number; usage_limit_per_customer?: number } = {}) =>
      giveDiscount(store.container(), {
        name: "Tenth",
        rules: [{ value: "10" }],
        on: [{ level: "variant", target_id: mug }],
        ...limits,
      })

    const ready = async (email: string, quantity = 1): Promise<Cart> => {
      const { id } = await visitor.create("de", { email, items: [{ variant_id: mug, quantity }] })
      const cart = await visitor.ship(id)
      await payFor(id)
      return cart
    }

    /** A service needs no shipping: a request less for each of many. */
    const readyForService = async (email: string): Promise<Cart> => {
      const cart = await visitor.create("de", { email, items: [{ variant_id: service, quantity: 1 }] })
      await payFor(cart.id)
      return cart
    }

    it("D20, D22: the order has the cart's discounts, and the record of why, by its own lines", async () => {
      const discountId = await tenth()
      const cart = await ready("a@test.example", 3)
      const order = await visitor.completeUnpaid(cart.id)
      const [line] = order.items ?? []
      expect(order.total).toBeCloseTo((27 + 5) * 1.19, 8)
      expect(line?.adjustments).toEqual([
        expect.objectContaining({ description: "Tenth", amount: 3, provider_id: PROVIDER }),
      ])
      const [sale, ...more] = await room().listSales({ order_id: order.id })
      expect(more).toEqual([])
      expect(sale).toMatchObject({ cart_id: cart.id, version: 1, channel: "cart", placed_at: expect.any(Date) })
      expect(sale?.trace).toMatchObject({
        used: [discountId],
        lines: [{ id: line?.id, title: "Mug", amount: "3.00", discounts: [{ discountId, amount: "3.00" }] }],
      })
      expect(await store.knex()("discounts_applied").where("order_id", order.id)).toEqual([
        expect.objectContaining({ order_line_id: line?.id, discount_id: discountId, amount: "3.00", kind: "sale" }),
      ])
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })

      // Nothing is said about it any other way later, and completing once more is no second use.
      await expect(store.knex()("discounts_sale").where("id", sale?.id).update({ trace: "{}" })).rejects.toThrow(
        /never/,
      )
      await visitor.completeUnpaid(cart.id)
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
    })

    it("a cart whose discounts are old is refreshed before, and its buyer told of the new total", async () => {
      const discountId = await tenth()
      const cart = await ready("a@test.example")
      await room().updateDiscounts({ id: discountId, is_active: false })
      const refusal = await refusalOf(visitor.completeUnpaid(cart.id))
      expect(refusal).toMatchObject({ status: 400, message: expect.stringMatching(/^discounts: They have changed/) })
      const refreshed = await visitor.read(cart.id)
      expect(given(refreshed)).toEqual({ Mug: [] })
      const order = await visitor.complete(cart.id)
      expect(order.total).toBeCloseTo(15 * 1.19, 8)
      expect(await usesOf(discountId)).toEqual({ used: 0, held: 0, byCustomers: 0 })
    })

    it("where the route's middleware is not passed, what is not the rule's answer any more is refused", async () => {
      const discountId = await tenth()
      const cart = await ready("a@test.example")
      await room().updateDiscounts({ id: discountId, is_active: false })
      const { errors } = await completeCartWorkflow(store.container()).run({
        input: { id: cart.id },
        throwOnError: false,
      })
      expect(errors[0]?.error.message).toMatch(/^discounts: The cart's discounts are not what they were/)
      expect(await store.knex()("discounts_sale")).toEqual([])
    })

    it("an adjustment that is not the rule's does not get into an order", async () => {
      await tenth()
      const cart = await ready("a@test.example")
      await store
        .container()
        .resolve(Modules.CART)
        .addLineItemAdjustments([
          { item_id: lineOf(cart, "Mug"), amount: 9, provider_id: PROVIDER, description: "Forged" },
        ] as never)
      const order = await visitor.completeUnpaid(cart.id)
      expect(order.total).toBeCloseTo(14 * 1.19, 8)
    })

    it("D24: of many who complete at once with the last use, exactly one gets it", async () => {
      const discountId = await giveDiscount(store.container(), {
        name: "Last one",
        rules: [{ value: "10" }],
        on: [{ level: "variant", target_id: service }],
        usage_limit: 1,
      })
      const carts: Cart[] = []
      for (let buyer = 0; buyer < 50; buyer++) {
        carts.push(await readyForService(`buyer${buyer}@test.example`))
      }
      const outcomes = await Promise.allSettled(carts.map(({ id }) => visitor.completeUnpaid(id)))
      const orders = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []))
      const discounted = orders.filter((order) => order.discount_total > 0)
      expect(discounted).toHaveLength(1)
      expect(orders).toHaveLength(1)
      const reasons = outcomes.flatMap((outcome) =>
        outcome.status === "rejected"
          ? [(outcome.reason as AxiosError<{ message: string }>).response?.data.message]
          : [],
      )
      expect(reasons.filter((reason) => !/^discounts: /.test(reason ?? ""))).toEqual([])
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })

      // The others buy without it.
      const [other] = carts.filter((_, index) => outcomes[index]?.status === "rejected")
      await visitor.change(other?.id ?? "", { metadata: { seen: true } })
      const order = await visitor.complete(other?.id ?? "")
      expect(order.discount_total).toBe(0)
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
    })

    it("D24: a customer uses it as often as they may", async () => {
      const discountId = await tenth({ usage_limit_per_customer: 1 })
      await visitor.completeUnpaid((await ready("a@test.example")).id)
      expect(given(await ready("a@test.example"))).toEqual({ Mug: [] })
      expect(given(await ready("b@test.example"))).toEqual({ Mug: ["Tenth 1.00"] })
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
    })

    it("a completion that fails gives its use back; one that dies is taken over, or given back by the sweep", async () => {
      const discountId = await tenth({ usage_limit: 1 })
      const container = store.container()
      const cart = await ready("a@test.example")
      const reserved = async () => {
        const { data } = await container.resolve("query").graph({
          entity: "cart",
          fields: ["*", "items.*", "items.adjustments.*", "items.tax_lines.*", "customer.*", "region.*"],
          filters: { id: cart.id },
        })
        return reserveDiscounts(container, data[0] as CompletingCart)
      }
      const saleId = await reserved()
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
      await releaseDiscounts(container, saleId)
      expect(await usesOf(discountId)).toEqual({ used: 0, held: 0, byCustomers: 0 })

      // It died after it: the cart itself goes on with what it holds, another one has to wait.
      await reserved()
      expect(given(await ready("b@test.example"))).toEqual({ Mug: [] })
      expect(given(await visitor.change(cart.id, { metadata: { again: true } }))).toEqual({ Mug: ["Tenth 1.00"] })
      const now = new Date()
      await sweepSales(container, { now, today: "2026-01-01" })
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
      await sweepSales(container, { now: new Date(now.getTime() + 16 * 60_000), today: "2026-01-01" })
      expect(await usesOf(discountId)).toEqual({ used: 0, held: 0, byCustomers: 0 })

      await reserved()
      const order = await visitor.completeUnpaid(cart.id)
      expect(order.discount_total).toBeCloseTo(1.19, 8)
      await sweepSales(container, { now: new Date(now.getTime() + 16 * 60_000), today: "2026-01-01" })
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
    })

    it("an event that was lost is made up for by the sweep", async () => {
      await tenth()
      const order = await visitor.completeUnpaid((await ready("a@test.example")).id)
      const knex = store.knex()
      await knex.raw("alter table discounts_sale disable trigger user")
      await knex("discounts_sale").update({ order_id: null, placed_at: null })
      await knex.raw("alter table discounts_sale enable trigger user")
      await sweepSales(store.container(), { now: new Date(), today: "2026-01-01" })
      expect(await room().listSales({ order_id: order.id })).toEqual([
        expect.objectContaining({ placed_at: expect.any(Date) }),
      ])
    })

    it("D24: a canceled order gives its use back, once", async () => {
      const discountId = await tenth({ usage_limit: 1 })
      const order = await visitor.completeUnpaid((await ready("a@test.example")).id)
      await store.api.post(`/admin/orders/${order.id}/cancel`, {}, world.adminHeaders)
      await until(async () => (await usesOf(discountId)).used === 0)
      await cancelDiscounts(store.container(), order.id, "2026-01-01")
      await sweepSales(store.container(), { now: new Date(), today: "2026-01-01" })
      expect(await usesOf(discountId)).toEqual({ used: 0, held: 0, byCustomers: 0 })
      expect(await store.knex()("discounts_applied").whereNull("reversed_on")).toEqual([])
    })
  })
})
