import type { HttpTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createPriceListsWorkflow, createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { BILLING_MODULE, type BillingModuleService } from "../../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { LINE_KEY } from "../../../src/rules/cart"
import { CartClient, type Cart } from "../../support/cart-client"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const ANNUAL = { unit: "year", count: 1 } as const
const FEE = "A set-up fee follows its product: change or remove that line instead"

const UNSOUND = "The cart has changed since its fees and trials were calculated: update it, then complete again"

const named = (cart: Cart, title: string): HttpTypes.StoreCartLineItem => {
  const line = cart.items?.find((item) => item.title === title)
  if (!line) {
    throw new Error(`No line "${title}" in ${cart.items?.map((item) => item.title).join(", ")}`)
  }
  return line
}

const feeOf = (cart: Cart) => named(cart, "Set-up fee: Hosting")
const linesOf = (cart: Cart) => (cart.items ?? []).map((item) => `${item.title} × ${item.quantity}`).sort()
const keyOf = (line: HttpTypes.StoreCartLineItem) => line.metadata?.[LINE_KEY]

export const cartSuite = storeSuite(__filename, (store) => {
  let world: World
  let mug: string
  let hosting: OfferedProduct
  let monthly: string
  let annual: string
  let clara: TestCustomer
  let visitor: CartClient
  let shopper: CartClient

  const billing = () => store.container().resolve<BillingModuleService>(BILLING_MODULE)
  const core = () => store.container().resolve<CoreModuleService>(CORE_MODULE)
  const carts = () => store.container().resolve(Modules.CART)

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    const { salesChannelId } = world
    const product = await createProduct(container, { title: "Mug", salesChannelId, prices: { eur: 10, chf: 12 } })
    mug = product.variants[0]?.id ?? ""
    hosting = await createOfferedProduct(container, {
      title: "Hosting",
      salesChannelId,
      otherVariant: true,
      cycles: [
        { name: "Monthly", interval: MONTHLY, prices: { eur: 10, chf: 11 }, setupFees: { eur: "5.00", chf: "6.00" } },
        { name: "Annual", interval: ANNUAL, prices: { eur: 99, chf: 0 } },
      ],
    })
    monthly = hosting.variants.Monthly ?? ""
    annual = hosting.variants.Annual ?? ""
    clara = await createCustomer(container, { email: "clara@test.example", ...world })
    visitor = new CartClient(store, world)
    shopper = new CartClient(store, world, clara.headers)
  })

  const includeTaxInFrancs = () =>
    store
      .container()
      .resolve(Modules.PRICING)
      .updatePricePreferences({ attribute: "currency_code", value: "chf" }, { is_tax_inclusive: true })

  const withHosting = async (quantity = 1): Promise<Cart> => {
    const { id } = await shopper.create("de")
    return shopper.add(id, { variant_id: monthly, quantity })
  }

  describe("dependent lines", () => {
    it("B7: a set-up fee is a line of its own with its own tax, also in a cart that is created with items", async () => {
      const cart = await shopper.create("de", { items: [{ variant_id: monthly, quantity: 2 }] })
      // (20 + 10) × 1.19
      expect(feeOf(cart)).toMatchObject({ quantity: 2, unit_price: 5, requires_shipping: false, variant_id: null })
      expect(feeOf(cart)).toMatchObject({ product_id: hosting.productId, tax_lines: [{ rate: 19 }] })
      expect(cart.total).toBeCloseTo(35.7, 6)
    })

    it("B7: a promotion given at creation takes the fee into account", async () => {
      await createPromotionsWorkflow(store.container()).run({
        input: { promotionsData: [tenth("TENTH")] },
      })
      const cart = await shopper.create("de", { items: [{ variant_id: monthly, quantity: 2 }], promo_codes: ["TENTH"] })
      expect(cart.total).toBeCloseTo(32.13, 6)
    })

    it("B7: the fee cannot be removed, changed or described apart from its product", async () => {
      const cart = await withHosting(3)
      const fee = feeOf(cart)
      const refused = { status: 400, type: "not_allowed", message: `line_id: ${FEE}` }
      expect(await refusalOf(shopper.remove(cart.id, fee.id))).toEqual(refused)
      expect(await refusalOf(shopper.update(cart.id, fee.id, { quantity: 0 }))).toEqual(refused)
      expect(await refusalOf(shopper.update(cart.id, fee.id, { quantity: 1 }))).toEqual(refused)
      expect(await refusalOf(shopper.update(cart.id, fee.id, { quantity: 3, metadata: { a: 1 } }))).toEqual(refused)
      expect(linesOf(await shopper.read(cart.id))).toEqual(["Hosting × 3", "Set-up fee: Hosting × 3"])
    })

    it("B7: a fee line that was taken away or repriced behind the store's back is back after any update", async () => {
      const cart = await withHosting(2)
      await carts().deleteLineItems([feeOf(cart).id])
      let updated = await shopper.change(cart.id, { metadata: { seen: true } })
      expect(updated.total).toBeCloseTo(35.7, 6)

      const again = await shopper.read(cart.id)
      await carts().updateLineItems([{ id: feeOf(again).id, unit_price: 0.01, quantity: 1, metadata: null }])
      updated = await shopper.change(cart.id, { metadata: { seen: "twice" } })
      expect(feeOf(updated)).toMatchObject({ unit_price: 5, quantity: 2 })
      expect(updated.total).toBeCloseTo(35.7, 6)
    })

    it("B7: prices that include tax make a fee that includes it", async () => {
      await includeTaxInFrancs()
      const cart = await withHosting(3)
      const inFrancs = await shopper.moveTo(cart.id, "ch")
      expect(feeOf(inFrancs)).toMatchObject({ unit_price: 6, quantity: 3, is_tax_inclusive: true })
      expect(inFrancs.total).toBeCloseTo(51, 6)
      const inEuro = await shopper.moveTo(cart.id, "de")
      expect(feeOf(inEuro)).toMatchObject({ unit_price: 5, quantity: 3, is_tax_inclusive: false })
      expect(inEuro.total).toBeCloseTo(53.55, 6)
    })

    it("B7: it is called in the cart's language", async () => {
      const cart = await shopper.create("fr", { locale: "fr-FR", items: [{ variant_id: monthly, quantity: 1 }] })
      expect(linesOf(cart)).toEqual(["Frais de mise en service : Hosting × 1", "Hosting × 1"])
    })

    it("B7: a change that Medusa refuses leaves fees, records and totals as they were", async () => {
      const { salesChannelId } = world
      const inEuroOnly = await createProduct(store.container(), { title: "Book", salesChannelId, prices: { eur: 20 } })
      const cart = await withHosting(2)
      await shopper.add(cart.id, { variant_id: inEuroOnly.variants[0]?.id ?? "", quantity: 1 })
      const before = await shopper.read(cart.id)
      const records = await core().listLineRecords({ cart_id: cart.id })
      const sorted = (list: typeof records) => list.map((one) => `${one.id} ${one.key} ${one.line_item_id}`).sort()

      expect((await refusalOf(shopper.moveTo(cart.id, "ch"))).message).toContain("do not have a price")

      const after = await shopper.read(cart.id)
      expect(after).toMatchObject({ currency_code: "eur", total: before.total, tax_total: before.tax_total })
      expect(feeOf(after)).toMatchObject({ id: feeOf(before).id, unit_price: 5, quantity: 2 })
      expect(sorted(await core().listLineRecords({ cart_id: cart.id }))).toEqual(sorted(records))
      expect((await shopper.complete(cart.id)).total).toBeCloseTo(59.5, 6)
    })

    it("B7: no fee in the currency, no line", async () => {
      const { id } = await shopper.create("de")
      expect(linesOf(await shopper.add(id, { variant_id: annual, quantity: 1 }))).toEqual(["Hosting × 1"])
    })
  })

  describe("line identity", () => {
    it("gives goods without an offer no key and no record, and lets them merge", async () => {
      const { id } = await shopper.create("de")
      await shopper.add(id, { variant_id: mug, quantity: 1 })
      const cart = await shopper.add(id, { variant_id: mug, quantity: 1 })
      expect(linesOf(cart)).toEqual(["Mug × 2"])
      expect(named(cart, "Mug").metadata ?? {}).toEqual({})
      expect(await core().listLineRecords({ cart_id: id })).toEqual([])
    })

    it("merges lines with equal client metadata and separates others, each with its fee", async () => {
      const { id } = await shopper.create("de")
      await shopper.add(id, { variant_id: monthly, quantity: 1, metadata: { domain: "a.example" } })
      await shopper.add(id, { variant_id: monthly, quantity: 1, metadata: { domain: "b.example" } })
      const cart = await shopper.add(id, { variant_id: monthly, quantity: 2, metadata: { domain: "a.example" } })
      expect(linesOf(cart)).toEqual([
        "Hosting × 1",
        "Hosting × 3",
        "Set-up fee: Hosting × 1",
        "Set-up fee: Hosting × 3",
      ])
      expect(new Set(cart.items?.map(keyOf)).size).toBe(4)
    })

    it("drops a key that the client sends, forged or copied, on any product", async () => {
      const stolen = keyOf(named(await withHosting(), "Hosting"))
      const metadata = { [LINE_KEY]: stolen, note: "mine" }
      const { id } = await visitor.create("de", { items: [{ variant_id: mug, quantity: 1, metadata }] })
      await visitor.add(id, { variant_id: monthly, quantity: 1, metadata })
      let cart = await visitor.add(id, { variant_id: mug, quantity: 1, metadata })
      expect(linesOf(cart)).toEqual(["Hosting × 1", "Mug × 2", "Set-up fee: Hosting × 1"])
      cart = await visitor.update(id, named(cart, "Mug").id, { quantity: 2, metadata })
      expect(named(cart, "Mug").metadata).toEqual({ note: "mine" })
      const own = keyOf(named(cart, "Hosting"))
      expect(own).toMatch(/^[0-9a-f]{32}$/)
      expect(own).not.toBe(stolen)
    })

    it("keeps the key of a line whose metadata the client replaces or empties", async () => {
      const cart = await withHosting()
      const line = named(cart, "Hosting")
      for (const metadata of [{ domain: "a.example" }, { [LINE_KEY]: "forged" }, null]) {
        const updated = await shopper.update(cart.id, line.id, { quantity: 1, metadata })
        expect(keyOf(named(updated, "Hosting"))).toBe(keyOf(line))
      }
      expect(await core().listLineRecords({ cart_id: cart.id })).toHaveLength(2)
    })

    it("restores keys that were changed past the routes: removed, forged, copied to other goods", async () => {
      const cart = await withHosting()
      await shopper.add(cart.id, { variant_id: mug, quantity: 1 })
      const key = keyOf(named(cart, "Hosting"))
      const plain = named(await shopper.read(cart.id), "Mug")
      await carts().updateLineItems([
        { id: named(cart, "Hosting").id, metadata: { [LINE_KEY]: "forged" } },
        { id: plain.id, metadata: { [LINE_KEY]: key } },
      ])
      const updated = await shopper.change(cart.id, { metadata: {} })
      expect(keyOf(named(updated, "Hosting"))).toBe(key)
      expect(named(updated, "Mug").metadata ?? {}).toEqual({})
    })

    it("refuses access to the lines of another cart", async () => {
      const victim = await withHosting()
      const { id } = await visitor.create("de")
      for (const line of victim.items ?? []) {
        expect((await refusalOf(visitor.remove(id, line.id))).status).toBe(404)
        expect((await refusalOf(visitor.update(id, line.id, { quantity: 9 }))).status).toBe(404)
      }
      expect(linesOf(await shopper.read(victim.id))).toEqual(linesOf(victim))
    })

    it("refuses a price that the client sends", async () => {
      const { id } = await shopper.create("de")
      const request = shopper.add(id, { variant_id: monthly, quantity: 1, unit_price: 0.01 })
      expect(await refusalOf(request)).toMatchObject({ status: 400, type: "invalid_data" })
    })

    it("forgets the record with the line", async () => {
      const cart = await withHosting()
      await shopper.remove(cart.id, named(cart, "Hosting").id)
      expect(linesOf(await shopper.read(cart.id))).toEqual([])
      expect(await core().listLineRecords({ cart_id: cart.id })).toEqual([])
      const again = await shopper.add(cart.id, { variant_id: monthly, quantity: 1 })
      const emptied = await shopper.update(cart.id, named(again, "Hosting").id, { quantity: 0 })
      expect(linesOf(emptied)).toEqual([])
    })
  })

  describe("what cannot be ordered", () => {
    const refused = (field: string, reason: string) => ({
      status: 400,
      type: "not_allowed",
      message: `${field}: ${reason}`,
    })
    const set = (change: Record<string, unknown>) => billing().updateOffers({ id: hosting.offerId, ...change })

    it.each([
      ["B10", { hidden: true }, "This product cannot be ordered"],
      ["B11", { on_request: true }, "This product is sold on request only"],
    ])(
      "%s: is neither added, nor changed, nor completed, also when a cart holds it already",
      async (_id, flag, why) => {
        const cart = await withHosting()
        const line = named(cart, "Hosting").id
        await set(flag)
        const { id } = await shopper.create("de")
        expect(await refusalOf(shopper.add(id, { variant_id: monthly, quantity: 1 }))).toEqual(
          refused("variant_id", why),
        )
        expect(await refusalOf(shopper.create("de", { items: [{ variant_id: monthly, quantity: 1 }] }))).toEqual(
          refused("items.0.variant_id", why),
        )
        expect(await refusalOf(shopper.update(cart.id, line, { quantity: 2 }))).toEqual(refused("line_id", why))
        expect(await refusalOf(shopper.complete(cart.id))).toEqual(refused('items ("Hosting")', why))
        expect(linesOf(await shopper.remove(cart.id, line))).toEqual([])
      },
    )

    it("B6: a cycle is disabled in the currency in which it has no price above zero, and there only", async () => {
      const why = "This billing cycle has no price in this currency"
      const francs = await shopper.create("ch")
      expect(await refusalOf(shopper.add(francs.id, { variant_id: annual, quantity: 1 }))).toEqual(
        refused("variant_id", why),
      )
      const { id } = await shopper.create("de")
      await shopper.add(id, { variant_id: annual, quantity: 1 })
      await shopper.moveTo(id, "ch")
      await shopper.add(id, { variant_id: mug, quantity: 1 })
      expect(await refusalOf(shopper.complete(id))).toEqual(refused('items ("Hosting")', why))
      const back = await shopper.moveTo(id, "de")
      expect(named(back, "Hosting").unit_price).toBe(99)
    })

    it("B6: a price list price of zero does not disable", async () => {
      await createPriceListsWorkflow(store.container()).run({
        input: {
          price_lists_data: [
            {
              title: "Free month",
              description: "A sale",
              status: "active",
              prices: [{ variant_id: monthly, currency_code: "eur", amount: 0 }],
            },
          ],
        },
      })
      const cart = await withHosting()
      expect(named(cart, "Hosting").unit_price).toBe(0)
      expect((await shopper.complete(cart.id)).total).toBeCloseTo(5.95, 6)
    })

    it("B5: a variant that is no cycle of its offer is refused, and leaves no line behind", async () => {
      const why = "This variant is no billing cycle of its product and cannot be ordered"
      const variant_id = hosting.variants.Other ?? ""
      const { id } = await shopper.create("de")
      expect(await refusalOf(shopper.add(id, { variant_id, quantity: 1 }))).toEqual(refused("variant_id", why))
      expect(linesOf(await shopper.read(id))).toEqual([])
      expect(await refusalOf(shopper.create("de", { items: [{ variant_id, quantity: 1 }] }))).toEqual(
        refused("items.0.variant_id", why),
      )
    })

    it("B20: more units than a subscription can count are refused", async () => {
      const { id } = await shopper.create("de", { items: [{ variant_id: monthly, quantity: 1_000_001 }] })
      expect(await refusalOf(shopper.complete(id))).toMatchObject({
        status: 400,
        message: expect.stringContaining("at most 1000000 units"),
      })
    })

    it("B20: a recurring line needs an account; after logging in the same cart completes", async () => {
      const { id } = await visitor.create("de", { email: "guest@test.example" })
      await visitor.add(id, { variant_id: monthly, quantity: 1 })
      expect(await refusalOf(visitor.complete(id))).toEqual(
        refused(
          'items ("Hosting")',
          "This product renews and needs a customer account: log in or register, then complete again",
        ),
      )
      await visitor.logIn(id, clara.headers)
      expect((await shopper.complete(id)).items).toHaveLength(2)
    })

    it("B7: a cart whose dependent lines do not match is refused; an update reconciles them", async () => {
      const cart = await withHosting(2)
      await carts().updateLineItems([{ id: feeOf(cart).id, quantity: 1 }])
      expect(await refusalOf(shopper.complete(cart.id))).toEqual(refused("items", UNSOUND))
      await shopper.change(cart.id, { metadata: {} })
      expect((await shopper.complete(cart.id)).total).toBeCloseTo(35.7, 6)
    })

    it("B1: a product that gets its offer while in a cart is sold under it after the next update", async () => {
      const { salesChannelId } = world
      const container = store.container()
      const product = await createProduct(container, { title: "Course", salesChannelId, prices: { eur: 40 } })
      const variant_id = product.variants[0]?.id ?? ""
      const { id } = await shopper.create("de", { items: [{ variant_id, quantity: 1 }] })
      const offer = await billing().createOffers({ product_id: product.id, payment_type: "lifetime" })
      await billing().createCycles({ offer_id: offer.id, variant_id, interval_unit: null, interval_count: null })
      expect((await refusalOf(shopper.complete(id))).message).toContain("update it, then complete again")
      expect(keyOf(named(await shopper.change(id, { metadata: {} }), "Course"))).toMatch(/^[0-9a-f]{32}$/)
      expect((await shopper.complete(id)).total).toBeCloseTo(47.6, 6)
    })
  })

  describe("trials", () => {
    let seo: OfferedProduct
    let seoMonthly: string
    let seoAnnual: string

    beforeEach(async () => {
      seo = await createOfferedProduct(store.container(), {
        title: "SEO",
        salesChannelId: world.salesChannelId,
        trialDays: 14,
        cycles: [
          { name: "Monthly", interval: MONTHLY, prices: { eur: 10, chf: 9.9 }, setupFees: { eur: "5.00" } },
          { name: "Annual", interval: ANNUAL, prices: { eur: 100, chf: 110 } },
        ],
      })
      seoMonthly = seo.variants.Monthly ?? ""
      seoAnnual = seo.variants.Annual ?? ""
    })

    it("B14: the product is free now, at any quantity; its fee is due at once", async () => {
      const { id } = await shopper.create("de")
      let cart = await shopper.add(id, { variant_id: seoMonthly, quantity: 1 })
      expect(named(cart, "SEO").adjustments).toMatchObject([{ amount: 10, description: "Free trial, 14 days" }])
      expect(cart.total).toBeCloseTo(5.95, 6)
      cart = await shopper.update(id, named(cart, "SEO").id, { quantity: 3 })
      expect(named(cart, "SEO").adjustments).toMatchObject([{ amount: 30 }])
      expect(cart.total).toBeCloseTo(17.85, 6)
      cart = await shopper.moveTo(id, "ch")
      expect(named(cart, "SEO").adjustments).toMatchObject([{ amount: 29.7 }])
      expect(cart.total).toBe(0)
    })

    it("B14: promotions find nothing left to take on it, whatever they are", async () => {
      const promotionsData = [tenth("TENTH"), fixed("FIX", 1000)]
      await createPromotionsWorkflow(store.container()).run({ input: { promotionsData } })
      const { id } = await shopper.create("de", { items: [{ variant_id: seoMonthly, quantity: 2 }] })
      let cart = await shopper.promote(id, "TENTH")
      // Fees 10.00 less a tenth, and tax
      expect(cart.total).toBeCloseTo(10.71, 6)
      cart = await shopper.promote(id, "FIX")
      expect(named(cart, "SEO")).toMatchObject({ total: 0 })
      expect(cart.total).toBe(0)
    })

    it("B14: for a customer with an account only, and from the moment of logging in", async () => {
      const { id } = await visitor.create("de", { email: "guest@test.example" })
      const cart = await visitor.add(id, { variant_id: seoAnnual, quantity: 1 })
      expect(cart.total).toBeCloseTo(119, 6)
      expect((await visitor.logIn(id, clara.headers)).total).toBe(0)
    })

    it("B14: once per customer and offer: of two lines the dearer one has it", async () => {
      const { id } = await shopper.create("de")
      await shopper.add(id, { variant_id: seoAnnual, quantity: 1 })
      let cart = await shopper.add(id, { variant_id: seoMonthly, quantity: 1 })
      expect(cart.total).toBeCloseTo(17.85, 6)
      const first = cart.items?.find((item) => item.variant_id === seoAnnual)?.id ?? ""
      cart = await shopper.remove(id, first)
      expect((await shopper.read(id)).total).toBeCloseTo(5.95, 6)
    })

    it("B14: a customer who has had it pays, also where another cart still offers it", async () => {
      const { id } = await shopper.create("de", { items: [{ variant_id: seoAnnual, quantity: 1 }] })
      await billing().createTrialUses({
        customer_id: clara.customer.id,
        offer_id: seo.offerId,
        order_line_id: "ordli_elsewhere",
      })
      expect(await refusalOf(shopper.completeUnpaid(id))).toMatchObject({
        status: 400,
        message:
          'items ("SEO"): Its free trial has been used already: update the cart to see its price, then complete again',
      })
      expect((await shopper.change(id, { metadata: {} })).total).toBeCloseTo(119, 6)
    })

    it("B14: a cart whose trial adjustment is missing is refused", async () => {
      const { id } = await shopper.create("de", { items: [{ variant_id: seoAnnual, quantity: 1 }] })
      const line = named(await shopper.read(id), "SEO")
      await carts().deleteLineItemAdjustments((line.adjustments ?? []).map((adjustment) => adjustment.id))
      expect(await refusalOf(shopper.complete(id))).toMatchObject({ status: 400, message: `items: ${UNSOUND}` })
      expect((await shopper.change(id, { metadata: {} })).total).toBe(0)
    })

    it.each([1, 3, 7, 11])(
      "B14: nothing is due for %i at a price with tax in it, to the last digit",
      async (quantity) => {
        await includeTaxInFrancs()
        const { id } = await shopper.create("ch", { items: [{ variant_id: seoMonthly, quantity }] })
        const cart = await shopper.read(id)
        expect(cart.total).toBe(0)
        const order = await shopper.completeUnpaid(id)
        expect(order.total).toBe(0)
      },
    )
  })
})

const tenth = (code: string) => ({
  code,
  type: "standard" as const,
  status: "active" as const,
  application_method: {
    type: "percentage" as const,
    target_type: "items" as const,
    allocation: "across" as const,
    value: 10,
  },
})

const fixed = (code: string, value: number) => ({
  code,
  type: "standard" as const,
  status: "active" as const,
  application_method: {
    type: "fixed" as const,
    target_type: "items" as const,
    allocation: "across" as const,
    value,
    currency_code: "eur",
  },
})
