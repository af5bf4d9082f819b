import { Modules } from "@medusajs/framework/utils"
import {
  isAnythingDue,
  BILLING_MODULE,
  type BillingModuleService,
  enterRun,
  loadCollectibleRenewals,
  openRun,
  settleRenewalOfOrder,
} from "../../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { addDays } from "../../../src/rules/calendar"
import { chargeRenewals } from "../../../src/workflows/billing/charges/charge-renewals"
import { issueAllRenewals } from "../../../src/workflows/billing/renewals/issue-all-renewals"
import { processRun } from "../../../src/workflows/billing/runs/process-run"
import { setSwitch } from "../../../src/providers/demo-payment/ledger"
import { chargesInEuro } from "../../support/charges-in-euro"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { runBilling } from "../../support/run-billing"
import { runsCompleted } from "../../support/runs-completed"
import { seedSubscriptions, type SeededSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"

export const renewalsSuite = storeSuite(__filename, (store) => {
  let world: World

  const seed = (over: Partial<SeededSubscriptions> = {}): Promise<string[]> =>
    seedSubscriptions(store.knex(), {
      count: 3,
      prefix: "R",
      anchorOn: "2026-01-31",
      currencyCode: "eur",
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      countryCode: "de",
      unitPrice: "29.90",
      withMethods: true,
      ...over,
    })
  const subscription = (id: string) => store.knex()("billing_subscription").where({ id }).first()
  const billing = () => store.container().resolve<BillingModuleService>(BILLING_MODULE)

  beforeAll(async () => {
    world = await createWorld(store)
  })

  it("B31, B50: a due cycle becomes an order, an invoice and a charge, and the subscription moves on", async () => {
    const [id = ""] = await seed()
    const runId = await runBilling(store.container(), "2026-02-28")

    const run = await billing().retrieveRun(runId)
    expect(run).toMatchObject({ status: "completed", issued: 3, paid: 3, declined: 0, unknown: 0, skipped: 0 })
    expect(await subscription(id)).toMatchObject({
      status: "active",
      next_cycle: 2,
      period_start: "2026-02-28",
      period_end: "2026-03-31",
      next_due_on: "2026-03-31",
      claimed_by: null,
    })
    const { data } = await store.api.get(`/admin/billing/invoices?subscription_id=${id}`, world.adminHeaders)
    expect(data.invoices).toHaveLength(1)
    const [invoice] = data.invoices
    expect(invoice.document.totals).toMatchObject({ subtotal: "29.90", tax: "5.68", payable: "35.58" })
    expect(invoice.payment).toMatchObject({ status: "paid", paid_on: "2026-02-28" })

    const order = await store.api.get(`/admin/orders/${invoice.order_id}`, world.adminHeaders)
    expect(order.data.order).toMatchObject({ payment_status: "captured" })
    expect(order.data.order.summary.paid_total).toBe(35.581)
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B31: the invoice's payable total is Medusa's own order total, rounded, with tax inside the price, too", async () => {
    await seed({ prefix: "N", count: 1, unitPrice: "9.00", quantity: 3, countryCode: "ch", currencyCode: "chf" })
    await seed({ prefix: "G", count: 1, unitPrice: "109.20", isTaxInclusive: true })
    await runBilling(store.container(), "2026-02-28")
    const { data } = await store.api.get("/admin/billing/invoices", world.adminHeaders)
    for (const invoice of data.invoices) {
      const order = await store.api.get(`/admin/orders/${invoice.order_id}?fields=total`, world.adminHeaders)
      expect(Number(invoice.document.totals.payable)).toBe(Math.round(order.data.order.total * 100) / 100)
    }
    expect(data.invoices).toHaveLength(2)
  })

  it("B22, B31: an order without a shipping address, which Medusa does not tax, is not taxed when it renews", async () => {
    const [id = ""] = await seed({ count: 1 })
    await store.knex()("billing_subscription").update({ shipping_address: null })
    await runBilling(store.container(), "2026-02-28")
    expect(await billing().listRenewals({ subscription_id: id })).toMatchObject([{ status: "paid", total: 29.9 }])
    const { data } = await store.api.get(`/admin/billing/invoices?subscription_id=${id}`, world.adminHeaders)
    const order = await store.api.get(`/admin/orders/${data.invoices[0].order_id}?fields=total`, world.adminHeaders)
    expect(order.data.order.total).toBe(29.9)
    expect(data.invoices[0].document.totals).toMatchObject({ tax: "0.00", payable: "29.90" })
  })

  it("decision 7: a second run of the same date, and four workers on one run, change nothing", async () => {
    await seed({ count: 60 })
    const { knex } = billing().db
    const run = await openRun(knex, { asOf: "2026-04-30", requestedBy: "test" })
    await Promise.all(Array.from({ length: 4 }, () => processRun(store.container(), run.id)))
    await runBilling(store.container(), "2026-04-30")
    expect(await billing().retrieveRun(run.id)).toMatchObject({ status: "completed", issued: 180, paid: 180 })
    expect(await knex("billing_renewal").count()).toEqual([{ count: "180" }])
    expect(await findBillingFaults(knex)).toEqual([])
  })

  it("B32, B35: declined charges make it past due; each missed cycle is billed in its order", async () => {
    const [id = "", other = ""] = await seed({ count: 2 })
    await setSwitch(store.knex(), { scope: `dpm_${id.slice(5)}`, behaviour: "decline" })
    const runId = await runBilling(store.container(), "2026-03-31")
    expect(await billing().retrieveRun(runId)).toMatchObject({ issued: 4, paid: 2, declined: 2 })
    expect(await subscription(id)).toMatchObject({ status: "past_due", next_cycle: 3 })
    expect(await subscription(other)).toMatchObject({ status: "active", next_cycle: 3 })
    const renewals = await billing().listRenewals({ subscription_id: id }, { order: { cycle: "ASC" } })
    expect(renewals.map(({ cycle, due_on, status, reason }) => [cycle, due_on, status, reason])).toEqual([
      [1, "2026-02-28", "failed", "insufficient_funds"],
      [2, "2026-03-31", "failed", "insufficient_funds"],
    ])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("decision 7: a time-out after the money was taken is reconciled, and never charged again", async () => {
    const [id = ""] = await seed({ count: 1 })
    await setSwitch(store.knex(), { scope: "*", behaviour: "timeout_after_capture" })
    await runBilling(store.container(), "2026-02-28")
    const [before] = await billing().listRenewals({ subscription_id: id })
    await setSwitch(store.knex(), { scope: "*", behaviour: "ok" })
    // The back-off is the database's own clock.
    await store.knex()("billing_renewal").update({ claimed_until: null })
    await runBilling(store.container(), "2026-02-28")
    const [after] = await billing().listRenewals({ subscription_id: id })
    expect([before?.status, after?.status]).toEqual(["issued", "paid"])
    expect(await store.knex()("demo_payment_charge").where({ status: "captured" })).toHaveLength(1)
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B30: an invoice is sent before the due date and waits; nothing is charged", async () => {
    const [id = ""] = await seed({ count: 1, collectionMethod: "send_invoice", withMethods: false })
    await store.knex()("billing_subscription").update({ next_due_on: "2026-02-21" })
    await runBilling(store.container(), "2026-02-20")
    expect(await billing().listRenewals({ subscription_id: id })).toHaveLength(0)
    await runBilling(store.container(), "2026-02-21")
    const [renewal] = await billing().listRenewals({ subscription_id: id })
    expect(renewal).toMatchObject({ status: "issued", due_on: "2026-02-28", collect_on: null })
  })

  it("B36: nothing to pay is invoiced, not charged, and renewed", async () => {
    const [id = ""] = await seed({ count: 1, unitPrice: "0" })
    await runBilling(store.container(), "2026-02-28")
    const [renewal] = await billing().listRenewals({ subscription_id: id })
    expect(renewal).toMatchObject({ status: "paid", collect_on: null })
    const order = await store.api.get(`/admin/orders/${renewal?.order_id}`, world.adminHeaders)
    expect(order.data.order.payment_status).toBe("captured")
    expect(await store.knex()("billing_charge_attempt")).toHaveLength(0)
  })

  it("B51: what was issued never changes, not even by SQL", async () => {
    await seed({ count: 1 })
    await runBilling(store.container(), "2026-02-28")
    const knex = store.knex()
    await expect(knex("billing_invoice").update({ number: "X" })).rejects.toThrow(/never change/)
    await expect(knex("billing_invoice").delete()).rejects.toThrow(/never change/)
    await expect(knex.raw("truncate billing_invoice")).rejects.toThrow(/never change/)
    await expect(knex("service_core_timeline_entry").delete()).rejects.toThrow(/never change/)
  })

  it("B23: a cancellation at the period's end ends it on that day, and bills no more", async () => {
    const [id = ""] = await seed({ count: 1 })
    await store.knex()("billing_subscription").update({ cancel_on: "2026-03-31" })
    await runBilling(store.container(), "2026-06-30")
    expect(await subscription(id)).toMatchObject({
      status: "canceled",
      ended_on: "2026-03-31",
      canceled_on: "2026-03-31",
      next_due_on: null,
    })
    expect(await billing().listRenewals({ subscription_id: id })).toHaveLength(1)
  })

  it("B23: who ends it at once is not charged for what is issued; a charge in doubt is found out about", async () => {
    const [doubtful = ""] = await seed({ count: 1, prefix: "D" })
    await setSwitch(store.knex(), { scope: "*", behaviour: "timeout_after_capture" })
    await runBilling(store.container(), "2026-02-28")
    await setSwitch(store.knex(), { scope: "*", behaviour: "ok" })
    const [issued = ""] = await seed({ count: 1, prefix: "I" })
    const run = await openRun(store.knex(), { asOf: "2026-02-28", requestedBy: "test" })
    await enterRun(store.knex(), run.id)
    await issueAllRenewals(store.container(), { run_id: run.id, as_of: "2026-02-28", worker: "test" })

    for (const id of [doubtful, issued]) {
      const cancel = { when: "now", reason: "moved away" }
      await store.api.post(`/admin/billing/subscriptions/${id}/cancel`, cancel, world.adminHeaders)
    }
    // The back-off is the database's own clock.
    await store.knex()("billing_renewal").update({ claimed_until: null })
    await processRun(store.container(), run.id)

    expect(await billing().retrieveRun(run.id)).toMatchObject({ status: "completed", issued: 1, paid: 1 })
    expect(await billing().listRenewals({ subscription_id: doubtful })).toMatchObject([{ status: "paid" }])
    const { data } = await store.api.get(`/admin/billing/subscriptions/${issued}`, world.adminHeaders)
    expect(data.subscription.renewals).toMatchObject([{ status: "issued", attempts: [] }])
    expect(data.subscription.events[0]).toMatchObject({ type: "canceled", data: { left_open: 1 } })
    expect(await store.knex()("demo_payment_charge").where({ status: "captured" })).toHaveLength(1)
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B23, decision 7: what was ended or paid since a worker has claimed it is not charged by that worker", async () => {
    const [ended = "", paid = "", due = ""] = await seed()
    const run = await openRun(store.knex(), { asOf: "2026-02-28", requestedBy: "test" })
    await enterRun(store.knex(), run.id)
    const batch = { run_id: run.id, as_of: "2026-02-28", worker: "test" }
    await issueAllRenewals(store.container(), batch)
    const renewals = await loadCollectibleRenewals(store.knex(), await store.knex()("billing_renewal").pluck("id"))

    await store.api.post(
      `/admin/billing/subscriptions/${ended}/cancel`,
      { when: "now", reason: "moved away" },
      world.adminHeaders,
    )
    const id = renewals.find((one) => one.subscription_id === paid)?.id ?? ""
    await settleRenewalOfOrder(store.knex(), { id, status: "paid", reason: null, isOpen: false })
    const results = await chargeRenewals(store.container(), chargesInEuro(renewals, batch.as_of))

    const outcomes = renewals.map(({ subscription_id }, index) => [subscription_id, results[index]?.outcome?.status])
    expect(Object.fromEntries(outcomes)).toEqual({ [ended]: undefined, [paid]: undefined, [due]: "paid" })
    expect(await store.knex()("billing_charge_attempt")).toHaveLength(1)
    expect(await store.knex()("demo_payment_charge")).toHaveLength(1)
  })

  it("B23, B39: a subscription that cannot be billed does not hold up the run, and can be canceled", async () => {
    const [bad = ""] = await seed({ count: 1, prefix: "B", countryCode: "ch" })
    const [good = ""] = await seed({ count: 1, prefix: "G" })
    const tax = store.container().resolve(Modules.TAX)
    const getTaxLines = tax.getTaxLines.bind(tax)
    const outage = jest
      .spyOn(tax, "getTaxLines")
      .mockImplementation((items, context, shared) =>
        context.address.country_code === "ch"
          ? Promise.reject(new Error("No answer for Switzerland"))
          : getTaxLines(items, context, shared),
      )
    const runId = await runBilling(store.container(), "2026-02-28").finally(() => outage.mockRestore())
    expect(await billing().retrieveRun(runId)).toMatchObject({ paid: 1, error: expect.stringContaining(bad) })
    expect(await subscription(good)).toMatchObject({ next_cycle: 2 })
    expect(await billing().listRenewals({ subscription_id: bad })).toEqual([])
    const cancel = { when: "now", reason: "cannot be billed" }
    await store.api.post(`/admin/billing/subscriptions/${bad}/cancel`, cancel, world.adminHeaders)
    expect(await subscription(bad)).toMatchObject({ status: "canceled" })
  })

  it("B39: what a run had to leave is billed by the next one that an admin starts, a minute later, as its preview says", async () => {
    const [bad = ""] = await seed({ count: 1, prefix: "B" })
    const tax = store.container().resolve(Modules.TAX)
    const outage = jest.spyOn(tax, "getTaxLines").mockRejectedValue(new Error("No answer"))
    await runBilling(store.container(), "2026-02-28").finally(() => outage.mockRestore())
    expect(await billing().listRenewals({ subscription_id: bad })).toEqual([])
    // By itself no run is opened for it at once.
    expect(await isAnythingDue(store.knex(), "2026-02-28")).toBe(false)
    const { data } = await store.api.get("/admin/billing/runs/preview?as_of=2026-02-28", world.adminHeaders)
    expect(data.preview.sums).toMatchObject([{ invoices: { count: 1 } }])
    const runId = await runBilling(store.container(), "2026-02-28")
    expect(await billing().retrieveRun(runId)).toMatchObject({ issued: 1, paid: 1, error: null })
  })

  it("decision 5: in production nothing is billed ahead of its date, and the clock cannot be pushed", async () => {
    const { options } = store.container().resolve<CoreModuleService>(CORE_MODULE)
    options.demoClock = false
    try {
      const tomorrow = addDays(await store.container().resolve<CoreModuleService>(CORE_MODULE).today(), 1)
      const ahead = await store.api
        .post("/admin/billing/runs", { as_of: tomorrow }, world.adminHeaders)
        .catch((error) => error.response)
      expect(ahead.status).toBe(400)
      expect(ahead.data.message).toContain(`as_of: ${tomorrow} is after the store's date`)
      const push = await store.api
        .post("/admin/billing/clock", { unit: "day", count: 1 }, world.adminHeaders)
        .catch((error) => error.response)
      expect(push.status).toBe(400)
      expect(push.data.message).toContain("demo store only")
    } finally {
      options.demoClock = true
    }
  })

  it("B39: an admin starts a run for a date, sees it complete, and cannot stop it then", async () => {
    await seed({ count: 2 })
    const wrong = await store.api
      .post("/admin/billing/runs", { as_of: "2026-02-30" }, world.adminHeaders)
      .catch((error) => error.response)
    expect(wrong.status).toBe(400)
    expect(wrong.data.message).toContain("as_of")
    const { data, status } = await store.api.post("/admin/billing/runs", { as_of: "2026-02-28" }, world.adminHeaders)
    expect(status).toBe(201)
    await runsCompleted(store)
    const { run } = (await store.api.get(`/admin/billing/runs/${data.run.id}`, world.adminHeaders)).data
    expect(run).toMatchObject({ status: "completed", issued: 2, paid: 2 })
    expect(run.shares).toHaveLength(1)
    const stop = await store.api
      .post(`/admin/billing/runs/${run.id}/stop`, {}, world.adminHeaders)
      .catch((error) => error.response)
    expect(stop.data.message).toContain("completed")
  })
})
