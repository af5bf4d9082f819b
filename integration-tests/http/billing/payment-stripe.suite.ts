import { payInvoiceWorkflow } from "../../../src/workflows/billing/payment-pages/pay-invoice"
import { fakeStripe as stripe } from "../../support/fake-stripe/running"
import { createWorld, type World } from "../../support/create-world"
import { PageClient } from "../../support/page-client"
import { linkOf, sendInvoice, type SentInvoice } from "../../support/send-invoice"
import { storeSuite } from "../../support/store-suite"

const STRIPE = "pp_stripe_stripe"
const GOOD = "4242424242424242"
const DECLINED = "4000000000000002"
const ASKS_BANK = "4000002500003155"

/** Stripe's own provider of Medusa, with a local fake of Stripe's API behind it; the customer's browser is the test. */
export const paymentStripeSuite = storeSuite(__filename, (store) => {
  let world: World
  let invoice: SentInvoice

  beforeAll(async () => {
    world = await createWorld(store)
    invoice = await sendInvoice(store, world)
  })
  beforeEach(() => stripe().reset())

  const openAt = async (url: string) => {
    const browser = new PageClient(store, { "accept-language": "en" })
    return { browser, page: await browser.open(url) }
  }
  const open = async () => openAt((await linkOf(store, invoice)).url)
  const begin = async () => {
    const { browser, page } = await open()
    const form = await browser.submit(page, "pay", { provider_id: STRIPE })
    return { browser, page, form, id: [...stripe().intents.keys()].at(-1) ?? "" }
  }
  /** Of the invoice, once what was heard of its order is dealt with. */
  const standing = async () => {
    await store.settled()
    return store.knex()("billing_invoice_payment").where({ invoice_id: invoice.id }).first()
  }

  it("B30: Stripe's form stands in the page, with its sources alone in the policy, and the customer comes back paid", async () => {
    const { browser, page, form, id } = await begin()
    expect(form.html).toContain(`data-secret="${id}_secret_fake"`)
    expect(form.html).toContain(`data-key="pk_test_fake"`)
    expect(form.html).toContain(`<script src="${stripe().url}/v3/" defer>`)
    expect(form.headers["content-security-policy"]).toContain(`script-src 'self' ${stripe().url};`)
    expect(page.headers["content-security-policy"]).not.toContain(stripe().url)
    expect(stripe().intents.get(id)).toMatchObject({ amount: 3558, currency: "eur" })

    stripe().confirm(id, GOOD)
    const back = await browser.get(`${page.path}/return?payment_intent=${id}&redirect_status=succeeded`)
    expect(back.status).toBe(303)
    expect((await browser.get(back.location ?? "")).html).toContain("received your payment")
    expect(await standing()).toMatchObject({ status: "paid", paid_total: "35.58" })
    const { data } = await store.api.get(`/admin/orders/${invoice.order_id}`, world.adminHeaders)
    expect(data.order).toMatchObject({ payment_status: "captured", summary: { paid_total: 35.581 } })
  })

  it("of the address that the customer comes back to nothing is believed", async () => {
    const { browser, page, id } = await begin()
    const back = await browser.get(`${page.path}/return?payment_intent=pi_other&redirect_status=succeeded`)
    expect((await browser.get(back.location ?? "")).html).toContain(`data-secret="${id}_secret_fake"`)
    expect(await standing()).toMatchObject({ status: "open" })
  })

  it("a decline is said, and the same intent takes another card", async () => {
    const { browser, page, id } = await begin()
    stripe().confirm(id, DECLINED)
    const back = await browser.get(`${page.path}/return`)
    const declined = await browser.get(back.location ?? "")
    expect(declined.html).toContain("declined, and nothing was charged")
    expect(declined.html).toContain(`data-secret="${id}_secret_fake"`)
    stripe().confirm(id, GOOD)
    await browser.get(`${page.path}/return`)
    expect(await standing()).toMatchObject({ status: "paid" })
    expect(stripe().intents.size).toBe(1)
  })

  it("B30: a debit that takes days is processing: nothing else can be paid meanwhile, and a later look finds it settled", async () => {
    const { browser, page, id } = await begin()
    stripe().confirm(id, "sepa")
    const back = await browser.get(`${page.path}/return`)
    const processing = await browser.get(back.location ?? "")
    expect(processing.html).toContain("Please do not pay again")
    expect(processing.html).not.toContain("/pay?lang")
    const input = {
      invoice_id: invoice.id,
      action: "begin" as const,
      provider_id: "pp_demo_demo",
      fields: {},
      as_of: "2026-02-22",
    }
    const { result } = await payInvoiceWorkflow(store.container()).run({ input })
    expect(result.outcome).toBe("processing")
    stripe().complete(id)
    expect((await browser.submit(processing, "confirm")).html).toContain("received your payment")
    expect(stripe().paid).toHaveLength(1)
  })

  it("a bank that asks for a confirmation is answered on the page, by the same payment", async () => {
    const { browser, page, id } = await begin()
    stripe().confirm(id, ASKS_BANK)
    const back = await browser.get(`${page.path}/return`)
    const asked = await browser.get(back.location ?? "")
    expect(asked.html).toContain("Your bank asks you to confirm this payment")
    expect(asked.html).toContain(`data-secret="${id}_secret_fake"`)
    expect(asked.html).toContain('data-confirms="yes"')
    stripe().complete(id)
    await browser.get(`${page.path}/return`)
    expect(await standing()).toMatchObject({ status: "paid" })
    expect(stripe().intents.size).toBe(1)
  })

  it("whoever changes their mind pays once: the intent that waits is ended before another payment begins", async () => {
    const { browser, form, id } = await begin()
    const paid = await browser.submit(form, "pay", { provider_id: "pp_demo_demo" })
    expect(paid.html).toContain("received your payment")
    expect(stripe().intents.get(id)?.status).toBe("canceled")
    expect(stripe().paid).toEqual([])
  })

  it("and where it was paid in the same moment, nothing else is charged", async () => {
    const { browser, form, id } = await begin()
    stripe().confirm(id, GOOD)
    const paid = await browser.submit(form, "pay", { provider_id: "pp_demo_demo" })
    expect(paid.html).toContain("received your payment")
    expect(stripe().paid).toHaveLength(1)
    expect(await store.knex()("demo_payment_charge")).toEqual([])
  })

  it("two windows share one intent", async () => {
    const { url } = await linkOf(store, invoice)
    const windows = await Promise.all([openAt(url), openAt(url)])
    await Promise.all(windows.map(({ browser, page }) => browser.submit(page, "pay", { provider_id: STRIPE })))
    expect(stripe().intents.size).toBe(1)
  })

  it("a provider that cannot be reached is said, and nothing is left half-done", async () => {
    const fail = jest.spyOn(stripe(), "refuseAll", "get").mockReturnValue(true)
    const { browser, page } = await open()
    const answer = await browser.submit(page, "pay", { provider_id: STRIPE })
    fail.mockRestore()
    expect(answer.html).toContain("could not be started")
    await browser.submit(answer, "pay", { provider_id: STRIPE })
    expect(stripe().intents.size).toBe(1)
  })
})
