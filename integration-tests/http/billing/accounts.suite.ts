import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { setSwitch } from "../../../src/providers/demo-payment/ledger"
import { addDays, addInterval, type CivilDate } from "../../../src/rules/calendar"
import { ordersOfCharges } from "../../../src/modules/billing"
import { payInvoiceWorkflow } from "../../../src/workflows/billing/payment-pages/pay-invoice"
import { remindCustomers } from "../../../src/workflows/billing/reminders/remind-customers"
import type { TestCustomer } from "../../support/create-customer"
import { AccountClient } from "../../support/account-client"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import type { World } from "../../support/create-world"
import { DraftClient } from "../../support/draft-client"
import { findBillingFaults } from "../../support/find-billing-faults"
import { refusalOf as refusal } from "../../support/refusal-of"
import { runBilling } from "../../support/run-billing"
import { storeSuite } from "../../support/store-suite"

const MONTH = { unit: "month", count: 1 } as const

export const accountsSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let buy: AccountClient["buy"]
  let sweep: AccountClient["sweep"]
  let read: AccountClient["read"]
  let act: AccountClient["act"]
  let give: AccountClient["give"]
  let faults: AccountClient["faults"]
  let bank: AccountClient["bank"]
  let hosting: OfferedProduct
  let today: CivilDate

  beforeAll(async () => {
    const client = await AccountClient.create(store)
    ;({ world, clara, buy, sweep, read, act, give, faults, bank } = client)
    const { salesChannelId } = world
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId,
      cycles: [{ name: "Monthly", interval: MONTH, prices: { eur: 10 } }],
    })
  })

  beforeEach(async () => {
    today = await store.container().resolve<CoreModuleService>(CORE_MODULE).today()
  })

  const refusalOf = async (request: Promise<unknown>): Promise<string> => (await refusal(request)).message
  it("B51: a refund in part gives the money back, issues a credit note, and the account says both", async () => {
    const { id } = await buy()
    const invoice = await act(id, "refund", { amount: "5.00", reason: "late", refunded_total: "0" })
    expect(invoice).toMatchObject({
      status: "paid",
      payment: { paid_total: "11.90", refunded_total: "5.00", credited_total: "5.00", open_total: "0.00" },
      credit_notes: [{ number: "CN-000001", total: "5.00" }],
    })
    expect(invoice.entries).toContainEqual(
      expect.objectContaining({ kind: "refund", amount: "5.00", reason: "late", actor_name: "Ada Admin" }),
    )
    const note = await read(invoice.credit_notes[0]?.id ?? "")
    expect(note).toMatchObject({ kind: "credit_note", status: null, payment: null, corrects: { id } })
    await sweep()
    // In the figures: the invoices come to so much less, and so does what was sold.
    const figures = async (path: string) => (await store.api.get(path, world.adminHeaders)).data
    expect((await figures("/admin/billing/invoices/sums")).sums).toMatchObject([
      { currency_code: "eur", total: "6.90", open_total: "0" },
    ])
    expect((await figures("/admin/sales")).totals).toMatchObject([{ sold: "11.9", refunded: "5", net: "6.9" }])
    expect((await read(id)).credit_notes).toHaveLength(1)
    expect(await refusalOf(act(id, "refund", { amount: "5.00", reason: "twice", refunded_total: "0" }))).toContain(
      "changed meanwhile",
    )
    expect(await refusalOf(act(id, "refund", { amount: "6.91", reason: "too much" }))).toContain(
      "6.90 can be given back",
    )
    await act(id, "refund", { amount: "6.90", reason: "all" })
    await sweep()
    expect(await read(id)).toMatchObject({ status: "credited", payment: { credited_total: "11.90" } })
    expect(await faults()).toEqual([])
  })

  it("B51: a credit above its invoice is refused, one below it waits to be given back or moved to the balance", async () => {
    const { id } = await buy()
    expect(await refusalOf(act(id, "credit", { amount: "11.91", reason: "x" }))).toContain("11.90 of the invoice")
    const credited = await act(id, "credit", { amount: "4.00", reason: "broken" })
    expect(credited.payment).toMatchObject({ credited_total: "4.00", open_total: "-4.00" })
    const moved = await act(id, "balance", { direction: "move" })
    expect(moved).toMatchObject({ customer_balance: "4.00", payment: { open_total: "0.00", balance_total: "-4.00" } })
    expect(await refusalOf(act(id, "balance", { direction: "move" }))).toContain("nothing beyond")
    await sweep()
    expect(await faults()).toEqual([])
  })

  it("a grant is made once however often it is sent, and is never taken back below zero", async () => {
    await give("7.50", "grant-0001")
    expect(await give("7.50", "grant-0001")).toMatchObject({ balances: [{ currency_code: "eur", amount: "7.50" }] })
    expect(await refusalOf(give("-7.51", "take-0001"))).toContain("7.50")
    await expect(
      store.knex()("billing_customer_balance").where({ customer_id: clara.customer.id }).update({ amount: -1 }),
    ).rejects.toThrow(/amount_check/)
    await expect(store.knex()("billing_balance_entry").delete()).rejects.toThrow(/never change/)
  })

  it("B36: a renewal is paid from the balance: in part, it is charged for the rest; whole, it is not charged", async () => {
    await give("15.00", "grant-0002")
    await buy(hosting.variants.Monthly ?? "")
    await runBilling(store.container(), addInterval(today, MONTH))
    await runBilling(store.container(), addInterval(today, { unit: "month", count: 2 }))
    await sweep()
    const rows = await store.knex()("billing_renewal").orderBy("cycle").select("status", "total", "invoice_id")
    expect(rows.map(({ status, total }) => [status, Number(total)])).toEqual([
      ["paid", 0],
      ["paid", 8.8],
    ])
    const [first, second] = await Promise.all(rows.map(({ invoice_id }) => read(invoice_id)))
    expect(first).toMatchObject({
      status: "paid",
      total: "11.90",
      payment: { balance_total: "11.90", paid_total: "0" },
    })
    expect(second).toMatchObject({ status: "paid", payment: { balance_total: "3.10", paid_total: "8.80" } })
    expect(await faults()).toEqual([])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B36, decision 23: paid whole from the balance, an order whose total is finer than the currency is paid", async () => {
    await give("99.00", "grant-0003")
    const mail = await createOfferedProduct(store.container(), {
      title: "Mail",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: MONTH, prices: { eur: 29.9 } }],
    })
    await buy(mail.variants.Monthly ?? "")
    await runBilling(store.container(), addInterval(today, MONTH))
    await sweep()
    const { invoice_id, order_id } = await store.knex()("billing_renewal").first("invoice_id", "order_id")
    expect(await read(invoice_id)).toMatchObject({ status: "paid", payment: { balance_total: "35.58" } })
    const { data } = await store.api.get(`/admin/orders/${order_id}?fields=*payment_collections`, world.adminHeaders)
    expect(data.order.payment_collections).toMatchObject([{ amount: 0, status: "completed" }])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B38: what is open is written off, asked for again, and marked as paid", async () => {
    await buy(hosting.variants.Monthly ?? "")
    await store.knex()("billing_subscription").update({ collection_method: "send_invoice" })
    await runBilling(store.container(), addInterval(today, MONTH))
    const { invoice_id: id } = await store.knex()("billing_renewal").first()
    expect(await act(id, "write-off", { reason: "moved away", open_total: "11.9" })).toMatchObject({
      status: "written_off",
      payment: { open_total: "0.00", written_off_total: "11.90" },
    })
    expect(await refusalOf(act(id, "write-off", { reason: "again" }))).toContain("Nothing of this invoice is open")
    expect((await act(id, "undo-write-off", { reason: "found" })).payment).toMatchObject({ open_total: "11.90" })
    const paid = await act(id, "mark-paid", { reason: "transfer 4711" })
    expect(paid).toMatchObject({ status: "paid", payment: { paid_total: "11.90", open_total: "0.00" } })
    expect(await refusalOf(act(id, "mark-paid", { reason: "again" }))).toContain("Nothing of this invoice is open")
    expect(await store.knex()("billing_renewal").first()).toMatchObject({ status: "paid" })
    expect(await faults()).toEqual([])
    await expect(store.knex()("billing_invoice_entry").update({ amount: 1 })).rejects.toThrow(/never change/)
    await expect(
      store.knex()("billing_invoice_payment").where({ invoice_id: id }).update({ credited_total: 99 }),
    ).rejects.toThrow(/check/)
  })

  it("B38: a part that was transferred is taken down, once, and only the rest is charged", async () => {
    await buy(hosting.variants.Monthly ?? "")
    await setSwitch(store.knex(), { scope: "*", behaviour: "decline" })
    await runBilling(store.container(), addInterval(today, MONTH))
    const { invoice_id: id } = await store.knex()("billing_renewal").first()
    const part = { amount: "4.00", reason: "transfer 4711", open_total: "11.90" }
    expect(await act(id, "mark-paid", part)).toMatchObject({
      status: "partly_paid",
      payment: { paid_total: "4.00", open_total: "7.90" },
    })
    expect(await refusalOf(act(id, "mark-paid", part))).toContain("changed meanwhile")
    expect(await refusalOf(act(id, "mark-paid", { amount: "7.91", reason: "x" }))).toBe(
      "The payment is refused: 7.90 of the invoice is open",
    )
    await setSwitch(store.knex(), { scope: "*", behaviour: "ok" })
    // The next day's try takes what is left.
    await runBilling(store.container(), addDays(addInterval(today, MONTH), 1))
    await sweep()
    expect(await read(id)).toMatchObject({ status: "paid", payment: { paid_total: "11.90", open_total: "0.00" } })
    const charges: { amount: string }[] = await store.knex()("demo_payment_charge").where({ status: "captured" })
    expect(charges.map(({ amount }) => amount)).toContain("7.90")
    expect(await store.knex()("billing_renewal").first()).toMatchObject({ status: "paid" })
    expect(await faults()).toEqual([])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B31: an edit of an unpaid order is announced, and of its two invoices each is paid by what is paid for it", async () => {
    await buy(hosting.variants.Monthly ?? "")
    await store.knex()("billing_subscription").update({ collection_method: "send_invoice" })
    const due = addInterval(today, MONTH)
    await runBilling(store.container(), due)
    const { order_id, invoice_id: own } = await store.knex()("billing_renewal").first()
    const admin = new DraftClient(store, world)
    const [line] = (await admin.read(order_id)).items
    await admin.beginEdit(order_id)
    await admin.change(order_id, line?.id ?? "", 2)
    await admin.confirm(order_id)
    await store.settled()
    await sweep()
    const { id: further } = await store.knex()("billing_invoice").where({ order_id }).whereNot({ id: own }).first()
    const states = async () => [(await read(own)).payment.open_total, (await read(further)).payment.open_total]
    expect(await states()).toEqual(["11.90", "11.90"])

    await remindCustomers(store.container(), due)
    const told: { invoice_id: string }[] = await store
      .knex()("billing_reminder")
      .where({ template: "billing.invoice_issued" })
    expect(told.map(({ invoice_id }) => invoice_id).sort()).toEqual([own, further].sort())

    const pay = async (id: string) => {
      const input = { invoice_id: id, action: "begin" as const, provider_id: "pp_demo_demo", fields: {}, as_of: due }
      return (await payInvoiceWorkflow(store.container()).run({ input })).result.outcome
    }
    expect([await pay(further), await states()]).toEqual(["paid", ["11.90", "0.00"]])
    expect(await pay(further)).toBe("paid")
    // A run does not take the other's payment for its own.
    const renewal = await store.knex()("billing_renewal").first("id as renewal_id", "payment_collection_id")
    const order = (await ordersOfCharges(store.knex(), [renewal])).get(renewal.renewal_id)
    expect([order?.payments, Number(order?.order_total)]).toEqual([[], 11.9])
    await sweep()
    expect(await states()).toEqual(["11.90", "0.00"])
    await act(own, "mark-paid", { reason: "transfer 4711" })
    expect(await states()).toEqual(["0.00", "0.00"])
    // What its bank takes back is of the invoice that it had paid: the renewal stays paid.
    const charges = store.knex()("demo_payment_charge").where({ status: "captured" })
    await bank((await charges.orderBy("created_at", "desc").first("id")).id, "returned")
    expect(await states()).toEqual(["0.00", "11.90"])
    expect(await store.knex()("billing_renewal").first()).toMatchObject({ status: "paid" })
    expect(await faults()).toEqual([])
  })

  it("B38: of an order's two open invoices an admin marks one as paid, and the other stays open", async () => {
    await buy(hosting.variants.Monthly ?? "")
    await store.knex()("billing_subscription").update({ collection_method: "send_invoice" })
    await runBilling(store.container(), addInterval(today, MONTH))
    const { order_id, invoice_id: own } = await store.knex()("billing_renewal").first()
    const admin = new DraftClient(store, world)
    const [line] = (await admin.read(order_id)).items
    await admin.beginEdit(order_id)
    await admin.change(order_id, line?.id ?? "", 3)
    await admin.confirm(order_id)
    await store.settled()
    await sweep()
    const { id: further } = await store.knex()("billing_invoice").where({ order_id }).whereNot({ id: own }).first()
    await act(own, "mark-paid", { reason: "transfer 4711" })
    expect((await read(own)).payment).toMatchObject({ paid_total: "11.90", open_total: "0.00" })
    expect((await read(further)).payment).toMatchObject({ open_total: "23.80" })
    await act(further, "mark-paid", { reason: "transfer 4712" })
    expect((await read(further)).payment).toMatchObject({ paid_total: "23.80", open_total: "0.00" })
    const { data } = await store.api.get(`/admin/orders/${order_id}`, world.adminHeaders)
    expect(data.order.summary).toMatchObject({ paid_total: 35.7, pending_difference: 0 })
    expect(await faults()).toEqual([])
  })

  it("the list is found by what it is filtered by, adds up, and is handed out as a file", async () => {
    const { id } = await buy()
    await act(id, "refund", { amount: "5.00", reason: "late" })
    const of = async (query: string) =>
      (await store.api.get(`/admin/billing/invoices?${query}`, world.adminHeaders)).data.invoices as { kind: string }[]
    expect((await of("kind=credit_note")).map(({ kind }) => kind)).toEqual(["credit_note"])
    expect(
      await of(`payment=paid&currency_code=eur&issued_from=${today}&customer_id=${clara.customer.id}`),
    ).toHaveLength(1)
    expect(await of(`issued_to=2001-01-01`)).toEqual([])
    const sums = (await store.api.get("/admin/billing/invoices/sums", world.adminHeaders)).data.sums
    expect(sums).toMatchObject([{ currency_code: "eur", count: 2, total: "6.90", open_total: "0" }])
    const file = (await store.api.get("/admin/billing/invoices/csv", world.adminHeaders)).data as string
    expect(file.trim().split("\r\n")).toHaveLength(3)
    expect(file).toContain("-5.00")
  })
})
