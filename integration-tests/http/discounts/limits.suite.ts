import { createPriceListsWorkflow, createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { type CartClient, type Cart } from "../../support/cart-client"
import { createDiscountShop, given, lineOf } from "../../support/create-discount-shop"
import type { World } from "../../support/create-world"
import { DiscountAdmin } from "../../support/discount-admin"
import { DraftClient } from "../../support/draft-client"
import { giveDiscount } from "../../support/give-discount"
import { includeTaxes } from "../../support/include-taxes"
import { storeSuite } from "../../support/store-suite"

const promotion = (code: string, application_method: object, more: object = {}) => ({
  code,
  type: "standard",
  status: "active",
  application_method: { target_type: "items", allocation: "across", ...application_method },
  ...more,
})

export const limitsSuite = storeSuite(__filename, (store) => {
  let world: World
  let visitor: CartClient
  let discounts: DiscountAdmin
  let mug: string
  let mugProduct: string
  let pen: string

  beforeAll(async () => {
    ;({ world, mug, mugProduct, pen, visitor } = await createDiscountShop(store))
    discounts = new DiscountAdmin(store, world.adminHeaders)
    await createPromotionsWorkflow(store.container()).run({
      input: {
        promotionsData: [
          promotion("HALF", { type: "percentage", value: 50 }),
          promotion("ALL", { type: "percentage", value: 100 }),
          promotion("FIX", { type: "fixed", value: 25, currency_code: "eur" }),
          promotion("EACH", { type: "fixed", value: 6, currency_code: "eur", allocation: "each", max_quantity: 5 }),
          promotion("GROSS", { type: "fixed", value: 7, currency_code: "eur" }, { is_tax_inclusive: true }),
        ] as never,
      },
    })
  })

  const percent = (value: string, name = "Ours") =>
    giveDiscount(store.container(), { name, rules: [{ value }], on: [{ level: "product", target_id: mugProduct }] })

  const mugs = (quantity: number) =>
    visitor.create("de", { email: "a@test.example", items: [{ variant_id: mug, quantity }] })

  /** What is left of the lines, without the tax of 19 %. */
  const left = (cart: Cart): number => Math.round((Number(cart.item_total) / 1.19) * 100) / 100

  it("D24: 'never more than 60 %' holds for codes, too: ours gives way, and comes back without the code", async () => {
    await discounts.post("settings", { max_discount_percent: "60" })
    await percent("40")
    const { id } = await mugs(10)
    let cart = await visitor.promote(id, "HALF")
    expect(given(cart)).toEqual({ Mug: ["Ours 20.00"] })
    expect(left(cart)).toBe(40)
    // The same on every refresh, and nothing is written where nothing changes.
    const ids = cart.items?.[0]?.adjustments?.filter(({ code }) => !code).map((one) => one.id)
    cart = await visitor.change(id, { metadata: { a: "1" } })
    expect(cart.items?.[0]?.adjustments?.filter(({ code }) => !code).map((one) => one.id)).toEqual(ids)
    cart = await visitor.change(id, { promo_codes: [] })
    expect(given(cart)).toEqual({ Mug: ["Ours 40.00"] })
    cart = await visitor.promote(id, "FIX")
    expect([given(cart), left(cart)]).toEqual([{ Mug: ["Ours 35.00"] }, 40])
  })

  it("D24: such a cart becomes an order as it is shown, and renewals keep all of the discount", async () => {
    await discounts.post("settings", { max_discount_percent: "60" })
    await giveDiscount(store.container(), {
      name: "Ours",
      renewals: "forever",
      rules: [{ value: "40" }],
      on: [{ level: "variant", target_id: mug }],
    })
    const { id } = await mugs(10)
    await visitor.promote(id, "HALF")
    await visitor.ship(id)
    const shown = await visitor.read(id)
    const order = await visitor.complete(id)
    expect(order.total).toBeCloseTo(Number(shown.total), 8)
    const [record] = await store.knex()("discounts_record").where({ order_id: order.id })
    expect(record.trace.lines[0]).toMatchObject({ amount: "20.00", cappedBy: "max_discount" })
    expect(record.trace.lines[0].recurring).toMatchObject([{ value: "40", cappedAt: null }])
  })

  it("D24: 'never below cost and margin' holds for codes, too; where a code alone passes it, ours adds nothing", async () => {
    await discounts.post("settings", { min_margin_percent: "20" })
    await discounts.post(`articles/product/${mugProduct}`, { costs: { eur: "6.00" } })
    await percent("20")
    const { id } = await mugs(10)
    const cart = await visitor.promote(id, "GROSS")
    expect(left(cart)).toBeGreaterThanOrEqual(75)
    expect(left(cart)).toBeLessThanOrEqual(75.02)
    const all = await visitor.change(id, { promo_codes: ["ALL"] })
    expect([given(all), left(all)]).toEqual([{ Mug: [] }, 0])
  })

  it("D24: a draft keeps the limits beside its promotions as a cart does", async () => {
    await discounts.post("settings", { max_discount_percent: "60" })
    await percent("40")
    const admin = new DraftClient(store, world)
    const draft = await admin.create({ items: [{ variant_id: mug, quantity: 10 }], promo_codes: ["HALF"] })
    const amounts = draft.items[0]?.adjustments.map(
      ({ code, description, amount }) => `${code ?? description} ${Number(amount)}`,
    )
    expect(amounts?.sort()).toEqual(["HALF 40", "Ours 20"])
    const { id } = await admin.convert(draft.id)
    expect((await admin.read(id)).total).toBeCloseTo(40 * 1.19, 6)
  })

  it.each([
    ["two amounts", ["FIX", "EACH"]],
    ["an amount and all of it", ["FIX", "ALL"]],
    ["three codes", ["HALF", "EACH", "GROSS"]],
  ])("DI1: two promotions never take a cart below zero, ours and Medusa's together: %s", async (_words, codes) => {
    await percent("40")
    for (const quantity of [1, 3]) {
      const { id } = await mugs(quantity)
      const cart = await visitor.promote(id, ...codes)
      expect(cart.total).toBeGreaterThanOrEqual(0)
      for (const item of cart.items ?? []) {
        expect(item.total).toBeGreaterThanOrEqual(0)
      }
    }
  })

  it("DI1: nor with tax in the prices", async () => {
    await includeTaxes(store.container(), "eur")
    await percent("40")
    const { id } = await mugs(3)
    const cart = await visitor.promote(id, "FIX", "GROSS", "EACH")
    expect(cart.total).toBeGreaterThanOrEqual(0)
    expect(cart.items?.every(({ total }) => Number(total) >= 0)).toBe(true)
  })

  it("DI2: our tiers count on the price that Medusa calculates for the quantity, whichever list it is of", async () => {
    const container = store.container()
    const prices = [
      { variant_id: pen, currency_code: "eur", amount: 4 },
      { variant_id: pen, currency_code: "eur", amount: 3, min_quantity: 5 },
    ]
    const override: object = { type: "override" }
    await createPriceListsWorkflow(container).run({
      input: {
        price_lists_data: [{ title: "B2B", description: "Override", status: "active", prices, ...override }],
      },
    })
    await giveDiscount(container, {
      name: "Six",
      rules: [
        { min: "2", max: "5", value: "10" },
        { min: "6", value: "20" },
      ],
      on: [{ level: "variant", target_id: pen }],
    })
    const query = `variant_id=${pen}&region_id=${world.regions.eur.id}`
    const { data } = await store.api.get(`/store/discounts/tiers?${query}`, world.storeHeaders)
    for (const [tier, quantity] of [2, 6].entries()) {
      const cart = await visitor.create("de", { items: [{ variant_id: pen, quantity }] })
      const item = cart.items?.find(({ id }) => id === lineOf(cart, "Pen"))
      const taken = (item?.adjustments ?? []).reduce((all, { amount }) => all + Number(amount), 0)
      const each = (Number(item?.unit_price) * quantity - taken) / quantity
      expect(taken).toBeCloseTo(Number(item?.unit_price) * quantity * (tier ? 0.2 : 0.1), 2)
      expect(Number(data.tiers[tier].unit_price_after)).toBeCloseTo(each, 2)
    }
  })
})
