import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import fc from "fast-check"
import type { CartClient } from "../../support/cart-client"
import { createDiscountShop, DISCOUNT_PROVIDER } from "../../support/create-discount-shop"
import type { World } from "../../support/create-world"
import { DiscountAdmin } from "../../support/discount-admin"
import { giveDiscount, giveOrderDiscount } from "../../support/give-discount"
import { storeSuite } from "../../support/store-suite"

const CODES = {
  HALF: ["percentage", 50],
  TENTH: ["percentage", 10],
  FIX: ["fixed", 7],
  ALL: ["percentage", 100],
} as const
type Code = keyof typeof CODES

/** A store's discounts, and what a visitor does with a cart. */
const scene = fc.record({
  article: fc.constantFrom("5", "12.5", "33.3333", "60"),
  from: fc.integer({ min: 1, max: 3 }),
  order: fc.constantFrom("0", "3", "10"),
  max: fc.option(fc.constantFrom("30", "55")),
  margin: fc.option(fc.constantFrom("10", "40")),
  quantities: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
  codes: fc.uniqueArray(fc.constantFrom<Code>("HALF", "TENTH", "FIX", "ALL"), { maxLength: 2 }),
  /** What happens to the cart after its codes. */
  then: fc.constantFrom("nothing", "more", "fewer", "code_off"),
})
type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never

const SEED = 20_260_301
const SCENES = 10

export const randomCartsSuite = storeSuite(__filename, (store) => {
  let world: World
  let visitor: CartClient
  let discounts: DiscountAdmin
  let articles: string[]
  let mug: string
  let mugProduct: string

  beforeAll(async () => {
    const shop = await createDiscountShop(store)
    ;({ world, mug, mugProduct, visitor } = shop)
    articles = [shop.mug, shop.pen, shop.service]
    discounts = new DiscountAdmin(store, world.adminHeaders)
    const promotionsData = Object.entries(CODES).map(([code, [type, value]]) => ({
      code,
      type: "standard" as const,
      status: "active" as const,
      application_method: {
        type,
        value,
        target_type: "items" as const,
        allocation: "across" as const,
        ...(type === "fixed" ? { currency_code: "eur" } : {}),
      },
    }))
    await createPromotionsWorkflow(store.container()).run({ input: { promotionsData } })
  })

  async function makeStore({ article, from, order, max, margin }: Scene): Promise<void> {
    await giveDiscount(store.container(), {
      name: "Article",
      rules: [{ min: String(from), value: article }],
      on: [{ level: "all", target_id: "all" }],
    })
    await giveOrderDiscount(store.container(), {
      name: "Order",
      ranges: [{ currency_code: "eur", min: "20", percent: order }],
    })
    const everything = [{ level: "all", target_id: "all" }]
    await discounts.post("eligibility", { targets: everything, order_discount_eligible: true })
    await discounts.post("settings", { max_discount_percent: max, min_margin_percent: margin })
    await discounts.post(`articles/product/${mugProduct}`, { costs: { eur: "5.00" } })
  }

  async function shop({ quantities, codes, then }: Scene) {
    const items = quantities.map((quantity, index) => ({ variant_id: articles[index] ?? mug, quantity }))
    const { id } = await visitor.create("de", { email: "a@test.example", items })
    if (codes.length) {
      await visitor.promote(id, ...codes)
    }
    const line = (await visitor.read(id)).items?.[0]?.id ?? ""
    if (then === "more" || then === "fewer") {
      await visitor.update(id, line, { quantity: then === "more" ? 6 : 1 })
    }
    if (then === "code_off") {
      await visitor.change(id, { promo_codes: codes.slice(1) })
    }
    await visitor.ship(id)
    return visitor.read(id)
  }

  it.each(fc.sample(scene, { seed: SEED, numRuns: SCENES }).map((one, number) => [number + 1, one] as const))(
    "decision 3: what random cart %i shows is what is charged and recorded, within the store's limits: %j",
    async (_number, one) => {
      await makeStore(one)
      const cart = await shop(one)
      const lines = (cart.items ?? []).map((item) => {
        const amounts = (of: (isOurs: boolean) => boolean) =>
          (item.adjustments ?? [])
            .filter(({ provider_id }) => of(provider_id === DISCOUNT_PROVIDER))
            .reduce((all, { amount }) => all + Number(amount), 0)
        const price = Number(item.unit_price) * item.quantity
        return { item, price, own: amounts((isOurs) => isOurs), codes: amounts((isOurs) => !isOurs) }
      })
      for (const { item, price, own, codes } of lines) {
        expect(Number(item.total)).toBeGreaterThanOrEqual(0)
        const most = one.max === null ? price : (price * Number(one.max)) / 100
        expect(own === 0 || own + codes <= most + 0.0001).toBe(true)
        const isCosted = item.variant_id === mug && one.margin !== null
        const lowest = isCosted ? (5 * item.quantity) / (1 - Number(one.margin) / 100) : 0
        expect(own === 0 || price - own - codes >= lowest - 0.0001).toBe(true)
      }

      const order = await visitor.complete(cart.id)
      expect(order.total).toBeCloseTo(Number(cart.total), 8)
      const { data } = await store.api.get(`/admin/orders/${order.id}?fields=*payment_collections`, world.adminHeaders)
      const charged: { amount: number }[] = data.order.payment_collections
      expect(charged.reduce((all, { amount }) => all + amount, 0)).toBeCloseTo(Number(cart.total), 8)
      const [record] = await store.knex()("discounts_record").where({ order_id: order.id })
      const recorded: number[] = (record?.trace.lines ?? []).map(({ amount }: { amount: string }) => Number(amount))
      const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0)
      expect(sum(recorded)).toBeCloseTo(sum(lines.map(({ own }) => own)), 8)

      if (!one.codes.length) {
        const simulated = await discounts.post<{ answer: { total: string } }>("simulate", {
          region_id: world.regions.eur.id,
          lines: lines.map(({ item }) => ({ variant_id: item.variant_id, quantity: item.quantity })),
        })
        expect(Number(simulated.answer.total)).toBeCloseTo(sum(recorded), 8)
      }
    },
  )
})
