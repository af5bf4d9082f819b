import type { HttpTypes } from "@medusajs/framework/types"
import { searchByRecentNames } from "../../../src/workflows/billing/subscriptions/search-by-recent-names"
import { Modules } from "@medusajs/framework/utils"
import { createOrderWorkflow, updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { BILLING_MODULE, type BillingModuleService } from "../../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import type { BillingOptions } from "../../../src/options"
import { addInterval, type CivilDate } from "../../../src/rules/calendar"
import { setSwitch } from "../../../src/providers/demo-payment/ledger"
import { createSubscriptionsFromOrderWorkflow } from "../../../src/workflows/billing/subscriptions/create-subscriptions-from-order"
import { recordOrder } from "../../../src/workflows/billing/orders/record-order"
import { splitSubscriptionWorkflow } from "../../../src/workflows/billing/subscriptions/split-subscription"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../../src/workflows/rooms"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { placeOrder, type Purchase } from "../../support/place-order"
import { refusalOf } from "../../support/refusal-of"
import { runBilling } from "../../support/run-billing"
import { storeSuite } from "../../support/store-suite"
import { until } from "../../support/until"

const DEMO = "pp_demo_demo"
const MONTH = { unit: "month", count: 1 } as const
const YEAR = { unit: "year", count: 1 } as const

type Body = Record<string, unknown>
type Row = Record<string, unknown> & { id: string }

export const subscriptionsSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let mug: string
  let hosting: OfferedProduct
  let trial: OfferedProduct
  let free: OfferedProduct
  let today: CivilDate

  const container = () => store.container()
  const billing = () => container().resolve<BillingModuleService>(BILLING_MODULE)

  beforeAll(async () => {
    world = await createWorld(store)
    clara = await createCustomer(container(), { email: "clara@test.example", ...world })
    const { salesChannelId } = world
    const product = await createProduct(container(), { title: "Mug", salesChannelId, prices: { eur: 10 } })
    mug = product.variants[0]?.id ?? ""
    hosting = await createOfferedProduct(container(), {
      title: "Hosting",
      salesChannelId,
      cycles: [
        { name: "Monthly", interval: MONTH, prices: { eur: 9.9, chf: 11 }, setupFees: { eur: "5.00" } },
        { name: "Annual", interval: YEAR, prices: { eur: 99 } },
      ],
    })
    trial = await createOfferedProduct(container(), {
      title: "Backup",
      salesChannelId,
      trialDays: 14,
      cycles: [{ name: "Monthly", interval: MONTH, prices: { eur: 4 } }],
    })
    free = await createOfferedProduct(container(), {
      title: "Taster",
      salesChannelId,
      paymentType: "free",
      cycles: [{ name: "Free", interval: null, prices: { eur: 0 } }],
    })
    await billing().updateOffers({ id: free.offerId, duration_unit: "day", duration_count: 30 })
  })

  beforeEach(async () => {
    today = await store.container().resolve<CoreModuleService>(CORE_MODULE).today()
  })

  const buy = (items: Purchase["items"], more: Partial<Purchase> = {}) =>
    placeOrder(store, world, { items, headers: clara.headers, providerId: DEMO, ...more })
  const monthly = (quantity = 1) => ({ variant_id: hosting.variants.Monthly ?? "", quantity })
  const annual = (quantity = 1) => ({ variant_id: hosting.variants.Annual ?? "", quantity })
  const subscriptionsOf = (order_id: string): Promise<Row[]> =>
    store.knex()("billing_subscription").where({ order_id }).orderBy("display_id")
  const itemsOf = (subscription_id: string): Promise<Row[]> =>
    store.knex()("billing_subscription_item").where({ subscription_id })
  const onlyOne = async (order_id: string): Promise<Row> => {
    const rows = await subscriptionsOf(order_id)
    expect(rows).toHaveLength(1)
    return rows[0] as Row
  }
  /** The order's one subscription, once the background has brought it into this state. */
  const becomes = async (order_id: string, status: string): Promise<Row> => {
    await until(`the subscription to be ${status}`, async () => (await onlyOne(order_id)).status === status)
    return onlyOne(order_id)
  }
  const eventsOf = (subscription_id: string): Promise<string[]> =>
    store
      .knex()("service_core_timeline_entry")
      .where({ subject_id: subscription_id })
      .orderBy("created_at")
      .pluck("type")
  const entryTypes = async (id: string): Promise<string[]> => {
    const rows: { name: string }[] = await store
      .knex()("service_core_outbox_event")
      .whereRaw("data ->> 'id' = ?", [id])
      .orderBy("id")
    return rows.map(({ name }) => name.replace("billing.subscription.", ""))
  }
  /** Runs work whose events are lost, as if the process died before they were out. */
  const withoutEvents = async <T>(work: () => Promise<T>): Promise<T> => {
    const silence = jest.spyOn(container().resolve(Modules.EVENT_BUS), "emit").mockResolvedValue(undefined)
    return work().finally(() => silence.mockRestore())
  }
  const sweep = () => sweepOrders(container(), { now: new Date(), today }, orderRooms)
  const withOptions = async (options: Partial<BillingOptions>, work: () => Promise<void>): Promise<void> => {
    const before = { ...billing().options }
    Object.assign(billing().options, options)
    await work().finally(() => Object.assign(billing().options, before))
  }

  const admin = {
    get: async (path: string, params: Body = {}) =>
      (await store.api.get(`/admin/billing/subscriptions${path}`, { ...world.adminHeaders, params })).data,
    post: async (path: string, body: Body = {}) =>
      (await store.api.post(`/admin/billing/subscriptions${path}`, body, world.adminHeaders)).data,
  }
  const own = {
    get: async (path = "", headers = clara.headers, params: Body = {}) =>
      (await store.api.get(`/store/customers/me/subscriptions${path}`, { headers, params })).data,
    post: async (path: string, body: Body = {}, headers = clara.headers) =>
      (await store.api.post(`/store/customers/me/subscriptions${path}`, body, { headers })).data,
  }

  /** An order without an event: created by code, as an import does. */
  const createOrderByCode = async (items: { variant_id: string; quantity: number }[]) => {
    const { result } = await createOrderWorkflow(container()).run({
      input: {
        region_id: world.regions.eur.id,
        sales_channel_id: world.salesChannelId,
        customer_id: clara.customer.id,
        email: clara.customer.email,
        currency_code: "eur",
        shipping_address: { country_code: "de" },
        items: items.map((item) => ({ title: "Hosting", unit_price: 9.9, ...item })),
      },
    })
    return result
  }

  describe("B20: from order to subscription", () => {
    it("makes one per recurring line with its quantity, whatever else is in the cart", async () => {
      const order = await buy([{ variant_id: mug, quantity: 2 }, monthly(3), annual()])
      const rows = await subscriptionsOf(order.id)
      expect(rows.map((row) => `${String(row.interval_unit)} ${String(row.interval_count)}`).sort()).toEqual([
        "month 1",
        "year 1",
      ])

      const row = rows.find((one) => one.interval_unit === "month")
      const line = (order.items ?? []).find((item) => item.variant_id === hosting.variants.Monthly)
      expect(row).toMatchObject({
        id: line?.id.replace("ordli_", "bsub_"),
        status: "active",
        payment_type: "recurring",
        customer_id: clara.customer.id,
        email: "clara@test.example",
        region_id: world.regions.eur.id,
        sales_channel_id: world.salesChannelId,
        currency_code: "eur",
        anchor_on: today,
        next_cycle: 1,
        period_start: today,
        period_end: addInterval(today, MONTH),
        next_due_on: addInterval(today, MONTH),
        collection_method: "charge_automatically",
        payment_provider_id: DEMO,
      })
      expect(row?.payment_method).toMatchObject({ brand: "demo", last4: "4242" })
      expect(row?.shipping_address).toMatchObject({ country_code: "de", city: "Ort" })
      expect(row?.shipping_address).not.toHaveProperty("id")

      const [item] = await itemsOf(String(row?.id))
      expect(item).toMatchObject({
        quantity: 3,
        unit_price: "9.9",
        is_tax_inclusive: false,
        offer_id: hosting.offerId,
        product_id: hosting.productId,
        variant_id: hosting.variants.Monthly,
        order_line_id: line?.id,
        title: "Hosting",
        snapshot: expect.objectContaining({ product_title: "Hosting", variant_title: "Monthly" }),
      })
      expect(await eventsOf(String(row?.id))).toEqual(["created", "activated"])
      expect(await entryTypes(String(row?.id))).toEqual(["created", "activated"])
    })

    it("changes nothing when the event comes again, or the workflow is run again", async () => {
      const order = await buy([monthly()])
      const before = await subscriptionsOf(order.id)
      await container()
        .resolve(Modules.EVENT_BUS)
        .emit([
          { name: "order.placed", data: { id: order.id } },
          { name: "order.placed", data: { id: order.id } },
        ])
      await store.settled()
      const { result } = await createSubscriptionsFromOrderWorkflow(container()).run({
        input: { order_id: order.id, as_of: "2020-01-01" },
      })
      expect(result).toEqual(before.map(({ id }) => id))
      expect(await subscriptionsOf(order.id)).toEqual(before)
      expect(await eventsOf(String(before[0]?.id))).toEqual(["created", "activated"])
    })

    it("makes them once when several processes do it at once", async () => {
      const order = await createOrderByCode([monthly(2), annual()])
      const input = { order_id: order.id, as_of: today }
      const runs = await Promise.all(
        Array.from({ length: 6 }, () => createSubscriptionsFromOrderWorkflow(container()).run({ input })),
      )
      const rows = await subscriptionsOf(order.id)
      expect(rows).toHaveLength(2)
      const ids = rows.map(({ id }) => id).sort()
      runs.forEach(({ result }) => expect(result).toEqual(ids))
      expect(await eventsOf(String(ids[0]))).toEqual(["created"])

      // The second process has used no number.
      const next = await createOrderByCode([annual()])
      await createSubscriptionsFromOrderWorkflow(container()).run({ input: { ...input, order_id: next.id } })
      const numbers = [...rows, ...(await subscriptionsOf(next.id))].map(({ display_id }) => Number(display_id))
      const first = Math.min(...numbers)
      expect(numbers.sort((a, b) => a - b)).toEqual([first, first + 1, first + 2])
    })

    it("is done once by the sweep where the event was lost, on the date of the order", async () => {
      const order = await withoutEvents(() => buy([monthly(), annual()]))
      const byCode = await createOrderByCode([annual()])
      expect(await subscriptionsOf(order.id)).toEqual([])

      await sweep()
      const after = await subscriptionsOf(order.id)
      expect(after).toMatchObject([
        { anchor_on: today, status: "active", payment_provider_id: DEMO },
        { anchor_on: today, status: "active", payment_provider_id: DEMO },
      ])
      expect(await subscriptionsOf(byCode.id)).toHaveLength(1)

      await sweep()
      await sweep()
      expect(await subscriptionsOf(order.id)).toEqual(after)
    })

    it("makes none of an order that is older than the offer", async () => {
      const order = await createOrderByCode([{ variant_id: mug, quantity: 1 }])
      const offer = await billing().createOffers({ product_id: "prod_mug", payment_type: "recurring" })
      const late = new Date(Date.now() + 1000)
      const cycle = { offer_id: offer.id, variant_id: mug, interval_unit: "month" as const, interval_count: 1 }
      const { id } = await billing().createCycles(cycle)
      await store.knex()("billing_cycle").where({ id }).update({ created_at: late })
      expect(await recordOrder(container(), order.id)).toEqual([])
    })

    it("makes none of an order from before the first sweep, though it is changed later", async () => {
      const order = await createOrderByCode([annual()])
      const beganAt = (created_at: Date) =>
        store
          .knex()("service_core_sweep_cursor")
          .insert({ name: "orders", position: new Date().toISOString(), created_at })
          .onConflict("name")
          .merge(["created_at"])
      await beganAt(new Date(Date.now() + 48 * 3_600_000))
      await sweep()
      expect(await subscriptionsOf(order.id)).toEqual([])
      await beganAt(new Date())
      await sweep()
      expect(await subscriptionsOf(order.id)).toHaveLength(1)
    })

    it("makes none of plain goods, of what is bought for life, or of a renewal's own order", async () => {
      const licence = await createOfferedProduct(container(), {
        title: "Licence",
        salesChannelId: world.salesChannelId,
        paymentType: "lifetime",
        cycles: [{ name: "Once", interval: null, prices: { eur: 99 } }],
      })
      const plain = await buy([
        { variant_id: mug, quantity: 1 },
        { variant_id: licence.variants.Once ?? "", quantity: 1 },
      ])
      expect(await subscriptionsOf(plain.id)).toEqual([])

      const order = await buy([monthly()])
      await runBilling(container(), addInterval(today, MONTH))
      const [renewal] = await billing().listRenewals({})
      expect(renewal).toMatchObject({ status: "paid", order_id: expect.any(String) })
      expect(await recordOrder(container(), String(renewal?.order_id))).toEqual([])
      const again = await createSubscriptionsFromOrderWorkflow(container()).run({
        input: { order_id: String(renewal?.order_id), as_of: today },
      })
      expect(again.result).toEqual([])
      await sweep()
      await sweep()
      expect(await store.knex()("billing_subscription").pluck("order_id")).toEqual([order.id])
    })

    it("makes them of a converted draft, pending until it is paid", async () => {
      const created = await store.api.post(
        "/admin/draft-orders",
        {
          region_id: world.regions.eur.id,
          sales_channel_id: world.salesChannelId,
          customer_id: clara.customer.id,
          email: clara.customer.email,
          shipping_address: { country_code: "de" },
          items: [{ ...monthly(2), unit_price: 7 }],
        },
        world.adminHeaders,
      )
      const draft: HttpTypes.AdminDraftOrder = created.data.draft_order
      await sweep()
      expect(await subscriptionsOf(draft.id)).toEqual([])

      await store.api.post(`/admin/draft-orders/${draft.id}/convert-to-order`, {}, world.adminHeaders)
      await store.settled()
      const pending = await onlyOne(draft.id)
      expect(pending).toMatchObject({ status: "pending", anchor_on: today, collection_method: "charge_automatically" })
      expect((await itemsOf(pending.id))[0]).toMatchObject({ quantity: 2, unit_price: "7" })

      const order = await store.api.get(`/admin/orders/${draft.id}?fields=total`, world.adminHeaders)
      const collection = await store.api.post(
        "/admin/payment-collections",
        { order_id: draft.id, amount: order.data.order.total },
        world.adminHeaders,
      )
      const { id } = collection.data.payment_collection
      await store.api.post(`/admin/payment-collections/${id}/mark-as-paid`, { order_id: draft.id }, world.adminHeaders)
      await store.settled()
      // Marked as paid by hand: nothing was saved that could be charged.
      expect(await becomes(draft.id, "active")).toMatchObject({ status: "active", collection_method: "send_invoice" })
      expect(await eventsOf(pending.id)).toEqual(["created", "activated"])
    })

    it("B3: makes one of what is free for a while, which expires", async () => {
      const order = await placeOrder(store, world, {
        items: [{ variant_id: free.variants.Free ?? "", quantity: 1 }],
        headers: clara.headers,
      })
      const until = addInterval(today, { unit: "day", count: 30 })
      expect(await onlyOne(order.id)).toMatchObject({
        status: "active",
        payment_type: "free",
        expires_on: until,
        next_due_on: until,
      })
      await runBilling(container(), until)
      expect(await onlyOne(order.id)).toMatchObject({ status: "expired", ended_on: until, next_due_on: null })
    })
  })

  describe("B14: a trial", () => {
    const tryIt = () => ({ variant_id: trial.variants.Monthly ?? "", quantity: 1 })

    it("begins with the order, is billed at its end, and is had once", async () => {
      const order = await placeOrder(store, world, { items: [tryIt()], headers: clara.headers })
      const end = addInterval(today, { unit: "day", count: 14 })
      expect(await onlyOne(order.id)).toMatchObject({
        status: "trialing",
        anchor_on: end,
        next_cycle: 0,
        next_due_on: end,
        trial_end_on: end,
        period_start: null,
        collection_method: "send_invoice",
      })
      expect(await billing().listTrialUses({})).toMatchObject([
        { customer_id: clara.customer.id, offer_id: trial.offerId },
      ])

      const second = await buy([tryIt()])
      expect(second.total).toBeCloseTo(4.76, 6)
      expect(await onlyOne(second.id)).toMatchObject({ status: "active", anchor_on: today, trial_end_on: null })
    })

    it("is charged by the method that was saved for the cart", async () => {
      const request = { headers: clara.headers }
      const address = { country_code: "de" }
      const created = await store.api.post(
        "/store/carts",
        { region_id: world.regions.eur.id, shipping_address: address, items: [tryIt()] },
        request,
      )
      const cartId: string = created.data.cart.id
      await store.api.post(`/store/carts/${cartId}/payment-method`, { provider_id: DEMO, data: {} }, request)
      await store.api.post("/store/payment-collections", { cart_id: cartId }, request)
      const completed = await store.api.post(`/store/carts/${cartId}/complete`, {}, request)
      await store.settled()
      expect(await onlyOne(completed.data.order.id)).toMatchObject({
        status: "trialing",
        collection_method: "charge_automatically",
        payment_provider_id: DEMO,
        payment_method: expect.objectContaining({ id: expect.any(String) }),
      })
    })

    it("is not had twice by two orders at once: the second is billed from its first day", async () => {
      const bought = () => placeOrder(store, world, { items: [tryIt()], headers: clara.headers })
      const order = await withoutEvents(bought)
      const use = { customer_id: clara.customer.id, offer_id: trial.offerId, order_line_id: "ordli_of_another_order" }
      await store.knex()("billing_trial_use").delete()
      await billing().createTrialUses(use)
      await recordOrder(container(), order.id)
      expect(await onlyOne(order.id)).toMatchObject({
        status: "active",
        anchor_on: today,
        next_cycle: 0,
        next_due_on: today,
        trial_end_on: null,
      })
    })
  })

  describe("B20: the first payment", () => {
    const paymentOf = async (orderId: string): Promise<string> => {
      const { data } = await store.api.get(
        `/admin/orders/${orderId}?fields=payment_collections.payments.id`,
        world.adminHeaders,
      )
      return data.order.payment_collections[0].payments[0].id
    }
    const manual = { paymentData: { capture: "manual" } }

    it("starts it when it is authorised; with the other setting, only when it is captured", async () => {
      expect(await onlyOne((await buy([monthly()], manual)).id)).toMatchObject({ status: "active" })

      await withOptions({ activateOn: "captured" }, async () => {
        const order = await buy([monthly()], manual)
        const pending = await onlyOne(order.id)
        expect(pending).toMatchObject({ status: "pending" })
        expect(await eventsOf(pending.id)).toEqual(["created"])

        await sweep()
        await runBilling(container(), addInterval(today, YEAR))
        expect(await billing().listRenewals({ subscription_id: pending.id })).toEqual([])
        expect(await onlyOne(order.id)).toMatchObject({ status: "pending", next_cycle: 1 })

        await store.api.post(`/admin/payments/${await paymentOf(order.id)}/capture`, {}, world.adminHeaders)
        expect(await becomes(order.id, "active")).toMatchObject({
          status: "active",
          anchor_on: today,
          next_due_on: addInterval(today, MONTH),
          payment_provider_id: DEMO,
        })
        expect(await entryTypes(pending.id)).toEqual(["created", "activated"])
      })
    })

    it("settles the invoice of an order and of a renewal by the sweep, where the event was lost", async () => {
      const order = await buy([monthly()], manual)
      const capture = async (orderId: string) =>
        container()
          .resolve(Modules.PAYMENT)
          .capturePayment({ payment_id: await paymentOf(orderId) })
      const paymentState = async (orderId: string) =>
        store
          .knex()("billing_invoice_payment as p")
          .join("billing_invoice as i", "i.id", "p.invoice_id")
          .where("i.order_id", orderId)
          .pluck("p.status")
      expect(await paymentState(order.id)).toEqual(["open"])
      await capture(order.id)
      await sweep()
      expect(await paymentState(order.id)).toEqual(["paid"])

      const { id } = await onlyOne(order.id)
      await setSwitch(store.knex(), { scope: "*", behaviour: "decline" })
      await runBilling(container(), addInterval(today, MONTH))
      await setSwitch(store.knex(), { scope: "*", behaviour: "ok" })
      const [renewal] = await billing().listRenewals({ subscription_id: id })
      expect(renewal).toMatchObject({ status: "failed" })
      await withoutEvents(() =>
        store.api.post(
          `/admin/payment-collections/${renewal?.payment_collection_id}/mark-as-paid`,
          { order_id: renewal?.order_id },
          world.adminHeaders,
        ),
      )
      await sweep()
      expect(await paymentState(renewal?.order_id ?? "")).toEqual(["paid"])
      expect(await billing().listRenewals({ subscription_id: id })).toMatchObject([{ status: "paid" }])
      expect(await onlyOne(order.id)).toMatchObject({ status: "active" })
    })

    it("is followed by the sweep where its event was lost", async () => {
      await withOptions({ activateOn: "captured" }, async () => {
        const order = await buy([monthly()], manual)
        await container()
          .resolve(Modules.PAYMENT)
          .capturePayment({ payment_id: await paymentOf(order.id) })
        await sweep()
        expect(await onlyOne(order.id)).toMatchObject({ status: "active" })
      })
    })

    it("cancels it with its order, once", async () => {
      const order = await buy([monthly()], manual)
      await store.api.post(`/admin/orders/${order.id}/cancel`, {}, world.adminHeaders)
      const canceled = {
        status: "canceled",
        canceled_on: today,
        ended_on: today,
        next_due_on: null,
        cancel_reason: "first_payment_canceled",
      }
      const row = await becomes(order.id, "canceled")
      expect(row).toMatchObject(canceled)
      await sweep()
      expect(await eventsOf(row.id)).toEqual(["created", "activated", "canceled"])
    })

    it("cancels it when all of it is refunded, not for a part, and not where the setting keeps it", async () => {
      const refund = async (order: HttpTypes.StoreOrder, amount: number) => {
        await store.api.post(`/admin/payments/${await paymentOf(order.id)}/refund`, { amount }, world.adminHeaders)
      }
      const order = await buy([annual()])
      expect(order.total).toBeCloseTo(117.81, 6)
      await refund(order, 17.81)
      await store.settled()
      expect(await onlyOne(order.id)).toMatchObject({ status: "active" })
      await refund(order, 100)
      expect(await becomes(order.id, "canceled")).toMatchObject({
        status: "canceled",
        cancel_reason: "first_order_refunded",
      })

      await withOptions({ onFirstOrderRefund: "keep" }, async () => {
        const kept = await buy([annual()])
        await refund(kept, 117.81)
        await store.settled()
        expect(await onlyOne(kept.id)).toMatchObject({ status: "active" })
      })
    })

    it("sends invoices to a guest, where guests may subscribe", async () => {
      const asGuest = { headers: world.storeHeaders.headers, email: "guest@test.example" }
      expect(await refusalOf(buy([monthly()], asGuest))).toMatchObject({ status: 400 })
      await withOptions({ guestSubscriptions: "send_invoice" }, async () => {
        const order = await buy([monthly()], asGuest)
        const due = addInterval(today, MONTH)
        const row = await onlyOne(order.id)
        expect(row).toMatchObject({ status: "active", collection_method: "send_invoice", email: "guest@test.example" })
        expect(String(row.next_due_on) < due).toBe(true)
      })
    })
  })

  describe("B23: cancel and undo", () => {
    it("by the customer: at the period's end by default, and undone", async () => {
      const order = await buy([monthly()])
      const { id } = await onlyOne(order.id)
      const end = addInterval(today, MONTH)

      const { subscription } = await own.post(`/${id}/cancel`, { reason: "too dear" })
      expect(subscription).toMatchObject({ status: "active", cancel_on: end, upcoming: null })
      expect(await onlyOne(order.id)).toMatchObject({ next_due_on: end, canceled_on: null, cancel_reason: "too dear" })
      expect(await refusalOf(own.post(`/${id}/cancel`))).toMatchObject({ status: 400, type: "not_allowed" })

      const undone = await own.post(`/${id}/undo-cancel`)
      expect(undone.subscription).toMatchObject({ status: "active", cancel_on: null })
      expect(await onlyOne(order.id)).toMatchObject({ cancel_reason: null, next_due_on: end })
      expect(undone.subscription.upcoming).toMatchObject({ due_on: end, total: "11.78" })
      expect(await refusalOf(own.post(`/${id}/undo-cancel`))).toMatchObject({ status: 400, type: "not_allowed" })

      const actors = await store.knex()("service_core_timeline_entry").where({ subject_id: id }).pluck("actor")
      expect(actors.filter((actor) => actor === `customer:${clara.customer.id}`)).toHaveLength(2)
      expect(await entryTypes(id)).toEqual(["created", "activated", "cancel_scheduled", "cancel_undone"])
    })

    it("ends at the period's end, and is not billed then", async () => {
      const order = await buy([monthly()])
      const { id } = await onlyOne(order.id)
      const end = addInterval(today, MONTH)
      await own.post(`/${id}/cancel`)
      await runBilling(container(), end)
      expect(await onlyOne(order.id)).toMatchObject({ status: "canceled", ended_on: end, next_due_on: null })
      expect(await billing().listRenewals({ subscription_id: id })).toEqual([])
      expect(await refusalOf(own.post(`/${id}/undo-cancel`))).toMatchObject({ status: 400 })
    })

    it("by an admin: at once, with a reason, and for good", async () => {
      const { id } = await onlyOne((await buy([monthly()])).id)
      expect(await refusalOf(admin.post(`/${id}/cancel`, { when: "now" }))).toMatchObject({
        status: 400,
        message: expect.stringContaining("reason"),
      })
      const { subscription } = await admin.post(`/${id}/cancel`, { when: "now", reason: "fraud" })
      expect(subscription).toMatchObject({ status: "canceled", canceled_on: today, ended_on: today, next_due_on: null })
      expect(subscription.events[0]).toMatchObject({ type: "canceled", actor: expect.stringMatching(/^user:/) })
      expect(await refusalOf(admin.post(`/${id}/cancel`, { when: "now", reason: "again" }))).toMatchObject({
        message: expect.stringContaining("canceled already"),
      })
    })

    it("lets one of two that come at once win", async () => {
      const { id } = await onlyOne((await buy([monthly()])).id)
      const wishes = Array.from({ length: 4 }, (_, n) =>
        admin.post(`/${id}/cancel`, { when: "now", reason: `wish ${n}` }).then(
          () => "done",
          () => "refused",
        ),
      )
      const answers = await Promise.all(wishes)
      expect(answers.filter((answer) => answer === "done")).toHaveLength(1)
      expect(await eventsOf(id)).toEqual(["created", "activated", "canceled"])
    })

    it("waits for the worker that bills it, and does not go behind its back", async () => {
      const { id } = await onlyOne((await buy([monthly()])).id)
      const claimed_until = new Date(Date.now() + 1500)
      await store.knex()("billing_subscription").where({ id }).update({ claimed_by: "worker", claimed_until })
      await admin.post(`/${id}/cancel`, { when: "now", reason: "later" })
      expect(Date.now()).toBeGreaterThanOrEqual(claimed_until.getTime() - 50)

      const other = await onlyOne((await buy([monthly()])).id)
      const long = new Date(Date.now() + 60_000)
      await store
        .knex()("billing_subscription")
        .where({ id: other.id })
        .update({ claimed_by: "worker", claimed_until: long })
      const refusal = await refusalOf(admin.post(`/${other.id}/cancel`, { when: "now", reason: "later" }))
      expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining("try again") })
    })
  })

  describe("B23: whose it is", () => {
    const HOSTILE = ["' or 1=1 --", "bsub_x%00", "..%2f..%2fadmin", "%F0%9F%92%A9", "x".repeat(300), "bsub_unknown"]

    it("answers 404 for another's and for what cannot be an id, and changes nothing", async () => {
      const { id } = await onlyOne((await buy([monthly()])).id)
      const other = await createCustomer(container(), { email: "mallory@test.example", ...world })
      const asked = [
        () => own.get(`/${id}`, other.headers),
        () => own.post(`/${id}/cancel`, {}, other.headers),
        () => own.post(`/${id}/undo-cancel`, {}, other.headers),
      ]
      for (const ask of asked) {
        expect(await refusalOf(ask())).toMatchObject({ status: 404, type: "not_found" })
      }
      expect((await own.get("", other.headers)).subscriptions).toEqual([])
      for (const hostile of HOSTILE) {
        const path = hostile.includes("%") ? hostile : encodeURIComponent(hostile)
        expect((await refusalOf(own.get(`/${path}`))).status).toBe(404)
        expect((await refusalOf(own.post(`/${path}/cancel`))).status).toBe(404)
        expect((await refusalOf(admin.get(`/${path}`))).status).toBe(404)
      }
      expect(await eventsOf(id)).toEqual(["created", "activated"])
    })

    it("asks for a log-in", async () => {
      const visitor = world.storeHeaders.headers
      expect((await refusalOf(own.get("", visitor))).status).toBe(401)
      expect((await refusalOf(own.get("/bsub_x", visitor))).status).toBe(401)
      for (const path of ["/bsub_x/cancel", "/bsub_x/undo-cancel", "/bsub_x/what-is-not-there"]) {
        expect((await refusalOf(own.post(path, {}, visitor))).status).toBe(401)
      }
      expect((await refusalOf(store.api.get("/admin/billing/subscriptions"))).status).toBe(401)
    })

    it("shows the customer nothing of how the store runs it", async () => {
      const { id } = await onlyOne((await buy([monthly()])).id)
      const { subscription } = await own.get(`/${id}`)
      // When it may end is the customer's own to know, and why.
      const { earliest_end, ...rest } = subscription
      expect(earliest_end).toMatchObject({ reason: "billed_period" })
      const body = JSON.stringify(rest)
      expect(subscription).toMatchObject({ id, payment_method: { brand: "demo", last4: "4242" } })
      for (const secret of [
        "claimed",
        "billed_by",
        "account_holder",
        "provider",
        "actor",
        "idempotency",
        "snapshot",
        "reason",
      ]) {
        expect(body).not.toContain(secret)
      }
      const list = await own.get()
      expect(list).toMatchObject({ count: 1, limit: 20, offset: 0 })
      expect(list.subscriptions[0]).toMatchObject({ id, items: [{ title: "Hosting", quantity: 1, unit_price: "9.9" }] })
    })
  })

  describe("B38: what the admin sees", () => {
    it("finds by id, number, email, customer's name and product, filters, sorts and pages", async () => {
      const first = await onlyOne((await buy([monthly()])).id)
      const otto = await createCustomer(container(), { email: "otto@elsewhere.example", ...world })
      const renamed = { last_name: "Ottoson 100%" }
      const ottos = await buy([{ variant_id: trial.variants.Monthly ?? "", quantity: 1 }], { headers: otto.headers })
      const second = await onlyOne(ottos.id)
      await store.api.post(`/admin/customers/${otto.customer.id}`, renamed, world.adminHeaders)
      await store.settled()
      const ids = async (params: Body): Promise<string[]> =>
        (await admin.get("", params)).subscriptions.map(({ id }: Row) => id)

      expect(await ids({})).toEqual([second.id, first.id])
      expect(await ids({ order: "display_id" })).toEqual([first.id, second.id])
      expect(await ids({ q: first.id })).toEqual([first.id])
      expect(await ids({ q: `#${String(second.display_id)}` })).toEqual([second.id])
      expect(await ids({ q: "ELSEWHERE" })).toEqual([second.id])
      expect(await ids({ q: "Clara Otto" })).toEqual([second.id])
      expect(await ids({ q: "100%" })).toEqual([second.id])
      expect(await ids({ q: "hosting" })).toEqual([first.id])
      expect(await ids({ q: "otto elsewhere" })).toEqual([second.id])
      expect(await ids({ q: "hosting elsewhere" })).toEqual([])
      expect(await ids({ q: "ot", status: "trialing" })).toEqual([second.id])
      expect(await ids({ q: "%" })).toEqual([])
      expect(await ids({ q: "_" })).toEqual([])
      expect(await ids({ status: "trialing" })).toEqual([second.id])
      expect(await ids({ status: ["active", "trialing"], order: "-status" })).toEqual([second.id, first.id])
      expect(await ids({ order: "-email" })).toEqual([second.id, first.id])
      expect(await ids({ customer_id: clara.customer.id })).toEqual([first.id])
      // An event that was lost: the job of each hour reads the names again.
      const lost = { last_name: "Lostson", updated_at: store.knex().fn.now() }
      await store.knex()("customer").where({ id: otto.customer.id }).update(lost)
      expect(await ids({ q: "lostson" })).toEqual([])
      await searchByRecentNames(container(), new Date())
      expect(await ids({ q: "lostson" })).toEqual([second.id])
      expect(await ids({ order_id: ottos.id })).toEqual([second.id])
      expect(await admin.get("", { limit: 1, offset: 1 })).toMatchObject({
        count: 2,
        limit: 1,
        offset: 1,
        subscriptions: [{ id: first.id, items: [{ title: "Hosting" }] }],
      })
      for (const params of [{ status: "asleep" }, { order: "payment_method" }, { limit: 1000 }, { q: "\u0000" }]) {
        expect((await refusalOf(admin.get("", params))).status).toBe(400)
      }
    })

    it("sees the upcoming invoice as the run then issues it", async () => {
      const { id } = await onlyOne((await buy([monthly(3)])).id)
      const { subscription } = await admin.get(`/${id}`)
      const due = addInterval(today, MONTH)
      expect(subscription.upcoming).toMatchObject({
        cycle: 1,
        due_on: due,
        period_start: due,
        period_end: addInterval(today, { unit: "month", count: 2 }),
        subtotal: "29.70",
        tax_total: "5.64",
        total: "35.34",
      })
      await runBilling(container(), due)
      const after = (await admin.get(`/${id}`)).subscription
      expect(after.renewals).toMatchObject([
        { cycle: 1, status: "paid", total: "35.34", attempts: [{ number: 1, status: "paid" }] },
      ])
      expect(after.invoices[0]).toMatchObject({
        total: "35.34",
        tax_total: "5.64",
        payment: { status: "paid", paid_on: due },
      })
      expect(after.upcoming).toMatchObject({ cycle: 2 })
      expect(JSON.stringify(after)).not.toMatch(/claimed|account_holder|billed_by_run/)
    })
  })

  describe("B20: units split off", () => {
    it("become a subscription on the same terms and dates; together they are billed what the one was", async () => {
      const order = await buy([monthly(3)])
      const row = await onlyOne(order.id)
      const [item] = await itemsOf(row.id)
      const answer = await admin.post(`/${row.id}/split`, { item_id: item?.id, quantity: 1 })
      expect(answer.subscription.items).toMatchObject([{ quantity: 2 }])
      expect(answer.split_off).toMatchObject({
        status: "active",
        anchor_on: row.anchor_on,
        next_due_on: row.next_due_on,
        items: [{ quantity: 1, unit_price: "9.9", order_line_id: null, split_from_id: item?.id }],
      })
      expect(await eventsOf(row.id)).toEqual(["created", "activated", "split"])
      expect(await eventsOf(answer.split_off.id)).toEqual(["created"])

      await runBilling(container(), addInterval(today, MONTH))
      const renewals = await store.knex()("billing_renewal").orderBy("total")
      expect(renewals.map(({ total }) => total)).toEqual(["11.78", "23.56"])
      await sweep()
      expect(await subscriptionsOf(order.id)).toHaveLength(2)
    })

    it("are never more than there are, also when two ask at once", async () => {
      const row = await onlyOne((await buy([monthly(3)])).id)
      const [item] = await itemsOf(row.id)
      const split = (quantity: number) => admin.post(`/${row.id}/split`, { item_id: item?.id, quantity })
      for (const quantity of [0, -1, 1.5, 3, 4]) {
        expect(await refusalOf(split(quantity))).toMatchObject({
          status: 400,
          message: expect.stringContaining("quantity"),
        })
      }
      expect(await refusalOf(admin.post(`/${row.id}/split`, { item_id: "bsi_x", quantity: 1 }))).toMatchObject({
        status: 400,
        message: expect.stringContaining("item_id"),
      })
      const input = { id: row.id, item_id: String(item?.id), quantity: 2, as_of: today, actor: "system" as const }
      const runs = await Promise.allSettled([1, 2].map(() => splitSubscriptionWorkflow(container()).run({ input })))
      expect(runs.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      const quantities = await store.knex()("billing_subscription_item").orderBy("quantity").pluck("quantity")
      expect(quantities).toEqual([1, 2])
    })
  })

  describe("B22: the agreed price", () => {
    const reprice = (eur: number) =>
      updateProductVariantsWorkflow(container()).run({
        input: {
          selector: { id: hosting.variants.Monthly },
          update: {
            prices: [
              { currency_code: "eur", amount: eur },
              { currency_code: "chf", amount: 11 },
            ],
          },
        },
      })

    it("stays when the offer's changes; a migration previews the change, then makes it from the next cycle on", async () => {
      const first = await onlyOne((await buy([monthly(2)])).id)
      const second = await onlyOne((await buy([annual()])).id)
      await reprice(12.5)
      await runBilling(container(), addInterval(today, MONTH))
      expect(await billing().listRenewals({ subscription_id: first.id })).toMatchObject([{ total: 23.56 }])

      const ids = [first.id, second.id]
      const from_cycle_on = addInterval(today, { unit: "month", count: 2 })
      const expected = {
        changes: [
          {
            subscription_id: first.id,
            from: "9.9",
            to: "12.5",
            quantity: 2,
            currency_code: "eur",
            is_tax_inclusive: false,
            from_cycle_on,
          },
        ],
        unchanged: [{ subscription_id: second.id, reason: expect.stringContaining("already") }],
      }
      expect(await admin.post("/migrate-price", { ids, dry_run: true })).toMatchObject(expected)
      expect((await itemsOf(first.id))[0]).toMatchObject({ unit_price: "9.9" })

      expect(await admin.post("/migrate-price", { ids, dry_run: false })).toMatchObject(expected)
      expect((await itemsOf(first.id))[0]).toMatchObject({
        unit_price: "12.5",
        raw_unit_price: expect.objectContaining({ value: "12.5" }),
      })
      expect((await admin.post("/migrate-price", { ids, dry_run: false })).changes).toEqual([])

      await runBilling(container(), from_cycle_on)
      expect(await billing().listRenewals({ subscription_id: first.id, cycle: 2 })).toMatchObject([{ total: 29.75 }])
      expect((await eventsOf(first.id)).filter((type) => type === "price_migrated")).toHaveLength(1)
    })

    it("skips what has ended or has no price, and refuses unknown ids whole", async () => {
      const { id } = await onlyOne((await buy([monthly()])).id)
      await reprice(12.5)
      const refusal = await refusalOf(admin.post("/migrate-price", { ids: [id, "bsub_unknown"], dry_run: false }))
      expect(refusal).toMatchObject({ status: 404, message: expect.stringContaining("bsub_unknown") })
      expect((await itemsOf(id))[0]).toMatchObject({ unit_price: "9.9" })
      expect((await refusalOf(admin.post("/migrate-price", { ids: [id] }))).status).toBe(400)

      await reprice(0)
      expect((await admin.post("/migrate-price", { ids: [id], dry_run: false })).unchanged).toMatchObject([
        { reason: expect.stringContaining("no price") },
      ])
      await admin.post(`/${id}/cancel`, { when: "now", reason: "end" })
      expect((await admin.post("/migrate-price", { ids: [id], dry_run: false })).unchanged).toMatchObject([
        { reason: expect.stringContaining("canceled") },
      ])
    })
  })
})
