import { Modules } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { addDays } from "../../../src/rules/calendar"
import { setSwitch } from "../../../src/providers/demo-payment/ledger"
import { ChargeSessions } from "../../../src/workflows/billing/charges/charge-sessions"
import { newPageSessionId } from "../../../src/workflows/billing/payment-pages/page-sessions"
import { collectNowWorkflow } from "../../../src/workflows/billing/charges/collect-now"
import { askPagePayments } from "../../../src/workflows/billing/payment-pages/ask-page-payments"
import { dunSubscriptions } from "../../../src/workflows/billing/dunning/dun-subscriptions"
import { payInvoiceWorkflow } from "../../../src/workflows/billing/payment-pages/pay-invoice"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { createCustomer } from "../../support/create-customer"
import { createWorld, type World } from "../../support/create-world"
import { fakeStripe as stripe } from "../../support/fake-stripe/running"
import { findBillingFaults } from "../../support/find-billing-faults"
import { PageClient } from "../../support/page-client"
import { refusalOf } from "../../support/refusal-of"
import { ISSUED_ON, linkOf, sendInvoice, type SentInvoice } from "../../support/send-invoice"
import { storeSuite } from "../../support/store-suite"

const STRIPE = "pp_stripe_stripe"
const GOOD = "4242424242424242"

