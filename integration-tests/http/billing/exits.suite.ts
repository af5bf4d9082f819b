import type { INotificationModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ExitAnswer } from "../../../src/contracts/billing/exits/exits"
import type { ExitKind } from "../../../src/rules/billing"
import { billingTick } from "../../../src/workflows/billing/runs/billing-tick"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createSubscriber, type SubscriberStory } from "../../support/create-subscriber"
import { createWorld, type World } from "../../support/create-world"
import { PageClient } from "../../support/page-client"
import { pushClockTo } from "../../support/push-clock-to"
import { readPdf } from "../../support/pdf/read-pdf"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const EMAIL = "dana@test.example"
const TYPED = { name: "Dana Keller", email: EMAIL }
const START = "2027-01-15"

interface Mail {
  to: string
  template: string
  content: { subject: string; text: string; html: string }
  attachments?: { filename: string; content: string; content_type: string }[]
}

interface NotificationModule extends INotificationModuleService {
  notificationProviderService_: { send: (provider: unknown, notification: Mail) => Promise<{ id?: string }> }
}

export const exitsSuite = storeSuite(__filename, (store) => {
  let world: World
  let dana: SubscriberStory
  let hosting: OfferedProduct
  let number: string
  let mails: Mail[] = []
  let failure: string | null = null
  /** Keys of forms that were drawn long enough ago for a person. */
  const keys: Record<ExitKind, string[]> = { cancel: [], withdraw: [] }

  const path = (kind: ExitKind, region = world.regions.eur.id) => `/pages/exit/${region}/${kind}`
  const admin = async <Answer>(to: string, body?: object): Promise<Answer> =>
    body === undefined
      ? (await store.api.get(`/admin/billing/${to}`, world.adminHeaders)).data
      : (await store.api.post(`/admin/billing/${to}`, body, world.adminHeaders)).data
  const exits = async () => (await admin<{ exits: ExitAnswer[] }>("exits")).exits
  const refusal = async (to: string, body: object): Promise<string> =>
    (await refusalOf(store.api.post(`/admin/billing/${to}`, body, world.adminHeaders))).message
  const set = (over: object = {}) => {
    const standard = {
      region_id: world.regions.eur.id,
      cancel: true,
      withdraw: true,
      automatic: true,
      withdrawal_days: 14,
    }
    return admin("exits/settings", { regions: [{ ...standard, ...over }] })
  }
  const formKeyIn = (html: string): string => /name="form_key" value="([^"]+)"/.exec(html)?.[1] ?? ""
  const keyOf = (kind: ExitKind): string => keys[kind].shift() ?? "none"

  /** Both steps, as a browser goes them. */
  const declare = async (kind: ExitKind, typed: Record<string, string>, language = "en") => {
    const browser = new PageClient(store, { "accept-language": language })
    const check = await browser.post(path(kind), { ...TYPED, ...typed, form_key: keyOf(kind), website: "" })
    return { browser, check, done: await browser.submit(check, `${kind}/confirm`) }
  }

  beforeAll(async () => {
    world = await createWorld(store)
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 29.9 } }],
    })
    await pushClockTo(store, world, START)
    dana = await createSubscriber(store, { world, hosting, email: EMAIL })
    number = String((await dana.seen()).display_id)
    await set()
    const browser = new PageClient(store)
    for (const kind of ["cancel", "withdraw"] as const) {
      for (let n = 0; n < 12; n += 1) {
        keys[kind].push(formKeyIn((await browser.get(path(kind))).html))
      }
    }
    await new Promise((later) => setTimeout(later, 2100))
    const { notificationProviderService_: providers } = store
      .container()
      .resolve<NotificationModule>(Modules.NOTIFICATION)
    jest.spyOn(providers, "send").mockImplementation((_provider, mail) => {
      if (failure) {
        return Promise.reject(new Error(failure))
      }
      if (mail.template.startsWith("billing.exit_")) {
        mails.push({ ...mail })
      }
      return Promise.resolve({ id: `ext_${mails.length}` })
    })
  })

  beforeEach(() => {
    mails = []
    failure = null
  })

  it("B61: in two steps, without a log-in, a contract is cancelled for the end of its period, and acknowledged with a PDF", async () => {
    const { check, done, browser } = await declare("cancel", { contract: `Hosting ${number}` }, "de")
    for (const text of [
      "Bitte prüfen Sie Ihre Erklärung",
      "Dana Keller",
      ">jetzt kündigen</button>",
      "Schnellstmöglich",
    ]) {
      expect(check.html).toContain(text)
    }
    expect(done.html).toContain("Ihre Kündigung ist eingegangen")
    const [exit] = await exits()
    expect(exit).toMatchObject({
      status: "carried_out",
      subscription_id: dana.id,
      language: "de",
      ends_on: "2027-02-15",
    })
    expect(await dana.seen()).toMatchObject({ status: "active", cancel_on: "2027-02-15" })
    // Nothing that the store knows is shown: neither the subscription nor when it ends.
    expect(done.html).toContain(exit?.id)
    expect(done.html).not.toMatch(/Dana|Keller|2027|bsub_/)
    expect(mails).toMatchObject([{ to: EMAIL, template: "billing.exit_cancel" }])
    const [mail] = mails
    expect(mail?.content.subject).toBe("Bestätigung Ihrer Kündigung")
    expect(mail?.content.text).toMatch(/Eingegangen: .* um \d\d:\d\d:\d\d/)
    expect(mail?.content.text).toContain("Der Vertrag endet am: 15. Februar 2027")
    const pdf = readPdf(Buffer.from(mail?.attachments?.[0]?.content ?? "", "base64"))
    const words = JSON.stringify(pdf)
    for (const text of ["Bestätigung Ihrer Kündigung", "Dana Keller", `Hosting ${number}`, "Alpine Hosting AG"]) {
      expect(words).toContain(text)
    }
    const saved = await browser.get(`/pages/exit-receipts/${exit?.id}/pdf`)
    expect([saved.status, saved.headers["content-type"]]).toEqual([200, "application/pdf"])
    // Another browser opens neither.
    const other = new PageClient(store)
    expect((await other.get(`/pages/exit-receipts/${exit?.id}`)).status).toBe(404)
    expect((await other.get(`/pages/exit-receipts/${exit?.id}/pdf`)).status).toBe(404)
  })

  it("one form declares once, however often and by however many windows it is sent", async () => {
    const body = { ...TYPED, contract: number, form_key: keyOf("cancel"), website: "" }
    const sent = await Promise.all([1, 2, 3].map(() => new PageClient(store).post(`${path("cancel")}/confirm`, body)))
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(sent.map(({ location }) => location)).size).toBe(1)
    await store.settled()
    expect(await exits()).toHaveLength(1)
    expect((await dana.timeLine()).filter((type) => type === "cancel_scheduled")).toHaveLength(1)
    expect(mails).toHaveLength(1)
  })

  it("a wrong number or a stranger's address gets the same answer, and ends nothing", async () => {
    const wrong = await declare("cancel", { contract: "999" })
    const stranger = await declare("cancel", { contract: number, email: "eve@test.example" })
    const plain = (html: string) => html.replace(/bexr_\w+/g, "").replace(/\d\d:\d\d:\d\d/g, "")
    expect(plain(wrong.done.html)).toBe(plain(stranger.done.html))
    expect((await exits()).map(({ status, left_for, subscription_id }) => [status, left_for, subscription_id])).toEqual(
      [
        ["open", "no_match", null],
        ["open", "no_match", null],
      ],
    )
    expect(await dana.seen()).toMatchObject({ status: "active", cancel_on: null })
    expect(mails.map(({ to }) => to)).toEqual([EMAIL, "eve@test.example"])
    const [, first] = await exits()
    const at = `exits/${first?.id}`
    expect(await refusal(`${at}/carry-out`, { when: "period_end" })).toContain("subscription_id: say first")
    expect(await refusal(`${at}/assign`, { subscription_id: "bsub_none" })).toContain("no such subscription")
    await admin(`${at}/assign`, { subscription_id: dana.id })
    const { exit } = await admin<{ exit: ExitAnswer }>(`${at}/carry-out`, { when: "period_end", note: "by phone" })
    expect(exit).toMatchObject({ status: "carried_out", ends_on: "2027-02-15", note: "by phone", mail_status: "sent" })
    expect(mails[2]?.content.text).toContain("The contract ends on: 15 February 2027")
    expect(await refusal(`${at}/refuse`, { reason: "late" })).toContain("status: the request is carried out already")
  })

  it("a date or a cause is an admin's, and so is all where the region says so", async () => {
    await declare("cancel", { contract: number, wished_on: "2027-06-30" })
    await declare("cancel", { contract: number, type: "for_cause", reason: "down for a week" })
    await set({ automatic: false })
    await declare("cancel", { contract: number })
    expect((await exits()).map(({ left_for }) => left_for)).toEqual(["by_hand", "for_cause", "wished_date"])
    expect(await dana.seen()).toMatchObject({ cancel_on: null })
    const [latest] = await exits()
    await admin(`exits/${latest?.id}/refuse`, { reason: "said twice" })
    const { exits: open } = await admin<{ exits: ExitAnswer[] }>("exits?status=open&kind=cancel")
    expect(open).toHaveLength(2)
  })

  it("a withdrawal on the 14th day: in time, ended at once and paid back by an admin; on the 15th it is late", async () => {
    await pushClockTo(store, world, "2027-01-29")
    const { check, done } = await declare("withdraw", { contract: `order of hosting, ${number}` }, "de")
    expect(check.html).toContain(">Widerruf bestätigen</button>")
    expect(done.html).toContain("Ihr Widerruf ist eingegangen")
    const [exit] = await exits()
    expect(exit).toMatchObject({ status: "open", left_for: "withdrawal", subscription_id: dana.id })
    expect(await dana.seen()).toMatchObject({ status: "active", cancel_on: null })
    await admin(`exits/${exit?.id}/carry-out`, { when: "now", note: "withdrawn" })
    expect(await dana.seen()).toMatchObject({ status: "canceled", ended_on: "2027-01-29" })
    const { order_id } = await dana.seen()
    const invoice = await store.knex()("billing_invoice").where({ order_id }).first("id", "total")
    await admin(`invoices/${invoice.id}/refund`, { amount: "35.58", reason: "withdrawn", refunded_total: "0" })
    await store.settled()
    const account = store.knex()("billing_invoice_payment").where({ invoice_id: invoice.id })
    expect(await account.first()).toMatchObject({ refunded_total: "35.58" })
    await pushClockTo(store, world, "2027-01-30")
    await declare("withdraw", { contract: number })
    expect((await exits())[0]).toMatchObject({ left_for: "late_withdrawal", status: "open" })
  })

  it("a mail that fails is tried again by the job, and by an admin; the declaration stands all the same", async () => {
    failure = "the mail server is away"
    const { done } = await declare("cancel", { contract: number })
    expect(done.html).toContain("We have received your cancellation")
    expect(await exits()).toMatchObject([
      { status: "carried_out", mail_status: "waiting", mail_reason: expect.stringContaining(failure) },
    ])
    failure = null
    await store.knex()("billing_exit_request").update({ next_try_at: store.knex().fn.now() })
    await billingTick(store.container(), START)
    expect(await exits()).toMatchObject([{ mail_status: "sent", mail_reason: null }])
    const [exit] = await exits()
    await admin(`exits/${exit?.id}/mail`, {})
    expect(mails).toHaveLength(2)
  })

  it("a process that died after it had received: the job carries out and acknowledges, once", async () => {
    const { done } = await declare("cancel", { contract: "999" })
    expect(done.status).toBe(200)
    const row = { status: "planned", subscription_id: dana.id, left_for: null, mail_status: "waiting" }
    await store
      .knex()("billing_exit_request")
      .update({ ...row, next_try_at: store.knex().fn.now() })
    await Promise.all([billingTick(store.container(), START), billingTick(store.container(), START)])
    expect(await exits()).toMatchObject([{ status: "carried_out", mail_status: "sent" }])
    expect((await dana.timeLine()).filter((type) => type === "cancel_scheduled")).toHaveLength(1)
    await expect(
      store.knex()("billing_exit_request").update({ status: "planned", subscription_id: null }),
    ).rejects.toThrow("billing_exit_request_planned_check")
  })

  it("robots, other sites and old forms are refused, wrong fields are named, and nothing is written", async () => {
    const browser = new PageClient(store)
    const body = (over: Record<string, string>) => ({ ...TYPED, contract: number, website: "", ...over })
    const fresh = formKeyIn((await browser.get(path("cancel"))).html)
    const [key = ""] = keys.cancel
    const [timed = "", nonce = "", signature = ""] = key.split(".")
    const refused = await Promise.all(
      [
        body({ form_key: fresh }),
        body({ form_key: key, website: "https://spam.example" }),
        body({ form_key: `${Number(timed) - 90_000}.${nonce}.${signature}` }),
        body({ form_key: keys.withdraw[0] ?? "" }),
        body({}),
      ].map((fields) => browser.post(`${path("cancel")}/confirm`, fields)),
    )
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    const foreign = await browser.post(`${path("cancel")}/confirm`, body({ form_key: key }), {
      "sec-fetch-site": "cross-site",
    })
    expect(foreign.status).toBe(403)
    const wrong = await browser.post(path("cancel"), body({ form_key: key, email: "dana", name: "" }))
    expect(wrong.status).toBe(400)
    expect(wrong.html.match(/class="problem"/g)).toHaveLength(2)
    const script = await browser.post(path("cancel"), body({ form_key: key, name: `<script>alert(1)</script>"` }))
    expect(script.html).not.toContain("<script>alert")
    expect(await exits()).toEqual([])
  })

  it("a region serves its pages only where its settings say so; they are limited by address", async () => {
    const browser = new PageClient(store)
    const { eur, chf } = world.regions
    for (const [to, status] of [
      [path("cancel", eur.id), 200],
      [path("cancel", chf.id), 404],
      [path("withdraw", "reg_none"), 404],
      [path("withdraw", "__proto__"), 404],
      [`/pages/exit/${eur.id}/leave`, 404],
    ] as const) {
      expect([to, (await browser.get(to)).status]).toEqual([to, status])
    }
    expect((await browser.get(path("cancel"))).headers["content-security-policy"]).toContain("default-src 'none'")
    expect(
      await refusal("exits/settings", {
        regions: [{ region_id: "reg_none", cancel: true, withdraw: true, automatic: true, withdrawal_days: 14 }],
      }),
    ).toContain("regions[0].region_id: there is no such region")
    const [key = ""] = keys.cancel
    const statuses: number[] = []
    for (let n = 0; n < 40 && statuses.at(-1) !== 429; n += 1) {
      statuses.push(
        (await browser.post(`${path("cancel")}/confirm`, { ...TYPED, contract: "1", form_key: key })).status,
      )
    }
    expect(statuses.at(-1)).toBe(429)
  })
})
