import { Modules, PriceListStatus, PriceListType } from "@medusajs/framework/utils"
import { createPriceListsWorkflow } from "@medusajs/medusa/core-flows"
import type { ChangePreviewAnswer } from "../../../src/contracts/billing/changes"
import { addDays, daysBetween, type CivilDate } from "../../../src/rules/calendar"
import { billingTick } from "../../../src/workflows/billing/runs/billing-tick"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import vectors from "../../vectors/proration.json"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createSubscriber, type SubscriberStory } from "../../support/create-subscriber"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { pushClockTo } from "../../support/push-clock-to"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const YEARLY = { unit: "year", count: 1 } as const
/** The tax of the customer's country is 19 %. */
const BOUGHT_ON = "2027-04-01"
const IN_MID_PERIOD = "2027-04-16"

interface Plan extends OfferedProduct {
  cycles: Record<string, string>
}

export const changesSuite = storeSuite(__filename, (store) => {
  let world: World
  let basic: Plan
  let pro: Plan

  const plan = async (title: string, prices: { monthly: number; annual?: number; chf?: number }): Promise<Plan> => {
    const made = await createOfferedProduct(store.container(), {
      title,
      salesChannelId: world.salesChannelId,
      cycles: [
        {
          name: "Monthly",
          interval: MONTHLY,
          prices: { eur: prices.monthly },
          setupFees: { eur: "5.00" },
        },
        ...(prices.annual ? [{ name: "Annual", interval: YEARLY, prices: { eur: prices.annual } }] : []),
      ],
    })
    const rows = await store.knex()("billing_cycle").where({ offer_id: made.offerId })
    const cycles = Object.fromEntries(
      Object.entries(made.variants).map(([name, variant]) => [name, rows.find((row) => row.variant_id === variant).id]),
    )
    return { ...made, cycles }
  }

  beforeAll(async () => {
    world = await createWorld(store)
    basic = await plan("Basic", { monthly: 10, annual: 100 })
    pro = await plan("Pro", { monthly: 20 })
    await pushClockTo(store, world, BOUGHT_ON)
  })

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const subscriber = (email = "clara@test.example", hosting: OfferedProduct = basic) =>
    createSubscriber(store, { world, hosting, email })
  const at = (id: string) => `/admin/billing/subscriptions/${id}/changes`
  const preview = async (clara: SubscriberStory, body: Record<string, unknown>): Promise<ChangePreviewAnswer> =>
    (await clara.admin<{ change: ChangePreviewAnswer }>(`${at(clara.id)}/preview`, body)).change
  /** Looks at the preview, then makes just that change. */
  const change = async (clara: SubscriberStory, body: Record<string, unknown>): Promise<ChangePreviewAnswer> => {
    const seen = await preview(clara, body)
    const { credit_total, charge_total, due_total } = seen
    await clara.admin(at(clara.id), { ...body, expected: { credit_total, charge_total, due_total } })
    return seen
  }
  const balanceOf = async (email: string): Promise<string> => {
    const row = await store
      .knex()("billing_customer_balance as b")
      .join("customer as c", "c.id", "b.customer_id")
      .where("c.email", email)
      .first("b.amount")
    return Number(row?.amount ?? 0).toFixed(2)
  }
  /** The credit notes, then the invoices, of the first order and of what was billed since. */
  const invoicesOf = async (id: string) => {
    const { order_id } = await store.knex()("billing_subscription").where({ id }).first("order_id")
    const renewals: string[] = await store.knex()("billing_renewal").where({ subscription_id: id }).pluck("order_id")
    return store
      .knex()("billing_invoice as i")
      .leftJoin("billing_invoice_payment as p", "p.invoice_id", "i.id")
      .whereIn("i.order_id", [order_id, ...renewals])
      .orderBy(["i.kind", "i.sequence"])
      .select("i.kind", "i.total", "p.status", "p.open_total", "i.document")
  }

  describe("vectors of proration, through the preview", () => {
    it.each(vectors.map((vector) => [vector.source, vector] as const))("%s", async (_source, vector) => {
      const [start = "", end = ""] = vector.period
      const days = daysBetween(start, end)
      // A month of as many days as the vector's.
      const bought: CivilDate = days === 31 ? "2027-05-01" : BOUGHT_ON
      await pushClockTo(store, world, bought)
      const from = await plan("From", { monthly: Number(vector.from) })
      const to = await plan("To", { monthly: Number(vector.to) })
      const clara = await subscriber("vector@test.example", from)
      await clara.until(addDays(bought, daysBetween(start, vector.change_on)))
      const seen = await preview(clara, { cycle_id: to.cycles.Monthly, when: "now" })
      expect(seen).toMatchObject({
        kind: "prorate",
        ...("credit" in vector && { credit: vector.credit }),
        ...("charge" in vector && { charge: vector.charge }),
      })
      if (vector.due) {
        expect((Number(seen.charge) - Number(seen.credit)).toFixed(2)).toBe(vector.due)
      }
      // The change does just that: its two documents, the money, and what is left of it.
      await change(clara, { cycle_id: to.cycles.Monthly, when: "now" })
      const [note, , bill] = await invoicesOf(clara.id)
      expect([note, bill].map((one) => Number(one?.total))).toEqual([seen.credit_total, seen.charge_total].map(Number))
      expect(Number(bill?.document.totals.payable)).toBe(Number(seen.due_total))
      expect(Number(await balanceOf("vector@test.example"))).toBe(Number(seen.balance_after))
    })
  })

  it("B25: an upgrade in mid-period credits the unused half with its tax, and bills the new price's half", async () => {
    const clara = await subscriber()
    await clara.until(IN_MID_PERIOD)
    const seen = await change(clara, { cycle_id: pro.cycles.Monthly, when: "now" })
    expect(seen).toMatchObject({
      kind: "prorate",
      on: IN_MID_PERIOD,
      from: { title: "Basic", quantity: 1 },
      to: { title: "Pro", quantity: 1 },
      ...{ credit: "5.00", charge: "10.00", credit_total: "5.95", charge_total: "11.90" },
      ...{ balance_used: "5.95", due_total: "5.95", balance_after: "0.00" },
    })
    expect(await clara.seen()).toMatchObject({
      ...{ status: "active", next_due_on: "2027-05-01", period_start: IN_MID_PERIOD, period_end: "2027-05-01" },
      items: [{ title: "Pro", product_id: pro.productId, cycle_id: pro.cycles.Monthly }],
    })
    // The set-up fee is neither credited nor charged again (B7).
    expect(await invoicesOf(clara.id)).toMatchObject([
      { kind: "credit_note", document: { totals: { payable: "5.95" }, lines: [{ title: "Basic", total: "5.00" }] } },
      { kind: "invoice", status: "paid" },
      {
        kind: "invoice",
        status: "paid",
        document: {
          totals: { total: "11.90", payable: "5.95" },
          lines: [{ title: "Pro", discounts: [{ name: "For 15 of 30 days", amount: "10.00" }] }],
        },
      },
    ])
    expect(await balanceOf("clara@test.example")).toBe("0.00")
    expect(await clara.attempts()).toMatchObject([{ status: "paid", as_of: IN_MID_PERIOD }])

    await clara.until("2027-05-01")
    const latest = await store
      .knex()("billing_renewal")
      .where({ subscription_id: clara.id })
      .orderBy("cycle", "desc")
      .first()
    expect(latest).toMatchObject({ total: "23.80", period_end: "2027-06-01", status: "paid" })
  })

  it("B25: a change and its revert on the same day cancel out", async () => {
    const clara = await subscriber()
    await clara.until(IN_MID_PERIOD)
    await change(clara, { cycle_id: pro.cycles.Monthly, when: "now" })
    const back = await change(clara, { cycle_id: basic.cycles.Monthly, when: "now" })
    expect(back).toMatchObject({ credit: "10.00", charge: "5.00", due_total: "0.00", balance_after: "5.95" })
    expect(await balanceOf("clara@test.example")).toBe("5.95")
    expect(await clara.seen()).toMatchObject({
      ...{ next_due_on: "2027-05-01", items: [{ title: "Basic" }] },
      upcoming: { total: "11.90", balance_used: "5.95", due_total: "5.95" },
    })
  })

  it("B25: more units are billed for the rest of the period, at the price that was agreed", async () => {
    const clara = await subscriber()
    await clara.until(IN_MID_PERIOD)
    expect(await change(clara, { quantity: 3, when: "now" })).toMatchObject({
      ...{ kind: "prorate", credit: "5.00", charge: "15.00", due_total: "11.90" },
      to: { quantity: 3, unit_price: "10" },
    })
    expect(await clara.seen()).toMatchObject({ items: [{ quantity: 3 }], upcoming: { total: "35.70" } })
  })

  it("B25: another interval starts a full period and a new anchor; the unused days pay for it", async () => {
    const clara = await subscriber()
    await clara.until(IN_MID_PERIOD)
    expect(await change(clara, { cycle_id: basic.cycles.Annual, when: "now" })).toMatchObject({
      ...{ kind: "restart", credit: "5.00", charge: "100.00", charge_total: "119.00", due_total: "113.05" },
    })
    expect(await clara.seen()).toMatchObject({
      ...{ interval_unit: "year", anchor_on: IN_MID_PERIOD, period_end: "2028-04-16", next_due_on: "2028-04-16" },
    })
  })

  it("B25: at the period's end the next cycle is of the new terms; until then it can be taken back", async () => {
    const clara = await subscriber()
    await clara.until(IN_MID_PERIOD)
    expect(await change(clara, { cycle_id: basic.cycles.Annual, when: "period_end" })).toMatchObject({
      ...{ kind: "schedule", on: "2027-05-01", due_total: "0.00", invoice: { total: "119.00" } },
    })
    expect(await clara.seen()).toMatchObject({
      ...{ interval_unit: "month", scheduled_change: { on: "2027-05-01", interval_unit: "year" } },
      upcoming: { total: "119.00", period_end: "2028-05-01" },
    })
    await clara.admin(`${at(clara.id)}/undo`, {})
    expect(await clara.seen()).toMatchObject({ scheduled_change: null, upcoming: { total: "11.90" } })
    await change(clara, { cycle_id: basic.cycles.Annual, when: "period_end" })
    await clara.until("2027-05-01")
    expect(await clara.seen()).toMatchObject({
      ...{ interval_unit: "year", anchor_on: "2027-05-01", period_end: "2028-05-01", scheduled_change: null },
      renewals: [{ total: "119.00", status: "paid" }],
    })
    expect(await clara.timeLine()).toEqual([
      ...["created", "activated", "change_scheduled", "change_withdrawn", "change_scheduled"],
      ...["changed", "renewed", "charged"],
    ])
  })

  it.each([false, true])(
    "an unpaid invoice is lowered by the credit (written off: %s): nothing goes to the balance that nobody paid",
    async (isWrittenOff) => {
      const clara = await subscriber()
      await store.knex()("billing_subscription").where({ id: clara.id }).update({ collection_method: "send_invoice" })
      await clara.until("2027-04-28", "2027-05-01")
      if (isWrittenOff) {
        const { invoice_id } = await store.knex()("billing_renewal").where({ subscription_id: clara.id }).first()
        await clara.admin(`/admin/billing/invoices/${invoice_id}/write-off`, { reason: "goodwill" })
      }
      const seen = await preview(clara, { cycle_id: pro.cycles.Monthly, when: "now" })
      expect(seen).toMatchObject({
        credit_total: "11.90",
        charge_total: "23.80",
        balance_used: "0.00",
        due_total: "23.80",
      })
      await change(clara, { cycle_id: pro.cycles.Monthly, when: "now" })
      expect(await balanceOf("clara@test.example")).toBe("0.00")
      expect((await invoicesOf(clara.id)).map(({ kind, status }) => [kind, status])).toEqual([
        ["credit_note", null],
        ["invoice", "paid"],
        ["invoice", "credited"],
        ["invoice", "open"],
      ])
    },
  )

  it("B25, B30: a change bills its own part alone: what is to be sent ahead of the next period is the next run's", async () => {
    const clara = await subscriber()
    await clara.until("2027-04-28")
    await store.knex()("billing_subscription").where({ id: clara.id }).update({ collection_method: "send_invoice" })
    const seen = await change(clara, { quantity: 2, when: "now" })
    const totals = async () =>
      (await invoicesOf(clara.id))
        .map(({ kind, total }) => [kind, Number(total)])
        .filter(([kind]) => kind === "invoice")
    expect((await totals()).slice(1)).toEqual([["invoice", Number(seen.charge_total)]])
    await billingTick(store.container(), "2027-04-28")
    expect((await totals()).slice(2)).toEqual([["invoice", 23.8]])
  })

  describe("bad input", () => {
    it("refuses the same plan, an unknown one, another currency, and changes nothing", async () => {
      const clara = await subscriber()
      const refusal = (body: Record<string, unknown>) => refusalOf(clara.admin(at(clara.id), body))
      expect(await refusal({ when: "now" })).toMatchObject({
        ...{ status: 400, type: "invalid_data" },
        message: expect.stringMatching(/cycle_id: It is what the subscription is for already/),
      })
      expect(await refusal({ when: "now", cycle_id: "bcyc_none" })).toMatchObject({ status: 400 })
      expect(await refusal({ when: "2020-01-01", cycle_id: pro.cycles.Monthly })).toMatchObject({ status: 400 })
      expect(await refusal({ when: "now", quantity: 0 })).toMatchObject({ status: 400 })
      await store.knex()("billing_subscription").where({ id: clara.id }).update({ currency_code: "chf" })
      expect(await refusal({ when: "now", cycle_id: pro.cycles.Monthly })).toMatchObject({
        message: expect.stringMatching(/cycle_id: It has no price in CHF/),
      })
      await store.knex()("billing_subscription").where({ id: clara.id }).update({ currency_code: "eur" })
      expect(await store.knex()("billing_subscription_change").where({ subscription_id: clara.id })).toEqual([])
      expect(await clara.timeLine()).toEqual(["created", "activated"])
    })

    it("refuses figures that are others by now, and a change while a charge is in doubt", async () => {
      const clara = await subscriber()
      await clara.until(IN_MID_PERIOD)
      const body = { cycle_id: pro.cycles.Monthly, when: "now" }
      expect(await refusalOf(clara.admin(at(clara.id), { ...body, expected: { due_total: "4.00" } }))).toMatchObject({
        message: expect.stringMatching(/due_total is 5.95, not 4.00/),
      })
      await clara.bank("processing")
      await clara.until("2027-05-01")
      expect(await refusalOf(clara.admin(at(clara.id), body))).toMatchObject({
        message: expect.stringMatching(/A charge of it is under way/),
      })
      await clara.bank("ok")
    })

    it("the database refuses a second open change of a subscription", async () => {
      const clara = await subscriber()
      await change(clara, { quantity: 2, when: "period_end" })
      const [row] = await store.knex()("billing_subscription_change").where({ subscription_id: clara.id })
      const { from, to, ...columns } = row
      const twin = { ...columns, id: "bchg_twin", from: JSON.stringify(from), to: JSON.stringify(to) }
      await expect(store.knex()("billing_subscription_change").insert(twin)).rejects.toThrow(
        /IDX_billing_subscription_change_open/,
      )
    })
  })

  it("two admins at once: one changes it, the other is told", async () => {
    const clara = await subscriber()
    await clara.until(IN_MID_PERIOD)
    const body = { cycle_id: pro.cycles.Monthly, when: "now" }
    const outcomes = await Promise.allSettled([clara.admin(at(clara.id), body), clara.admin(at(clara.id), body)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect((await invoicesOf(clara.id)).filter(({ kind }) => kind === "credit_note")).toHaveLength(1)
  })

  it("B6, B10: nobody changes to a cycle that is disabled, nor a customer to what the shop does not sell", async () => {
    const clara = await subscriber()
    const off = await plan("Off", { monthly: 0 })
    const prices = [{ variant_id: off.variants.Monthly ?? "", currency_code: "eur", amount: 5 }]
    const kind = { type: PriceListType.OVERRIDE, status: PriceListStatus.ACTIVE }
    const list = { title: "Regulars", description: "Regulars", prices, ...kind }
    await createPriceListsWorkflow(store.container()).run({ input: { price_lists_data: [list] } })
    const to = (cycleId: string | undefined) => ({ cycle_id: cycleId, when: "period_end" })
    expect((await refusalOf(clara.admin(at(clara.id), to(off.cycles.Monthly)))).message).toMatch(
      /It has no price in EUR/,
    )
    const own = `/store/customers/me/subscriptions/${clara.id}/changes`
    await clara.customer(`${own}/preview`, to(basic.cycles.Annual))
    const products = store.container().resolve(Modules.PRODUCT)
    await products.updateProducts(basic.productId, { status: "draft" })
    expect((await refusalOf(clara.customer(own, to(basic.cycles.Annual)))).message).toMatch(/It cannot be ordered/)
    // More of what one has is no other offer; and an admin may sell what the shop does not.
    await clara.customer(`${own}/preview`, { quantity: 2, when: "period_end" })
    await preview(clara, to(basic.cycles.Annual))
  })

  it("customers change their own, as far as the merchant allows; another's is not found", async () => {
    const clara = await subscriber()
    const benno = await subscriber("benno@test.example")
    const own = `/store/customers/me/subscriptions/${clara.id}/changes`
    await clara.until(IN_MID_PERIOD)
    const { change: seen } = await clara.customer<{ change: ChangePreviewAnswer }>(`${own}/preview`, {
      quantity: 2,
      when: "now",
    })
    expect(seen).toMatchObject({ due_total: "5.95" })
    await clara.customer(own, { quantity: 2, when: "now", expected: { due_total: "5.95" } })
    expect(await clara.seen()).toMatchObject({ items: [{ quantity: 2 }] })
    expect(await refusalOf(clara.customer(own, { cycle_id: pro.cycles.Monthly, when: "now" }))).toMatchObject({
      message: expect.stringMatching(/cycle_id: The product cannot be changed here/),
    })
    expect(await refusalOf(benno.customer(`${own}/preview`, { quantity: 3, when: "now" }))).toMatchObject({
      status: 404,
    })
    expect(await refusalOf(benno.customer(own, { quantity: 3, when: "now" }))).toMatchObject({ status: 404 })
  })
})