/** The customer pays on the page while somebody else takes or marks the same money. */
export const paymentTwiceSuite = storeSuite(__filename, (store) => {
  let world: World
  /** Of a customer with a log-in, whose saved method was declined. */
  let charged: SentInvoice
  /** Of somebody without a log-in, who pays from the link. */
  let guests: SentInvoice
  let customerId: string

  beforeAll(async () => {
    world = await createWorld(store)
    guests = await sendInvoice(store, world)
    const email = "renee@test.example"
    customerId = (await createCustomer(store.container(), { email, storeHeaders: world.storeHeaders })).customer.id
    await setSwitch(store.knex(), { scope: "*", behaviour: "decline" })
    const more = { prefix: "Q", anchorOn: "2026-01-21", collectionMethod: "charge_automatically", customerId } as const
    charged = await sendInvoice(store, world, { ...more, withMethods: true })
    await setSwitch(store.knex(), { scope: "*", behaviour: "ok" })
  })
  beforeEach(() => stripe().reset())
  afterEach(async () => {
    await store.settled()
    await dispatchOutbox(store.container())
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const begin = async (invoice: SentInvoice) => {
    const browser = new PageClient(store, { "accept-language": "en" })
    const page = await browser.open((await linkOf(store, invoice)).url)
    const form = await browser.submit(page, "pay", { provider_id: STRIPE })
    return { browser, page, form, id: [...stripe().intents.keys()].at(-1) ?? "" }
  }
  const charge = async (as_of = ISSUED_ON) =>
    (await collectNowWorkflow(store.container()).run({ input: { renewal_ids: [charged.renewal_id], as_of } })).result
  const demoCharges = async () =>
    (await store.knex()("demo_payment_charge").orderBy("created_at")).map(({ status }) => status)
  const account = async ({ id }: SentInvoice) => {
    await store.settled()
    const row = await store.knex()("billing_invoice_payment").where({ invoice_id: id }).first()
    const { status, paid_total, refunded_total, balance_total, open_total } = row
    return { status, paid: +paid_total, refunded: +refunded_total, balance: +balance_total, open: +open_total }
  }
  const PAID_ONCE = { status: "paid", paid: 35.58, refunded: 0, balance: 0, open: 0 }
  const balance = async () =>
    (await store.knex()("billing_customer_balance").where({ customer_id: customerId })).map(({ amount }) => +amount)
  const markPaid = (invoice: SentInvoice) =>
    store.api.post(
      `/admin/billing/invoices/${invoice.id}/mark-paid`,
      { reason: "Transfer of the 22nd" },
      world.adminHeaders,
    )
  const heard = async (session_id: string) =>
    processPaymentWorkflow(store.container()).run({
      input: { action: "captured", data: { session_id, amount: 35.581 } },
      throwOnError: false,
    })

  it("B30: a run that charges the saved method ends the form that is open first: only one of them is paid", async () => {
    const { browser, page, id } = await begin(charged)
    expect(await charge()).toMatchObject([{ status: "paid" }])
    expect(stripe().intents.get(id)?.status).toBe("canceled")
    expect(await account(charged)).toEqual(PAID_ONCE)
    const back = await browser.get(`${page.path}/return`)
    expect((await browser.get(back.location ?? "")).html).toContain("received your payment")
    expect([await demoCharges(), stripe().paid]).toEqual([["declined", "captured"], []])
  })

  it("a form that is open takes nothing of what is credited: it is closed, and the rest is charged", async () => {
    const { browser, page, id } = await begin(charged)
    const credit = (amount: string) =>
      store.api.post(`/admin/billing/invoices/${charged.id}/credit`, { amount, reason: "Late" }, world.adminHeaders)
    expect((await refusalOf(credit("5.585"))).message).toContain("amount: takes at most 2 decimals in EUR")
    expect(stripe().intents.get(id)?.status).toBe("requires_payment_method")
    await credit("5.58")
    expect(stripe().intents.get(id)?.status).toBe("canceled")
    expect((await browser.get(page.path)).html.replace(/\s/g, " ")).toContain("€30.00")
    expect(await charge()).toMatchObject([{ status: "paid" }])
    expect(await account(charged)).toEqual({ ...PAID_ONCE, paid: 30 })
    expect([await demoCharges(), stripe().paid]).toEqual([["declined", "captured"], []])
  })

  it("what the customer has just paid by the form is found by the run, which charges nothing", async () => {
    const { id } = await begin(charged)
    stripe().confirm(id, GOOD)
    await charge()
    expect(await account(charged)).toEqual(PAID_ONCE)
    expect([await demoCharges(), stripe().paid.length]).toEqual([["declined"], 1])
    expect(await store.knex()("billing_renewal").where({ id: charged.renewal_id }).first()).toMatchObject({
      status: "paid",
    })
  })

  it("B14: a card that is saved while it pays is charged from then on", async () => {
    const browser = new PageClient(store, { "accept-language": "en" })
    const page = await browser.open((await linkOf(store, charged)).url)
    await browser.submit(page, "pay", { provider_id: STRIPE, save_method: "yes" })
    const [intent] = [...stripe().intents.values()]
    expect(intent).toMatchObject({ setup_future_usage: "off_session", customer: expect.stringMatching(/^cus_/) })
    stripe().confirm(intent?.id ?? "", GOOD)
    await browser.get(`${page.path}/return`)
    expect(await account(charged)).toEqual(PAID_ONCE)
    expect(await store.knex()("billing_subscription").where({ id: "bsub_Q000001" }).first()).toMatchObject({
      payment_provider_id: STRIPE,
      payment_method: { account_holder_id: intent?.customer, brand: "visa", last4: "4242", expires: "2031-12" },
    })
  })

  it("a debit that takes days holds every run back, until it has settled", async () => {
    const { browser, page, id } = await begin(charged)
    stripe().confirm(id, "sepa")
    await browser.get(`${page.path}/return`)
    for (const day of ["2026-02-22", "2026-02-24", "2026-02-28"]) {
      await charge(day)
    }
    expect(await demoCharges()).toEqual(["declined"])
    expect(await store.knex()("billing_renewal").where({ id: charged.renewal_id }).first()).toMatchObject({
      reason: "processing",
      collect_on: "2026-03-01",
    })
    stripe().complete(id)
    await charge("2026-03-01")
    expect(await account(charged)).toEqual(PAID_ONCE)
    expect([await demoCharges(), stripe().paid.length]).toEqual([["declined"], 1])
  })

  it("BI9, B33: a debit that is begun on the page keeps dunning away until the bank has answered; refused, what is overdue begins with that day", async () => {
    const container = store.container()
    const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
    const day = (days: number) => addDays(today, days)
    const seen = () =>
      store.knex()("billing_subscription").where({ id: "bsub_P000001" }).first("status", "suspend_on", "dunning_on")
    const { browser, page, id } = await begin(guests)
    const pay = async () => {
      stripe().confirm(id, "sepa")
      await browser.get(`${page.path}/return`)
    }
    // It is long overdue, and nobody has looked.
    await pay()
    await dunSubscriptions(container, today)
    await askPagePayments(container, day(1))
    await dunSubscriptions(container, day(1))
    expect(await seen()).toEqual({ status: "active", suspend_on: null, dunning_on: null })

    stripe().refuse(id)
    await askPagePayments(container, day(2))
    await dunSubscriptions(container, day(2))
    expect(await seen()).toEqual({ status: "active", suspend_on: day(5), dunning_on: day(3) })
    await dunSubscriptions(container, day(3))
    expect(await seen()).toMatchObject({ status: "past_due", suspend_on: day(5) })

    // The form is still open, and takes another account.
    await pay()
    await dunSubscriptions(container, day(5))
    expect(await seen()).toMatchObject({ suspend_on: null, dunning_on: null })
    stripe().complete(id)
    await Promise.all([askPagePayments(container, day(6)), askPagePayments(container, day(6))])
    expect([await account(guests), stripe().paid.length]).toEqual([PAID_ONCE, 1])
    expect(await seen()).toMatchObject({ status: "active", suspend_on: null })
  })

  it("where the provider cannot be asked, nothing is charged beside", async () => {
    const { id } = await begin(charged)
    stripe().confirm(id, GOOD)
    const fail = jest.spyOn(stripe(), "refuseAll", "get").mockReturnValue(true)
    await charge()
    fail.mockRestore()
    expect(await demoCharges()).toEqual(["declined"])
    await charge("2026-02-22")
    expect([await demoCharges(), await account(charged)]).toEqual([["declined"], PAID_ONCE])
  })

  it("an admin marks nothing as paid that the customer has just paid, or is paying", async () => {
    const { browser, page, id } = await begin(charged)
    stripe().confirm(id, "sepa")
    await browser.get(`${page.path}/return`)
    expect((await refusalOf(markPaid(charged))).message).toContain("is paying this invoice on its payment page")
    stripe().complete(id)
    expect((await refusalOf(markPaid(charged))).message).toMatch(/^Nothing of this invoice/)
    expect(await account(charged)).toEqual(PAID_ONCE)
  })

  describe("and where both payments were taken all the same", () => {
    /** A payment of the page that nobody has heard of yet, and that its provider will say was taken. */
    const takenOnPage = async (invoice: SentInvoice) => {
      const renewal = await store.knex()("billing_renewal").where({ id: invoice.renewal_id }).first()
      const id = newPageSessionId()
      await new ChargeSessions(store.container().resolve(Modules.PAYMENT)).create([
        {
          id,
          payment_collection_id: renewal.payment_collection_id,
          provider_id: "pp_demo_demo",
          amount: "35.581",
          currency_code: "eur",
          data: { amount: "35.58", currency_code: "eur" },
          context: {},
        },
      ])
      return id
    }
    const open = async (invoice: SentInvoice) => {
      const browser = new PageClient(store, { "accept-language": "en" })
      return { browser, page: await browser.open((await linkOf(store, invoice)).url) }
    }
    const TO_BALANCE = { ...PAID_ONCE, paid: 71.16, balance: -35.58 }

    it("the second goes to the customer's balance, however often page and messages tell of it", async () => {
      const { browser, page } = await open(charged)
      await charge()
      const session = await takenOnPage(charged)
      await Promise.all([browser.get(`${page.path}/return`), browser.get(`${page.path}/return`)])
      for (let n = 0; n < 5; n += 1) {
        await heard(session)
      }
      const back = await browser.get(`${page.path}/return`)
      expect((await browser.get(back.location ?? "")).html).toContain("received your payment")
      expect(await account(charged)).toEqual(TO_BALANCE)
      expect(await balance()).toEqual([35.58])
      expect(await demoCharges()).toEqual(["declined", "captured", "captured"])
      const { data } = await store.api.get(`/admin/orders/${charged.order_id}`, world.adminHeaders)
      expect(data.order.summary.pending_difference).toBeCloseTo(0, 1)
      const events = await store.knex()("service_core_timeline_entry").where({ type: "invoice_balance_moved" })
      expect(events).toHaveLength(1)
    })

    it("the page hears of it first, and the provider's messages come after, five of them; a run changes nothing", async () => {
      const { browser, page } = await open(charged)
      await charge()
      const session = await takenOnPage(charged)
      await browser.get(`${page.path}/return`)
      await store.settled()
      for (let n = 0; n < 5; n += 1) {
        await heard(session)
      }
      await charge("2026-02-22")
      expect(await account(charged)).toEqual(TO_BALANCE)
      expect(await balance()).toEqual([35.58])
    })

    it("the messages come before the run: it finds the invoice paid, and nothing is taken twice", async () => {
      const session = await takenOnPage(charged)
      await heard(session)
      await charge()
      expect([await account(charged), await balance()]).toEqual([PAID_ONCE, []])
    })

    it("page, message and run at the same moment: it is captured once", async () => {
      const { browser, page } = await open(charged)
      const session = await takenOnPage(charged)
      await Promise.all([browser.get(`${page.path}/return`), heard(session), charge()])
      await browser.get(`${page.path}/return`)
      expect([await account(charged), await balance()]).toEqual([PAID_ONCE, []])
      expect((await store.knex()("capture")).map(({ amount }) => +amount)).toEqual([35.581])
      expect(await demoCharges()).toEqual(["declined", "captured"])
    })

    it("a guest has no balance that would pay anything: the second is given back, once", async () => {
      const { browser, page } = await open(guests)
      await markPaid(guests)
      const session = await takenOnPage(guests)
      await heard(session)
      await Promise.all([browser.get(`${page.path}/return`), browser.get(`${page.path}/return`)])
      await heard(session)
      expect(await account(guests)).toEqual({ ...PAID_ONCE, paid: 71.16, refunded: 35.58 })
      const given = await store.knex()("refund")
      expect(given.map(({ amount }) => +amount)).toEqual([35.581])
      const notes = await store.knex()("billing_invoice").where({ order_id: guests.order_id, kind: "credit_note" })
      expect(notes).toEqual([])
    })
  })

  it("a form that is still open when the invoice is paid takes no money any more", async () => {
    const { browser, page, id } = await begin(guests)
    await markPaid(guests)
    await payInvoiceWorkflow(store.container()).run({
      input: { invoice_id: guests.id, action: "confirm", fields: {}, as_of: ISSUED_ON },
    })
    expect(stripe().intents.get(id)?.status).toBe("canceled")
    expect((await browser.get(page.path)).html).toContain("received your payment")
    expect(await account(guests)).toEqual(PAID_ONCE)
  })
})
