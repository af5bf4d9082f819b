import {
  capturePaymentWorkflow,
  createOrderFulfillmentWorkflow,
  createProductsWorkflow,
  refundPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../src/modules/discounts"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../../src/workflows/rooms"
import { changeNamed, PREPARED } from "../../support/change-order"
import { createWorld, type World } from "../../support/create-world"
import { DraftClient, type AdminOrder } from "../../support/draft-client"
import { giveDiscount } from "../../support/give-discount"
import { placeOrder } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

type Change = "exchanges" | "claims"

export const exchangesSuite = storeSuite(__filename, (store) => {
  let world: World
  let admin: DraftClient
  let shirt: string
  let small: string
  let large: string

  beforeAll(async () => {
    world = await createWorld(store)
    admin = new DraftClient(store, world)
    const { result } = await createProductsWorkflow(store.container()).run({
      input: {
        products: [
          {
            title: "Shirt",
            status: "published",
            options: [{ title: "Size", values: ["S", "L"] }],
            sales_channels: [{ id: world.salesChannelId }],
            shipping_profile_id: world.shipping.profileId,
            variants: ["S", "L"].map((Size) => ({
              title: Size,
              options: { Size },
              manage_inventory: false,
              prices: [{ currency_code: "eur", amount: 100 }],
            })),
          },
        ],
      },
    })
    shirt = result[0]?.id ?? ""
    small = result[0]?.variants.find(({ title }) => title === "S")?.id ?? ""
    large = result[0]?.variants.find(({ title }) => title === "L")?.id ?? ""
  })

  const room = () => store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE)

  const half = (min: string | null = null) =>
    giveDiscount(store.container(), {
      name: "Half",
      rules: [{ min, value: "50" }],
      on: [{ level: "product", target_id: shirt }],
    })

  /** Small shirts that the buyer has. */
  async function sold(quantity: number): Promise<AdminOrder> {
    const { id } = await placeOrder(store, world, {
      items: [{ variant_id: small, quantity }],
      email: "clara@test.example",
      withShipping: true,
    })
    const order = await admin.read(id)
    await createOrderFulfillmentWorkflow(store.container()).run({
      input: { order_id: id, items: [{ id: order.items[0]?.id ?? "", quantity }] },
    })
    await store.settled()
    return order
  }

  const given = (order: AdminOrder) =>
    order.items.map(({ quantity, adjustments }) => [
      Number(quantity),
      ...adjustments.map(({ description, amount }) => `${description} ${Number(amount)}`),
    ])

  /** Begins an exchange, or a claim that replaces goods: these units come back, and this one goes out. */
  async function begin(kind: Change, order: AdminOrder, back: number): Promise<{ id: string; preview: AdminOrder }> {
    const one = kind === "exchanges" ? "exchange" : "claim"
    const begun = await admin.send(`/${kind}`, { order_id: order.id, ...(one === "claim" ? { type: "replace" } : {}) })
    const id: string = begun[one].id
    const items = [{ id: order.items[0]?.id ?? "", quantity: back }]
    if (one === "claim") {
      await admin.send(`/${kind}/${id}/claim-items`, {
        items: items.map((item) => ({ ...item, reason: "production_failure" })),
      })
    }
    await admin.send(`/${kind}/${id}/inbound/items`, { items })
    const { order_preview } = await admin.send(`/${kind}/${id}/outbound/items`, {
      items: [{ variant_id: large, quantity: 1 }],
    })
    return { id, preview: order_preview }
  }

  const added = (preview: AdminOrder) =>
    preview.items.filter(({ actions }) => actions?.some((one) => one.action === "ITEM_ADD"))

  it.each<Change>(["exchanges", "claims"])(
    "D21: %s: another size costs nothing more, for it has the discount that the sale had",
    async (kind) => {
      const discount = await half()
      const order = await sold(1)
      expect(given(order)).toEqual([[1, "Half 50"]])
      const { id, preview } = await begin(kind, order, 1)
      expect(added(preview).flatMap(({ adjustments }) => adjustments.map(({ amount }) => Number(amount)))).toEqual([50])
      await admin.send(`/${kind}/${id}/request`)
      await store.settled()
      const after = await admin.read(order.id)
      expect(given(after)).toEqual([
        [1, "Half 50"],
        [1, "Half 50"],
      ])
      expect(after.items.every(({ adjustments }) => adjustments[0]?.provider_id === "service-commerce-discount")).toBe(
        true,
      )
      const records = await store.knex()("discounts_record").where({ order_id: order.id }).orderBy("version")
      expect(
        records.map(({ channel, placed_at }: { channel: string; placed_at: Date | null }) => [
          channel,
          placed_at !== null,
        ]),
      ).toEqual([
        ["cart", true],
        [kind === "exchanges" ? "exchange" : "claim", true],
      ])
      expect(await room().retrieveDiscount(discount)).toMatchObject({ used: 1 })

      // Canceled, it has sold nothing. Medusa tells nobody of that.
      const counted = (): Promise<string[]> =>
        store.knex()("discounts_applied").where({ order_id: order.id }).whereNull("reversed_on").pluck("order_line_id")
      expect(await counted()).toHaveLength(2)
      await admin.send(`/${kind}/${id}/cancel`)
      await sweepOrders(store.container(), { now: new Date(), today: "2026-06-01" }, orderRooms)
      expect(await counted()).toEqual([order.items[0]?.id])
    },
  )

  it("D13: units that come back count for no tier any more, units that stay do", async () => {
    await half("2")
    const stays = await begin("exchanges", await sold(2), 1)
    expect(added(stays.preview).flatMap(({ adjustments }) => adjustments)).toHaveLength(1)
    const allBack = await begin("exchanges", await sold(2), 2)
    expect(added(allBack.preview).flatMap(({ adjustments }) => adjustments)).toEqual([])
  })

  it("an exchange whose total has changed since it was shown is refused with both totals, and can be confirmed again", async () => {
    const discount = await half()
    const order = await sold(1)
    const { id } = await begin("exchanges", order, 1)
    await room().updateDiscounts({ id: discount, is_active: false })
    const refusal = await refusalOf(admin.send(`/exchanges/${id}/request`))
    expect(refusal).toMatchObject({ status: 400, type: "not_allowed" })
    expect(refusal.message).toMatch(
      /^total: it was shown as [\d.]+ EUR, and with its discounts of now it is [\d.]+ EUR/,
    )
    await admin.send(`/exchanges/${id}/request`)
    expect(given(await admin.read(order.id))).toEqual([[1, "Half 50"], [1]])
  })

  it("D24: the report counts what came back, and what was refunded for nothing, once each", async () => {
    await half()
    const { id, items } = await sold(2)
    const figures = async () => {
      const { data } = await store.api.get("/admin/discounts/report", world.adminHeaders)
      return data.rows.map((row: { lines: number; quantity: number; discount_total: string; revenue: string }) => [
        row.lines,
        row.quantity,
        Number(row.discount_total),
        Number(row.revenue),
      ])
    }
    expect(await figures()).toEqual([[1, 2, 100, 100]])
    const container = store.container()
    const read = async () => {
      const fields = ["total", "payment_collections.payments.id", "payment_collections.payments.amount"]
      const { data } = await container.resolve("query").graph({ entity: "order", fields, filters: { id } })
      const payment = data[0]?.payment_collections?.[0]?.payments?.[0]
      return { total: Number(data[0]?.total), payment: payment?.id ?? "", paid: Number(payment?.amount) }
    }
    const { payment, paid } = await read()
    await capturePaymentWorkflow(container).run({ input: { payment_id: payment } })
    const step = async (kind: "return_requested" | "returned") => {
      await PREPARED[kind]?.(container, { orderId: id, customerId: "" })
      await changeNamed(kind).make(container, { orderId: id, customerId: "" })
      await store.settled()
    }
    await step("return_requested")
    expect(await figures()).toEqual([[1, 2, 100, 100]])
    await step("returned")
    expect(await figures()).toEqual([[1, 1, 50, 50]])

    const { total } = await read()
    const refund = async (amount: number) => {
      await refundPaymentWorkflow(container).run({ input: { payment_id: payment, amount } })
      await store.settled()
    }
    await refund(paid - total)
    expect(await figures()).toEqual([[1, 1, 50, 50]])
    await refund(total / 10)
    expect(await figures()).toEqual([[1, 1, 50, 45]])

    // An edit afterwards: the line is sold anew as a whole, and what came back of it still has.
    await admin.beginEdit(id)
    await admin.change(id, items[0]?.id ?? "", 3)
    await admin.confirm(id)
    await store.settled()
    expect((await figures())[0].slice(0, 3)).toEqual([1, 2, 100])
  })

  it("an exchange that does not exist, and one that a visitor asks for, changes nothing", async () => {
    expect((await refusalOf(admin.send("/exchanges/oexc_none/request"))).status).toBe(404)
    expect((await refusalOf(admin.send("/claims/no'id/outbound/items", { items: [] }))).status).toBeLessThan(500)
    const visitor = new DraftClient(store, world, { headers: {} })
    expect((await refusalOf(visitor.send("/exchanges/oexc_none/request"))).status).toBe(401)
  })
})
