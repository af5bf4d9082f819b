import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { addDays, cycleDate, compareDates, type CivilDate } from "../../src/rules/calendar"
import { sum } from "../../src/rules/money"
import { billingTick } from "../../src/workflows/billing/runs/billing-tick"
import { createCustomer } from "../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createWorld, type World } from "../support/create-world"
import { findBillingFaults } from "../support/find-billing-faults"
import { placeOrder } from "../support/place-order"
import { pushClockTo } from "../support/push-clock-to"
import { runsCompleted } from "../support/runs-completed"
import { storeSuite } from "../support/store-suite"
import type { TestStore } from "../support/store-test"

const BOUGHT_ON = "2027-01-31"
const A_YEAR_ON = "2028-02-01"
const MONTHLY = { unit: "month", count: 1 } as const

/** A year as the store's records tell it, without what is random or an instant. */
interface Year {
  renewals: { cycle: number; period: string; due_on: string; status: string; total: string }[]
  invoices: { number: string; due_on: string; total: string; lines: unknown; taxes: unknown; payment: string }[]
  orders: { total: number; paid: number; payment_status: string }[]
  charges: { amount: string; status: string }[]
  subscription: Record<string, unknown>
}

export const aYearOfMonthlyBillingSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct
  let headers: Record<string, string>

  beforeAll(async () => {
    world = await createWorld(store)
    const { salesChannelId, storeHeaders } = world
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId,
      cycles: [{ name: "Monthly", interval: MONTHLY, prices: { eur: 29.9 }, setupFees: { eur: "49.00" } }],
    })
    headers = (await createCustomer(store.container(), { email: "clara@test.example", storeHeaders })).headers
  })

  async function buy(): Promise<void> {
    await pushClockTo(store, world, BOUGHT_ON)
    const items = [{ variant_id: hosting.variants.Monthly ?? "", quantity: 1 }]
    await placeOrder(store, world, { items, headers, providerId: "pp_demo_demo" })
  }

  /** What the scheduled job does on a day. */
  async function bill(date: CivilDate): Promise<void> {
    await pushClockTo(store, world, date)
    await billingTick(store.container(), await store.container().resolve<CoreModuleService>(CORE_MODULE).today())
    await runsCompleted(store)
  }

  it("decision 6, B31: day by day and in one jump make the same year, to the day and to the cent", async () => {
    await buy()
    for (let date = addDays(BOUGHT_ON, 1); compareDates(date, A_YEAR_ON) <= 0; date = addDays(date, 1)) {
      await bill(date)
    }
    const byDay = await tellYear(store, world)
    expect(await findBillingFaults(store.knex())).toEqual([])
    expectRightYear(byDay)
    remembered.byDay = byDay
  })

  it("decision 6, B35: … in one jump", async () => {
    await buy()
    await bill(A_YEAR_ON)
    const inOneJump = await tellYear(store, world)
    expect(await findBillingFaults(store.knex())).toEqual([])
    expectRightYear(inOneJump)
    expect(inOneJump).toEqual(remembered.byDay)
  })
})

const remembered: { byDay?: Year } = {}

function expectRightYear(year: Year): void {
  const dueDates = Array.from({ length: 12 }, (_, i) => cycleDate(BOUGHT_ON, MONTHLY, i + 1))
  expect(dueDates.slice(0, 4)).toEqual(["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"])
  expect(year.renewals.map(({ due_on }) => due_on)).toEqual(dueDates)
  expect(year.renewals.every(({ status, total }) => status === "paid" && total === "35.58")).toBe(true)
  expect(year.invoices).toHaveLength(13)
  expect(year.invoices.map(({ number }) => number).slice(0, 2)).toEqual(["INV-000001", "INV-000002"])
  // 29.90 and the set-up fee of 49.00, with 19 %.
  expect(year.invoices[0]).toMatchObject({ total: "93.89", payment: "paid", due_on: BOUGHT_ON })
  expect(year.orders.every(({ payment_status }) => payment_status === "captured")).toBe(true)
  expect(year.orders.every(({ total, paid }) => Math.round(total * 100) === Math.round(paid * 100))).toBe(true)
  const paid = year.invoices.filter(({ payment }) => payment === "paid").map(({ total }) => total)
  expect(sum(year.charges.map(({ amount }) => amount))).toBe(sum(paid))
  expect(year.subscription).toMatchObject({
    status: "active",
    anchor_on: BOUGHT_ON,
    next_cycle: 13,
    period_start: "2028-01-31",
    period_end: "2028-02-29",
    next_due_on: "2028-02-29",
  })
}

async function tellYear(store: TestStore, world: World): Promise<Year> {
  const knex = store.knex()
  const renewals = await knex("billing_renewal").orderBy("cycle")
  const invoices = await knex("billing_invoice as i")
    .join("billing_invoice_payment as p", "p.invoice_id", "i.id")
    .select("i.*", "p.status as payment")
    .orderBy("i.sequence")
  const charges = await knex("demo_payment_charge").where({ status: "captured" }).orderBy("created_at")
  const [subscription] = await knex("billing_subscription")
  const orders: Year["orders"] = []
  for (const { order_id } of invoices) {
    const fields = "fields=total,payment_status,*summary"
    const { data } = await store.api.get(`/admin/orders/${order_id}?${fields}`, world.adminHeaders)
    const { total, payment_status, summary } = data.order
    orders.push({ total, payment_status, paid: summary.paid_total })
  }
  return {
    renewals: renewals.map(({ cycle, period_start, period_end, due_on, status, total }) => ({
      cycle,
      period: `${period_start}/${period_end}`,
      due_on,
      status,
      total,
    })),
    invoices: invoices.map(({ number, due_on, total, document, payment }) => ({
      number,
      due_on,
      total,
      lines: document.lines.map(({ order_line_id: _line, ...line }: { order_line_id?: string }) => line),
      taxes: document.taxes,
      payment,
    })),
    orders,
    charges: charges.map(({ amount, status }) => ({ amount: Number(amount).toFixed(2), status })),
    subscription: Object.fromEntries(
      ["status", "anchor_on", "next_cycle", "period_start", "period_end", "next_due_on", "currency_code"].map((key) => [
        key,
        subscription[key],
      ]),
    ),
  }
}
