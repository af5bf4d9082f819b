import { Modules } from "@medusajs/framework/utils"
import { dispatchOutbox } from "../../src/workflows/events/dispatch-outbox"
import { billingTick } from "../../src/workflows/billing/runs/billing-tick"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createWorld, type World } from "../support/create-world"
import { findBillingFaults } from "../support/find-billing-faults"
import { PageClient } from "../support/page-client"
import { placeOrder } from "../support/place-order"
import { pushClockTo } from "../support/push-clock-to"
import { runsCompleted } from "../support/runs-completed"
import { storeSuite } from "../support/store-suite"
import { until } from "../support/until"

const MONTHLY = { unit: "month", count: 1 } as const
const BOUGHT_ON = "2027-01-15"

/** A part is taken down in Medusa by another collection, of an amount in whole cents: its own matter. */
const BY_HAND =
  /^(an order that its collection is not linked|an order with something pending|a paid renewal whose coll)/

interface Sent {
  template: string
  to: string
  data: { payment_url?: string; number?: string }
}

interface NotificationModule {
  notificationProviderService_: { send: (provider: unknown, notification: Sent) => Promise<unknown> }
}

export const sendInvoiceSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct
  let dora: TestCustomer
  let sent: Sent[]

  beforeAll(async () => {
    world = await createWorld(store)
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: MONTHLY, prices: { eur: 29.9 } }],
    })
    await pushClockTo(store, world, BOUGHT_ON)
    dora = await createCustomer(store.container(), { email: "dora@test.example", storeHeaders: world.storeHeaders })
  })

  beforeEach(() => {
    sent = []
    const providers = store.container().resolve<NotificationModule>(Modules.NOTIFICATION).notificationProviderService_
    // What the local provider is given: it sends nothing anywhere.
    const send = providers.send.bind(providers)
    jest.spyOn(providers, "send").mockImplementation((provider, notification) => {
      sent.push({ ...notification })
      return send(provider, notification)
    })
  })

  afterEach(async () => {
    jest.restoreAllMocks()
    await dispatchOutbox(store.container())
    await store.settled()
    expect((await findBillingFaults(store.knex())).filter((fault) => !BY_HAND.test(fault))).toEqual([])
  })

  /** The day comes, and the scheduled job runs on it. */
  const live = async (date: string) => {
    await pushClockTo(store, world, date)
    await store.settled()
    for (let n = 0; n < 2; n += 1) {
      await runsCompleted(store)
      await billingTick(store.container(), date)
    }
    await runsCompleted(store)
  }
  const mailOf = async (template: string) => {
    await until(`the mail ${template}`, async () => sent.some((one) => one.template.endsWith(template)))
    const mail = sent.filter((one) => one.template.endsWith(template)).at(-1)
    expect(mail?.to).toBe("dora@test.example")
    return mail?.data.payment_url ?? ""
  }
  const admin = async (path: string, body: object = {}) => (await store.api.post(path, body, world.adminHeaders)).data
  const subscription = () => store.knex()("billing_subscription").where({ email: "dora@test.example" }).first()
  const invoices = async () =>
    (
      await store
        .knex()("billing_invoice as i")
        .join("billing_invoice_payment as p", "p.invoice_id", "i.id")
        .where({ "i.subscription_id": (await subscription()).id })
        .orderBy("i.sequence")
        .select("i.id", "i.order_id", "i.issued_on", "p.due_on", "p.status", "p.open_total", "p.paid_total")
    ).map((one) => ({ ...one, open_total: +one.open_total, paid_total: +one.paid_total }))

  it("B30, BI7: Dora's invoice comes a week ahead with a link; a part is transferred, the rest paid on the page, and the next month comes as it should", async () => {
    const items = [{ variant_id: hosting.variants.Monthly ?? "", quantity: 1 }]
    const first = await placeOrder(store, world, { items, headers: dora.headers })
    const payment = first.payment_collections?.[0]?.payments?.[0]?.id
    if (payment) {
      await admin(`/admin/payments/${payment}/capture`)
    }
    await store.settled()
    expect(await subscription()).toMatchObject({
      status: "active",
      collection_method: "send_invoice",
      period_end: "2027-02-15",
    })

    await live("2027-02-07")
    expect(await invoices()).toEqual([])
    await live("2027-02-08")
    const [invoice] = await invoices()
    expect(invoice).toMatchObject({ issued_on: "2027-02-08", due_on: "2027-02-15", status: "open", open_total: 35.58 })
    const mailed = await mailOf("invoice_issued")
    const browser = new PageClient(store, { "accept-language": "en" })
    const page = await browser.open(mailed)
    expect(page.html.replace(/\s/g, " ")).toContain("Due on 15 Feb 2027")

    // Ten euros arrive at the bank; the admin takes them down in Medusa.
    const [collection] = await store.knex()("order_payment_collection").where({ order_id: invoice.order_id })
    await store.api.delete(`/admin/payment-collections/${collection.payment_collection_id}`, world.adminHeaders)
    const part = await admin("/admin/payment-collections", { order_id: invoice.order_id, amount: 10 })
    await admin(`/admin/payment-collections/${part.payment_collection.id}/mark-as-paid`, { order_id: invoice.order_id })
    await store.settled()
    expect(await invoices()).toMatchObject([{ status: "partly_paid", open_total: 25.58, paid_total: 10 }])
    const rest = await browser.get(page.path)
    expect(rest.html.replace(/\s/g, " ")).toContain("€25.58")

    const paid = await browser.submit(rest, "pay", { provider_id: "pp_demo_demo" })
    expect(paid.html).toContain("received your payment")
    await store.settled()
    expect(await invoices()).toMatchObject([{ status: "paid", open_total: 0, paid_total: 35.58 }])
    const [charge, ...more] = await store.knex()("demo_payment_charge")
    expect([charge?.status, charge?.amount, more]).toEqual(["captured", "25.58", []])
    const { order } = (await store.api.get(`/admin/orders/${invoice.order_id}`, world.adminHeaders)).data
    expect(order.summary.paid_total).toBeCloseTo(35.58, 1)
    expect(await subscription()).toMatchObject({ status: "active", next_due_on: "2027-03-08" })

    await live("2027-02-20")
    expect(sent.filter(({ template }) => /overdue|failed/.test(template))).toEqual([])
    await live("2027-03-08")
    expect(await invoices()).toMatchObject([
      { status: "paid" },
      { issued_on: "2027-03-08", due_on: "2027-03-15", status: "open", open_total: 35.58 },
    ])
    const next = await new PageClient(store, { "accept-language": "fr" }).open(await mailOf("invoice_issued"))
    expect(next.html).toContain("À payer")
  })
})
