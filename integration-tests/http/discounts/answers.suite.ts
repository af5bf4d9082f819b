import { Modules } from "@medusajs/framework/utils"
import type { WhyAnswer } from "../../../src/contracts/discounts/answers"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../src/modules/discounts"
import { CartClient } from "../../support/cart-client"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createDiscountShop, lineOf } from "../../support/create-discount-shop"
import type { World } from "../../support/create-world"
import { giveDiscount } from "../../support/give-discount"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const answersSuite = storeSuite(__filename, (store) => {
  let world: World
  let mug: string
  let pen: string
  let mugProduct: string
  let clara: TestCustomer
  let visitor: CartClient

  beforeAll(async () => {
    ;({ world, mug, pen, mugProduct, clara, visitor } = await createDiscountShop(store))
  })

  describe("D22, D23: over HTTP", () => {
    const why = async (query: string) =>
      (await store.api.get(`/admin/discounts/why?${query}`, world.adminHeaders)).data.records
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

    it("D22: a cart and its order show which discounts were checked, and why each applies or not", async () => {
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
              trace: [{ discount_id: discountId, name: "Tiers", outcome: "not_applied", reason: "no_rule" }],
            },
          ],
        },
      ])
      await visitor.update(id, lineOf(await visitor.read(id), "Mug"), { quantity: 6 })
      await visitor.ship(id)
      const order = await visitor.complete(id)
      const records = await why(`order_id=${order.id}`)
      expect(records).toMatchObject([
        {
          placed: true,
          groups: [],
          lines: [
            {
              line_id: order.items?.[0]?.id,
              amount: "9.00",
              trace: [{ outcome: "applied", reason: null, measured: { trigger: "quantity" }, amount: "9.00" }],
            },
          ],
        },
      ])
      // A later change of the discount does not change the record.
      await store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE).deleteDiscounts([discountId])
      expect(await why(`order_id=${order.id}`)).toEqual(records)
      expect(await why(`cart_id=${id}`)).toEqual(records)
    })

    it("D22: what other stages did to a cart's lines is shown, too, with discounts in the store and without", async () => {
      const container = store.container()
      const cycle = { name: "Monthly", interval: { unit: "month", count: 1 } as const, prices: { eur: 20 } }
      const hosting = await createOfferedProduct(container, {
        title: "Hosting",
        salesChannelId: world.salesChannelId,
        trialDays: 14,
        cycles: [{ ...cycle, setupFees: { eur: "50.00" } }],
      })
      const stepsOf = (records: WhyAnswer["records"]) =>
        (records[0]?.lines ?? [])
          .map(({ title, steps }) => [
            title,
            ...steps.map(({ stage, did, amount }) => `${stage} ${did} ${Number(amount)}`),
          ])
          .sort()
      const sell = async ({ headers }: TestCustomer) => {
        const buyer = new CartClient(store, world, headers)
        const { id } = await buyer.create("de")
        for (const [variant_id, quantity] of [
          [hosting.variants.Monthly ?? "", 1],
          [mug, 6],
        ] as const) {
          await buyer.add(id, { variant_id, quantity })
        }
        await buyer.ship(id)
        const ofCart = await why(`cart_id=${id}`)
        const ofOrder = await why(`order_id=${(await buyer.complete(id)).id}`)
        expect(stepsOf(ofOrder)).toEqual(stepsOf(ofCart))
        return ofOrder
      }
      const plain = await sell(await createCustomer(container, { email: "other@test.example", ...world }))
      const made = [
        ["Hosting", "trial took 20"],
        ["Set-up fee: Hosting", "options_and_fees made_line 50"],
      ]
      expect(plain).toMatchObject([{ order_value: "80.00", placed: true }])
      expect(stepsOf(plain)).toEqual([...made, ["Mug"]].sort())
      await tiered()
      expect(stepsOf(await sell(clara))).toEqual([...made, ["Mug", "discounts took 9"]].sort())
    })

    it("D22: the simulator gives the cart's answer, and takes a day, groups and a personal percentage", async () => {
      const partners = await store.container().resolve(Modules.CUSTOMER).createCustomerGroups({ name: "Partners" })
      await tiered([partners.id])
      const body = { region_id: world.regions.eur.id, lines: [{ variant_id: mug, quantity: 6 }] }
      const answer = async (more: object) => (await simulate({ ...body, ...more })).data.answer
      expect(await answer({})).toMatchObject({ total: "0", lines: [{ trace: [{ reason: "group" }] }] })
      expect(await answer({ groups: [partners.id] })).toMatchObject({
        currency_code: "eur",
        order_value: "60.00",
        lines: [{ title: "Mug – Standard", price: "60.00", amount: "9.00", discounts: [{ name: "Tiers" }] }],
      })
      expect(await answer({ channel: "quick_order", personal_percent: 10, groups: [partners.id] })).toMatchObject({
        lines: [{ amount: "14.10" }],
      })
      const dearer = [{ variant_id: mug, quantity: 6, unit_price: "12.50" }]
      expect(await answer({ lines: dearer, groups: [partners.id] })).toMatchObject({
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
      [{ channel: "unknown" }, "channel"],
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

    it("D23: of a product, what has no price in the currency has no tiers, and hides none", async () => {
      const product = await createOfferedProduct(store.container(), {
        title: "Support",
        salesChannelId: world.salesChannelId,
        cycles: [
          { name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 20 } },
          { name: "Annual", interval: { unit: "year", count: 1 }, prices: { chf: 200 } },
        ],
      })
      const on = [{ level: "product" as const, target_id: product.productId }]
      await giveDiscount(store.container(), { name: "Six", rules: [{ min: "6", value: "15" }], on })
      expect(await tiersFor(`product_id=${product.productId}&region_id=${world.regions.eur.id}`)).toMatchObject([
        { variant_id: product.variants.Monthly, min: "6", unit_price_after: "17.00" },
      ])
      const other = `variant_id=${product.variants.Annual}&region_id=${world.regions.eur.id}`
      expect(await refusalOf(tiersFor(other))).toMatchObject({ status: 404 })
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
      // The cart's id alone does not reveal the tiers of its customer's groups.
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

    it("the next tiers of a cart that does not exist are not found", async () => {
      expect((await refusalOf(nextFor("cart_no"))).status).toBe(404)
      expect((await refusalOf(nextFor("no%20cart'"))).status).toBe(404)
    })
  })
})
