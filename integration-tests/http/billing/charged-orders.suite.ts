import { Modules } from "@medusajs/framework/utils"
import { demoCollector, registerCollector, stripeCollector } from "../../../src/collectors"
import { enterRun, openRun } from "../../../src/modules/billing"
import type { DemoBehaviour } from "../../../src/providers/demo-payment/behaviours"
import { listCharges, setSwitch } from "../../../src/providers/demo-payment/ledger"
import { issueAllRenewals } from "../../../src/workflows/billing/renewals/issue-all-renewals"
import { processRun } from "../../../src/workflows/billing/runs/process-run"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { beginEdit, changeNamed } from "../../support/change-order"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { placeOrder } from "../../support/place-order"
import { runBilling } from "../../support/run-billing"
import { seedSubscriptions, type SeededSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"
import { until } from "../../support/until"

const DAY = "2026-02-28"

export const chargedOrdersSuite = storeSuite(__filename, (store) => {
  let world: World

  beforeAll(async () => {
    world = await createWorld(store)
  })

  const seed = async (over: Partial<SeededSubscriptions> = {}): Promise<string> => {
    const [id = ""] = await seedSubscriptions(store.knex(), {
      count: 1,
      prefix: "C",
      anchorOn: "2026-01-31",
      currencyCode: "eur",
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      countryCode: "de",
      unitPrice: "29.90",
      withMethods: true,
      ...over,
    })
    return id
  }
  const behave = (behaviour: DemoBehaviour, delay_ms = 0) =>
    setSwitch(store.knex(), { scope: "*", behaviour, delay_ms })
  const subscription = (id: string) => store.knex()("billing_subscription").where({ id }).first()
  const renewal = (id: string, cycle = 1) =>
    store.knex()("billing_renewal").where({ subscription_id: id, cycle }).first()
  const invoice = async (id: string) => {
    const { invoice_id } = await renewal(id)
    return store.knex()("billing_invoice_payment").where({ invoice_id }).first()
  }
  const attempts = (id: string) =>
    store.knex()("billing_charge_attempt").where({ subscription_id: id }).orderBy("number")
  const timeLine = (id: string): Promise<string[]> =>
    store.knex()("service_core_timeline_entry").where({ subject_id: id }).orderBy(["created_at", "id"]).pluck("type")
  /** What the customer's card has given and not got back. */
  const onTheCard = async (): Promise<number> => {
    const taken = (await listCharges(store.knex())).filter(({ status }) => status === "captured")
    const back: string[] = await store.knex()("demo_payment_refund").pluck("amount")
    const sum = (amounts: (string | number)[]) => amounts.reduce<number>((all, one) => all + Number(one), 0)
    return Math.round(1000 * (sum(taken.map(({ amount }) => amount)) - sum(back))) / 1000
  }
  const order = async (id: string) => {
    const { order_id } = await renewal(id)
    const { data } = await store.api.get(`/admin/orders/${order_id}?fields=+summary,+total`, world.adminHeaders)
    return data.order
  }
  const cancelOrder = async (id: string) => {
    const { order_id } = await renewal(id)
    await store.api.post(`/admin/orders/${order_id}/cancel`, {}, world.adminHeaders)
    await store.settled()
  }
  const markAsPaid = async (id: string) => {
    const { order_id, payment_collection_id } = await renewal(id)
    await store.api.post(
      `/admin/payment-collections/${payment_collection_id}/mark-as-paid`,
      { order_id },
      world.adminHeaders,
    )
    await store.settled()
  }
  const refund = async (id: string, amount: number) => {
    const { payment_collection_id } = await renewal(id)
    const payment = await store.knex()("payment").where({ payment_collection_id }).first()
    await store.api.post(`/admin/payments/${payment.id}/refund`, { amount }, world.adminHeaders)
    await store.settled()
  }
  /** Issues what is due and charges nothing yet; the run stays open. */
  const issue = async (): Promise<string> => {
    const run = await openRun(store.knex(), { asOf: DAY, requestedBy: "test" })
    await enterRun(store.knex(), run.id)
    await issueAllRenewals(store.container(), { run_id: run.id, as_of: DAY, worker: "test" })
    return run.id
  }
  const runIs = (id: string) => store.knex()("billing_run").where({ id }).first()
  /** As ten minutes later. */
  const later = () => store.knex()("billing_renewal").whereNull("claimed_by").update({ claimed_until: null })

  const faults = async (): Promise<string[]> => {
    await dispatchOutbox(store.container())
    return findBillingFaults(store.knex())
  }

  describe("an order that is canceled", () => {
    it("decision 7, B30: before its charge, is never charged; nothing is owed, and the subscription goes on", async () => {
      const id = await seed()
      const runId = await issue()
      await cancelOrder(id)
      expect(await renewal(id)).toMatchObject({ status: "canceled", reason: "order_canceled", collect_on: null })
      expect(await invoice(id)).toMatchObject({ status: "credited" })
      await processRun(store.container(), runId)
      expect(await listCharges(store.knex())).toEqual([])
      expect(await subscription(id)).toMatchObject({ status: "active", next_due_on: "2026-03-31" })
      expect(await runIs(runId)).toMatchObject({ status: "completed", paid: 0, declined: 0 })
      expect(await faults()).toEqual([])
    })

    it("decision 7: is not charged either where nobody has told of it", async () => {
      const id = await seed()
      const runId = await issue()
      const { order_id } = await renewal(id)
      await store.knex()("order").where({ id: order_id }).update({ status: "canceled", canceled_at: new Date() })
      await processRun(store.container(), runId)
      expect(await listCharges(store.knex())).toEqual([])
      expect(await renewal(id)).toMatchObject({ status: "canceled", reason: "order_canceled" })
      expect(await invoice(id)).toMatchObject({ status: "credited" })
    })

    it("decision 7: while its charge is under way, has its money given back", async () => {
      const id = await seed()
      await behave("slow", 1500)
      const running = runBilling(store.container(), DAY)
      await until("the card to be charged", async () => (await listCharges(store.knex())).length > 0)
      const { order_id } = await renewal(id)
      await store.api.post(`/admin/orders/${order_id}/cancel`, {}, world.adminHeaders)
      await running
      await store.settled()
      await later()
      await runBilling(store.container(), DAY)
      expect(await listCharges(store.knex())).toMatchObject([{ status: "captured" }])
      expect(await onTheCard()).toBe(0)
      expect(await renewal(id)).toMatchObject({ status: "canceled", collect_on: null })
      expect(await attempts(id)).toMatchObject([{ status: "returned" }])
      expect(await invoice(id)).toMatchObject({ status: "credited" })
      expect(await subscription(id)).toMatchObject({ status: "active" })
      expect(await timeLine(id)).toEqual(expect.arrayContaining(["renewal_canceled", "charge_returned"]))
      expect(await faults()).toEqual([])
    })

    it("decision 7: while its charge is in doubt, has its money given back once the provider answers", async () => {
      const id = await seed()
      await behave("timeout_after_capture")
      await runBilling(store.container(), DAY)
      expect(await renewal(id)).toMatchObject({ status: "issued" })
      await cancelOrder(id)
      expect(await renewal(id)).toMatchObject({ status: "canceled", collect_on: DAY })
      expect(await attempts(id)).toMatchObject([{ status: "unknown" }])
      await later()
      await runBilling(store.container(), DAY)
      expect(await onTheCard()).toBe(0)
      expect(await attempts(id)).toMatchObject([{ status: "returned" }])
      expect(await renewal(id)).toMatchObject({ status: "canceled", reason: "order_canceled", collect_on: null })
      expect((await order(id)).summary).toMatchObject({ paid_total: 35.581, refunded_total: 35.581 })
      expect(await faults()).toEqual([])
    })

    it("B32: of a failed renewal, settles it, credits the invoice and clears past due", async () => {
      const id = await seed()
      await behave("decline")
      await runBilling(store.container(), DAY)
      expect(await subscription(id)).toMatchObject({ status: "past_due" })
      await cancelOrder(id)
      expect(await renewal(id)).toMatchObject({ status: "canceled", reason: "order_canceled" })
      expect(await invoice(id)).toMatchObject({ status: "credited" })
      expect(await subscription(id)).toMatchObject({ status: "active" })
      expect(await timeLine(id)).toContain("renewal_canceled")
      expect(await faults()).toEqual([])
    })

    it("B32: leaves past due a subscription that owes another cycle", async () => {
      const id = await seed()
      await behave("decline")
      await runBilling(store.container(), DAY)
      await runBilling(store.container(), "2026-03-31")
      await cancelOrder(id)
      expect(await renewal(id)).toMatchObject({ status: "canceled" })
      expect(await renewal(id, 2)).toMatchObject({ status: "failed" })
      expect(await subscription(id)).toMatchObject({ status: "past_due" })
    })

    it("B30: while its charge waits for the customer, is withdrawn, so that nobody confirms it later", async () => {
      const id = await seed()
      // A charge that is opened and taken only once the customer has confirmed it.
      registerCollector({
        ...demoCollector,
        chargeRequest: (method, customer) => ({
          ...demoCollector.chargeRequest(method, customer),
          data: { payment_method: method.id },
        }),
        hasReference: ({ session_id }) => session_id !== undefined,
        readAnswer: () => ({ status: "requires_action", reason: "authentication_required" }),
      })
      await runBilling(store.container(), DAY)
      registerCollector(demoCollector)
      expect(await renewal(id)).toMatchObject({ status: "failed", reason: "authentication_required" })
      await cancelOrder(id)
      expect(await renewal(id)).toMatchObject({ status: "canceled", collect_on: DAY })
      await runBilling(store.container(), DAY)
      expect(await attempts(id)).toMatchObject([{ status: "withdrawn" }])
      expect(await renewal(id)).toMatchObject({ status: "canceled", reason: "order_canceled", collect_on: null })
      const { payment_collection_id } = await renewal(id)
      expect(await store.knex()("payment_session").where({ payment_collection_id, deleted_at: null })).toEqual([])
      expect(await listCharges(store.knex())).toEqual([])
      expect(await faults()).toEqual([])
    })

    it("after it was paid, is given back by Medusa, and its renewal is canceled: the order says so once", async () => {
      const id = await seed()
      await runBilling(store.container(), DAY)
      await cancelOrder(id)
      await later()
      await runBilling(store.container(), DAY)
      expect(await onTheCard()).toBe(0)
      expect(await renewal(id)).toMatchObject({ status: "canceled", collect_on: null })
      expect(await invoice(id)).toMatchObject({ status: "credited" })
      expect((await order(id)).summary).toMatchObject({
        paid_total: 35.581,
        refunded_total: 35.581,
        pending_difference: 0,
      })
      expect(await faults()).toEqual([])
    })
  })

  describe("an order that is marked as paid", () => {
    it("decision 7: while its charge is in doubt, is not paid twice: the card gets its money back", async () => {
      const id = await seed()
      await behave("timeout_after_capture")
      await runBilling(store.container(), DAY)
      await markAsPaid(id)
      expect(await renewal(id)).toMatchObject({ status: "paid", collect_on: DAY })
      expect(await invoice(id)).toMatchObject({ status: "paid" })
      // Another card by now: what is in doubt is asked about with the request that was sent.
      await store
        .knex()("billing_subscription")
        .where({ id })
        .update({ payment_method: JSON.stringify({ id: "dpm_new" }) })
      await later()
      await runBilling(store.container(), DAY)
      expect(await listCharges(store.knex())).toMatchObject([{ status: "captured", times_asked: 2 }])
      expect(await onTheCard()).toBe(0)
      expect(await attempts(id)).toMatchObject([{ status: "returned" }])
      expect(await renewal(id)).toMatchObject({ status: "paid", collect_on: null })
      expect((await order(id)).summary).toMatchObject({
        paid_total: 71.162,
        refunded_total: 35.581,
        pending_difference: expect.closeTo(0, 6),
      })
      expect(await timeLine(id)).toContain("charge_returned")
      expect(await faults()).toEqual([])
    })

    it("decision 7: while a slow provider charges it, the run goes on, and the card gets its money back", async () => {
      const id = await seed()
      await seed({ prefix: "D" })
      await behave("slow", 1500)
      const running = runBilling(store.container(), DAY)
      await until("the cards to be charged", async () => (await listCharges(store.knex())).length > 1)
      const { order_id, payment_collection_id } = await renewal(id)
      const path = `/admin/payment-collections/${payment_collection_id}/mark-as-paid`
      await store.api.post(path, { order_id }, world.adminHeaders)
      const runId = await running
      await store.settled()
      expect(await runIs(runId)).toMatchObject({ status: "completed", error: null })
      await later()
      await runBilling(store.container(), DAY)
      expect(await onTheCard()).toBe(35.58)
      expect(await attempts(id)).toMatchObject([{ status: "returned" }])
      expect(await renewal(id)).toMatchObject({ status: "paid", collect_on: null })
      expect(await renewal("bsub_D000001")).toMatchObject({ status: "paid" })
      expect(await faults()).toEqual([])
    })

    it("B32: before its charge, is not charged, whether somebody tells of it or not", async () => {
      const id = await seed()
      const runId = await issue()
      const { order_id, payment_collection_id } = await renewal(id)
      const path = `/admin/payment-collections/${payment_collection_id}/mark-as-paid`
      await store.api.post(path, { order_id }, world.adminHeaders)
      await store.settled()
      await processRun(store.container(), runId)
      expect(await listCharges(store.knex())).toEqual([])
      expect(await renewal(id)).toMatchObject({ status: "paid", collect_on: null })
      expect(await faults()).toEqual([])
    })
  })

  it("B51: a refund of a paid renewal leaves its invoice paid, counts it, and is told of once", async () => {
    const id = await seed()
    await runBilling(store.container(), DAY)
    await refund(id, 10)
    expect(await invoice(id)).toMatchObject({ status: "paid", refunded_total: "10.00" })
    await refund(id, 25.581)
    expect(await invoice(id)).toMatchObject({ status: "credited", refunded_total: "35.58" })
    expect(await renewal(id)).toMatchObject({ status: "paid" })
    expect((await timeLine(id)).filter((type) => type === "renewal_refunded")).toHaveLength(2)
    expect((await order(id)).summary.pending_difference).toBeCloseTo(0, 6)
    await runBilling(store.container(), DAY)
    expect(await listCharges(store.knex())).toHaveLength(1)
    expect(await faults()).toEqual([])
  })

  it("the checks of the database find no fault in a renewal's order that was edited and fulfilled", async () => {
    const container = store.container()
    const [variant] =
      (await createProduct(container, { title: "Mug", salesChannelId: world.salesChannelId, prices: { eur: 9.9 } }))
        .variants ?? []
    const id = await seed()
    await store
      .knex()("billing_subscription_item")
      .where({ subscription_id: id })
      .update({ variant_id: variant?.id, product_id: variant?.product_id })
    await runBilling(container, DAY)
    const { order_id: orderId } = await renewal(id)
    await container.resolve(Modules.ORDER).registerFulfillment({
      order_id: orderId,
      reference: Modules.FULFILLMENT,
      reference_id: "ful_by_hand",
      items: [{ id: (await order(id)).items[0].id, quantity: 1 }],
    })
    expect(await faults()).toEqual([])
    await beginEdit(container, orderId)
    await changeNamed("edited").make(container, { orderId, customerId: "" })
    await store.settled()
    expect((await order(id)).items[0].quantity).toBe(3)
    expect(await faults()).toEqual([])
  })

  describe("amounts that are finer than the currency", () => {
    afterEach(() => registerCollector(demoCollector))

    it.each([
      ["jpy", "2773", 3299.87, "3300", "0"],
      ["kwd", "2.722", 3.23918, "3.240", "0.001"],
      ["eur", "29.90", 35.581, "35.58", "0.00"],
    ])(
      "decision 4: %s are charged rounded and kept exact, so that nothing is pending, before and after a refund",
      async (currencyCode, unitPrice, total, payable, rounding) => {
        registerCollector({ ...demoCollector, amountTaken: stripeCollector.amountTaken })
        const id = await seed({ currencyCode, unitPrice })
        await runBilling(store.container(), DAY)
        expect(await listCharges(store.knex())).toMatchObject([{ status: "captured", currency_code: currencyCode }])
        expect(await onTheCard()).toBe(Number(payable))
        expect(await renewal(id)).toMatchObject({ status: "paid", total: payable })
        const { order_id, payment_collection_id: collection } = await renewal(id)
        const [{ amount, captured_amount }] = await store.knex()("payment_collection").where({ id: collection })
        expect([amount, captured_amount].map(Number)).toEqual([total, total])
        const { document } = await store.knex()("billing_invoice").where({ order_id }).first()
        expect(document.totals).toMatchObject({ rounding, payable })
        const paid = await order(id)
        expect(paid).toMatchObject({ payment_status: "captured" })
        expect(paid.summary.pending_difference).toBe(0)
        expect(await faults()).toEqual([])

        await refund(id, total)
        expect((await order(id)).summary.pending_difference).toBe(0)
        // The demo provider rounds what it gives back to fils; Stripe's own rounds it as it did the charge.
        expect(await onTheCard()).toBe(Number(rounding))
        expect(await faults()).toEqual([])
      },
    )

    it("decision 4: what a checkout's provider took is what its invoice says", async () => {
      const mug = await createProduct(store.container(), {
        title: "Mug",
        salesChannelId: world.salesChannelId,
        prices: { eur: 9.995 },
        shippingProfileId: world.shipping.profileId,
      })
      const placed = await placeOrder(store, world, {
        items: [{ variant_id: mug.variants[0]?.id ?? "", quantity: 1 }],
        email: "clara@test.example",
        providerId: "pp_demo_demo",
        withShipping: true,
      })
      const [charge] = await listCharges(store.knex())
      const { document, id } = await store.knex()("billing_invoice").where({ order_id: placed.id }).first()
      expect(Number(document.totals.payable)).toBe(Number(charge?.amount))
      expect(await store.knex()("billing_invoice_payment").where({ invoice_id: id }).first()).toMatchObject({
        status: "paid",
      })
    })
  })

  it("B39: a charge in doubt does not keep other runs running", async () => {
    await seed()
    await behave("timeout_after_capture")
    const first = await runBilling(store.container(), DAY)
    expect(await runIs(first)).toMatchObject({ status: "completed", unknown: 1 })
    const second = await runBilling(store.container(), DAY)
    expect(await runIs(second)).toMatchObject({ status: "completed", unknown: 0 })
    const next = await runBilling(store.container(), "2026-03-01")
    expect(await runIs(next)).toMatchObject({ status: "completed" })
  })
})
