import { compare, isPositive, negate, round } from "../../../src/rules/money"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { addInterval, type CivilDate } from "../../../src/rules/calendar"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../../src/workflows/rooms"
import { ACCOUNT_FAULTS } from "../../support/account-faults"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { placeOrder } from "../../support/place-order"
import { refusalOf as refusal } from "../../support/refusal-of"
import { runBilling } from "../../support/run-billing"
import { storeSuite } from "../../support/store-suite"

const DEMO = "pp_demo_demo"
const MONTH = { unit: "month", count: 1 } as const
const STEPS = 300

interface Invoice {
  id: string
  total: string
  status: string
  order_id: string
  refundable_total: string
  customer_balance: string
  credit_notes: { id: string; number: string; total: string }[]
  entries: { kind: string; amount: string; reason: string | null }[]
  payment: Record<
    "open_total" | "paid_total" | "refunded_total" | "credited_total" | "written_off_total" | "balance_total",
    string
  >
}

export const accountsSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let mug: string
  let hosting: OfferedProduct
  let today: CivilDate

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    const { salesChannelId } = world
    clara = await createCustomer(container, { email: "clara@test.example", ...world })
    const product = await createProduct(container, { title: "Mug", salesChannelId, prices: { eur: 10 } })
    mug = product.variants[0]?.id ?? ""
    hosting = await createOfferedProduct(container, {
      title: "Hosting",
      salesChannelId,
      cycles: [{ name: "Monthly", interval: MONTH, prices: { eur: 10 } }],
    })
  })

  beforeEach(async () => {
    today = await store.container().resolve<CoreModuleService>(CORE_MODULE).today()
  })

  const buy = async (variant_id = mug, quantity = 1): Promise<Invoice> => {
    const { headers } = clara
    const items = [{ variant_id, quantity }]
    const order = await placeOrder(store, world, { items, headers, providerId: DEMO })
    await sweep()
    const { data } = await store.api.get(`/admin/billing/invoices?order_id=${order.id}`, world.adminHeaders)
    return read(data.invoices[0].id)
  }
  const sweep = async () => {
    await sweepOrders(store.container(), { now: new Date(), today }, orderRooms)
    await store.settled()
  }
  const read = async (id: string): Promise<Invoice> =>
    (await store.api.get(`/admin/billing/invoices/${id}`, world.adminHeaders)).data.invoice
  const act = async (id: string, action: string, body: object): Promise<Invoice> => {
    const { data } = await store.api.post(`/admin/billing/invoices/${id}/${action}`, body, world.adminHeaders)
    await store.settled()
    return data.invoice
  }
  const give = async (amount: string, key: string) =>
    (
      await store.api.post(
        `/admin/billing/customers/${clara.customer.id}/balance`,
        { currency_code: "eur", amount, reason: "goodwill", key },
        world.adminHeaders,
      )
    ).data.account
  const refusalOf = async (request: Promise<unknown>): Promise<string> => (await refusal(request)).message
  const faults = async (): Promise<string[]> => {
    const found: string[] = []
    for (const [name, sql] of Object.entries(ACCOUNT_FAULTS)) {
      const { rows } = await store.knex().raw<{ rows: object[] }>(sql)
      found.push(...rows.map((row) => `${name}: ${JSON.stringify(row)}`))
    }
    return found
  }

  it("B51: a refund in part gives the money back, issues a credit note, and the account says both", async () => {
    const { id } = await buy()
    const invoice = await act(id, "refund", { amount: "5.00", reason: "late", refunded_total: "0" })
    expect(invoice).toMatchObject({
      status: "paid",
      payment: { paid_total: "11.90", refunded_total: "5.00", credited_total: "5.00", open_total: "0.00" },
      credit_notes: [{ number: "CN-000001", total: "5.00" }],
    })
    expect(invoice.entries).toContainEqual(
      expect.objectContaining({ kind: "refund", amount: "5.00", reason: "late", actor_name: "Ada Admin" }),
    )
    const note = await read(invoice.credit_notes[0]?.id ?? "")
    expect(note).toMatchObject({ kind: "credit_note", status: null, payment: null, corrects: { id } })
    await sweep()
    expect((await read(id)).credit_notes).toHaveLength(1)
    expect(await refusalOf(act(id, "refund", { amount: "5.00", reason: "twice", refunded_total: "0" }))).toContain(
      "changed meanwhile",
    )
    expect(await refusalOf(act(id, "refund", { amount: "6.91", reason: "too much" }))).toContain(
      "6.90 can be given back",
    )
    await act(id, "refund", { amount: "6.90", reason: "all" })
    await sweep()
    expect(await read(id)).toMatchObject({ status: "credited", payment: { credited_total: "11.90" } })
    expect(await faults()).toEqual([])
  })

  it("B51: a credit above its invoice is refused, one below it waits to be given back or moved to the balance", async () => {
    const { id } = await buy()
    expect(await refusalOf(act(id, "credit", { amount: "11.91", reason: "x" }))).toContain("11.90 of the invoice")
    const credited = await act(id, "credit", { amount: "4.00", reason: "broken" })
    expect(credited.payment).toMatchObject({ credited_total: "4.00", open_total: "-4.00" })
    const moved = await act(id, "balance", { direction: "move" })
    expect(moved).toMatchObject({ customer_balance: "4.00", payment: { open_total: "0.00", balance_total: "-4.00" } })
    expect(await refusalOf(act(id, "balance", { direction: "move" }))).toContain("nothing beyond")
    await sweep()
    expect(await faults()).toEqual([])
  })

  it("a grant is made once however often it is sent, and is never taken back below zero", async () => {
    await give("7.50", "grant-0001")
    expect(await give("7.50", "grant-0001")).toMatchObject({ balances: [{ currency_code: "eur", amount: "7.50" }] })
    expect(await refusalOf(give("-7.51", "take-0001"))).toContain("7.50")
    await expect(
      store.knex()("billing_customer_balance").where({ customer_id: clara.customer.id }).update({ amount: -1 }),
    ).rejects.toThrow(/amount_check/)
    await expect(store.knex()("billing_balance_entry").delete()).rejects.toThrow(/never change/)
  })

  it("B36: a renewal is paid from the balance: in part, it is charged for the rest; whole, it is not charged", async () => {
    await give("15.00", "grant-0002")
    await buy(hosting.variants.Monthly ?? "")
    await runBilling(store.container(), addInterval(today, MONTH))
    await runBilling(store.container(), addInterval(today, { unit: "month", count: 2 }))
    await sweep()
    const rows = await store.knex()("billing_renewal").orderBy("cycle").select("status", "total", "invoice_id")
    expect(rows.map(({ status, total }) => [status, Number(total)])).toEqual([
      ["paid", 0],
      ["paid", 8.8],
    ])
    const [first, second] = await Promise.all(rows.map(({ invoice_id }) => read(invoice_id)))
    expect(first).toMatchObject({
      status: "paid",
      total: "11.90",
      payment: { balance_total: "11.90", paid_total: "0" },
    })
    expect(second).toMatchObject({ status: "paid", payment: { balance_total: "3.10", paid_total: "8.80" } })
    expect(await faults()).toEqual([])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B38: what is open is written off, asked for again, and marked as paid", async () => {
    await buy(hosting.variants.Monthly ?? "")
    await store.knex()("billing_subscription").update({ collection_method: "send_invoice" })
    await runBilling(store.container(), addInterval(today, MONTH))
    const { invoice_id: id } = await store.knex()("billing_renewal").first()
    expect(await act(id, "write-off", { reason: "moved away", open_total: "11.9" })).toMatchObject({
      status: "written_off",
      payment: { open_total: "0.00", written_off_total: "11.90" },
    })
    expect(await refusalOf(act(id, "write-off", { reason: "again" }))).toContain("Nothing of this invoice is open")
    expect((await act(id, "undo-write-off", { reason: "found" })).payment).toMatchObject({ open_total: "11.90" })
    const paid = await act(id, "mark-paid", { reason: "transfer 4711" })
    expect(paid).toMatchObject({ status: "paid", payment: { paid_total: "11.90", open_total: "0.00" } })
    expect(await refusalOf(act(id, "mark-paid", { reason: "again" }))).toContain("Nothing of this invoice is open")
    expect(await store.knex()("billing_renewal").first()).toMatchObject({ status: "paid" })
    expect(await faults()).toEqual([])
    await expect(store.knex()("billing_invoice_entry").update({ amount: 1 })).rejects.toThrow(/never change/)
    await expect(
      store.knex()("billing_invoice_payment").where({ invoice_id: id }).update({ credited_total: 99 }),
    ).rejects.toThrow(/check/)
  })

  it("the list is found by what it is filtered by, adds up, and is handed out as a file", async () => {
    const { id } = await buy()
    await act(id, "refund", { amount: "5.00", reason: "late" })
    const of = async (query: string) =>
      (await store.api.get(`/admin/billing/invoices?${query}`, world.adminHeaders)).data.invoices as { kind: string }[]
    expect((await of("kind=credit_note")).map(({ kind }) => kind)).toEqual(["credit_note"])
    expect(
      await of(`payment=paid&currency_code=eur&issued_from=${today}&customer_id=${clara.customer.id}`),
    ).toHaveLength(1)
    expect(await of(`issued_to=2001-01-01`)).toEqual([])
    const sums = (await store.api.get("/admin/billing/invoices/sums", world.adminHeaders)).data.sums
    expect(sums).toMatchObject([{ currency_code: "eur", count: 2, total: "6.90", open_total: "0" }])
    const file = (await store.api.get("/admin/billing/invoices/csv", world.adminHeaders)).data as string
    expect(file.trim().split("\r\n")).toHaveLength(3)
    expect(file).toContain("-5.00")
  })

  it(`${STEPS} random steps: sums hold, no credit above its invoice, numbers gapless, no balance below zero`, async () => {
    let state = 20_261_129
    const next = (most: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((state / 2_147_483_648) * most)
    }
    const part = (amount: string): string => round(String((Number(amount) * (1 + next(100))) / 100), "eur")
    const ids: string[] = []
    for (let step = 0; step < STEPS; step++) {
      if (ids.length < 12 && step % 20 === 0) {
        ids.push((await buy(mug, 1 + next(3))).id)
      }
      const id = ids[next(ids.length)] ?? ""
      const { payment, total, refundable_total, customer_balance } = await read(id)
      const left = String(Number(total) - Number(payment.credited_total))
      const tries: (() => Promise<unknown>)[] = [
        () => act(id, "refund", { amount: part(refundable_total), reason: "walk" }),
        () => act(id, "credit", { amount: part(left), reason: "walk" }),
        () => act(id, "balance", { direction: "move" }),
        () => act(id, "balance", { direction: "use" }),
        () => act(id, "write-off", { reason: "walk" }),
        () => act(id, "undo-write-off", { reason: "walk" }),
        () => give(isPositive(customer_balance) && next(2) ? negate(customer_balance) : "3.00", `walk-${step}-key`),
        () => act(id, "refund", { amount: "9999", reason: "too much" }),
      ]
      await tries[next(tries.length)]?.().catch((error: { response?: { status: number } }) => {
        // A refusal is an answer; anything else is a fault.
        expect([400, 409]).toContain(error.response?.status)
      })
      if (step % 50 === 49) {
        await sweep()
        expect(await faults()).toEqual([])
      }
    }
    expect(compare(String(ids.length), "11")).toBe(1)
  }, 600_000)
})
