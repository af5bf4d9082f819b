import type { ChangePreviewAnswer } from "../../src/contracts/billing/changes"
import { dispatchOutbox } from "../../src/workflows/events/dispatch-outbox"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createSubscriber } from "../support/create-subscriber"
import { createWorld, type World } from "../support/create-world"
import { findBillingFaults } from "../support/find-billing-faults"
import { pushClockTo } from "../support/push-clock-to"
import { refusalOf } from "../support/refusal-of"
import { storeSuite } from "../support/store-suite"

const BOUGHT_ON = "2027-05-01"

/** A customer who stops for a while, leaves one out, and pays ahead. */
export const pausesAndSkipsSuite = storeSuite(__filename, (store) => {
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

  const subscriber = () => createSubscriber(store, { world, hosting, email: "clara@test.example" })
  const at = (id: string) => `/admin/billing/subscriptions/${id}`
  const billed = async (id: string) => {
    const rows = await store.knex()("billing_renewal").where({ subscription_id: id }).orderBy("cycle")
    return rows.map(({ status, period_start, period_end, due_on }) => [status, period_start, period_end, due_on])
  }

  it("B24: paid on 1 May, paused on 10 May, resumed on 20 June: the next invoice is of 12 July, and none before", async () => {
    const clara = await subscriber()
    await clara.until("2027-05-10")
    await clara.admin(`${at(clara.id)}/pause`, { reason: "on holiday" })
    expect(await clara.seen()).toMatchObject({
      status: "paused",
      paused_on: "2027-05-10",
      next_due_on: null,
      upcoming: null,
    })
    await clara.until("2027-06-01", "2027-06-20")
    expect(await billed(clara.id)).toEqual([])
    await clara.admin(`${at(clara.id)}/resume`, { reason: "back again" })
    expect(await clara.seen()).toMatchObject({
      ...{ status: "active", next_due_on: "2027-07-12", anchor_on: "2027-07-12", period_end: "2027-07-12" },
    })
    await clara.until("2027-07-11")
    expect(await billed(clara.id)).toEqual([])
    await clara.until("2027-07-12", "2027-08-12")
    expect(await billed(clara.id)).toEqual([
      ["paid", "2027-07-12", "2027-08-12", "2027-07-12"],
      ["paid", "2027-08-12", "2027-09-12", "2027-08-12"],
    ])
    expect((await clara.timeLine()).slice(0, 4)).toEqual(["created", "activated", "paused", "resumed"])
  })

  it("B24, B25: more units after a pause: the days that were paid for are credited, and billed anew, to the day", async () => {
    const clara = await subscriber()
    await clara.until("2027-05-10")
    await clara.admin(`${at(clara.id)}/pause`, { reason: "on holiday" })
    await clara.until("2027-06-20")
    await clara.admin(`${at(clara.id)}/resume`, { reason: "back again" })
    await clara.until("2027-06-25")
    const wish = { quantity: 2, when: "now" }
    const { change } = await clara.admin<{ change: ChangePreviewAnswer }>(`${at(clara.id)}/changes/preview`, wish)
    // 17 of the 31 days of May that were paid, at 10.00 and at 20.00, with 19 % on top.
    expect(change).toMatchObject({ kind: "prorate", credit: "5.48", charge: "10.97", charge_total: "13.05" })
    expect(change).toMatchObject({ credit_total: "6.52", due_total: "6.53", invoice: { period_end: "2027-07-12" } })
    const { credit_total, charge_total, due_total } = change
    await clara.admin(`${at(clara.id)}/changes`, { ...wish, expected: { credit_total, charge_total, due_total } })
    await clara.until("2027-07-12")
    expect(await billed(clara.id)).toEqual([
      ["paid", "2027-06-25", "2027-07-12", "2027-06-25"],
      ["paid", "2027-07-12", "2027-08-12", "2027-07-12"],
    ])
  })

  it("B24: a pause until a date ends by itself on that date, also where the clock jumps over it", async () => {
    const clara = await subscriber()
    await clara.until("2027-05-10")
    await clara.admin(`${at(clara.id)}/pause`, { reason: "on holiday", until: "2027-06-20" })
    await clara.until("2027-08-15")
    expect(await billed(clara.id)).toEqual([
      ["paid", "2027-07-12", "2027-08-12", "2027-07-12"],
      ["paid", "2027-08-12", "2027-09-12", "2027-08-12"],
    ])
  })

  it("B23, B24: canceled for the period's end while it is paused, what was paid is used up first", async () => {
    const clara = await subscriber()
    await clara.until("2027-05-10")
    await clara.admin(`${at(clara.id)}/pause`, { reason: "on holiday" })
    await clara.until("2027-05-15")
    expect(await clara.seen()).toMatchObject({ earliest_end: { on: "2027-06-07", reason: "billed_period" } })
    await clara.admin(`${at(clara.id)}/cancel`, { when: "period_end", reason: "moves away" })
    // 22 days were kept: it goes on on the next day.
    expect(await clara.seen()).toMatchObject({
      ...{ status: "paused", paused_until: "2027-05-16", cancel_on: "2027-06-07" },
    })
    await clara.until("2027-05-16", "2027-06-06")
    expect(await clara.seen()).toMatchObject({ status: "active", period_end: "2027-06-07", cancel_on: "2027-06-07" })
    await clara.until("2027-06-07")
    expect(await clara.seen()).toMatchObject({ status: "canceled", ended_on: "2027-06-07" })
    expect(await billed(clara.id)).toEqual([])
    expect((await clara.timeLine()).slice(2)).toEqual(["paused", "cancel_scheduled", "resumed", "canceled"])
  })

  it("B24: the next renewal is skipped, the one after it comes on its day", async () => {
    const clara = await subscriber()
    await clara.admin(`${at(clara.id)}/skip`, { reason: "on holiday" })
    expect(await clara.seen()).toMatchObject({ status: "active", next_due_on: "2027-07-01" })
    const more = (when: string) =>
      clara.admin<{ change: ChangePreviewAnswer }>(`${at(clara.id)}/changes/preview`, { quantity: 2, when })
    expect(await refusalOf(more("now"))).toMatchObject({
      ...{ status: 400, message: expect.stringMatching(/when: Its renewal of 2027-06-01 is skipped/) },
    })
    expect((await more("period_end")).change).toMatchObject({ kind: "schedule", on: "2027-07-01" })
    await clara.until("2027-06-01", "2027-07-01")
    expect(await billed(clara.id)).toEqual([
      ["skipped", "2027-06-01", "2027-07-01", "2027-06-01"],
      ["paid", "2027-07-01", "2027-08-01", "2027-07-01"],
    ])
  })

  it("B31: renewed early, the next period is billed and paid now, from the current end; the anchor stays", async () => {
    const clara = await subscriber()
    await clara.until("2027-05-10")
    // What is to change with the next cycle would change now.
    await clara.admin(`${at(clara.id)}/changes`, { quantity: 2, when: "period_end" })
    expect(await refusalOf(clara.admin(`${at(clara.id)}/renew-early`, {}))).toMatchObject({
      message: expect.stringMatching(/for something else from 2027-06-01 on/),
    })
    await clara.admin(`${at(clara.id)}/changes/undo`, {})
    await clara.admin(`${at(clara.id)}/renew-early`, {})
    expect(await billed(clara.id)).toEqual([["paid", "2027-06-01", "2027-07-01", "2027-05-10"]])
    expect(await clara.seen()).toMatchObject({
      anchor_on: BOUGHT_ON,
      next_due_on: "2027-07-01",
      period_end: "2027-07-01",
    })
    await clara.until("2027-06-01", "2027-07-01")
    expect(await billed(clara.id)).toHaveLength(2)
  })

  it("refuses a pause that ends before it starts, naming the field, and a second one; the database refuses it, too", async () => {
    const clara = await subscriber()
    const pause = (until?: string) =>
      clara.admin(`${at(clara.id)}/pause`, { reason: "on holiday", ...(until === undefined ? {} : { until }) })
    expect(await refusalOf(pause("2027-04-30"))).toMatchObject({
      ...{ status: 400, message: expect.stringMatching(/until: The pause begins on 2027-05-01/) },
    })
    expect(await refusalOf(pause("tomorrow"))).toMatchObject({ status: 400, message: expect.stringMatching(/until/) })
    await pause("2027-06-01")
    expect(await refusalOf(pause("2027-07-01"))).toMatchObject({ message: expect.stringMatching(/paused already/) })
    expect(await refusalOf(clara.admin(`${at(clara.id)}/skip`, { reason: "x" }))).toMatchObject({
      message: expect.stringMatching(/is paused/),
    })
    const wrong = store.knex()("billing_subscription").where({ id: clara.id }).update({ paused_until: "2027-04-01" })
    await expect(wrong).rejects.toThrow(/billing_subscription_pause_check/)
  })
})
