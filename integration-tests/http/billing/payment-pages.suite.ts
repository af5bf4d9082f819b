import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { Modules } from "@medusajs/framework/utils"
import { ChargeSessions } from "../../../src/workflows/billing/charges/charge-sessions"
import { hashOfToken } from "../../../src/workflows/billing/payment-pages/create-payment-link"
import { revokePaymentLinkWorkflow } from "../../../src/workflows/billing/payment-pages/revoke-payment-link"
import { keepPageMethodWorkflow } from "../../../src/workflows/billing/payment-pages/keep-page-method"
import { payInvoiceWorkflow } from "../../../src/workflows/billing/payment-pages/pay-invoice"
import { deleteExpiredAsks } from "../../../src/modules/core"
import { listCharges, setSwitch } from "../../../src/providers/demo-payment/ledger"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createSubscriber } from "../../support/create-subscriber"
import { pushClockTo } from "../../support/push-clock-to"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { PageClient, pathOf } from "../../support/page-client"
import { ISSUED_ON as AS_OF, linkOf, sendInvoice, type SentInvoice } from "../../support/send-invoice"
import { storeSuite } from "../../support/store-suite"

const DEMO = "pp_demo_demo"
const ACTOR = "user:user_1" as const

export const paymentPagesSuite = storeSuite(__filename, (store) => {
  let world: World
  let invoice: SentInvoice

  beforeAll(async () => {
    world = await createWorld(store)
    invoice = await sendInvoice(store, world)
  })

  const createLink = (over: Parameters<typeof linkOf>[2] = {}) => linkOf(store, invoice, over)
  const charges = async () =>
    (await listCharges(store.knex())).map(({ status, amount, times_asked }) => [status, amount, times_asked])
  const standing = () => store.knex()("billing_invoice_payment").where({ invoice_id: invoice.id }).first()
  const client = (headers?: Record<string, string>) => new PageClient(store, headers)

  describe("B30: an invoice is paid from its link", () => {
    it("shows what is owed and why, and one press pays it: order, renewal and subscription follow", async () => {
      const browser = client({ "accept-language": "en" })
      const page = await browser.open((await createLink()).url)
      expect(page.status).toBe(200)
      for (const text of [invoice.number, "€35.58", "Due on 28 Feb 2026", "Hosting", "28 Feb – 27 Mar 2026"]) {
        expect(page.html.replace(/\s/g, " ")).toContain(text)
      }
      expect(page.html).toMatch(/19\s?%/)
      const paid = await browser.submit(page, "pay", { provider_id: DEMO })
      expect(paid.html).toContain("We have received your payment")
      expect(paid.html).not.toContain("<form")
      expect(await charges()).toEqual([["captured", "35.58", 1]])
      expect(await standing()).toMatchObject({ status: "paid", paid_total: "35.58" })
      const renewal = await store.knex()("billing_renewal").where({ id: invoice.renewal_id }).first()
      expect(renewal).toMatchObject({ status: "paid" })
      const { data } = await store.api.get(`/admin/orders/${invoice.order_id}`, world.adminHeaders)
      expect(data.order).toMatchObject({ payment_status: "captured", summary: { paid_total: 35.581 } })
      await store.settled()
      await dispatchOutbox(store.container())
      expect(await findBillingFaults(store.knex())).toEqual([])
    })

    it("speaks the customer's language, and the one that they choose", async () => {
      const { url } = await createLink()
      const french = await client({ "accept-language": "fr-CH, en;q=0.5" }).open(url)
      expect(french.html).toContain('lang="fr"')
      expect(french.html).toContain(`Facture ${invoice.number}`)
      const browser = client({ "accept-language": "fr" })
      const { path } = await browser.open(url)
      expect((await browser.get(`${path}?lang=en`)).html).toContain(`Invoice ${invoice.number}`)
    })

    it("a declined payment is said, and another try pays", async () => {
      await setSwitch(store.knex(), { scope: "*", behaviour: "decline" })
      const browser = client()
      const page = await browser.open((await createLink()).url)
      const declined = await browser.submit(page, "pay", { provider_id: DEMO })
      expect(declined.html).toContain("declined, and nothing was charged")
      expect(await standing()).toMatchObject({ status: "open" })
      await setSwitch(store.knex(), { scope: "*", behaviour: "ok" })
      expect((await browser.submit(declined, "pay", { provider_id: DEMO })).html).toContain("received your payment")
      expect((await charges()).map(([status]) => status)).toEqual(["declined", "captured"])
    })

    it("a transfer is paid by its reference, and asks no provider", async () => {
      const page = await client().open((await createLink()).url)
      expect(page.html).toContain("Bank transfer")
      expect(page.html).toMatch(
        new RegExp(`Reference</dt><dd class="code">[^<]*${invoice.number.replace(/\W/g, ".?")}`),
      )
    })
  })

  describe("B33, BI8: the bank asks for the customer", () => {
    const askedAtRenewal = async () => {
      const hosting = await createOfferedProduct(store.container(), {
        title: "Hosting",
        salesChannelId: world.salesChannelId,
        cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 29.9 } }],
      })
      await pushClockTo(store, world, "2027-01-15")
      const dana = await createSubscriber(store, { world, hosting, email: "dana@test.example" })
      await dana.bank("action_required")
      await dana.until("2027-02-15")
      const sent = await store.knex()("billing_invoice").where({ subscription_id: dana.id }).first("id")
      const { url } = await linkOf(store, sent, { as_of: "2027-02-15" })
      return { dana, url, sent }
    }

    it("at a renewal: the page has that same attempt confirmed, and the subscription goes on", async () => {
      const { dana, url, sent } = await askedAtRenewal()
      expect(await dana.seen()).toMatchObject({ status: "past_due" })
      const browser = client()
      const page = await browser.open(url)
      expect(page.html).toContain("Your bank asks you to confirm this payment")
      // Coming back to the page is no confirmation.
      const back = await browser.get(`${page.path}/return`)
      expect((await browser.get(back.location ?? "")).html).toContain("Your bank asks you")
      expect((await browser.submit(page, "confirm")).html).toContain("received your payment")
      expect(await dana.attempts()).toMatchObject([{ number: 1, status: "paid" }])
      expect(await dana.seen()).toMatchObject({ status: "active", dunning_on: null })
      const [first, renewal, ...more] = await store.knex()("demo_payment_charge").orderBy("created_at")
      expect([first?.status, renewal?.status, more]).toEqual(["captured", "captured", []])
      expect(await store.knex()("billing_invoice_payment").where({ invoice_id: sent.id }).first()).toMatchObject({
        status: "paid",
        paid_total: "35.58",
      })
      await store.settled()
      await dispatchOutbox(store.container())
      expect(await findBillingFaults(store.knex())).toEqual([])
    })

    it("from three windows at once it is confirmed once", async () => {
      const { dana, url } = await askedAtRenewal()
      const windows = await Promise.all(
        [1, 2, 3].map(async () => {
          const browser = client()
          return { browser, page: await browser.open(url) }
        }),
      )
      const answers = await Promise.all(windows.map(({ browser, page }) => browser.submit(page, "confirm")))
      expect(answers.some(({ html }) => html.includes("received your payment"))).toBe(true)
      expect(await dana.attempts()).toMatchObject([{ number: 1, status: "paid" }])
      expect((await charges()).map(([status]) => status)).toEqual(["captured", "captured"])
    })

    it("or they pay otherwise: what waited for them is withdrawn, and nobody confirms it later", async () => {
      const { dana, url } = await askedAtRenewal()
      const browser = client()
      const page = await browser.open(url)
      await dana.bank("ok")
      expect((await browser.submit(page, "pay", { provider_id: DEMO })).html).toContain("received your payment")
      expect(await dana.attempts()).toMatchObject([{ number: 1, status: "withdrawn" }])
      expect((await charges()).map(([status]) => status).sort()).toEqual(["canceled", "captured", "captured"])
      await store.settled()
      expect(await dana.seen()).toMatchObject({ status: "active", dunning_on: null })
      await dispatchOutbox(store.container())
      expect(await findBillingFaults(store.knex())).toEqual([])
    })

    it("or a part is credited first: the rest is asked for, and nobody confirms what was asked before", async () => {
      const { dana, url, sent } = await askedAtRenewal()
      const browser = client({ "accept-language": "en" })
      const page = await browser.open(url)
      const credit = { amount: "5.00", reason: "A day of downtime" }
      await store.api.post(`/admin/billing/invoices/${sent.id}/credit`, credit, world.adminHeaders)
      await store.settled()
      const stale = await browser.submit(page, "confirm")
      expect(stale.html.replace(/\s/g, " ")).toContain("€30.58")
      await dana.bank("ok")
      const paid = (await browser.submit(stale, "pay", { provider_id: DEMO })).html.replace(/\s/g, " ")
      expect(paid).toContain("received your payment")
      expect(paid).toContain('<p class="amount">€30.58</p>')
      expect((await charges()).map(([status, amount]) => `${status} ${amount}`).sort()).toEqual([
        "canceled 35.58",
        "captured 30.58",
        "captured 35.58",
      ])
      await store.settled()
      expect(await store.knex()("billing_invoice_payment").where({ invoice_id: sent.id }).first()).toMatchObject({
        status: "paid",
        paid_total: "30.58",
        credited_total: "5.00",
      })
      expect(await dana.seen()).toMatchObject({ status: "active", dunning_on: null })
    })

    it("at a payment on the page: the same payment is confirmed by its button", async () => {
      await setSwitch(store.knex(), { scope: "*", behaviour: "action_required" })
      const browser = client()
      const page = await browser.open((await createLink()).url)
      const asked = await browser.submit(page, "pay", { provider_id: DEMO })
      expect(asked.html).toContain("Your bank asks you to confirm this payment")
      expect((await browser.submit(asked, "confirm")).html).toContain("received your payment")
      expect((await charges()).map(([status]) => status)).toEqual(["captured"])
    })
  })

  describe("B14: what is paid with can be saved for the renewals", () => {
    const SAVED = { provider_id: DEMO, save_method: "yes" }
    /** Dana owes two months, as her card was stolen. */
    const owesTwice = async () => {
      const hosting = await createOfferedProduct(store.container(), {
        title: "Hosting",
        salesChannelId: world.salesChannelId,
        cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 29.9 } }],
      })
      const settings = { suspend_after_days: -1, terminate_after_days: -1, after_last_try: "leave" }
      await store.api.post("/admin/billing/settings", settings, world.adminHeaders)
      await pushClockTo(store, world, "2027-01-15")
      const dana = await createSubscriber(store, { world, hosting, email: "dana@test.example" })
      await dana.bank("hard_decline")
      await dana.until("2027-02-15", "2027-03-15")
      await dana.bank("ok")
      const owed = await store
        .knex()("billing_invoice")
        .where({ subscription_id: dana.id })
        .orderBy("sequence")
        .select("id", "order_id")
      expect(owed).toHaveLength(2)
      const { url } = await linkOf(store, owed[0], { as_of: "2027-03-15" })
      return { dana, url, owed }
    }
    const statuses = async (owed: { id: string }[]) => {
      await store.settled()
      const ids = owed.map(({ id }) => id)
      return store.knex()("billing_invoice_payment").whereIn("invoice_id", ids).pluck("status")
    }
    const changes = async (id: string) =>
      store.knex()("service_core_timeline_entry").where({ subject_id: id, type: "payment_method_changed" })

    it("with the box ticked it becomes the subscription's, consent recorded, and what else is owed is charged with it", async () => {
      const { dana, url, owed } = await owesTwice()
      const browser = client({ "accept-language": "en" })
      const page = await browser.open(url)
      expect(page.html).toContain("Save this payment method")
      expect((await browser.submit(page, "pay", SAVED)).html).toContain("received your payment")
      expect(await statuses(owed)).toEqual(["paid", "paid"])
      const { payment_session_id } = await store.knex()("payment").orderBy("created_at").offset(1).first()
      expect(await dana.seen()).toMatchObject({ status: "active", is_hard_declined: false })
      expect(await store.knex()("billing_subscription").where({ id: dana.id }).first()).toMatchObject({
        payment_method: { id: `dpm_${payment_session_id}` },
        collection_method: "charge_automatically",
      })
      const [change, ...more] = await changes(dana.id)
      expect([change.data, change.actor, more]).toMatchObject([
        { consented_by: "payment_page", payment_session_id },
        expect.stringMatching(/^customer:/),
        [],
      ])
      const session = await store.knex()("payment_session").where({ id: payment_session_id }).first()
      expect(session.context).toMatchObject({ agreed_on: "2027-03-15" })

      await keepPageMethodWorkflow(store.container()).run({
        input: { order_id: owed[0].order_id, as_of: "2027-03-16" },
      })
      expect(await changes(dana.id)).toHaveLength(1)
      await dana.until("2027-04-15")
      expect((await dana.attempts()).at(-1)).toMatchObject({ as_of: "2027-04-15", status: "paid" })
      await dispatchOutbox(store.container())
      expect(await findBillingFaults(store.knex())).toEqual([])
    })

    it("without it the subscription keeps its own", async () => {
      const { dana, url, owed } = await owesTwice()
      const browser = client()
      await browser.submit(await browser.open(url), "pay", { provider_id: DEMO })
      expect(await statuses(owed)).toEqual(expect.arrayContaining(["paid", "open"]))
      expect(await changes(dana.id)).toEqual([])
    })

    it("is not offered to a guest, nor done for who asks all the same", async () => {
      const browser = client()
      const page = await browser.open((await createLink()).url)
      expect(page.html).not.toContain("save_method")
      expect((await browser.submit(page, "pay", SAVED)).html).toContain("received your payment")
      await store.settled()
      expect(await store.knex()("billing_subscription").where({ id: "bsub_P000001" }).first()).toMatchObject({
        payment_method: null,
        collection_method: "send_invoice",
      })
    })
  })

  describe("paying twice is paying once", () => {
    it("from two windows at the same moment", async () => {
      const { url } = await createLink()
      const windows = await Promise.all(
        [1, 2, 3].map(async () => {
          const browser = client()
          return { browser, page: await browser.open(url) }
        }),
      )
      const paid = await Promise.all(
        windows.map(({ browser, page }) => browser.submit(page, "pay", { provider_id: DEMO })),
      )
      expect(paid.map(({ html }) => html.includes("received your payment"))).toEqual([true, true, true])
      expect(await charges()).toEqual([["captured", "35.58", 1]])
    })

    it("when the provider took the money and did not answer: the page asks again under the same key", async () => {
      await setSwitch(store.knex(), { scope: "*", behaviour: "timeout_after_capture" })
      const browser = client()
      const page = await browser.open((await createLink()).url)
      const doubt = await browser.submit(page, "pay", { provider_id: DEMO })
      expect(doubt.html).toContain("Please do not pay again")
      expect((await browser.submit(doubt, "confirm")).html).toContain("received your payment")
      expect(await charges()).toEqual([["captured", "35.58", 2]])
    })

    it("when the process died between the capture and the settling: the next look finishes it", async () => {
      // As it is after the death: Medusa has the payment with its capture, and nothing of what follows it.
      const sessions = new ChargeSessions(store.container().resolve(Modules.PAYMENT))
      const renewal = await store.knex()("billing_renewal").where({ id: invoice.renewal_id }).first()
      await sessions.create([
        {
          id: "payses_page_died",
          payment_collection_id: renewal.payment_collection_id,
          provider_id: DEMO,
          amount: "35.581",
          currency_code: "eur",
          data: { amount: "35.58", currency_code: "eur" },
          context: {},
        },
      ])
      await sessions.authorize("payses_page_died", "payses_page_died")
      expect(await standing()).toMatchObject({ status: "open" })
      expect((await client().open((await createLink()).url)).html).toContain("received your payment")
      const { result } = await payInvoiceWorkflow(store.container()).run({
        input: { invoice_id: invoice.id, action: "begin", provider_id: DEMO, fields: {}, as_of: AS_OF },
      })
      expect(result.outcome).toBe("paid")
      expect(await charges()).toEqual([["captured", "35.58", 1]])
      expect(await standing()).toMatchObject({ status: "paid" })
      const moved = await store.knex()("order_transaction").where({ order_id: invoice.order_id })
      expect(moved).toHaveLength(1)
    })

    it("when it was paid elsewhere meanwhile", async () => {
      const browser = client()
      const page = await browser.open((await createLink()).url)
      await payInvoiceWorkflow(store.container()).run({
        input: { invoice_id: invoice.id, action: "begin", provider_id: DEMO, fields: {}, as_of: AS_OF },
      })
      expect((await browser.submit(page, "pay", { provider_id: DEMO })).html).toContain("received your payment")
      expect(await charges()).toHaveLength(1)
    })
  })

  describe("C20, C25: the link", () => {
    it("opening it writes nothing, and leads to an address without its token", async () => {
      const { url, id } = await createLink()
      const before = await store.knex()("billing_payment_link").where({ id }).first()
      const answer = await client().get(pathOf(url))
      expect([answer.status, answer.location]).toEqual([303, `/pages/pay/l/${id}`])
      const [cookie = ""] = answer.headers["set-cookie"] ?? []
      expect(cookie).toMatch(
        new RegExp(`^service_page=\\d+\\.[\\w-]+; Path=/pages/pay/l/${id}; HttpOnly; SameSite=Lax$`),
      )
      expect(await store.knex()("billing_payment_link").where({ id }).first()).toEqual(before)
    })

    it("keeps nothing but a hash of its token, in no table and in no line of the log", async () => {
      const lines: string[] = []
      const write = jest.spyOn(process.stdout, "write").mockImplementation((line) => {
        lines.push(String(line))
        return true
      })
      const { url } = await createLink()
      const token = url.split("/").pop() ?? ""
      try {
        const browser = client({ referer: url })
        const page = await browser.open(url)
        await browser.submit(page, "pay", { provider_id: DEMO })
        await store.settled()
      } finally {
        write.mockRestore()
      }
      expect(token).toMatch(/^[\w-]{43}$/)
      expect(lines.join("\n")).not.toContain(token)
      const { rows } = await store
        .knex()
        .raw<{ rows: { name: string }[] }>(
          `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
        )
      for (const { name } of rows) {
        const found = await store.knex().raw(`select 1 from ${name} t where strpos(t::text, ?) > 0 limit 1`, [token])
        expect([name, found.rows]).toEqual([name, []])
      }
      expect(
        await store
          .knex()("billing_payment_link")
          .where({ token_hash: hashOfToken(token) }),
      ).toHaveLength(1)
    })

    it("says the same whether a token is wrong, expired, revoked, replaced or no token at all", async () => {
      const expired = await createLink({ expires_on: "2026-02-20", made_for: "mail" })
      const replaced = await createLink()
      const revoked = await createLink()
      await revokePaymentLinkWorkflow(store.container()).run({ input: { id: revoked.id, as_of: AS_OF, actor: ACTOR } })
      const urls = [expired, replaced, revoked].map(({ url }) => pathOf(url))
      const answers = []
      for (const path of [...urls, `/pages/pay/${"x".repeat(43)}`, "/pages/pay/l", "/pages/pay/%3Cscript%3E"]) {
        const { status, html, headers } = await client().get(path)
        expect(headers["set-cookie"]).toBeUndefined()
        answers.push([status, html])
      }
      expect(new Set(answers.map(String)).size).toBe(1)
      expect(answers[0]?.[0]).toBe(404)
      expect(answers[0]?.[1]).not.toContain(invoice.number)
    })

    it("revoking it ends the pages that are open by it", async () => {
      const { url, id } = await createLink()
      const browser = client()
      const page = await browser.open(url)
      await revokePaymentLinkWorkflow(store.container()).run({ input: { id, as_of: AS_OF, actor: ACTOR } })
      expect((await browser.get(page.path)).status).toBe(404)
      expect((await browser.submit(page, "pay", { provider_id: DEMO })).status).toBe(403)
      expect(await charges()).toEqual([])
    })

    it("a page is nobody's without its link, and one link's session is not another's", async () => {
      const mine = await createLink({ made_for: "mail" })
      const other = await createLink({ made_for: "mail" })
      const browser = client()
      const page = await browser.open(mine.url)
      expect((await client().get(page.path)).status).toBe(404)
      expect((await browser.get(`/pages/pay/l/${other.id}`)).status).toBe(404)
      const [, cookie = ""] =
        /service_page=([^;]+)/.exec(String((await client().get(pathOf(mine.url))).headers["set-cookie"])) ?? []
      for (const value of [cookie, cookie.replace(/^\d+/, "9999999999"), "1.x", "", "9".repeat(500)]) {
        const forged = client({ cookie: `service_page=${value}` })
        expect([value, (await forged.get(`/pages/pay/l/${other.id}`)).status]).toEqual([value, 404])
      }
    })

    it("a form is taken from the page alone: not without its key, not with another page's, not from another site", async () => {
      const browser = client()
      const page = await browser.open((await createLink()).url)
      const { path: foreign } = await client().open((await createLink({ made_for: "mail" })).url)
      const key = /name="form_key" value="([^"]+)"/.exec(page.html)?.[1] ?? ""
      const pay = `${page.path}/pay`
      for (const [fields, headers] of [
        [{ provider_id: DEMO }, {}],
        [{ provider_id: DEMO, form_key: `${key}x` }, {}],
        [{ provider_id: DEMO, form_key: key }, { "sec-fetch-site": "cross-site" }],
        [{ provider_id: DEMO, form_key: key }, { "sec-fetch-site": "same-site" }],
      ] as const) {
        expect((await browser.post(pay, fields, headers)).status).toBe(403)
      }
      expect((await browser.post(`${foreign}/pay`, { provider_id: DEMO, form_key: key })).status).toBe(403)
      expect((await browser.post(pay, { provider_id: "pp_none", form_key: key })).status).toBe(400)
      expect(await charges()).toEqual([])
      expect((await browser.post(pay, { provider_id: DEMO, form_key: key })).status).toBe(303)
    })

    it("every answer has the headers of a page that must not leak", async () => {
      const browser = client()
      const { url } = await createLink()
      const page = await browser.open(url)
      const style = /href="(\/pages\/assets\/[^"]+)"/.exec(page.html)?.[1] ?? ""
      for (const path of [pathOf(url), page.path, "/pages/pay/none", "/pages/none", `${page.path}/pay`, style]) {
        const { headers } = await browser.get(path)
        expect([path, headers["content-security-policy"]]).toEqual([
          path,
          expect.stringMatching(/^default-src 'none'; /),
        ])
        expect(headers).toMatchObject({
          "referrer-policy": "no-referrer",
          "x-content-type-options": "nosniff",
          "x-robots-tag": "noindex, nofollow",
        })
        expect(headers["x-powered-by"]).toBeUndefined()
        expect(headers["cache-control"]).toBe(path === style ? "public, max-age=31536000, immutable" : "no-store")
      }
      expect(page.html).not.toMatch(/\s(style|on\w+)=|<style|<script>|javascript:/)
    })

    it("guessing, and trying to pay, is limited over all processes", async () => {
      const { url } = await createLink()
      const statuses = []
      for (let n = 0; n < 32; n += 1) {
        statuses.push((await client().get(`/pages/pay/guess${n}`)).status)
      }
      expect([statuses.filter((one) => one === 404).length, statuses.at(-1)]).toEqual([30, 429])
      await setSwitch(store.knex(), { scope: "*", behaviour: "decline" })
      const browser = client()
      let page: { html: string; status: number } = await browser.open(url)
      for (let n = 0; n < 10; n += 1) {
        page = await browser.submit(page, "pay", { provider_id: DEMO })
      }
      expect((await browser.submit(page, "pay", { provider_id: DEMO })).status).toBe(429)
      expect(await charges()).toHaveLength(10)
      await deleteExpiredAsks(store.knex(), new Date("2999-01-01"))
    })

    it("only one link that is to be copied is good at a time, also when two are made at once", async () => {
      await Promise.all([createLink(), createLink(), createLink()])
      const good = await store.knex()("billing_payment_link").whereNull("revoked_on")
      expect(good).toHaveLength(1)
      await expect(
        store
          .knex()("billing_payment_link")
          .insert({ ...good[0], id: "bpl_x", token_hash: "a".repeat(64) }),
      ).rejects.toThrow(/IDX_billing_payment_link_single_copy/)
    })

    it("there is none of an invoice that asks for nothing", async () => {
      await store.knex()("billing_invoice_payment").update({ status: "void" })
      await expect(createLink()).rejects.toMatchObject({
        message: expect.stringContaining("asks for no payment"),
      })
      await expect(createLink({ invoice_id: "binv_none" })).rejects.toMatchObject({
        message: expect.stringContaining("was not found"),
      })
    })
  })

  describe("C26: the same as JSON, for a storefront's own page", () => {
    const ask = async (path: string, body: object) => {
      const { status, data } = await store.api.post(`/store/billing/payment-pages${path}`, body, {
        ...world.storeHeaders,
        validateStatus: () => true,
      })
      return { status, data }
    }
    const tokenOf = (url: string) => url.split("/").pop() ?? ""

    it("shows the page of a token, and pays", async () => {
      const token = tokenOf((await createLink()).url)
      const { data } = await ask("", { token })
      expect(data.payment_page).toMatchObject({
        state: "open",
        invoice: { number: invoice.number, total: "35.58", open: "35.58", is_overdue: true, due_on: "2026-02-28" },
        ways: [
          { provider_id: "pp_stripe_stripe", kind: "confirm" },
          { provider_id: DEMO, kind: "charge" },
          { provider_id: "pp_system_default", kind: "instructions" },
        ],
        session: null,
        transfer: { holder: "Alpine Hosting AG" },
      })
      const paid = await ask("/pay", { token, provider_id: DEMO })
      expect(paid.data).toMatchObject({ outcome: "paid", payment_page: { state: "paid", invoice: { open: "0.00" } } })
      const again = await ask("/pay", { token, provider_id: DEMO })
      expect(again.data.outcome).toBe("paid")
      expect((await ask("/confirm", { token })).data.outcome).toBe("paid")
      expect(await charges()).toHaveLength(1)
    })

    it("a wrong token is not found, and guessing is limited", async () => {
      const statuses = []
      for (let n = 0; n < 31; n += 1) {
        statuses.push((await ask("", { token: `guess${n}` })).status)
      }
      expect([new Set(statuses.slice(0, 30)), statuses.at(-1)]).toEqual([new Set([404]), 429])
    })
  })

  it("an admin makes a link, sees what became of it, and revokes it", async () => {
    const path = `/admin/billing/invoices/${invoice.id}/payment-links`
    const { data: made } = await store.api.post(path, {}, world.adminHeaders)
    expect(made.payment_link.url).toMatch(/^http:\/\/localhost:9000\/pages\/pay\/[\w-]{43}$/)
    await client().open(made.payment_link.url)
    const { data: listed } = await store.api.get(path, world.adminHeaders)
    expect(listed).toMatchObject({
      can_create: true,
      payment_links: [{ id: made.payment_link.id, made_for: "copy", is_good: true, uses: 0, revoked_on: null }],
    })
    expect(JSON.stringify(listed)).not.toContain(hashOfToken(made.payment_link.url.split("/").pop()))
    const revoke = () =>
      store.api.post(`/admin/billing/payment-links/${made.payment_link.id}/revoke`, {}, world.adminHeaders)
    const { data: revoked } = await revoke()
    expect(revoked.payment_link).toMatchObject({ is_good: false, revoked_by: expect.stringMatching(/^user:/) })
    expect((await revoke()).data).toEqual(revoked)
    const entries = await store.knex()("service_core_timeline_entry").where({ subject_id: invoice.id }).orderBy("id")
    expect(entries.map(({ type }) => type).filter((type: string) => type.includes("link"))).toEqual([
      "billing.payment_link.created",
      "billing.payment_link.revoked",
    ])
  })
})
