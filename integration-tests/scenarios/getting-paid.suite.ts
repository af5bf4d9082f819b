import { attemptToConfirm } from "../../src/modules/billing"
import { hearProvider } from "../../src/workflows/billing/charges/hear-provider"
import { previewRun } from "../../src/workflows/billing/runs/preview-run"
import { dispatchOutbox } from "../../src/workflows/events/dispatch-outbox"
import { confirmAttemptWorkflow } from "../../src/workflows/billing/charges/confirm-attempt"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createSubscriber } from "../support/create-subscriber"
import { createWorld, type World } from "../support/create-world"
import { PageClient } from "../support/page-client"
import { linkOf } from "../support/send-invoice"
import { findBillingFaults } from "../support/find-billing-faults"
import { pushClockTo } from "../support/push-clock-to"
import { refusalOf } from "../support/refusal-of"
import { storeSuite } from "../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const BOUGHT_ON = "2027-01-15"
const DUE_ON = "2027-02-15"

interface MethodAnswer {
  payment_method: { id: string } | null
  requires_action: { send: Record<string, unknown> } | null
  charges: { status: string }[]
  status: string
}

export const gettingPaidSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct

  beforeAll(async () => {
    world = await createWorld(store)
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: MONTHLY, prices: { eur: 29.9 } }],
    })
    await pushClockTo(store, world, BOUGHT_ON)
  })

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const subscriber = (email = "clara@test.example") => createSubscriber(store, { world, hosting, email })
  const methodRoute = (id: string) => `/store/customers/me/subscriptions/${id}/payment-method`
  const invoiceOf = async (id: string) =>
    store
      .knex()("billing_invoice as i")
      .join("billing_invoice_payment as p", "p.invoice_id", "i.id")
      .where("i.subscription_id", id)
      .first("i.id", "p.status", "p.open_total", "p.due_on", "p.refunded_total")

  /** What the books of the order that was paid last say that it has received. */
  const booked = async (): Promise<string> => {
    const [{ order_id }] = await store.knex()("billing_payment_return").select("order_id")
    const rows = await store.knex()("order_transaction").where({ order_id }).whereNull("deleted_at").pluck("amount")
    return rows.reduce((all: number, amount: string) => all + Number(amount), 0).toFixed(2)
  }

  it("B32: Clara's card is declined three times; with a new card all is paid at once, and the next date stays", async () => {
    const clara = await subscriber()
    await clara.bank("decline")
    await clara.until(DUE_ON, "2027-02-16", "2027-02-17", "2027-02-18")
    expect(await clara.attempts()).toMatchObject([
      { as_of: DUE_ON, status: "soft_declined", reason: "insufficient_funds" },
      { as_of: "2027-02-16", status: "soft_declined" },
      { as_of: "2027-02-18", status: "soft_declined" },
    ])
    expect(await clara.seen()).toMatchObject({ status: "suspended", suspended_reason: "overdue" })

    await clara.bank("ok")
    const answer = await clara.customer<MethodAnswer>(methodRoute(clara.id), { provider_id: "pp_demo_demo" })
    expect(answer).toMatchObject({ charges: [{ status: "paid" }], status: "active", requires_action: null })
    expect(await clara.seen()).toMatchObject({
      status: "active",
      suspended_reason: null,
      dunning_on: null,
      next_due_on: "2027-03-15",
      payment_method: { brand: "demo", last4: "4242" },
    })
    const timeLine = await clara.timeLine()
    expect(timeLine.slice(0, 3)).toEqual(["created", "activated", "renewed"])
    // The third decline and the suspension are of one day.
    expect(timeLine.slice(3, 7).sort()).toEqual(["charge_failed", "charge_failed", "charge_failed", "suspended"])
    expect(timeLine.slice(7)).toEqual(["payment_method_changed", "charged", "resumed"])
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "paid", open_total: expect.stringMatching(/^0(\.00)?$/) })
  })

  it("B32: a stolen card is not tried again until it is another one, nor for the next month", async () => {
    const clara = await subscriber()
    await store.api.post(
      "/admin/billing/settings",
      { suspend_after_days: -1, terminate_after_days: -1, after_last_try: "leave" },
      world.adminHeaders,
    )
    await clara.bank("hard_decline")
    await clara.until(DUE_ON, "2027-02-16", "2027-02-18", "2027-02-22")
    expect(await clara.attempts()).toMatchObject([{ status: "hard_declined", reason: "stolen_card" }])
    expect(await clara.seen()).toMatchObject({ status: "past_due", is_hard_declined: true })
    const retry = `/admin/billing/subscriptions/${clara.id}/retry`
    await expect(clara.admin(retry, {})).rejects.toMatchObject({
      response: { data: { message: expect.stringContaining("declined for good") } },
    })
    expect((await previewRun(store.container(), "2027-03-15")).sums).toMatchObject([
      { charged: { count: 0 }, sent: { count: 1 }, earlier: { count: 0 } },
    ])
    await clara.until("2027-03-15")
    expect(await clara.attempts()).toHaveLength(1)

    await clara.bank("ok")
    const answer = await clara.customer<MethodAnswer>(methodRoute(clara.id), { provider_id: "pp_demo_demo" })
    expect(answer).toMatchObject({ charges: [{ status: "paid" }, { status: "paid" }], status: "active" })
    expect(await clara.seen()).toMatchObject({ is_hard_declined: false })
  })

  it("BI8: her bank asks for her: nothing is retried alone, and what she confirms is that same attempt", async () => {
    const clara = await subscriber()
    await clara.bank("action_required")
    await clara.until(DUE_ON, "2027-02-16", "2027-02-18")
    expect(await clara.attempts()).toMatchObject([{ status: "requires_action", reason: "authentication_required" }])
    const retry = `/admin/billing/subscriptions/${clara.id}/retry`
    await expect(clara.admin(retry, {})).rejects.toMatchObject({
      response: { data: { message: expect.stringContaining("never retried alone") } },
    })
    const { id: renewal_id } = await store.knex()("billing_renewal").where({ subscription_id: clara.id }).first("id")
    expect(await attemptToConfirm(store.knex(), renewal_id)).toMatchObject({ subscription_id: clara.id })

    const input = { renewal_id, as_of: "2027-02-18", data: { confirmed: true } }
    const { result } = await confirmAttemptWorkflow(store.container()).run({ input })
    expect(result).toMatchObject({ status: "paid" })
    expect(await clara.attempts()).toMatchObject([{ number: 1, status: "paid" }])
    expect(await clara.seen()).toMatchObject({ status: "active" })
    await expect(confirmAttemptWorkflow(store.container()).run({ input })).rejects.toMatchObject({
      message: expect.stringContaining("Nothing of this renewal"),
    })
  })

  it("BI8, B14: she is asked for when she saves a card, and a new card withdraws what waited for the old one", async () => {
    const clara = await subscriber()
    await clara.bank("action_required")
    await clara.until(DUE_ON)
    const first = await clara.customer<MethodAnswer>(methodRoute(clara.id), { provider_id: "pp_demo_demo" })
    expect(first).toMatchObject({ payment_method: null, requires_action: { send: { confirmed: true } }, charges: [] })
    expect(await clara.seen()).toMatchObject({ status: "past_due" })

    const data = first.requires_action?.send
    await clara.bank("ok")
    const second = await clara.customer<MethodAnswer>(methodRoute(clara.id), { provider_id: "pp_demo_demo", data })
    expect(second).toMatchObject({ charges: [{ status: "paid" }], status: "active" })
    expect(await clara.attempts()).toMatchObject([{ status: "withdrawn" }, { status: "paid" }])
    expect(await store.knex()("demo_payment_charge").where({ status: "canceled" })).toHaveLength(1)
  })

  it("BI9, B30: a direct debit takes days: no second try, the service stays, and the next date counts from the old expiry", async () => {
    const clara = await subscriber()
    await clara.bank("processing")
    await clara.until(DUE_ON, "2027-02-16", "2027-02-20", "2027-02-27")
    expect(await clara.attempts()).toMatchObject([{ status: "processing" }])
    expect(await clara.seen()).toMatchObject({ status: "active", dunning_on: null })

    await clara.later("settled")
    await clara.until("2027-02-28")
    expect(await clara.attempts()).toMatchObject([{ status: "paid" }])
    expect(await clara.seen()).toMatchObject({ status: "active", next_due_on: "2027-03-15" })
    expect(await clara.timeLine()).toEqual(["created", "activated", "renewed", "charge_processing", "charged"])
  })

  it("B30: settled, then returned three weeks later: the invoice opens again, past due once, and dunning goes on from there", async () => {
    const clara = await subscriber()
    await clara.bank("processing")
    await clara.until(DUE_ON)
    await clara.later("settled")
    await clara.until("2027-02-16")
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "paid" })

    await clara.bank("decline")
    await pushClockTo(store, world, "2027-03-08")
    await clara.later("returned")
    expect(await clara.seen()).toMatchObject({
      status: "past_due",
      suspend_on: "2027-03-11",
      terminate_on: "2027-03-22",
    })
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "open", refunded_total: "35.58" })

    // The provider says it five times, and nothing happens twice.
    const [charge] = await store.knex()("demo_payment_charge").where({ status: "returned" })
    const data = { type: "charge.returned", charge: charge.id }
    const payload = { data, rawData: JSON.stringify(data), headers: {} }
    for (let time = 0; time < 4; time++) {
      await hearProvider(store.container(), { provider: "demo_demo", payload })
    }
    expect(await store.knex()("billing_payment_return")).toHaveLength(1)
    expect((await clara.timeLine()).filter((type) => type === "past_due")).toHaveLength(1)

    // The notice goes out on the day of the return, and names the next try.
    await clara.until("2027-03-08", "2027-03-09", "2027-03-11")
    expect(await clara.attempts()).toMatchObject([
      { status: "reversed", reason: "returned" },
      { as_of: "2027-03-09", status: "soft_declined" },
      { as_of: "2027-03-11", status: "soft_declined" },
    ])
    expect(await clara.seen()).toMatchObject({ status: "suspended" })
    const told = await store.knex()("billing_reminder").where({ template: "billing.payment_returned" })
    expect(told).toMatchObject([{ status: "sent", data: { returned_total: "35.58", next_try_on: "2027-03-09" } }])
    await clara.bank("ok")
    await clara.until("2027-03-13")
    expect(await clara.seen()).toMatchObject({ status: "active" })
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "paid" })
  })

  it("B30: the first payment is disputed: the board has it, a try says what to do, and it is paid by its link", async () => {
    const clara = await subscriber()
    await clara.later("disputed")
    expect(await clara.seen()).toMatchObject({ status: "past_due", suspend_on: "2027-01-18" })
    const { data: board } = await store.api.get("/admin/billing/dunning", world.adminHeaders)
    expect(board).toMatchObject({
      subscriptions: [
        { id: clara.id, stage: "waiting", owed_total: "35.58", overdue_since: BOUGHT_ON, next_try_on: null },
      ],
      stages: [{ stage: "waiting", currency_code: "eur", count: 1, total: "35.58" }],
    })
    const tried = await refusalOf(clara.admin(`/admin/billing/subscriptions/${clara.id}/retry`, {}))
    expect(tried).toMatchObject({ status: 400, message: expect.stringContaining("send the payment link") })
    const { id } = await store.knex()("billing_invoice").where({ kind: "invoice" }).first("id")
    const { url } = await linkOf(store, { id }, { as_of: BOUGHT_ON })
    const browser = new PageClient(store, { "accept-language": "en" })
    const paid = await browser.submit(await browser.open(url), "pay", { provider_id: "pp_demo_demo" })
    expect(paid.html).toContain("received your payment")
    expect(await clara.seen()).toMatchObject({ status: "active", dunning_on: null, next_due_on: DUE_ON })
    const { data: empty } = await store.api.get("/admin/billing/dunning", world.adminHeaders)
    expect(empty).toMatchObject({ subscriptions: [], stages: [] })
  })

  it("B30: the messages come in the wrong order: returned before anybody has said that it was settled", async () => {
    const clara = await subscriber()
    await clara.bank("processing")
    await clara.until(DUE_ON)
    // The bank has settled it, and the message of that is lost, or late.
    await store.knex()("demo_payment_charge").where({ status: "processing" }).update({ status: "captured" })
    await clara.later("returned")
    expect(await clara.attempts()).toMatchObject([{ status: "reversed", reason: "returned" }])
    expect(await clara.seen()).toMatchObject({ status: "past_due" })
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "open", refunded_total: "35.58" })
    const [charge] = await store.knex()("demo_payment_charge").where({ status: "returned" })
    const data = { type: "charge.settled", charge: charge.id }
    const late = { provider: "demo_demo", payload: { data, rawData: JSON.stringify(data), headers: {} } }
    await hearProvider(store.container(), late).catch(() => undefined)
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "open", open_total: "35.58" })
    expect(await booked()).toBe("0.00")
  })

  it("B30: a dispute is not charged again by itself; won, the money and the subscription are back, in whatever order it is said", async () => {
    const clara = await subscriber()
    await clara.until(DUE_ON)
    // A part was given back before: the bank takes what is left, and no more comes back.
    const { id: invoiceId } = await invoiceOf(clara.id)
    await clara.admin(`/admin/billing/invoices/${invoiceId}/refund`, { amount: "5.58", reason: "A day of downtime" })
    await store.settled()
    await clara.later("disputed")
    expect(await clara.seen()).toMatchObject({ status: "past_due" })
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "open", open_total: "30.00", refunded_total: "35.58" })
    expect(await booked()).toBe("0.00")
    await clara.until("2027-02-16")
    expect(await clara.attempts()).toHaveLength(1)
    await clara.later("reinstated")
    expect(await clara.seen()).toMatchObject({ status: "active" })
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "paid", open_total: expect.stringMatching(/^0(\.00)?$/) })
    expect(await booked()).toBe("30.00")
    expect(await clara.attempts()).toMatchObject([{ status: "paid" }])
    expect(await clara.timeLine()).toEqual([
      "created",
      "activated",
      "renewed",
      "charged",
      "renewal_refunded",
      "payment_returned",
      "past_due",
      "payment_reinstated",
      "recovered",
    ])
  })

  it("B30, decision 84: what the bank has taken back is given back by nobody: Medusa's cancellation and refund say what to do", async () => {
    const clara = await subscriber()
    await clara.until(DUE_ON)
    await clara.later("disputed")
    const { order_id, payment_collection_id } = await store
      .knex()("billing_renewal")
      .where({ subscription_id: clara.id })
      .first("order_id", "payment_collection_id")
    const payment = await store.knex()("payment").where({ payment_collection_id }).first("id")
    const { id } = await invoiceOf(clara.id)
    const refused = (path: string, body: Record<string, unknown>) => refusalOf(clara.admin(path, body))
    expect(await refused(`/admin/orders/${order_id}/cancel`, {})).toMatchObject({
      status: 400,
      message: expect.stringMatching(/taken back 35\.58 EUR \(2027-02-15\).+Credit invoice INV-\d+ in full instead/),
    })
    expect(await refused(`/admin/payments/${payment.id}/refund`, { amount: 5 })).toMatchObject({
      status: 400,
      message: expect.stringContaining("0.00 is left to give back"),
    })
    expect(await refused(`/admin/billing/invoices/${id}/refund`, { amount: "5.00", reason: "x" })).toMatchObject({
      message: expect.stringContaining("0.00 can be given back"),
    })
    const { data } = await store.api.get(`/admin/billing/invoices/${id}`, world.adminHeaders)
    expect(data.invoice).toMatchObject({ refundable_total: "0.00", status: "open" })

    await clara.admin(`/admin/billing/invoices/${id}/credit`, { amount: "35.58", reason: "The dispute is accepted" })
    await store.settled()
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "credited", open_total: "0.00" })
    expect(await clara.seen()).toMatchObject({ status: "active", dunning_on: null, next_due_on: "2027-03-15" })
  })

  it("B33: overdue, suspended on due + 3, terminated on due + 14, to the day", async () => {
    const clara = await subscriber()
    await clara.bank("decline")
    await clara.until(DUE_ON, "2027-02-17")
    expect(await clara.seen()).toMatchObject({
      status: "past_due",
      suspend_on: "2027-02-18",
      terminate_on: "2027-03-01",
    })
    await clara.until("2027-02-18")
    expect(await clara.seen()).toMatchObject({ status: "suspended", next_due_on: null })
    await clara.until("2027-02-28")
    expect(await clara.seen()).toMatchObject({ status: "suspended" })
    await clara.until("2027-03-01")
    expect(await clara.seen()).toMatchObject({ status: "canceled", ended_on: "2027-03-01", cancel_reason: "overdue" })
    // The invoice is still owed; nothing is tried any more.
    const tries = (await clara.attempts()).length
    await clara.until("2027-03-10")
    expect(await clara.attempts()).toHaveLength(tries)
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "open" })
  })

  it("B33: an invoice that is sent is overdue the day after; marked as paid, the suspended service resumes", async () => {
    const clara = await subscriber()
    await store.knex()("billing_subscription").where({ id: clara.id }).update({ collection_method: "send_invoice" })
    await clara.until(DUE_ON)
    expect(await clara.seen()).toMatchObject({ status: "active" })
    await clara.until("2027-02-16")
    expect(await clara.seen()).toMatchObject({ status: "past_due" })
    await clara.until("2027-02-18")
    expect(await clara.seen()).toMatchObject({ status: "suspended" })
    const board = await store.api.get("/admin/billing/dunning", world.adminHeaders)
    expect(board.data).toMatchObject({
      subscriptions: [{ id: clara.id, stage: "suspended", owed_total: "35.58", overdue_since: DUE_ON }],
      stages: [{ stage: "suspended", currency_code: "eur", count: 1, total: "35.58" }],
    })

    const { order_id } = await store.knex()("billing_renewal").where({ subscription_id: clara.id }).first("order_id")
    const { data } = await store.api.get(`/admin/orders/${order_id}?fields=*payment_collections`, world.adminHeaders)
    const collection = data.order.payment_collections[0].id
    await clara.admin(`/admin/payment-collections/${collection}/mark-as-paid`, { order_id })
    await store.settled()
    expect(await clara.seen()).toMatchObject({ status: "active", next_due_on: "2027-03-08" })
    expect((await clara.timeLine()).slice(-2)).toEqual(["charged", "resumed"])
  })

  it("B38: written off, what was suspended for it goes on, and the next month is charged; what comes in after all is taken", async () => {
    const clara = await subscriber()
    await clara.bank("decline")
    await clara.until(DUE_ON, "2027-02-18")
    expect(await clara.seen()).toMatchObject({ status: "suspended" })
    const { id } = await invoiceOf(clara.id)
    const account = () => store.knex()("billing_invoice_payment").where({ invoice_id: id }).first()
    await clara.admin(`/admin/billing/invoices/${id}/write-off`, { reason: "Not worth a letter", open_total: "35.58" })
    expect(await clara.seen()).toMatchObject({ status: "active", dunning_on: null, next_due_on: "2027-03-15" })
    expect((await clara.timeLine()).slice(-2)).toEqual(["invoice_written_off", "resumed"])
    const tries = (await clara.attempts()).length
    await clara.bank("ok")
    await clara.until("2027-02-28", "2027-03-15")
    expect((await clara.attempts()).slice(tries)).toMatchObject([{ as_of: "2027-03-15", status: "paid" }])
    expect(await account()).toMatchObject({ status: "written_off", written_off_total: "35.58" })

    await clara.admin(`/admin/billing/invoices/${id}/mark-paid`, { reason: "Transfer of 12 March" })
    await store.settled()
    expect(await account()).toMatchObject({ status: "paid", paid_total: "35.58", written_off_total: "0.00" })
    expect(await clara.seen()).toMatchObject({ status: "active", next_due_on: "2027-04-15" })
  })

  it("B33: suspended by hand and paid, it stays suspended until it is resumed by hand", async () => {
    const clara = await subscriber()
    await clara.bank("decline")
    await clara.until(DUE_ON)
    const route = `/admin/billing/subscriptions/${clara.id}`
    await clara.admin(`${route}/suspend`, { reason: "Abuse of the service" })
    expect(await clara.seen()).toMatchObject({ status: "suspended", suspended_reason: "manual" })
    await expect(clara.admin(`${route}/resume`, { reason: "Sorry" })).rejects.toMatchObject({
      response: { data: { message: expect.stringContaining("It owes past its due date") } },
    })
    await clara.bank("ok")
    await clara.admin(`${route}/retry`, {})
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "paid" })
    expect(await clara.seen()).toMatchObject({ status: "suspended", suspended_reason: "manual", dunning_on: null })
    await clara.admin(`${route}/resume`, { reason: "Talked to her" })
    expect(await clara.seen()).toMatchObject({ status: "active", next_due_on: "2027-03-15" })
  })

  it("B38: a later due date lifts the suspension, and the charge is tried on it", async () => {
    const clara = await subscriber()
    await clara.bank("decline")
    await clara.until(DUE_ON, "2027-02-18")
    const invoice = await invoiceOf(clara.id)
    const route = `/admin/billing/invoices/${invoice.id}/due-date`
    await expect(clara.admin(route, { due_on: "2027-02-14", reason: "x" })).rejects.toMatchObject({
      response: { data: { message: expect.stringContaining("cannot be before 2027-02-15") } },
    })
    await clara.admin(route, { due_on: "2027-03-01", reason: "Salary comes late" })
    expect(await clara.seen()).toMatchObject({ status: "active", next_due_on: "2027-03-15" })
    expect(await invoiceOf(clara.id)).toMatchObject({ due_on: "2027-03-01" })
    await clara.bank("ok")
    await clara.until("2027-02-28")
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "open" })
    await clara.until("2027-03-01")
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "paid" })
  })

  it("B34: by setting, a late payment renews from the day it was paid", async () => {
    const clara = await subscriber()
    await store.api.post("/admin/billing/settings", { late_payment: "paid_on" }, world.adminHeaders)
    await clara.bank("decline")
    await clara.until(DUE_ON)
    await clara.bank("ok")
    await clara.until("2027-02-16")
    expect(await clara.seen()).toMatchObject({
      status: "active",
      anchor_on: "2027-02-16",
      anchor_cycle: 1,
      period_end: "2027-03-16",
      next_due_on: "2027-03-16",
    })
    // What the bank takes back then was paid on that day: paid once more, the period stays.
    await clara.later("returned")
    await clara.until("2027-02-18")
    expect(await clara.seen()).toMatchObject({ status: "active", anchor_on: "2027-02-16", next_due_on: "2027-03-16" })
    expect(await invoiceOf(clara.id)).toMatchObject({ status: "paid" })
  })

  it("BI7: a retry beside a run: one open try, one charge", async () => {
    const clara = await subscriber()
    await clara.bank("decline")
    await clara.until(DUE_ON)
    await clara.bank("slow")
    await pushClockTo(store, world, "2027-02-16")
    const retry = () => clara.admin(`/admin/billing/subscriptions/${clara.id}/retry`, {})
    await Promise.allSettled([retry(), retry(), retry(), clara.until("2027-02-16")])
    expect(await clara.attempts()).toMatchObject([{ status: "soft_declined" }, { status: "paid" }])
  })
})
