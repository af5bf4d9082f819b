import type { AxiosError } from "axios"
import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../src/modules/discounts"
import { discountsOrders } from "../../../src/workflows/discounts/orders/discounts-orders"
import { completionPass, releaseReservations } from "../../../src/workflows/cart/completion-pass"
import type { MedusaCart } from "../../../src/workflows/cart/medusa-cart"
import { releaseAbandonedRecords } from "../../../src/workflows/discounts/orders/release-abandoned-records"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { CART_ROOMS, orderRooms } from "../../../src/workflows/rooms"
import type { Cart, CartClient } from "../../support/cart-client"
import { createDiscountShop, DISCOUNT_PROVIDER, given, lineOf } from "../../support/create-discount-shop"
import type { World } from "../../support/create-world"
import { giveDiscount } from "../../support/give-discount"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"
import { until } from "../../support/until"

export const completionSuite = storeSuite(__filename, (store) => {
  let world: World
  let mug: string
  let service: string
  let visitor: CartClient

  beforeAll(async () => {
    ;({ world, mug, service, visitor } = await createDiscountShop(store))
  })

  const sweep = () => sweepOrders(store.container(), { now: new Date(), today: "2026-01-01" }, orderRooms)
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
        expect.objectContaining({ description: "Tenth", amount: 3, provider_id: DISCOUNT_PROVIDER }),
      ])
      const [record, ...more] = await room().listDiscountRecords({ order_id: order.id })
      expect(more).toEqual([])
      expect(record).toMatchObject({ cart_id: cart.id, version: 1, channel: "cart", placed_at: expect.any(Date) })
      expect(record?.trace).toMatchObject({
        used: [discountId],
        lines: [{ id: line?.id, title: "Mug", amount: "3.00", discounts: [{ discountId, amount: "3.00" }] }],
      })
      expect(await store.knex()("discounts_applied").where("order_id", order.id)).toEqual([
        expect.objectContaining({
          order_line_id: line?.id,
          discount_id: discountId,
          amount: "3.00",
          kind: "first_order",
        }),
      ])
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })

      // The record does not change later, and completing again takes no second use.
      await expect(store.knex()("discounts_record").where("id", record?.id).update({ trace: "{}" })).rejects.toThrow(
        /never/,
      )
      await visitor.completeUnpaid(cart.id)
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
    })

    it("a cart with outdated discounts is refreshed first, and its buyer gets an error with the new total", async () => {
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

    it("without the route's middleware, outdated discounts are refused", async () => {
      const discountId = await tenth()
      const cart = await ready("a@test.example")
      await room().updateDiscounts({ id: discountId, is_active: false })
      const { errors } = await completeCartWorkflow(store.container()).run({
        input: { id: cart.id },
        throwOnError: false,
      })
      expect(errors[0]?.error.message).toMatch(/^discounts: The cart's discounts are not what they were/)
      expect(await store.knex()("discounts_record")).toEqual([])
    })

    it("an adjustment that no evaluation gave does not get into an order", async () => {
      await tenth()
      const cart = await ready("a@test.example")
      await store
        .container()
        .resolve(Modules.CART)
        .addLineItemAdjustments([
          { item_id: lineOf(cart, "Mug"), amount: 9, provider_id: DISCOUNT_PROVIDER, description: "Forged" },
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

    it("a completion that fails releases its uses; those of a crashed one are reused, or released by the sweep", async () => {
      const discountId = await tenth({ usage_limit: 1 })
      const container = store.container()
      const cart = await ready("a@test.example")
      const reserved = async () => {
        const { data } = await container.resolve("query").graph({
          entity: "cart",
          fields: ["*", "items.*", "items.adjustments.*", "items.tax_lines.*", "customer.*", "region.*"],
          filters: { id: cart.id },
        })
        return completionPass(container, data[0] as MedusaCart, CART_ROOMS)
      }
      const taken = await reserved()
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
      await releaseReservations(container, taken, CART_ROOMS)
      expect(await usesOf(discountId)).toEqual({ used: 0, held: 0, byCustomers: 0 })

      // It crashed after that: the cart itself reuses its reserved uses, another one has to wait.
      await reserved()
      expect(given(await ready("b@test.example"))).toEqual({ Mug: [] })
      expect(given(await visitor.change(cart.id, { metadata: { again: true } }))).toEqual({ Mug: ["Tenth 1.00"] })
      const now = new Date()
      await releaseAbandonedRecords(container, { now })
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
      await releaseAbandonedRecords(container, { now: new Date(now.getTime() + 16 * 60_000) })
      expect(await usesOf(discountId)).toEqual({ used: 0, held: 0, byCustomers: 0 })

      await reserved()
      const order = await visitor.completeUnpaid(cart.id)
      expect(order.discount_total).toBeCloseTo(1.19, 8)
      await releaseAbandonedRecords(container, { now: new Date(now.getTime() + 16 * 60_000) })
      expect(await usesOf(discountId)).toEqual({ used: 1, held: 1, byCustomers: 1 })
    })

    it("the sweep makes up for a lost event", async () => {
      await tenth()
      const cart = await ready("a@test.example")
      const silence = jest.spyOn(store.container().resolve(Modules.EVENT_BUS), "emit").mockResolvedValue(undefined)
      const order = await visitor.completeUnpaid(cart.id).finally(() => silence.mockRestore())
      expect(await room().listDiscountRecords({ order_id: order.id })).toEqual([])
      await sweep()
      expect(await room().listDiscountRecords({ order_id: order.id })).toEqual([
        expect.objectContaining({ placed_at: expect.any(Date) }),
      ])
    })

    it("D24: a canceled order releases its uses, once", async () => {
      const discountId = await tenth({ usage_limit: 1 })
      const order = await visitor.completeUnpaid((await ready("a@test.example")).id)
      await store.api.post(`/admin/orders/${order.id}/cancel`, {}, world.adminHeaders)
      await until("the canceled order to give its use back", async () => (await usesOf(discountId)).used === 0)
      const again = { order_id: order.id, kind: "canceled", source_id: order.id, by_event: false } as const
      const context = { today: () => Promise.resolve("2026-01-01"), now: new Date() }
      await discountsOrders.handle(store.container(), again, context)
      await sweep()
      expect(await usesOf(discountId)).toEqual({ used: 0, held: 0, byCustomers: 0 })
      expect(await store.knex()("discounts_applied").whereNull("reversed_on")).toEqual([])
    })
  })
})
