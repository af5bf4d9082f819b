import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type InvoiceFilters,
  listInvoiceIds,
  readInvoices,
} from "../../src/modules/billing"
import { readInput, writeOutput } from "../support/child"

export interface InvoiceListInput {
  count: number
  pages: number
}

const TODAY = "2026-11-29"
const FIRST = "2023-01-01"
const DAYS = 1_428
const INDEX_SETTINGS = ["enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan"]

/** A document of the size that one of a single line has. */
const DOCUMENT = JSON.stringify({ number: "", lines: [{ title: "Hosting" }], text: "x".repeat(1_500) })

/** Four years of invoices: most are paid, a few are open, overdue or written off; one in fifty has a credit note. */
async function seed(knex: Knex, count: number): Promise<void> {
  const raw = `'{"value":"11.90","precision":20}'::jsonb`
  await knex.raw(
    `insert into billing_invoice (id, kind, series, sequence, number, order_id, subscription_id, customer_id, issued_on,
       due_on, currency_code, subtotal, raw_subtotal, tax_total, raw_tax_total, total, raw_total, document)
     select 'binv_' || n, case when n % 50 = 0 then 'credit_note' else 'invoice' end, case when n % 50 = 0 then 'CN' else 'INV' end,
       n, 'N-' || n, 'order_' || n, 'bsub_' || (n % 50000), 'cus_' || (n % 40000), d.day,
       to_char(d.day::date + 7, 'YYYY-MM-DD'), case when n % 10 = 0 then 'chf' else 'eur' end,
       10, ${raw}, 1.90, ${raw}, 11.90, ${raw}, ?::jsonb
     from generate_series(1, ?) n
     cross join lateral (select to_char(?::date + (n::bigint * ? / ?)::int, 'YYYY-MM-DD') as day) d`,
    [DOCUMENT, count, FIRST, DAYS, count],
  )
  await knex.raw(
    `insert into billing_invoice_payment (invoice_id, status, due_on, issued_on, sequence, invoice_total, open_total,
       paid_total, raw_paid_total, written_off_total)
     select id, s.status, due_on, issued_on, sequence, total, case s.status when 'open' then total else 0 end,
       case s.status when 'paid' then total else 0 end, raw_total, case s.status when 'written_off' then total else 0 end
     from billing_invoice
     cross join lateral (select case when sequence % 1000 = 7 then 'written_off'
       when sequence % 50 = 3 or issued_on > '2026-11-20' then 'open' else 'paid' end as status) s
     where kind = 'invoice'`,
  )
  await knex.raw("vacuum analyze billing_invoice")
  await knex.raw("vacuum analyze billing_invoice_payment")
}

const PAGES: { name: string; filters: (n: number) => InvoiceFilters }[] = [
  { name: "whole", filters: () => ({}) },
  { name: "overdue", filters: () => ({ payment: ["overdue"] }) },
  { name: "written off", filters: () => ({ payment: ["written_off"] }) },
  { name: "paid or open", filters: () => ({ payment: ["paid", "open"] }) },
  { name: "credit notes in CHF", filters: () => ({ kind: ["credit_note"], currency_code: ["chf"] }) },
  { name: "of a customer", filters: (n) => ({ customer_id: `cus_${n % 40_000}` }) },
  { name: "by number", filters: (n) => ({ q: `N-${n + 1}` }) },
  { name: "of a month", filters: () => ({ issued_from: "2025-03-01", issued_to: "2025-03-31", payment: ["paid"] }) },
]

async function page(knex: Knex, filters: InvoiceFilters, offset: number): Promise<void> {
  const { ids } = await listInvoiceIds(knex, filters, { asOf: TODAY, limit: 20, offset })
  await readInvoices(knex, ids, TODAY)
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function withoutIndexes(knex: Knex, filters: InvoiceFilters): Promise<number> {
  return knex.transaction(async (trx) => {
    for (const setting of INDEX_SETTINGS) {
      await trx.raw(`set local ${setting} = off`)
    }
    return timeOf(() => listInvoiceIds(trx, filters, { asOf: TODAY, limit: 20, offset: 0 }))
  })
}

async function plansOf(knex: Knex, filters: InvoiceFilters): Promise<string[]> {
  const asked: { sql: string; bindings: unknown[] }[] = []
  const listen = (question: { sql: string; bindings: unknown[] }) => asked.push(question)
  knex.on("query", listen)
  await page(knex, filters, 0)
  knex.removeListener("query", listen)
  const plans: string[] = []
  for (const { sql, bindings } of asked.filter((one) => one.sql.startsWith("select"))) {
    const { rows } = await knex.raw<{ rows: { "QUERY PLAN": string }[] }>(
      `explain (costs off) ${sql.replace(/\$\d+/g, "?")}`,
      bindings as Knex.RawBinding[],
    )
    plans.push(...rows.map((row) => row["QUERY PLAN"]))
  }
  return plans
}

export default async function invoiceList({ container }: ExecArgs): Promise<void> {
  const { count, pages } = readInput<InvoiceListInput>()
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await seed(knex, count)
  const measured: { name: string; p95: number; reference: number }[] = []
  const plans: string[] = []
  for (const { name, filters } of PAGES) {
    const times: number[] = []
    for (let n = 0; n < pages; n++) {
      const offset = n % 10 === 9 && name === "whole" ? 200 : 0
      times.push(await timeOf(() => page(knex, filters(n * 997), offset)))
    }
    times.sort((a, b) => a - b)
    const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? 0
    measured.push({ name, p95, reference: await withoutIndexes(knex, filters(1)) })
    plans.push(...(await plansOf(knex, filters(1))))
  }
  writeOutput({ pages: measured, plans })
}
