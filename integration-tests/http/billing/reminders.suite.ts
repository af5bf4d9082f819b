import type { INotificationModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { reminderListAnswerSchema, type ReminderAnswer } from "../../../src/contracts/billing/reminders"
import { setSwitch } from "../../../src/providers/demo-payment/ledger"
import { addDays, type CivilDate } from "../../../src/rules/calendar"
import { remindCustomers } from "../../../src/workflows/billing/reminders/remind-customers"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createWorld, type World } from "../../support/create-world"
import { refuseRows } from "../../support/refuse-rows"
import { refusalOf } from "../../support/refusal-of"
import { runBilling } from "../../support/run-billing"
import { seedSubscriptions, type SeededSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"

const DUE = "2026-02-28"

/** What a provider is given, as far as it is looked at here. */
interface Sent {
  to: string
  template: string
  idempotency_key: string
  data: Record<string, unknown>
  content: { subject: string; text: string; html: string }
}

/** The part of Medusa's notification module that hands notifications to providers. */
interface NotificationModule extends INotificationModuleService {
  notificationProviderService_: { send: (provider: unknown, notification: Sent) => Promise<{ id?: string }> }
}

export const remindersSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let sent: Sent[] = []
  /** While set, the provider refuses with these words. */
  let failure: string | null = null

  const seed = (over: Partial<SeededSubscriptions> = {}): Promise<string[]> =>
    seedSubscriptions(store.knex(), {
      count: 1,
      prefix: "R",
      anchorOn: "2026-01-31",
      currencyCode: "eur",
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      countryCode: "de",
      unitPrice: "29.90",
      withMethods: true,
      customerId: clara.customer.id,
      ...over,
    })
  const remind = (asOf: CivilDate) => remindCustomers(store.container(), asOf)
  const templates = (): string[] => sent.map(({ template }) => template.slice(8))
  const get = async (path: string) => (await store.api.get(`/admin/billing/${path}`, world.adminHeaders)).data
  const post = async (path: string, body: unknown) =>
    (await store.api.post(`/admin/billing/${path}`, body, world.adminHeaders)).data
  const listed = async (query = ""): Promise<ReminderAnswer[]> =>
    reminderListAnswerSchema.parse(await get(`reminders${query}`)).reminders
  const rows = () => store.knex()("billing_reminder").orderBy("id")

  beforeAll(async () => {
    world = await createWorld(store)
    clara = await createCustomer(store.container(), { email: "clara@test.example", ...world })
    const { notificationProviderService_: providers } = store
      .container()
      .resolve<NotificationModule>(Modules.NOTIFICATION)
    jest.spyOn(providers, "send").mockImplementation((_provider, notification) => {
      if (failure) {
        return Promise.reject(new Error(failure))
      }
      sent.push({ ...notification })
      return Promise.resolve({ id: `ext_${sent.length}` })
    })
  })

  beforeEach(() => {
    sent = []
    failure = null
  })

  it("B37: a renewal is announced on its days, with what it will cost, each day once and not after it", async () => {
    const [id = ""] = await seed()
    for (const date of ["2026-02-20", "2026-02-21", "2026-02-21", "2026-02-22", "2026-02-26", "2026-02-27", DUE]) {
      await remind(date)
    }
    expect(sent.map(({ data }) => data.days)).toEqual([7, 2, 1])
    expect(sent[0]).toMatchObject({
      to: "clara@test.example",
      template: "billing.renewal_upcoming",
      data: { due_on: DUE, total: "35.58", currency_code: "eur", services: [{ title: "Hosting", quantity: 1 }] },
      content: { subject: "Hosting renews in 7 days" },
    })
    expect(sent[0]?.content.html).toContain("€35.58")
    const { subscription } = await get(`subscriptions/${id}`)
    const messages = subscription.events.filter(({ type }: { type: string }) => type === "reminder_sent")
    expect(messages.map(({ data }: { data: { template: string } }) => data.template)).toEqual(
      Array(3).fill("billing.renewal_upcoming"),
    )
    // They are no changes of the subscription: nobody's edit conflicts with a mail.
    expect(subscription.version).toBe(0)
  })

  it("decision 49: however many workers look and send at once, each customer has one mail", async () => {
    await seed({ count: 60, prefix: "M" })
    await Promise.all(Array.from({ length: 4 }, () => remind("2026-02-21")))
    await remind("2026-02-21")
    expect(sent).toHaveLength(60)
    expect(new Set(sent.map(({ data }) => data.subscription_id)).size).toBe(60)
  })

  it("decision 49: the database takes a reminder once, and knows no other state", async () => {
    await seed()
    await remind("2026-02-21")
    const [{ id: _id, ...row }] = await rows()
    await expect(
      store
        .knex()("billing_reminder")
        .insert({ ...row, data: null, id: "brem_2" }),
    ).rejects.toThrow("IDX_billing_reminder_once")
    await expect(store.knex()("billing_reminder").update({ status: "lost" })).rejects.toThrow("status_check")
    await expect(store.knex()("billing_reminder").update({ status: "waiting" })).rejects.toThrow("next_try_check")
  })

  it("decision 49: after a crash the mail goes out; one that had gone out does not go again", async () => {
    await seed({ count: 2, prefix: "C" })
    await remind("2026-02-21")
    expect(sent).toHaveLength(2)
    const [gone, lost] = await rows()
    // Both workers died before they could write what came of it, one of them before it sent anything.
    await store.knex()("notification").where("idempotency_key", `${lost.id}:1`).delete()
    await store
      .knex()("billing_reminder")
      .update({ status: "sending", settled_attempts: 0, next_try_at: store.knex().raw("now() - interval '1 minute'") })
    await remind("2026-02-21")
    expect(sent.slice(2).map(({ idempotency_key }) => idempotency_key)).toEqual([`${lost.id}:2`])
    expect((await rows()).map(({ id, status }) => [id, status])).toEqual([
      [gone.id, "sent"],
      [lost.id, "sent"],
    ])
  })

  it("B37: what the provider refuses is tried five times, listed, and sent when an admin asks for it", async () => {
    await seed()
    failure = "421 mailbox busy"
    const waits: number[] = []
    for (let turn = 0; turn < 7; turn += 1) {
      await remind("2026-02-21")
      const [row] = await rows()
      waits.push(row.failures)
      await store.knex()("billing_reminder").where("status", "waiting").update({ next_try_at: store.knex().fn.now() })
    }
    expect(waits).toEqual([1, 2, 3, 4, 5, 5, 5])
    const [failed] = await listed("?status=failed")
    expect(failed).toMatchObject({
      attempts: 5,
      next_try_at: null,
      reason: expect.stringContaining("421 mailbox busy"),
    })
    failure = null
    const { reminder } = await post(`reminders/${failed?.id}/send`, {})
    expect(reminder).toMatchObject({ status: "sent", attempts: 6, recipient: "clara@test.example" })
    expect(reminder.message.subject).toBe("Hosting renews in 7 days")
    await post(`reminders/${failed?.id}/send`, {})
    expect(sent.map(({ idempotency_key }) => idempotency_key)).toEqual([`${failed?.id}:6`, `${failed?.id}:7`])
    expect((await refusalOf(post("reminders/brem_none/send", {}))).status).toBe(404)
  })

  it("B37: what is over before it could be sent is not sent", async () => {
    const [id = ""] = await seed()
    failure = "down"
    await remind("2026-02-27")
    failure = null
    await store.knex()("billing_subscription").where({ id }).update({ status: "canceled", next_due_on: null })
    await store.knex()("billing_reminder").update({ next_try_at: store.knex().fn.now() })
    await remind("2026-02-27")
    expect(sent).toEqual([])
    expect(await listed()).toMatchObject([{ status: "skipped", reason: "over" }])
  })

  it("issue 9, B37: a subscription whose reminders cannot be decided on, or sent, holds up no other's", async () => {
    const [bad = "", ...good] = await seed({ count: 3, prefix: "H" })
    const cure = await refuseRows(store.knex(), { table: "billing_reminder", condition: `new.subject_id = '${bad}'` })
    failure = "down"
    await remind("2026-02-21")
    expect((await rows()).map(({ subject_id }) => subject_id).sort()).toEqual(good)
    await cure()
    await store.knex()("billing_reminder_cursor").delete()
    await remind("2026-02-21")
    expect(await rows()).toHaveLength(3)

    failure = null
    await store.knex()("billing_subscription").where({ id: bad }).update({ anchor_on: "no date" })
    await store.knex()("billing_reminder").update({ next_try_at: store.knex().fn.now() })
    await remind("2026-02-21")
    expect(sent.map(({ data }) => data.subscription_id).sort()).toEqual(good)
    expect((await rows()).find(({ subject_id }) => subject_id === bad)).toMatchObject({
      status: "waiting",
      failures: 2,
    })
  })

  it("B37: an invoice that is sent, reminded of and paid; the link that lets its reader in is kept nowhere", async () => {
    await seed({ collectionMethod: "send_invoice", withMethods: false })
    await runBilling(store.container(), DUE)
    await remind(DUE)
    expect(templates()).toEqual(["invoice_issued"])
    expect(sent[0]?.data.payment_url).toMatch(/\/pages\/pay\/[\w-]{20,}$/)
    expect(sent[0]?.content.html).toContain(String(sent[0]?.data.payment_url))
    const kept = JSON.stringify([await rows(), await store.knex()("notification")])
    expect(kept).not.toContain("/pages/pay/")
    await remind(addDays(DUE, 1))
    await remind(addDays(DUE, 7))
    const [{ id }] = await store.knex()("billing_invoice")
    await post(`invoices/${id}/mark-paid`, { reason: "paid in cash" }).catch(() => undefined)
    expect(templates()).toEqual(["invoice_issued", "overdue", "overdue"])
    expect(sent[2]?.data).toMatchObject({ days: 7, open_total: "35.58" })
  })

  it("B37: a declined charge and a payment, in the customer's language", async () => {
    const [id = ""] = await seed({ count: 2 })
    await store.knex()("billing_subscription").update({ locale: "fr-CH" })
    await setSwitch(store.knex(), { scope: `dpm_${id.slice(5)}`, behaviour: "decline" })
    await runBilling(store.container(), DUE)
    await remind(DUE)
    expect(templates().sort()).toEqual(["payment_failed", "payment_received"])
    const failed = sent.find(({ template }) => template === "billing.payment_failed")
    expect(failed).toMatchObject({ data: { reason: "insufficient_funds", invoice_number: expect.any(String) } })
    expect(failed?.content.subject.replace(/\s/g, " ")).toMatch(/^Votre paiement de 35[.,]58 € a échoué$/)
    expect(failed?.content.text).toContain("Bonjour")
  })

  it("B37: one mail for a card that pays for three subscriptions", async () => {
    await seed({ count: 3 })
    await store
      .knex()("billing_subscription")
      .update({
        payment_method: JSON.stringify({ id: "dpm_one", brand: "visa", last4: "4242", expires: "2026-01" }),
      })
    await remind("2026-01-10")
    await remind("2026-01-11")
    expect(sent).toMatchObject([{ template: "billing.card_expiring", data: { expires_on: "2026-01-31" } }])
  })

  it("B37: without a provider for e-mails nothing breaks, and the admin says so", async () => {
    await seed()
    await store.knex()("notification_provider").update({ is_enabled: false })
    expect(await remind("2026-02-21")).toBe(0)
    expect((await get("reminders/settings")).settings.email_provider).toBeNull()
    await store.knex()("notification_provider").update({ is_enabled: true })
    expect((await get("reminders/settings")).settings.email_provider).toBe("local")
    await remind("2026-02-21")
    expect(sent).toHaveLength(1)
  })

  it("B37: days and messages are settings; what makes no sense is refused, and an old version, too", async () => {
    await seed()
    const { settings } = await post("reminders/settings", {
      days: [2, 10],
      off: ["billing.overdue"],
      language: "fr",
      version: 0,
    })
    expect(settings).toMatchObject({
      days: [10, 2],
      off: ["billing.overdue"],
      language: "fr",
      card_days: 30,
      version: 1,
    })
    await remind("2026-02-18")
    expect(sent).toMatchObject([
      { data: { days: 10 }, content: { subject: expect.stringContaining("renouvellement") } },
    ])
    for (const body of [
      { days: [0] },
      { days: [3, 3] },
      { days: Array(11).fill(1) },
      { off: ["billing.no"] },
      { more: 1 },
    ]) {
      expect((await refusalOf(post("reminders/settings", body))).status).toBe(400)
    }
    const old = await refusalOf(post("reminders/settings", { card_days: 10, version: 0 }))
    expect(old.message).toContain("version: 0 is old")
    await post("reminders/settings", { off: ["billing.renewal_upcoming"] })
    await remind("2026-02-26")
    expect(sent).toHaveLength(1)
  })

  it("B37: each message is previewed in each language, by the renderer that writes it", async () => {
    const { message } = await get("reminders/preview?template=billing.payment_failed&language=fr")
    expect(message.subject.replace(/\s/g, " ")).toBe("Votre paiement de 32,32 CHF a échoué")
    expect(message.html).toContain("Alpine Hosting AG")
    expect((await refusalOf(get("reminders/preview?template=billing.none&language=fr"))).status).toBe(400)
  })
})
