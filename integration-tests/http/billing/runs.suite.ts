import { Modules } from "@medusajs/framework/utils"
import { orderBillingAnswerSchema } from "../../../src/contracts/billing/orders"
import { invoiceListAnswerSchema } from "../../../src/contracts/billing/invoices"
import { billingOverviewAnswerSchema } from "../../../src/contracts/billing/overview"
import {
  runDetailAnswerSchema,
  runPreviewAnswerSchema,
  type RunPreviewAnswer,
} from "../../../src/contracts/billing/runs"
import { subscriptionAnswerSchema, type SubscriptionAnswer } from "../../../src/contracts/billing/subscription-answers"
import { insertChange, readInvoiceHeads } from "../../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { setSwitch } from "../../../src/providers/demo-payment/ledger"
import { addDays, cycleDate } from "../../../src/rules/calendar"
import { createCustomer } from "../../support/create-customer"
import { createWorld, type World } from "../../support/create-world"
import { refusalOf } from "../../support/refusal-of"
import { runBilling } from "../../support/run-billing"
import { seedSubscriptions, type SeededSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"

const DUE = "2026-02-28"

export const runsSuite = storeSuite(__filename, (store) => {
  let world: World

  const seed = (over: Partial<SeededSubscriptions> = {}): Promise<string[]> =>
    seedSubscriptions(store.knex(), {
      count: 2,
      prefix: "P",
      anchorOn: "2026-01-31",
      currencyCode: "eur",
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      countryCode: "de",
      unitPrice: "29.90",
      withMethods: true,
      ...over,
    })
  const schedule = async (id: string, quantity: number): Promise<void> => {
    const terms = { cycle_id: "bcyc_seed", title: "Hosting", unit_price: "29.90" }
    const variant = { offer_id: "boff_seed", product_id: "prod_seed", variant_id: "variant_seed" }
    const snapshot = { variant_title: "Monthly", product_title: "Hosting", requires_shipping: false }
    await insertChange(store.knex(), {
      id: `bsch_${id}`,
      subscription_id: id,
      status: "scheduled",
      kind: "schedule",
      on_date: DUE,
      from: { ...terms, quantity: 1 },
      to: {
        item: { ...terms, ...variant, quantity, snapshot, is_tax_inclusive: false, discounts: [] },
        payment_type: "recurring",
        interval: { unit: "month", count: 1 },
        collection_method: "send_invoice",
      },
      billed_cycle: null,
      credit: null,
      as_of: "2026-02-10",
      actor: "system",
    })
  }
  const get = async (path: string) => (await store.api.get(`/admin/billing/${path}`, world.adminHeaders)).data
  const today = () => store.container().resolve<CoreModuleService>(CORE_MODULE).today()
  const previewed = async (asOf: string): Promise<RunPreviewAnswer> =>
    runPreviewAnswerSchema.parse((await get(`runs/preview?as_of=${asOf}`)).preview)
  const runOf = async (id: string) => runDetailAnswerSchema.parse((await get(`runs/${id}`)).run)
  const listed = async (id: string): Promise<SubscriptionAnswer> =>
    subscriptionAnswerSchema.parse((await get(`subscriptions?q=${id}`)).subscriptions[0])

  beforeAll(async () => {
    world = await createWorld(store)
  })

  it("B39: nobody bills ahead of the store's date, on the demo clock neither", async () => {
    await seed()
    const tomorrow = addDays(await today(), 1)
    for (const date of [tomorrow, "2999-01-01"]) {
      const refusal = await refusalOf(store.api.post("/admin/billing/runs", { as_of: date }, world.adminHeaders))
      expect(refusal.status).toBe(400)
      expect(refusal.message).toContain(`as_of: ${date} is after the store's date`)
      expect((await refusalOf(get(`runs/preview?as_of=${date}`))).status).toBe(400)
    }
    expect(await store.knex()("billing_run")).toEqual([])
    expect(await store.knex()("billing_invoice")).toEqual([])
  })

  it("B39: before a run starts an admin sees how many are due and the sums by currency; then exactly that happens", async () => {
    await seed()
    await seed({ prefix: "Q", count: 3, currencyCode: "chf", countryCode: "ch", unitPrice: "9.00", quantity: 3 })
    await seed({ prefix: "S", count: 1, collectionMethod: "send_invoice" })
    await seed({ prefix: "L", count: 1, anchorOn: "2026-02-15" })
    const preview = await previewed(DUE)
    expect(preview).toMatchObject({ as_of: DUE, subscriptions: 6, summed: 6, ends: 0 })
    expect(await store.knex()("billing_renewal")).toEqual([])

    const run = await runOf(await runBilling(store.container(), DUE))
    const done = run.sums.map((sum) => ({
      currency: sum.currency_code,
      invoices: [sum.issued, Number(sum.issued_total)],
      charged: [sum.paid, Number(sum.paid_total)],
      sent: [sum.waiting, Number(sum.waiting_total)],
    }))
    const shown = preview.sums.map(({ currency_code, invoices, charged, sent }) => ({
      currency: currency_code,
      invoices: [invoices.count, Number(invoices.total)],
      charged: [charged.count, Number(charged.total)],
      sent: [sent.count, Number(sent.total)],
    }))
    expect(done).toEqual(shown)
    expect(run.sums).toMatchObject([
      { currency_code: "chf", issued: 3, paid: 3, waiting: 0 },
      { currency_code: "eur", issued: 3, paid: 2, waiting: 1 },
    ])
    expect(Number(run.sums[1]?.waiting_total)).toBe(35.58)
    expect(await previewed(DUE)).toMatchObject({ subscriptions: 0, sums: [] })
  })

  it("B39: what cannot be billed is named before the run starts, with its reason, and holds up no other", async () => {
    const [bad = ""] = await seed({ count: 1, prefix: "B", countryCode: "ch" })
    await seed({ count: 1, prefix: "G" })
    const tax = store.container().resolve(Modules.TAX)
    const getTaxLines = tax.getTaxLines.bind(tax)
    const outage = jest
      .spyOn(tax, "getTaxLines")
      .mockImplementation((items, context, shared) =>
        context.address.country_code === "ch"
          ? Promise.reject(new Error("No answer for Switzerland"))
          : getTaxLines(items, context, shared),
      )
    const preview = await previewed(DUE).finally(() => outage.mockRestore())
    expect(preview).toMatchObject({
      subscriptions: 2,
      refused_count: 1,
      refused: [{ subscription_id: bad, reason: "No answer for Switzerland" }],
      sums: [{ currency_code: "eur", invoices: { count: 1 } }],
    })
  })

  it("B36, B39: what is held for a customer pays the preview's invoices as it pays the run's", async () => {
    const { customer } = await createCustomer(store.container(), { email: "clara@test.example", ...world })
    await seed({ customerId: customer.id })
    await seed({ prefix: "N", count: 1 })
    const balance = { currency_code: "eur", amount: "40.00", reason: "goodwill", key: "grant-0001" }
    await store.api.post(`/admin/billing/customers/${customer.id}/balance`, balance, world.adminHeaders)
    const preview = await previewed(DUE)
    // Three of 35.58, of which the first is paid whole and the second asks for 31.16.
    expect(preview.sums).toMatchObject([
      { invoices: { count: 3, total: "66.74" }, charged: { count: 2, total: "66.74" }, sent: { count: 0 } },
    ])
    expect(await previewed(DUE)).toEqual(preview)
    const run = await runOf(await runBilling(store.container(), DUE))
    expect(run.sums).toMatchObject([{ issued: 3, issued_total: "66.74", paid: 2, paid_total: "66.74" }])
    expect((await store.knex()("demo_payment_charge")).length).toBe(2)
  })

  it("B32, B39: what was declined and is tried again is named before the run, with what is still open of it", async () => {
    const [declined = "", credited = ""] = await seed()
    await setSwitch(store.knex(), { scope: "*", behaviour: "decline" })
    await runBilling(store.container(), DUE)
    const { invoice_id } = await store.knex()("billing_renewal").where({ subscription_id: credited }).first()
    const credit = { amount: "5.58", reason: "goodwill" }
    await store.api.post(`/admin/billing/invoices/${invoice_id}/credit`, credit, world.adminHeaders)
    const again = addDays(DUE, 1)
    expect(await previewed(again)).toMatchObject({
      subscriptions: 0,
      sums: [{ currency_code: "eur", invoices: { count: 0 }, earlier: { count: 2, total: "65.58" } }],
    })
    await setSwitch(store.knex(), { scope: "*", behaviour: "ok" })
    const run = await runOf(await runBilling(store.container(), again))
    expect(run.sums).toMatchObject([{ issued: 0, paid: 2 }])
    const charged = await store.knex()("billing_charge_attempt").where({ status: "paid" }).orderBy("amount")
    expect(charged.map(({ subscription_id, amount }) => [subscription_id, Number(amount)])).toEqual([
      [credited, 30],
      [declined, 35.58],
    ])
    expect(await previewed(addDays(DUE, 2))).toMatchObject({ sums: [] })
  })

  it("B25, B39: what is scheduled for a period whose invoice is sent ahead is in the preview of that day", async () => {
    const [id = "", edited = ""] = await seed({ collectionMethod: "send_invoice" })
    await store.knex()("billing_subscription").update({ next_due_on: "2026-02-21" })
    await schedule(id, 3)
    await schedule(edited, 3)
    // Its terms are others by now: the run withdraws the change.
    await store.knex()("billing_subscription_item").where({ subscription_id: edited }).update({ quantity: 2 })
    const preview = await previewed("2026-02-21")
    expect(preview.sums.map(({ invoices, sent }) => [invoices.count, Number(invoices.total), sent.count])).toEqual([
      [2, 177.9, 2],
    ])
    const { upcoming } = (await get(`subscriptions/${edited}`)).subscription
    expect(upcoming).toMatchObject({ issue_on: "2026-02-21", total: "71.16" })
    const run = await runOf(await runBilling(store.container(), "2026-02-21"))
    expect(run.sums.map(({ issued, issued_total }) => [issued, Number(issued_total)])).toEqual([[2, 177.9]])
    const changes = await store.knex()("billing_subscription_change").orderBy("id")
    // It is billed, and begins with its period.
    expect(changes.map(({ status, billed_cycle }) => [status, billed_cycle])).toEqual([
      ["scheduled", 1],
      ["withdrawn", null],
    ])
  })

  it("B39: the invoices of years are read by index, with what corrects them", async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `binv_${index}`)
    // The look at the plans, at the end of the spec file, finds the statement.
    expect(await readInvoiceHeads(store.knex(), ids)).toEqual([])
  })

  it("B38: a run's page names who did not pay and why, in the provider's words", async () => {
    const [declined = ""] = await seed()
    await setSwitch(store.knex(), { scope: `dpm_${declined.slice(5)}`, behaviour: "decline" })
    const run = await runOf(await runBilling(store.container(), DUE))
    expect(run).toMatchObject({
      failure_count: 1,
      failures: [{ subscription_id: declined, charge_status: "soft_declined", status: "failed" }],
    })
    expect(run.failures?.[0]?.charge_reason).toMatch(/insufficient/)
    expect(run.sums).toMatchObject([{ issued: 2, paid: 1, failed: 1 }])
  })

  it("B30: an invoice that is sent says in the list when it is made and when it is due, and that nobody paid it", async () => {
    const [id = ""] = await seed({ count: 1, prefix: "S", collectionMethod: "send_invoice" })
    await store.knex()("billing_subscription").where({ id }).update({ next_due_on: "2026-02-21" })
    expect(await listed(id)).toMatchObject({
      next_bill: { invoice_on: "2026-02-21", due_on: DUE },
      open_invoices: { count: 0, overdue: 0 },
    })
    await runBilling(store.container(), "2026-02-21")
    expect(await listed(id)).toMatchObject({
      status: "active",
      next_bill: { due_on: "2026-03-31" },
      open_invoices: { count: 1, overdue: 1 },
    })
    const overdue = invoiceListAnswerSchema.parse(await get("invoices?payment=overdue"))
    expect(overdue.invoices).toMatchObject([{ subscription_id: id, due_on: DUE }])
    const { overview } = await get("overview")
    expect(billingOverviewAnswerSchema.parse(overview)).toMatchObject({
      subscriptions: { active: 1 },
      open_invoices: [{ currency_code: "eur", count: 1, overdue: 1 }],
      latest_run: { as_of: "2026-02-21", issued: 1 },
    })
    const [found] = overdue.invoices
    expect(await get(`invoices?q=${found?.number}`)).toMatchObject({ count: 1 })
    expect(await get("invoices?payment=paid&q=1")).toMatchObject({ count: 0, invoices: [] })
  })

  it("B23: a scheduled cancellation shows in the list, and no next bill", async () => {
    const anchorOn = addDays(await today(), -5)
    const [id = ""] = await seed({ count: 1, anchorOn })
    await store.api.post(
      `/admin/billing/subscriptions/${id}/cancel`,
      { when: "period_end", reason: "Moves away" },
      world.adminHeaders,
    )
    const cancel_on = cycleDate(anchorOn, { unit: "month", count: 1 }, 1)
    expect(await listed(id)).toMatchObject({ status: "active", cancel_on, next_bill: null })
  })

  it("B38: a renewal's order says what it renews; a purchase renews nothing", async () => {
    const [id = ""] = await seed({ count: 1 })
    await runBilling(store.container(), DUE)
    const { order_id } = await store.knex()("billing_renewal").where({ subscription_id: id }).first()
    const { renewal } = orderBillingAnswerSchema.parse((await get(`orders/${order_id}`)).order)
    expect(renewal).toMatchObject({
      subscription_id: id,
      cycle: 1,
      period_start: DUE,
      period_end: "2026-03-31",
      status: "paid",
    })
    expect(renewal?.display_id).toBe((await listed(id)).display_id)
    expect((await get("orders/order_nobody")).order).toEqual({ renewal: null })
    expect((await refusalOf(get("orders/%00"))).status).toBe(404)
  })
})
