import { priceChangeListAnswerSchema } from "../../src/contracts/billing/price-changes"
import type { PriceMigrationAnswer } from "../../src/contracts/billing/subscription-answers"
import { priceAnswerUrl } from "../../src/workflows/billing/price-changes/price-answer-url"
import { billingTick } from "../../src/workflows/billing/runs/billing-tick"
import { dispatchOutbox } from "../../src/workflows/events/dispatch-outbox"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createSubscriber, type SubscriberStory } from "../support/create-subscriber"
import { createWorld, type World } from "../support/create-world"
import { PageClient, pathOf } from "../support/page-client"
import { findBillingFaults } from "../support/find-billing-faults"
import { pushClockTo } from "../support/push-clock-to"
import { refusalOf } from "../support/refusal-of"
import { storeSuite } from "../support/store-suite"

const BOUGHT_ON = "2027-05-01"
const TWELVE = { amount: "12.00", currency_code: "eur" }
const MIGRATE = "/admin/billing/subscriptions/migrate-price"

/** Subscriptions at ten a month, and their store wants twelve. With tax, 11.90 and 14.28. */
export const priceMigrationsSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct

  beforeAll(async () => {
    world = await createWorld(store)
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
    })
    await pushClockTo(store, world, BOUGHT_ON)
  })

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const subscriber = (name: string) => createSubscriber(store, { world, hosting, email: `${name}@test.example` })
  const own = (id: string) => `/store/customers/me/subscriptions/${id}`
  const at = (id: string) => `/admin/billing/subscriptions/${id}`
  const migrate = async (body: object, dry_run = false): Promise<PriceMigrationAnswer> =>
    (await store.api.post(MIGRATE, { ...body, dry_run }, world.adminHeaders)).data
  const listed = async (query = "") => {
    const { data } = await store.api.get(`/admin/billing/price-changes${query}`, world.adminHeaders)
    return priceChangeListAnswerSchema.parse(data).price_changes
  }
  const billed = async ({ id }: SubscriberStory) => {
    const rows = await store.knex()("billing_renewal").where({ subscription_id: id }).orderBy("cycle")
    return rows.map(({ period_start, total }) => [period_start, Number(total).toFixed(2)])
  }
  const mails = async ({ id }: SubscriberStory) => {
    const rows = await store.knex()("billing_reminder").where({ subscription_id: id }).orderBy("id")
    return rows.flatMap(({ template, sent_on, data }) =>
      /price/.test(template) ? [[template, sent_on, Number(data?.old_price), Number(data?.new_price)]] : [],
    )
  }

  /** The page of a link as the message has it. */
  const link = async ({ id }: SubscriberStory) => {
    const change = await store.knex()("billing_price_change").where({ subscription_id: id }).first("id")
    const url = (await priceAnswerUrl(store.container(), change.id)) ?? ""
    const browser = new PageClient(store, { "accept-language": "en" })
    return { browser, url, opened: await browser.open(url) }
  }

  it("B22: of three who are asked, one agrees, one is silent, one refuses: who agreed pays the new price, the others the old", async () => {
    const [anna, bruno, chloe] = [await subscriber("anna"), await subscriber("bruno"), await subscriber("chloe")]
    const asked = { product_id: hosting.productId, price: TWELVE, mode: "ask", days: 20, without_consent: "keep" }
    const preview = await migrate(asked, true)
    expect(preview.changes).toHaveLength(3)
    // Answers count until 21 May; the first period after that begins on 1 June.
    expect(preview).toMatchObject({ answer_until: "2027-05-21", migration_id: null, unchanged: [] })
    expect(preview.changes[0]).toMatchObject({ from: "10", to: "12.00", from_cycle_on: "2027-06-01", quantity: 1 })
    expect(await listed()).toEqual([])

    const made = await migrate(asked)
    expect({ ...made, migration_id: null }).toEqual(preview)
    // They are asked once, whoever asks again.
    const again = await migrate(asked)
    expect([again.changes, again.unchanged.length]).toEqual([[], 3])
    expect(again.unchanged[0]?.reason).toMatch(/waits already/)

    const reply = (who: SubscriberStory, answer: string) =>
      who.customer(`${own(who.id)}/price-change`, { reply: answer })
    await anna.until("2027-05-02")
    expect(await mails(anna)).toEqual([["billing.price_consent", "2027-05-02", 10, 12]])
    expect(await refusalOf(reply({ ...anna, id: bruno.id }, "accept"))).toMatchObject({ status: 404 })
    const twice = await Promise.allSettled([reply(anna, "accept"), reply(anna, "accept")])
    expect(twice.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"])
    expect((await refusalOf(reply(anna, "refuse"))).message).toBe("The price change is accepted")
    // Chloe does not log in: she opens the link of her mail, in French.
    const { browser, opened } = await link(chloe)
    expect(opened.html).toMatch(/Price today<\/dt><dd>€10.00 plus tax.*€12.00.*Without an answer, your price stays/s)
    expect((await browser.get(`${opened.path}?lang=fr`)).html).toContain("Garder mon prix")
    const done = await browser.submit(opened, "answer", {
      reply: "refuse",
    })
    expect(done.html).toContain("Your price stays as it is.")
    expect(done.html).not.toContain("<form")
    // Who answers again is shown what was answered.
    const late = await browser.submit(opened, "answer", { reply: "accept" })
    expect([late.status, late.html.includes("Your price stays as it is.")]).toEqual([200, true])
    expect(await chloe.seen()).toMatchObject({
      price_change: { status: "refused", from: "10", to: "12.00", ends_on: null, answered_by: "customer:link" },
    })
    expect((await anna.seen()).upcoming).toMatchObject({ total: "14.28" })
    expect((await bruno.seen()).upcoming).toMatchObject({ total: "11.90" })

    await bruno.until("2027-05-22")
    expect((await refusalOf(reply(bruno, "accept"))).message).toBe("The price change is unanswered")
    await bruno.until("2027-06-01", "2027-07-01")
    const months = (...totals: string[]) => totals.map((total, index) => [`2027-0${6 + index}-01`, total])
    expect(await billed(anna)).toEqual(months("14.28", "14.28"))
    expect(await billed(bruno)).toEqual(months("11.90", "11.90"))
    expect(await billed(chloe)).toEqual(months("11.90", "11.90"))
    expect((await listed()).map(({ email, status }) => [email, status]).sort()).toEqual([
      ["anna@test.example", "applied"],
      ["bruno@test.example", "unanswered"],
      ["chloe@test.example", "refused"],
    ])
    // Each of it stands in the time line once.
    const told = async (who: SubscriberStory) => (await who.timeLine()).filter((type) => /price/.test(type))
    expect(await told(anna)).toEqual(["price_change_asked", "price_change_accepted", "price_migrated"])
    expect(await told(bruno)).toEqual(["price_change_asked", "price_change_unanswered"])
    expect(await told(chloe)).toEqual(["price_change_asked", "price_change_refused"])
  })

  it("B22: where the store ends it without consent, the last period at the old price is the last one", async () => {
    const [anna, bruno] = [await subscriber("anna"), await subscriber("bruno")]
    await migrate({ ids: [anna.id, bruno.id], price: TWELVE, mode: "ask", days: 20, without_consent: "end" })
    const { browser, opened, url } = await link(anna)
    // What ends the subscription is asked twice.
    expect(opened.html).toMatch(/href="[^"]+refuse=yes">Do not accept/)
    const sure = await browser.get(`${opened.path}?lang=en&refuse=yes`)
    const stranger = new PageClient(store)
    expect((await stranger.get(opened.path)).status).toBe(404)
    expect((await stranger.post(`${opened.path}/answer`, { reply: "refuse" })).status).toBe(403)
    expect((await browser.post(`${opened.path}/answer`, { reply: "refuse", form_key: "none" })).status).toBe(403)
    expect((await stranger.get(`${pathOf(url)}x`)).status).toBe(404)
    expect((await browser.submit(sure, "answer")).html).toContain("Your subscription ends on 1 Jun 2027.")
    expect(await anna.seen()).toMatchObject({ cancel_on: "2027-06-01", price_change: { ends_on: "2027-06-01" } })
    // The end is the store's: the customer does not keep the old price by undoing it.
    expect((await refusalOf(anna.customer(`${own(anna.id)}/undo-cancel`, {}))).message).toMatch(/ask the store$/)
    await refusesToStay()
    await bruno.until("2027-05-22", "2027-06-01", "2027-07-01")
    for (const one of [anna, bruno]) {
      expect(await one.seen()).toMatchObject({ status: "canceled", ended_on: "2027-06-01" })
      expect(await billed(one)).toEqual([])
    }
  })

  /** Whoever did not agree keeps the old price neither by a pause that moves the end, nor by an offer; the store may let them stay. */
  async function refusesToStay() {
    const clara = await subscriber("clara")
    await migrate({ ids: [clara.id], price: TWELVE, mode: "ask", days: 20, without_consent: "end" })
    await store.api.post(
      "/admin/billing/settings",
      { retention_offer: "discount", retention_percent: "20", retention_cycles: 2 },
      world.adminHeaders,
    )
    await clara.customer(`${own(clara.id)}/price-change`, { reply: "refuse" })
    const offered = clara.customer(`${own(clara.id)}/retention`, { kind: "discount" })
    expect((await refusalOf(offered)).message).toMatch(/ask the store$/)
    await clara.customer(`${own(clara.id)}/pause`, { until: "2027-05-03" })
    expect(await clara.seen()).toMatchObject({ status: "paused", cancel_on: "2027-06-03" })
    expect((await refusalOf(clara.customer(`${own(clara.id)}/undo-cancel`, {}))).message).toMatch(/ask the store$/)
    await clara.admin(`${at(clara.id)}/undo-cancel`, {})
    expect(await clara.seen()).toMatchObject({ cancel_on: null, price_change: { status: "refused", ends_on: null } })
    // From then on their cancellations are their own again.
    await clara.admin(`${at(clara.id)}/resume`, { reason: "back" })
    await clara.customer(`${own(clara.id)}/cancel`, { when: "period_end" })
    await clara.customer(`${own(clara.id)}/undo-cancel`, {})
    await clara.admin(`${at(clara.id)}/cancel`, { when: "now", reason: "done" })
  }

  it("B22: told thirty days ahead, and after months of downtime each period has the price of its day", async () => {
    const clara = await subscriber("clara")
    const announced = { ids: [clara.id], price: TWELVE, mode: "announce", days: 30, from_on: "2027-07-15" }
    const { changes } = await migrate(announced)
    expect(changes).toMatchObject([{ from_cycle_on: "2027-08-01", tell_on: "2027-07-02" }])
    expect((await refusalOf(clara.customer(`${own(clara.id)}/price-change`, { reply: "accept" }))).message).toBe(
      "No answer is asked for",
    )
    await clara.until("2027-06-01", "2027-07-01")
    expect(await mails(clara)).toEqual([])
    await clara.until("2027-07-02")
    expect(await mails(clara)).toEqual([["billing.price_change", "2027-07-02", 10, 12]])
    expect((await clara.seen()).upcoming).toMatchObject({ due_on: "2027-08-01", total: "14.28" })
    // More units from the same day on keep the price, and what was told of it.
    await clara.admin(`${at(clara.id)}/changes`, { quantity: 2, when: "period_end" })
    expect((await clara.seen()).upcoming).toMatchObject({ due_on: "2027-08-01", total: "28.56" })
    await clara.until("2027-09-15")
    expect(await billed(clara)).toEqual([
      ["2027-06-01", "11.90"],
      ["2027-07-01", "11.90"],
      ["2027-08-01", "28.56"],
      ["2027-09-01", "28.56"],
    ])
    await billingTick(store.container(), "2027-09-15")
    expect((await clara.timeLine()).filter((type) => type === "price_migrated")).toHaveLength(1)
    expect(await clara.seen()).toMatchObject({ items: [{ unit_price: "12.00" }], price_change: { status: "applied" } })
  })

  it("a store that was down over it bills the old price before the day, and the new one after it", async () => {
    const clara = await subscriber("clara")
    await migrate({ ids: [clara.id], price: TWELVE, mode: "announce", days: 80 })
    await clara.until("2027-09-02")
    expect((await billed(clara)).map(([, total]) => total)).toEqual(["11.90", "11.90", "14.28", "14.28"])
    expect(await clara.seen()).toMatchObject({ items: [{ unit_price: "12.00" }] })
  })

  it("withdrawn, changed meanwhile, or ended: it never holds", async () => {
    const [anna, bruno] = [await subscriber("anna"), await subscriber("bruno")]
    await migrate({ ids: [anna.id, bruno.id], price: TWELVE, mode: "announce", days: 10 })
    const [of] = await listed(`?subscription_id=${anna.id}`)
    const withdraw = { price_change_id: of?.id }
    await anna.admin(`${at(anna.id)}/price-change/withdraw`, withdraw)
    expect((await refusalOf(anna.admin(`${at(anna.id)}/price-change/withdraw`, withdraw))).message).toMatch(/is over/)
    // At once, by the admin, to another price: what was announced is not so any more.
    await store.knex()("billing_subscription_item").where({ subscription_id: bruno.id }).update({ unit_price: 11 })
    await anna.until("2027-06-01")
    expect((await anna.seen()).upcoming).toMatchObject({ total: "11.90" })
    expect((await listed("?status=withdrawn")).map(({ email }) => email).sort()).toEqual([
      "anna@test.example",
      "bruno@test.example",
    ])
    expect((await billed(bruno))[0]).toEqual(["2027-06-01", "13.09"])
  })

  it("B22, B25: what is changed to another cycle of the same price has that one's price: what was told is over", async () => {
    const [anna, bruno] = [await subscriber("anna"), await subscriber("bruno")]
    const mail = await createOfferedProduct(store.container(), {
      title: "Mail",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
    })
    const { id: cycle_id } = await store.knex()("billing_cycle").where({ offer_id: mail.offerId }).first("id")
    await bruno.admin(`${at(bruno.id)}/changes`, { cycle_id, when: "period_end" })
    const announced = { ids: [anna.id, bruno.id], price: TWELVE, mode: "announce", days: 10 }
    const made = await migrate(announced)
    expect(made.changes.map(({ subscription_id }) => subscription_id)).toEqual([anna.id])
    expect(made.unchanged[0]?.reason).toMatch(/It is for something else from 2027-06-01 on/)
    const change = { cycle_id, when: "period_end" }
    const seen = await anna.admin<{ change: object }>(`${at(anna.id)}/changes/preview`, change)
    expect(seen.change).toMatchObject({ invoice: { due_on: "2027-06-01", total: "11.90" } })
    await anna.admin(`${at(anna.id)}/changes`, change)
    expect((await anna.seen()).upcoming).toMatchObject({ due_on: "2027-06-01", total: "11.90" })
    await anna.until("2027-06-01", "2027-07-01")
    expect((await billed(anna)).map(([, total]) => total)).toEqual(["11.90", "11.90"])
    expect(await anna.seen()).toMatchObject({ price_change: { status: "withdrawn" } })
  })

  it("the database keeps one new price for a subscription, and a request that dies half-way writes nothing", async () => {
    const [anna, bruno] = [await subscriber("anna"), await subscriber("bruno")]
    const asked = { ids: [anna.id, bruno.id], price: TWELVE, mode: "announce", days: 10 }
    await store
      .knex()
      .raw(
        `alter table billing_price_change add constraint dies_here check (subscription_id <> '${bruno.id}') not valid`,
      )
    expect((await refusalOf(migrate(asked))).status).toBeGreaterThanOrEqual(400)
    await store.knex().raw("alter table billing_price_change drop constraint dies_here")
    expect(await listed()).toEqual([])
    const both = await Promise.all([migrate(asked), migrate(asked)])
    expect(both.map(({ changes }) => changes.length).sort()).toEqual([0, 2])
    const [row] = await store.knex()("billing_price_change").where({ subscription_id: anna.id })
    const second = { ...row, id: "bprc_second", changes: "[]" }
    await expect(store.knex()("billing_price_change").insert(second)).rejects.toThrow(/IDX_billing_price_change_open/)
  })

  it("bad input is refused, with the field and the reason", async () => {
    const wrong: [object, RegExp][] = [
      [{ mode: "ask", days: 5 }, /without_consent: takes keep or end/],
      [{ mode: "announce" }, /days: takes a number of days/],
      [{ mode: "at_once", days: 5 }, /days: has no meaning/],
      [{ mode: "announce", days: 5, from_on: "2027-04-30" }, /from_on: is before today, 2027-05-01/],
      [{ mode: "announce", days: 5, from_on: "2031-01-01" }, /from_on: is more than three years ahead/],
      [{ price: { amount: "12.001", currency_code: "eur" } }, /price.amount: takes at most 2 decimals in EUR/],
      [{ price: { amount: "0", currency_code: "eur" } }, /price.amount: is zero/],
      [{ product_id: "prod_1" }, /ids: takes the subscriptions, or product_id, or cycle_id/],
    ]
    for (const [body, message] of wrong) {
      expect(await refusalOf(migrate({ ids: ["bsub_1"], ...body }))).toMatchObject({
        ...{ status: 400, message: expect.stringMatching(message) },
      })
    }
    expect(await refusalOf(migrate({ ids: ["bsub_1"] }))).toMatchObject({ status: 404 })
  })
})
