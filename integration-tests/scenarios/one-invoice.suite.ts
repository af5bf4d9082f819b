import { dispatchOutbox } from "../../src/workflows/events/dispatch-outbox"
import { BILLING_MODULE, type BillingModuleService, openRun } from "../../src/modules/billing"
import { previewRun } from "../../src/workflows/billing/runs/preview-run"
import { processRun } from "../../src/workflows/billing/runs/process-run"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createWorld, type World } from "../support/create-world"
import { findBillingFaults } from "../support/find-billing-faults"
import { createHousehold, type Household } from "../support/one-invoice"
import { pushClockTo } from "../support/push-clock-to"
import { seedSubscriptions } from "../support/seed-subscriptions"
import { storeSuite } from "../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const BOUGHT_ON = "2027-01-15"
const DUE_ON = "2027-02-15"

const SEED = {
  anchorOn: "2027-01-15",
  currencyCode: "eur",
  countryCode: "de",
  unitPrice: "29.90",
  collectionMethod: "send_invoice" as const,
}
const placeOf = ({ regions, salesChannelId }: World) => ({ regionId: regions.eur.id, salesChannelId })

/** One invoice for all that a customer owes on a day in a currency (B30, decision 0046). */
export const oneInvoiceSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct
  let mail: OfferedProduct

  beforeAll(async () => {
    world = await createWorld(store)
    const offered = (title: string, eur: number) =>
      createOfferedProduct(store.container(), {
        title,
        salesChannelId: world.salesChannelId,
        cycles: [{ name: "Monthly", interval: MONTHLY, prices: { eur } }],
      })
    hosting = await offered("Hosting", 29.9)
    mail = await offered("Mail", 4.95)
    await pushClockTo(store, world, BOUGHT_ON)
  })

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const save = (one_invoice_a_day: boolean) =>
    store.api.post("/admin/billing/settings", { one_invoice_a_day }, world.adminHeaders)
  async function household({ isOn = true } = {}): Promise<Household> {
    if (isOn) {
      await save(true)
    }
    return createHousehold(store, { world, products: [hosting, mail], email: "clara@test.example" })
  }
  const invoiceOf = async (clara: Household) => {
    const [{ invoice_id = "" } = {}] = await clara.renewals()
    return (await clara.read(`/admin/billing/invoices/${invoice_id}`)).invoice
  }

  it("two subscriptions due on one day stand on one invoice and are paid once; a refund in part is one credit note", async () => {
    const clara = await household()
    await clara.until(DUE_ON)
    const [first, second] = await clara.renewals()
    expect(second).toMatchObject({ order_id: first?.order_id, invoice_id: first?.invoice_id })
    expect([first, second].map((one) => one?.status)).toEqual(["paid", "paid"])
    expect([first, second].filter((one) => one?.billed_with === null)).toHaveLength(1)
    expect([first, second].map((one) => Number(one?.total))).toEqual([35.58, 5.89])
    expect(await clara.attempts()).toMatchObject([{ number: 1, status: "paid", amount: "41.47" }])
    expect(await store.knex()("demo_payment_charge").where({ amount: "41.47" })).toHaveLength(1)

    const invoice = await invoiceOf(clara)
    const numbers = await Promise.all(clara.ids.map(async (id) => (await clara.seen(id)).display_id))
    expect(invoice).toMatchObject({ status: "paid", total: "41.47", subscription_id: null })
    expect(invoice.subscriptions.map(({ display_id }: { display_id: number }) => display_id)).toEqual(numbers)
    const period = { start: DUE_ON, end: "2027-03-15" }
    expect(invoice.document.lines).toMatchObject([
      { title: "Hosting", period, description: expect.stringContaining(`#${numbers[0]}`) },
      { title: "Mail", period, description: expect.stringContaining(`#${numbers[1]}`) },
    ])
    for (const id of clara.ids) {
      expect(await clara.timeLine(id)).toEqual(["created", "activated", "renewed", "charged"])
      const { invoices, renewals } = await clara.seen(id)
      expect(invoices.map((one: { id: string }) => one.id)).toContain(invoice.id)
      expect(renewals[0]).toMatchObject({ invoice_id: invoice.id, attempts: [{ status: "paid" }] })
      const { invoices: listed } = await clara.read(`/admin/billing/invoices?subscription_id=${id}`)
      expect(listed.map((one: { id: string }) => one.id)).toContain(invoice.id)
    }

    await clara.admin(`/admin/billing/invoices/${invoice.id}/refund`, { amount: "5.89", reason: "No mail" })
    await store.settled()
    expect(await invoiceOf(clara)).toMatchObject({
      payment: { refunded_total: "5.89", credited_total: "5.89" },
      credit_notes: [{ total: "5.89" }],
    })
    expect(await clara.statuses()).toEqual(["active", "active"])
    // Each has its share of it.
    const shares = await Promise.all(clara.ids.map(async (id) => (await clara.seen(id)).events))
    const refunded = shares.map((events) => events.find(({ type }: { type: string }) => type === "renewal_refunded"))
    expect(refunded.map(({ data }) => data.total)).toEqual(["5.05", "0.84"])
    await clara.until("2027-03-15")
    const next = (await clara.renewals()).slice(2)
    expect(new Set(next.map(({ invoice_id }) => invoice_id)).size).toBe(1)

    // B25: each is credited of the invoice that both stand on, whose renewal it ever was.
    for (const id of clara.ids) {
      const path = `/admin/billing/subscriptions/${id}/changes/preview`
      const { change } = await clara.admin(path, { quantity: 2, when: "now" })
      expect(change.credited_invoice).toMatchObject({ id: next[0]?.invoice_id })
    }
  })

  it("B37: one notice announces the one invoice, with what is scheduled until then: that is what is charged", async () => {
    const clara = await household()
    const [, mailId = ""] = clara.ids
    const notices = async () =>
      (await store.knex()("billing_reminder").where({ template: "billing.renewal_upcoming" }).orderBy("on_date")).map(
        ({ step, status, reason, data }: Record<string, unknown>) => ({ step, status, reason, data }),
      )
    await clara.until("2027-02-08")
    const numbers = await Promise.all(clara.ids.map(async (id) => (await clara.seen(id)).display_id))
    const first = await notices()
    expect(first.map(({ status, reason }) => [status, reason]).sort()).toEqual([
      ["sent", null],
      ["skipped", "told_together"],
    ])
    expect(first.find(({ status }) => status === "sent")?.data).toMatchObject({
      total: "41.47",
      subscription_numbers: numbers,
      services: [
        { title: "Hosting", quantity: 1 },
        { title: "Mail", quantity: 1 },
      ],
    })

    await clara.admin(`/admin/billing/subscriptions/${mailId}/changes`, { quantity: 2, when: "period_end" })
    await clara.until("2027-02-10")
    const sent = (await notices()).filter(({ step, status }) => step === "5" && status === "sent")
    expect(sent).toMatchObject([
      { data: { total: "47.36", services: [{ quantity: 1 }, { title: "Mail", quantity: 2 }] } },
    ])
    await clara.until(DUE_ON)
    expect(await clara.attempts()).toMatchObject([{ status: "paid", amount: "47.36" }])
  })

  it("declined: one try, one reminder, both past due, both suspended, and one payment resumes both", async () => {
    const clara = await household()
    await clara.bank("decline")
    await clara.until(DUE_ON)
    expect(await clara.attempts()).toMatchObject([{ status: "soft_declined", amount: "41.47" }])
    expect(await clara.statuses()).toEqual(["past_due", "past_due"])
    expect(await clara.renewals()).toMatchObject([{ status: "failed" }, { status: "failed" }])
    await clara.until("2027-02-16", "2027-02-17", "2027-02-18")
    expect(await clara.statuses()).toEqual(["suspended", "suspended"])
    const sent = await store.knex()("billing_reminder").where({ status: "sent" }).orderBy("id")
    const failed = sent.filter(({ template }: { template: string }) => template === "billing.payment_failed")
    const [lead] = (await clara.renewals()).filter(({ billed_with }) => billed_with === null)
    expect(failed.map(({ subject_id, step }: { subject_id: string; step: string }) => [subject_id, step])).toEqual(
      [1, 2, 3].map((attempt) => [lead?.id, `attempt ${attempt}`]),
    )
    expect(failed[0].data.services).toMatchObject([{ title: "Hosting" }, { title: "Mail" }])
    for (const id of clara.ids) {
      const types = (await clara.seen(id)).events.map(({ type }: { type: string }) => type)
      expect(types.filter((type: string) => type === "reminder_sent").length).toBeGreaterThanOrEqual(failed.length)
    }
    const tries = (await clara.attempts()).map(({ number }) => number)
    expect(tries).toEqual([1, 2, 3])

    const board = await clara.read("/admin/billing/dunning")
    expect(board.subscriptions).toHaveLength(2)
    expect(board.stages).toMatchObject([{ stage: "suspended", count: 2, total: "41.47" }])

    const invoice = await invoiceOf(clara)
    await clara.admin(`/admin/billing/invoices/${invoice.id}/mark-paid`, { reason: "By transfer" })
    await store.settled()
    expect(await clara.statuses()).toEqual(["active", "active"])
    expect(await clara.renewals()).toMatchObject([{ status: "paid" }, { status: "paid" }])
    for (const id of clara.ids) {
      expect(await clara.timeLine(id)).toEqual(expect.arrayContaining(["suspended", "charged", "resumed"]))
    }
  })

  it("a new card for either of them pays the invoice, and is the card of both", async () => {
    const clara = await household()
    await clara.bank("hard_decline")
    await clara.until(DUE_ON)
    // Each checkout has saved a card; the later one was charged, and is the one that was declined.
    const declined = await Promise.all(clara.ids.map(async (id) => (await clara.seen(id)).is_hard_declined))
    expect(declined).toEqual([false, true])
    await clara.bank("ok")
    for (const [at, id] of [...clara.ids].reverse().entries()) {
      const route = `/store/customers/me/subscriptions/${id}/payment-method`
      const answer = await clara.customer(route, { provider_id: "pp_demo_demo" })
      expect(answer.charges).toMatchObject(at === 0 ? [{ status: "paid" }] : [])
      const methods = await store.knex()("billing_subscription").whereIn("id", clara.ids).pluck("payment_method")
      expect(new Set(methods.map((method: { id: string }) => method.id)).size).toBe(at === 0 ? 1 : 2)
    }
    expect(await clara.statuses()).toEqual(["active", "active"])
    expect(await clara.attempts()).toHaveLength(2)
  })

  it("returned by the bank: both owe again, once, and are paid by one try", async () => {
    const clara = await household()
    await clara.bank("processing")
    await clara.until(DUE_ON)
    for (const id of clara.ids) {
      expect(await clara.timeLine(id)).toEqual(["created", "activated", "renewed", "charge_processing"])
    }
    await clara.later("settled")
    await clara.until("2027-02-16")
    await pushClockTo(store, world, "2027-03-08")
    await clara.bank("decline")
    await clara.later("returned")
    expect(await clara.statuses()).toEqual(["past_due", "past_due"])
    expect(await clara.renewals()).toMatchObject([{ status: "failed" }, { status: "failed" }])
    for (const id of clara.ids) {
      expect((await clara.timeLine(id)).slice(-2)).toEqual(["payment_returned", "past_due"])
    }
    await clara.bank("ok")
    await clara.until("2027-03-09")
    expect(await clara.renewals()).toMatchObject([{ status: "paid" }, { status: "paid" }])
    expect(await clara.statuses()).toEqual(["active", "active"])
    expect(await clara.attempts()).toMatchObject([{ status: "reversed" }, { status: "paid", amount: "41.47" }])
  })

  it("a canceled order cancels both renewals, and its invoice is credited whole", async () => {
    const clara = await household()
    await clara.bank("decline")
    await clara.until(DUE_ON)
    const [{ order_id = "" } = {}] = await clara.renewals()
    await clara.admin(`/admin/orders/${order_id}/cancel`, {})
    await store.settled()
    expect(await clara.renewals()).toMatchObject([{ status: "canceled" }, { status: "canceled" }])
    expect(await clara.statuses()).toEqual(["active", "active"])
    expect(await invoiceOf(clara)).toMatchObject({ status: "credited" })
  })

  it("a later due date counts for both; one that is canceled leaves the invoice to be charged for the other", async () => {
    const clara = await household()
    await clara.bank("decline")
    await clara.until(DUE_ON)
    const invoice = await invoiceOf(clara)
    await clara.admin(`/admin/billing/invoices/${invoice.id}/due-date`, { due_on: "2027-02-20", reason: "Late pay" })
    expect(await clara.statuses()).toEqual(["active", "active"])
    const [lead] = (await clara.renewals()).filter(({ billed_with }) => billed_with === null)
    await clara.admin(`/admin/billing/subscriptions/${lead?.subscription_id}/cancel`, { when: "now", reason: "Moved" })
    await clara.bank("ok")
    await clara.until("2027-02-20")
    expect(await clara.renewals()).toMatchObject([{ status: "paid" }, { status: "paid" }])
    expect((await clara.statuses()).sort()).toEqual(["active", "canceled"])
  })

  it("another address makes another invoice; with the setting off, each has its own as before", async () => {
    const clara = await household()
    const [, moved = ""] = clara.ids
    const address = {
      first_name: "Clara",
      address_1: "Office 1",
      city: "Bonn",
      country_code: "de",
      postal_code: "53111",
    }
    await store
      .knex()("billing_subscription")
      .where({ id: moved })
      .update({ billing_address: JSON.stringify(address) })
    await clara.until(DUE_ON)
    expect(new Set((await clara.renewals()).map(({ invoice_id }) => invoice_id)).size).toBe(2)
    await save(false)
    await clara.until("2027-03-15")
    const after = (await clara.renewals()).slice(2)
    expect(after.map(({ id, billed_with, order_id, invoice_id }) => [billed_with, order_id, invoice_id, id])).toEqual(
      after.map(({ id }) => [null, id.replace("bren_", "order_"), id.replace("bren_", "binv_"), id]),
    )
  })

  it("decision 3: several workers, and a customer in each of their batches: one invoice for each customer", async () => {
    await save(true)
    const customers = Array.from({ length: 8 }, (_, at) => `cus_pair_${at}`)
    for (const prefix of ["A", "B", "C"]) {
      const ids = await seedSubscriptions(store.knex(), { ...SEED, ...placeOf(world), prefix, count: customers.length })
      for (const [at, id] of ids.entries()) {
        await store.knex()("billing_subscription").where({ id }).update({ customer_id: customers[at] })
      }
    }
    const { knex } = store.container().resolve<BillingModuleService>(BILLING_MODULE).db
    const run = await openRun(knex, { asOf: DUE_ON, requestedBy: "test" })
    const { options } = store.container().resolve<BillingModuleService>(BILLING_MODULE)
    const before = options.batchSize
    options.batchSize = 4
    await Promise.all(Array.from({ length: 4 }, () => processRun(store.container(), run.id)))
    options.batchSize = before
    const invoices = await store.knex()("billing_invoice").whereIn("customer_id", customers)
    expect(invoices).toHaveLength(customers.length)
    const renewals = await store.knex()("billing_renewal").where({ run_id: run.id, status: "issued" })
    expect(renewals).toHaveLength(3 * customers.length)
    expect(await store.knex()("billing_run").where({ id: run.id }).first("status", "issued", "error")).toEqual({
      status: "completed",
      issued: 24,
      error: null,
    })
    const preview = await previewRun(store.container(), "2027-03-15")
    expect(preview.sums[0]?.invoices.count).toBe(customers.length)
  })

  it("the tables refuse a second collection, and a subscription that is twice on an invoice", async () => {
    const clara = await household()
    await clara.until(DUE_ON)
    const knex = store.knex()
    const [member] = (await clara.renewals()).filter(({ billed_with }) => billed_with !== null)
    const change = (changes: object) => knex("billing_renewal").where({ id: member?.id }).update(changes)
    await expect(change({ collect_on: DUE_ON })).rejects.toThrow(/billing_renewal_billed_with_check/)
    await expect(change({ billed_with: member?.id })).rejects.toThrow(/billing_renewal_billed_with_check/)
    await expect(change({ billed_with: null })).rejects.toThrow(/IDX_billing_renewal_order_id/)
    const again = { ...member, id: "bren_again", cycle: 99, raw_total: JSON.stringify({ value: member?.total }) }
    await expect(knex("billing_renewal").insert(again)).rejects.toThrow(/IDX_billing_renewal_once_on_invoice/)
  })
})
