import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { listCharges, setSwitch } from "../../../src/providers/demo-payment/ledger"
import { addDays, addInterval, cycleDate, type CivilDate } from "../../../src/rules/calendar"
import { dunSubscriptions } from "../../../src/workflows/billing/dunning/dun-subscriptions"
import { createAdmin, type RequestHeaders } from "../../support/create-admin"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { refusalOf } from "../../support/refusal-of"
import { runBilling } from "../../support/run-billing"
import { seedSubscriptions, type SeededSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"

const MONTH = { unit: "month", count: 1 } as const
/** What is no id: words of SQL, of a shell, of a path, and what is too long. */
const HOSTILE = [
  "'; drop table billing_subscription; --",
  "..%2F..%2Fetc%2Fpasswd",
  "%00",
  "$(reboot)",
  "x".repeat(300),
]

interface Owing {
  id: string
  invoiceId: string
  renewalId: string
}

/** What an admin does about what is owed, each route with what it refuses (B32, B38). */
export const dunningSuite = storeSuite(__filename, (store) => {
  let world: World
  let second: RequestHeaders
  let today: CivilDate
  let seeded = 0

  beforeAll(async () => {
    world = await createWorld(store)
    second = await createAdmin(store.container(), "second@test.example")
  })

  beforeEach(async () => {
    today = await store.container().resolve<CoreModuleService>(CORE_MODULE).today()
  })

  const bank = (behaviour: "ok" | "decline" | "hard_decline" | "action_required" | "processing") =>
    setSwitch(store.knex(), { scope: "*", behaviour })

  /** A subscription whose renewal of today was issued, and what its bank said to it. */
  const owe = async (
    behaviour: Parameters<typeof bank>[0] = "decline",
    over: Partial<SeededSubscriptions> = {},
  ): Promise<Owing> => {
    const anchorOn = cycleDate(today, MONTH, -1)
    const [id = ""] = await seedSubscriptions(store.knex(), {
      count: 1,
      prefix: `U${++seeded}`,
      anchorOn,
      currencyCode: "eur",
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      countryCode: "de",
      unitPrice: "10.00",
      withMethods: true,
      ...over,
    })
    await bank(behaviour)
    await runBilling(store.container(), today)
    await bank("ok")
    const row = await store.knex()("billing_renewal").where({ subscription_id: id }).first("id", "invoice_id")
    return { id, renewalId: row.id, invoiceId: row.invoice_id }
  }
  const post = async (path: string, body: object = {}, headers = world.adminHeaders) => {
    const { data } = await store.api.post(`/admin/billing/${path}`, body, headers)
    await store.settled()
    return data
  }
  const refused = async (path: string, body: object = {}): Promise<[number, string]> => {
    const { status, message } = await refusalOf(store.api.post(`/admin/billing/${path}`, body, world.adminHeaders))
    return [status, message]
  }
  /** Sends the same from two admins at once; the refusals' messages, and how many were done. */
  const both = async (path: string, bodies: [object, object]) => {
    const [one, other] = bodies
    const answers = await Promise.allSettled([
      store.api.post(`/admin/billing/${path}`, one, world.adminHeaders),
      store.api.post(`/admin/billing/${path}`, other, second),
    ])
    await store.settled()
    return {
      done: answers.filter(({ status }) => status === "fulfilled").length,
      refusals: answers.flatMap((answer) =>
        answer.status === "rejected" ? [answer.reason.response?.data?.message as string] : [],
      ),
    }
  }
  const seen = async (id: string) =>
    (await store.api.get(`/admin/billing/subscriptions/${id}`, world.adminHeaders)).data.subscription
  const types = async (id: string): Promise<string[]> =>
    (await seen(id)).events.map(({ type }: { type: string }) => type)
  const standing = (invoiceId: string) =>
    store.knex()("billing_invoice_payment").where({ invoice_id: invoiceId }).first("status", "due_on", "open_total")
  const faults = () => findBillingFaults(store.knex())

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await faults()).toEqual([])
  })

  it("B33, B35: what a run catches up with is due on that day: nobody is suspended before they were asked", async () => {
    const late = { anchorOn: addDays(cycleDate(today, MONTH, -1), -15) }
    const declined = await owe("decline", late)
    const sent = await owe("ok", { ...late, withMethods: false })
    await dunSubscriptions(store.container(), today)
    expect(await seen(declined.id)).toMatchObject({
      status: "past_due",
      suspend_on: addDays(today, 3),
      terminate_on: addDays(today, 14),
    })
    const renewal = await store.knex()("billing_renewal").where({ id: declined.renewalId }).first()
    expect(renewal).toMatchObject({ dunning_from: today, collect_on: addDays(today, 1) })
    expect(renewal.due_on < today).toBe(true)
    expect(await standing(declined.invoiceId)).toMatchObject({ status: "open", due_on: today })
    expect(await seen(sent.id)).toMatchObject({ status: "active" })
    expect(await standing(sent.invoiceId)).toMatchObject({ status: "open", due_on: today })
    await dunSubscriptions(store.container(), addDays(today, 14))
    expect(await seen(sent.id)).toMatchObject({ status: "canceled" })
  })

  describe("retry now", () => {
    it("B38: charges what is owed at once, says what came of it, and is in the time line with who asked", async () => {
      const { id, renewalId, invoiceId } = await owe()
      expect(await seen(id)).toMatchObject({ status: "past_due" })
      const declined = await (async () => {
        await bank("decline")
        return post(`subscriptions/${id}/retry`)
      })()
      expect(declined.charges).toEqual([
        { renewal_id: renewalId, status: "soft_declined", reason: "insufficient_funds" },
      ])
      await bank("ok")
      const { charges, subscription } = await post(`subscriptions/${id}/retry`)
      expect(charges).toEqual([{ renewal_id: renewalId, status: "paid", reason: null }])
      expect(subscription).toMatchObject({ status: "active", dunning_on: null })
      expect(await standing(invoiceId)).toMatchObject({ status: "paid" })
      const [asked] = (await seen(id)).events.filter(({ type }: { type: string }) => type === "retry_requested")
      expect(asked).toMatchObject({ actor: expect.stringMatching(/^user:user_/), data: { renewals: 1 } })
      expect(await refused(`subscriptions/${id}/retry`)).toEqual([400, "Nothing of the subscription is due"])
    })

    it("B32: refuses what would be charged in vain, or beside a charge that is under way", async () => {
      const stolen = await owe("hard_decline")
      expect(await refused(`subscriptions/${stolen.id}/retry`)).toEqual([
        400,
        "Its payment method was declined for good: it can be charged once it has another one",
      ])
      const waiting = await owe("action_required")
      expect((await refused(`subscriptions/${waiting.id}/retry`))[1]).toContain("never retried alone")
      const debit = await owe("processing")
      expect((await refused(`subscriptions/${debit.id}/retry`))[1]).toContain("A charge is under way")
      const sent = await owe("ok", { collectionMethod: "send_invoice", withMethods: false })
      expect((await refused(`subscriptions/${sent.id}/retry`))[0]).toBe(400)
      expect((await listCharges(store.knex())).map(({ times_asked }) => times_asked)).toEqual([1, 1, 1])
    })

    it("B32: refuses a 21st try within 30 days", async () => {
      const { id, renewalId } = await owe()
      const [first] = await store.knex()("billing_charge_attempt").where({ renewal_id: renewalId })
      const further = Array.from({ length: 19 }, (_, index) => ({
        ...first,
        raw_amount: JSON.stringify(first.raw_amount),
        payment_method: first.payment_method && JSON.stringify(first.payment_method),
        id: `${first.id}_${index}`,
        number: index + 2,
        idempotency_key: `${first.idempotency_key}-${index}`,
        as_of: addDays(today, -index),
      }))
      await store.knex()("billing_charge_attempt").insert(further)
      await store.knex()("billing_renewal").where({ id: renewalId }).update({ attempts: 20 })
      expect(await refused(`subscriptions/${id}/retry`)).toEqual([
        400,
        "Card networks allow 20 tries in 30 days; try again later",
      ])
    })

    it("of two admins at once, one charge is made", async () => {
      const { id, renewalId } = await owe()
      const { refusals } = await both(`subscriptions/${id}/retry`, [{}, {}])
      expect(refusals.every((reason) => /due|under way/.test(reason))).toBe(true)
      const charges = await listCharges(store.knex())
      expect(charges.map(({ status }) => status).sort()).toEqual(["captured", "declined"])
      expect(await store.knex()("billing_charge_attempt").where({ renewal_id: renewalId })).toHaveLength(2)
      expect(await seen(id)).toMatchObject({ status: "active" })
    })
  })

  describe("another due date", () => {
    const path = (invoiceId: string) => `invoices/${invoiceId}/due-date`

    it("B38: dunning and the next try count from it, what was suspended for it goes on, and the document stays", async () => {
      const { id, invoiceId, renewalId } = await owe()
      await store.knex()("billing_subscription").where({ id }).update({
        status: "suspended",
        suspended_reason: "overdue",
        next_due_on: null,
      })
      const to = addDays(today, 10)
      const before = await store.knex()("billing_invoice").where({ id: invoiceId }).first("due_on", "document")
      const { invoice } = await post(path(invoiceId), { due_on: to, reason: "asked by phone", seen_due_on: today })
      expect(invoice.payment).toMatchObject({ due_on: to, status: "open" })
      expect(await store.knex()("billing_renewal").where({ id: renewalId }).first()).toMatchObject({
        dunning_from: to,
        collect_on: to,
      })
      expect(await store.knex()("billing_invoice").where({ id: invoiceId }).first("due_on", "document")).toEqual(before)
      expect(await seen(id)).toMatchObject({ status: "active", suspended_reason: null })
      const [entry] = (await seen(id)).events.filter(({ type }: { type: string }) => type === "due_changed")
      expect(entry).toMatchObject({ data: { from: today, to, reason: "asked by phone" } })
    })

    it("is refused before the issue, years later, without a reason, and where it says nothing new", async () => {
      const { id, invoiceId } = await owe()
      const reason = "asked by phone"
      const cases: [object, RegExp][] = [
        [{ due_on: addDays(today, -1), reason }, /due_on: cannot be before \d{4}-\d\d-\d\d, the date of the invoice/],
        [{ due_on: addDays(today, 731), reason }, /due_on: takes a date within 730 days/],
        [{ due_on: today, reason }, /is due on .+ already/],
        [{ due_on: "2026-02-30", reason }, /due_on/],
        [{ due_on: "soon", reason }, /due_on/],
        [{ due_on: addDays(today, 3) }, /reason/],
        [{ due_on: addDays(today, 3), reason: "   " }, /reason/],
        [{ due_on: addDays(today, 3), reason, amount: "1" }, /amount/],
        [{ due_on: addDays(today, 3), reason, seen_due_on: addDays(today, 1) }, /changed by someone else/],
      ]
      for (const [body, message] of cases) {
        const [status, said] = await refused(path(invoiceId), body)
        expect([status, said]).toEqual([400, expect.stringMatching(message)])
      }
      expect(await standing(invoiceId)).toMatchObject({ due_on: today })
      expect(await types(id)).not.toContain("due_changed")
    })

    it("is refused for what is paid, and while a charge is under way", async () => {
      const paid = await owe("ok")
      const body = { due_on: addDays(today, 3), reason: "asked" }
      expect((await refused(path(paid.invoiceId), body))[1]).toContain("Nothing of the invoice is open")
      const debit = await owe("processing")
      expect((await refused(path(debit.invoiceId), body))[1]).toContain("under way")
    })

    it("of two admins who saw the same date, one moves it, and the other is told", async () => {
      const { id, invoiceId } = await owe()
      const body = (days: number) => ({ due_on: addDays(today, days), reason: "asked", seen_due_on: today })
      const { done, refusals } = await both(path(invoiceId), [body(5), body(9)])
      expect([done, refusals]).toEqual([1, [expect.stringContaining("changed by someone else")]])
      expect((await types(id)).filter((type) => type === "due_changed")).toHaveLength(1)
    })
  })

  describe("suspended and resumed by hand", () => {
    it("B38: it is not billed meanwhile, no payment resumes it, and an admin does, each with a reason", async () => {
      const { id } = await owe()
      const { subscription } = await post(`subscriptions/${id}/suspend`, { reason: "abuse", version: undefined })
      expect(subscription).toMatchObject({ status: "suspended", suspended_reason: "manual" })
      await post(`subscriptions/${id}/retry`)
      expect(await seen(id)).toMatchObject({ status: "suspended", suspended_reason: "manual" })
      await runBilling(store.container(), addInterval(today, MONTH))
      expect(await store.knex()("billing_renewal").where({ subscription_id: id })).toHaveLength(1)
      const resumed = await post(`subscriptions/${id}/resume`, { reason: "settled" })
      expect(resumed.subscription).toMatchObject({ status: "active", suspended_reason: null })
      const entries = (await seen(id)).events
        .filter(({ type }: { type: string }) => type === "suspended" || type === "resumed")
        .map(({ type, data }: { type: string; data: { reason: string } }) => [type, data.reason])
      expect(entries.sort()).toEqual([
        ["resumed", "settled"],
        ["suspended", "abuse"],
      ])
    })

    it("is refused where it owes past its date, where it is no such state, and without a reason", async () => {
      const { id } = await owe()
      expect(await refused(`subscriptions/${id}/resume`, { reason: "x" })).toEqual([
        400,
        "The subscription is past_due: only a suspended one can be resumed",
      ])
      await post(`subscriptions/${id}/suspend`, { reason: "abuse" })
      expect((await refused(`subscriptions/${id}/suspend`, { reason: "abuse" }))[0]).toBe(400)
      expect((await refused(`subscriptions/${id}/resume`, { reason: "x" }))[1]).toContain("It owes past its due date")
      for (const action of ["suspend", "resume"]) {
        for (const body of [{}, { reason: "" }, { reason: "x".repeat(1001) }, { reason: "x", until: today }]) {
          expect((await refused(`subscriptions/${id}/${action}`, body))[0]).toBe(400)
        }
      }
      expect(await seen(id)).toMatchObject({ status: "suspended", suspended_reason: "manual" })
    })

    it("of two admins who saw the same version, one suspends it", async () => {
      const { id } = await owe()
      const { version } = await seen(id)
      const { done } = await both(`subscriptions/${id}/suspend`, [
        { reason: "abuse", version },
        { reason: "fraud", version },
      ])
      expect(done).toBe(1)
      expect((await types(id)).filter((type) => type === "suspended")).toHaveLength(1)
    })
  })

  describe("written off and marked as paid", () => {
    it.each(["write-off", "mark-paid"])("B38: of two admins at once, %s is done once", async (action) => {
      const { invoiceId } = await owe()
      const body = { reason: "settled" }
      const { done, refusals } = await both(`invoices/${invoiceId}/${action}`, [body, body])
      expect([done, refusals]).toEqual([
        1,
        [expect.stringMatching(/Nothing of this invoice is open|changed meanwhile/)],
      ])
      expect(await store.knex()("billing_invoice_entry").where({ invoice_id: invoiceId })).toHaveLength(1)
      expect(await standing(invoiceId)).toMatchObject({ status: action === "mark-paid" ? "paid" : "written_off" })
    })

    it("B38: what is settled so is dunned no more: the subscription goes on", async () => {
      const actions = { "write-off": {}, "mark-paid": {}, credit: { amount: "11.90" } }
      for (const [action, body] of Object.entries(actions)) {
        const { id, invoiceId, renewalId } = await owe()
        await post(`invoices/${invoiceId}/${action}`, { reason: "settled", ...body })
        expect([action, await seen(id)]).toMatchObject([action, { status: "active", dunning_on: null }])
        const renewal = await store.knex()("billing_renewal").where({ id: renewalId }).first("collect_on")
        expect([action, renewal]).toEqual([action, { collect_on: null }])
      }
    })

    it("B38: a write-off that is taken back has it owed again, tried again on the schedule, and dunned", async () => {
      const { id, invoiceId, renewalId } = await owe()
      await post(`invoices/${invoiceId}/write-off`, { reason: "settled" })
      await post(`invoices/${invoiceId}/undo-write-off`, { reason: "found" })
      expect(await seen(id)).toMatchObject({ status: "past_due", dunning_on: expect.any(String) })
      const renewal = await store.knex()("billing_renewal").where({ id: renewalId }).first("collect_on")
      expect(renewal).toEqual({ collect_on: addDays(today, 1) })
    })

    it("is refused for another amount than the admin saw, and without a reason", async () => {
      const { invoiceId } = await owe()
      const seenBefore = await refused(`invoices/${invoiceId}/write-off`, { reason: "x", open_total: "5.00" })
      expect(seenBefore[1]).toContain("changed meanwhile")
      for (const action of ["write-off", "mark-paid"]) {
        expect((await refused(`invoices/${invoiceId}/${action}`, {}))[0]).toBe(400)
      }
      expect(await standing(invoiceId)).toMatchObject({ status: "open" })
    })
  })

  describe("settings", () => {
    const read = async () => (await store.api.get("/admin/billing/settings", world.adminHeaders)).data.settings

    it("B32: a schedule of 21 tries in 30 days is refused by its field, one of 20 is saved", async () => {
      const before = await read()
      const days = Array.from({ length: 20 }, (_, index) => index + 1)
      expect(await refused("settings", { retry_after_days: days })).toEqual([
        400,
        expect.stringMatching(/retry_after_days.*holds too many tries: card networks allow 20 tries in 30 days/),
      ])
      expect(await read()).toEqual(before)
      const { settings } = await post("settings", { retry_after_days: days.slice(1) })
      expect(settings).toMatchObject({ ...before, retry_after_days: days.slice(1), version: before.version + 1 })
    })

    it("refuses what makes no sense, by field, and saves nothing of it", async () => {
      const before = await read()
      const cases: [object, string][] = [
        [{ retry_after_days: [3, 1] }, "retry_after_days"],
        [{ retry_after_days: [1, 1] }, "retry_after_days"],
        [{ retry_after_days: [1.5] }, "retry_after_days"],
        [{ suspend_after_days: 10, terminate_after_days: 3 }, "terminate_after_days"],
        [{ suspend_after_days: -2 }, "suspend_after_days"],
        [{ after_last_try: "explode" }, "after_last_try"],
        [{ late_payment: "never", suspend_after_days: 4 }, "late_payment"],
        [{ fee: "10.00" }, "fee"],
      ]
      for (const [body, field] of cases) {
        expect(await refused("settings", body)).toEqual([400, expect.stringContaining(field)])
      }
      expect(await read()).toEqual(before)
    })

    it("of two admins who saw the same version, one saves", async () => {
      const { version } = await read()
      const { done } = await both("settings", [
        { suspend_after_days: 5, version },
        { suspend_after_days: 6, version },
      ])
      expect(done).toBe(1)
      expect((await read()).version).toBe(version + 1)
    })

    it("B38: counts for what owes already, from the next tick on", async () => {
      const { id } = await owe()
      await post("settings", { suspend_after_days: 0, terminate_after_days: -1 })
      expect((await store.knex()("billing_subscription").where({ id }).first("dunning_on")).dunning_on <= today).toBe(
        true,
      )
    })
  })

  it("what is no id, and what there is not, is not found, on every route", async () => {
    const reason = "x"
    const routes: [string, (id: string) => string, object][] = [
      ["Subscription", (id) => `subscriptions/${id}/retry`, {}],
      ["Subscription", (id) => `subscriptions/${id}/suspend`, { reason }],
      ["Subscription", (id) => `subscriptions/${id}/resume`, { reason }],
      ["Invoice", (id) => `invoices/${id}/due-date`, { due_on: addDays(today, 3), reason }],
      ["Invoice", (id) => `invoices/${id}/write-off`, { reason }],
      ["Invoice", (id) => `invoices/${id}/undo-write-off`, { reason }],
      ["Invoice", (id) => `invoices/${id}/mark-paid`, { reason }],
      ["Invoice", (id) => `invoices/${id}/refund`, { amount: "1.00", reason }],
    ]
    for (const [what, path, body] of routes) {
      expect(await refused(path("none_such"), body)).toEqual([404, `${what} with id: none_such was not found`])
      for (const id of HOSTILE) {
        const [status] = await refused(path(id.includes("%") ? id : encodeURIComponent(id)), body)
        expect([path(id), status]).toEqual([path(id), 404])
      }
    }
  })

  it("the board shows what owes by stage, and refuses a stage that there is not", async () => {
    const retrying = await owe()
    const waiting = await owe("action_required")
    const board = async (query: string) =>
      (await store.api.get(`/admin/billing/dunning${query}`, world.adminHeaders)).data
    const { subscriptions, stages, count } = await board("")
    expect(count).toBe(2)
    const stageOf = (id: string) => subscriptions.find((one: { id: string }) => one.id === id)?.stage
    expect([stageOf(retrying.id), stageOf(waiting.id)]).toEqual(["retrying", "action_required"])
    expect(stages).toContainEqual({ stage: "retrying", currency_code: "eur", count: 1, total: "11.90" })
    expect((await board("?stage=action_required")).subscriptions).toMatchObject([{ id: waiting.id }])
    const { status } = await refusalOf(store.api.get("/admin/billing/dunning?stage=lost", world.adminHeaders))
    expect(status).toBe(400)
  })

  describe("the database is the last guard", () => {
    it("of one open attempt of a renewal, and one attempt of a key", async () => {
      const { renewalId } = await owe("processing")
      const [open] = await store.knex()("billing_charge_attempt").where({ renewal_id: renewalId })
      const twin = {
        ...open,
        raw_amount: JSON.stringify(open.raw_amount),
        payment_method: open.payment_method && JSON.stringify(open.payment_method),
        id: "bcat_twin",
        number: 2,
      }
      const insert = (row: object) => store.knex()("billing_charge_attempt").insert(row)
      await expect(insert({ ...twin, idempotency_key: "another" })).rejects.toThrow("single_open")
      await expect(insert({ ...twin, status: "soft_declined" })).rejects.toThrow("idempotency_key")
      await expect(insert({ ...twin, idempotency_key: "another", status: "lost" })).rejects.toThrow("status_check")
    })

    it("of a suspension without a reason, and of an account that does not add up", async () => {
      const { id, invoiceId } = await owe()
      const subscription = store.knex()("billing_subscription").where({ id })
      await expect(subscription.clone().update({ status: "suspended" })).rejects.toThrow("suspended_reason_check")
      await expect(subscription.clone().update({ suspended_reason: "mood" })).rejects.toThrow("suspended_reason_check")
      const account = store.knex()("billing_invoice_payment").where({ invoice_id: invoiceId })
      await expect(account.clone().update({ paid_total: 5 })).rejects.toThrow("law_check")
      await expect(account.clone().update({ refunded_total: 5 })).rejects.toThrow("_check")
      await expect(account.clone().update({ status: "lost" })).rejects.toThrow("status_check")
    })
  })
})
