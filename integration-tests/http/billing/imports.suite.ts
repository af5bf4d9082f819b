import type { FiguresAnswer } from "../../../src/contracts/billing/figures/figures"
import type { SubscriptionsImportAnswer } from "../../../src/contracts/billing/imports"
import { exitCandidates } from "../../../src/modules/billing"
import { saveMethod } from "../../../src/providers/demo-payment/vault"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { countFigures } from "../../../src/workflows/billing/figures/count-figures"
import { billingTick } from "../../../src/workflows/billing/runs/billing-tick"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createCustomer } from "../../support/create-customer"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { pushClockTo } from "../../support/push-clock-to"
import { refusalOf } from "../../support/refusal-of"
import { runsCompleted } from "../../support/runs-completed"
import { storeSuite } from "../../support/store-suite"

const START = "2027-01-15"
const CARD = { brand: "demo", last4: "4242" }
const HEAD =
  "key,email,product,quantity,unit_price,currency_code,interval,next_on,started_on,country_code,payment_provider_id,payment_method,payment_account"

export const importsSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct
  let keys = 0

  const send = async (text: string, more: Record<string, unknown> = {}): Promise<SubscriptionsImportAnswer> => {
    keys += 1
    const content = Buffer.from(text).toString("base64")
    const body = {
      format: "template",
      file_name: "old.csv",
      content,
      dry_run: false,
      key: `import-${keys}-key`,
      ...more,
    }
    return (await store.api.post("/admin/billing/imports", body, world.adminHeaders)).data.import
  }
  const row = (key: string, email: string, more = ",,") =>
    `${key},${email},${hosting.productId},2,15.00,eur,1 month,2027-01-31,2026-08-31,de,${more}`
  const count = async (table: string): Promise<number> => Number((await store.knex()(table).count())[0]?.count)
  const everything = async () => ({
    subscriptions: await count("billing_subscription"),
    items: await count("billing_subscription_item"),
    imports: await count("billing_import"),
    customers: await count("customer"),
    events: await count("service_core_outbox_event"),
  })

  beforeAll(async () => {
    world = await createWorld(store)
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [
        { name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 20 } },
        { name: "Yearly", interval: { unit: "year", count: 1 }, prices: { eur: 200 } },
      ],
    })
    await saveMethod(store.knex(), { id: "dpm_1", account_holder_id: "dacc_1", ...CARD })
    await createCustomer(store.container(), { email: "ada@test.example", storeHeaders: world.storeHeaders })
    await pushClockTo(store, world, START)
  }, 120_000)

  it("B62: a dry run shows the file's sums beside ours, and writes nothing", async () => {
    const before = await everything()
    const file = [HEAD, row("1", "ada@test.example", "pp_demo_demo,dpm_1,dacc_1"), row("2", "new@test.example")].join(
      "\n",
    )
    expect(await send(file, { dry_run: true })).toMatchObject({
      ...{ is_written: false, created_count: 2, new_customer_count: 1, problem_count: 0 },
      currencies: [{ currency_code: "eur", file_count: 2, count: 2, file_mrr: "60.00", mrr: "60.00" }],
      months: [{ month: "2027-01", file_count: 2, count: 2, file_amount: "60.00", amount: "60.00" }],
      rows: [
        { row: 2, email: "ada@test.example", title: "Hosting", next_on: "2027-01-31", unit_price: "15.00" },
        { row: 3, email: "new@test.example", quantity: 2 },
      ],
    })
    expect(await everything()).toEqual(before)
  })

  it("B62: a file with one wrong row among ten thousand is refused, and nothing of it is written", async () => {
    const before = await everything()
    const lines = Array.from({ length: 10_000 }, (_one, place) => row(`k${place}`, `n${place}@test.example`))
    lines[700] = row("k700", "n700@test.example").replace("15.00", "15.005")
    const refusal = await refusalOf(send([HEAD, ...lines].join("\n")))
    expect(refusal).toMatchObject({
      status: 400,
      message: "The file was not saved. row 702, unit_price: takes at most 2 decimals in EUR",
    })
    lines[700] = row("k700", "n700@test.example").replace(hosting.productId, "prod_gone")
    expect((await refusalOf(send([HEAD, ...lines].join("\n")))).message).toContain("row 702, product: is no SKU")
    expect(await refusalOf(send("key", { content: "not base64" }))).toMatchObject({ status: 400 })
    expect(await everything()).toEqual(before)
  })

  it("B62: twice is once, at the same time, too; the database is the last guard", async () => {
    const before = await everything()
    const file = [HEAD, row("1", "ada@test.example", "pp_demo_demo,dpm_1,dacc_1"), row("2", "new@test.example")].join(
      "\n",
    )
    const both = await Promise.all([send(file), send(file)])
    expect(both.map(({ created_count, unchanged_count }) => [created_count, unchanged_count]).sort()).toEqual([
      [0, 2],
      [2, 0],
    ])
    const again = { key: "one-import-key" }
    expect(await send(file, again)).toMatchObject({ is_written: true, created_count: 0, unchanged_count: 2 })
    expect(await send(`${file}\n${row("3", "ada@test.example")}`, again)).toMatchObject({ created_count: 0 })
    const after = await everything()
    expect(after).toMatchObject({
      subscriptions: before.subscriptions + 2,
      items: before.items + 2,
      customers: before.customers + 1,
    })
    const twin = store
      .knex()("billing_subscription")
      .where({ import_key: null })
      .orWhereNotNull("import_key")
      .first("*")
    const { display_id: _display, ...columns } = await twin
    const json = ["payment_method", "shipping_address", "billing_address"].map((column): [string, unknown] => [
      column,
      columns[column] && JSON.stringify(columns[column]),
    ])
    const copy = { ...columns, ...Object.fromEntries(json), id: "bsub_twin" }
    await expect(store.knex()("billing_subscription").insert(copy)).rejects.toThrow(/import_key/)
  })

  it("B62, B25: what was paid elsewhere for the period that runs is credited by a change, to the balance", async () => {
    await send(
      [HEAD, row("1", "ada@test.example", "pp_demo_demo,dpm_1,dacc_1"), row("2", "none@test.example")].join("\n"),
    )
    const [own] = await store.knex()("billing_subscription").where({ email: "ada@test.example" })
    const path = `/admin/billing/subscriptions/${own.id}/changes`
    const change = async (quantity: number) => {
      const wish = { quantity, when: "now" }
      const { data } = await store.api.post(`${path}/preview`, wish, world.adminHeaders)
      const { credit_total, charge_total, due_total } = data.change
      const expected = { credit_total, charge_total, due_total }
      await store.api.post(path, { ...wish, expected }, world.adminHeaders)
      return data.change
    }
    // Two units at 15.00 from 31 December to 31 January: 16 of 31 days are left, and 19 % comes on top.
    expect(await change(3)).toMatchObject({
      ...{ kind: "prorate", credit: "15.48", charge: "23.23", credited_invoice: null },
      ...{
        credit_total: "18.42",
        charge_total: "27.64",
        balance_used: "18.42",
        due_total: "9.22",
        balance_after: "0.00",
      },
    })
    // The second one credits the bill that the first one has made.
    const back = await change(2)
    expect(back).toMatchObject({ credit: "23.23", charge: "15.48", credit_total: "27.64", balance_after: "9.22" })
    expect(back.credited_invoice).not.toBeNull()
    const entries = await store.knex()("billing_balance_entry").where({ kind: "granted" })
    expect(entries).toMatchObject([{ customer_id: own.customer_id, amount: "18.42", invoice_id: null }])
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B62: what was moved in is billed on its next date by the ordinary run, and is no growth", async () => {
    await send(
      [HEAD, row("1", "ada@test.example", "pp_demo_demo,dpm_1,dacc_1"), row("2", "new@test.example")].join("\n"),
    )
    await countFigures(store.container(), START)
    const figures: FiguresAnswer = (
      await store.api.get(`/admin/billing/figures?from=${START}&to=${START}`, world.adminHeaders)
    ).data.figures
    const [euro] = figures.currencies
    expect([euro?.active, euro?.new, Number(euro?.mrr)]).toEqual([2, 0, 60])
    // B61: its contract is of the day on which it began, and not of the move: it is withdrawn from no more.
    expect(await exitCandidates(store.knex(), "ada@test.example")).toMatchObject([{ concludedOn: "2026-08-31" }])

    for (const date of ["2027-01-24", "2027-01-31"]) {
      await pushClockTo(store, world, date)
      await store.settled()
      await runsCompleted(store)
      await billingTick(store.container(), date)
      await runsCompleted(store)
    }
    const { data } = await store.api.get("/admin/billing/subscriptions?order=display_id", world.adminHeaders)
    const [first, second] = data.subscriptions
    expect(first).toMatchObject({ status: "active", order_id: null, collection_method: "charge_automatically" })
    expect(second).toMatchObject({ order_id: null, collection_method: "send_invoice", period_end: "2027-02-28" })
    const renewals = await store
      .knex()("billing_renewal")
      .orderBy("subscription_id")
      .select("subscription_id", "status", "due_on", "period_end")
      .select(store.knex().raw("total::text as total"))
    const of = (id: string) => renewals.find(({ subscription_id }) => subscription_id === id)
    expect(of(first.id)).toMatchObject({ status: "paid", due_on: "2027-01-31", period_end: "2027-02-28" })
    expect(of(second.id)).toMatchObject({ status: "issued", due_on: "2027-01-31" })
    expect(Number(of(first.id)?.total)).toBeGreaterThanOrEqual(30)
    const detail = await store.api.get(`/admin/billing/subscriptions/${first.id}`, world.adminHeaders)
    expect(detail.data.subscription.events.map(({ type }: { type: string }) => type)).toContain("imported")
    expect(await findBillingFaults(store.knex())).toEqual([])
  })
})
