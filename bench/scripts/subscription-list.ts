import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  listSubscriptions,
  type SubscriptionFilters,
} from "../../src/modules/billing"
import { readInput, writeOutput } from "../support/child"

export interface SubscriptionListInput {
  count: number
  pages: number
}

const PEOPLE = 30_000
const FIRST = ["Anna", "Björn", "Chloé", "Dimitri", "Emma", "François", "Giulia", "Hannes", "Inès", "Jürg"]
const LAST = ["Müller", "Rossi", "Dupont", "Keller", "Meier", "Schmid", "Favre", "Weber", "Brunner", "Nguyễn"]
const WORDS = ["Hosting", "Backup", "Archive", "Mailbox", "Support", "Licence", "Monitoring", "Storage"]
const INDEX_SETTINGS = ["enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan"]

/** Most run, some have ended, a few are in each other state; a customer has three, for one of 200 products each. */
async function seed(knex: Knex, count: number): Promise<void> {
  await knex.raw(
    `insert into customer (id, first_name, last_name, email, has_account)
     select 'cus_' || n, (?::text[])[1 + n % 10], (?::text[])[1 + n / 10 % 10] || ' ' || n, 'customer' || n || '@mail.example', true
     from generate_series(0, ?) n`,
    [FIRST, LAST, PEOPLE - 1],
  )
  await knex.raw(
    `insert into billing_subscription (id, status, payment_type, customer_id, email, order_id, currency_code, interval_unit,
       interval_count, anchor_on, next_cycle, period_start, period_end, next_due_on, collection_method, suspended_reason,
       shipping_address, billing_address)
     select 'bsub_' || lpad(n::text, 9, '0'), s.status, 'recurring', 'cus_' || (n % ?), 'customer' || (n % ?) || '@mail.example',
       'order_' || n, 'eur', 'month', 1, '2025-01-31', 20, '2026-11-01', '2026-12-01',
       case when s.status in ('canceled', 'expired') then null else to_char(date '2026-12-01' + n % 30, 'YYYY-MM-DD') end,
       'charge_automatically', case when s.status = 'suspended' then 'overdue' end, a.address, a.address
     from generate_series(1, ?) n
     cross join lateral (select case when n % 5 = 1 then 'canceled' when n % 200 = 3 then 'suspended' when n % 100 = 7
       then 'past_due' when n % 50 = 9 then 'trialing' else 'active' end as status) s
     cross join lateral (select jsonb_build_object('first_name', 'Anna', 'last_name', 'Müller', 'address_1',
       'Bahnhofstrasse ' || n, 'postal_code', '8001', 'city', 'Zürich', 'country_code', 'ch') as address) a`,
    [PEOPLE, PEOPLE, count],
  )
  await knex.raw(
    `insert into billing_subscription_item (id, subscription_id, kind, quantity, offer_id, cycle_id, product_id, variant_id,
       title, unit_price, raw_unit_price, snapshot)
     select 'bsi_' || lpad(n::text, 9, '0'), 'bsub_' || lpad(n::text, 9, '0'), 'product', 1, 'boff_1', 'bcyc_1',
       'prod_' || (n % 200), 'variant_' || (n % 200), (?::text[])[1 + n % 8] || ' ' || (n % 200), 29.90,
       '{"value":"29.90","precision":20}', '{}'
     from generate_series(1, ?) n`,
    [WORDS, count],
  )
  for (const table of [
    "customer",
    "billing_subscription",
    "billing_subscription_item",
    "billing_subscription_search",
  ]) {
    await knex.raw(`vacuum analyze ${table}`)
  }
}

const DEFAULT_ORDER = "-display_id"

interface PageCase {
  name: string
  filters: (n: number) => SubscriptionFilters
  order?: string
  /** Of so many that reading the table is no slower. */
  isCommon?: true
}

const PAGES: PageCase[] = [
  { name: "whole", filters: () => ({}) },
  { name: "by their age", filters: () => ({}), order: "-created_at" },
  { name: "by what is due next", filters: () => ({ status: ["active"] }), order: "next_due_on" },
  { name: "by e-mail, the last first", filters: () => ({}), order: "-email" },
  { name: "by what is due last", filters: () => ({}), order: "-next_due_on" },
  { name: "past due or suspended", filters: () => ({ status: ["past_due", "suspended"] }) },
  { name: "active", filters: () => ({ status: ["active"] }) },
  { name: "of a customer", filters: (n) => ({ customer_id: `cus_${n % PEOPLE}` }) },
]
const SEARCHES: PageCase[] = [
  { name: "by a part of an e-mail address", filters: (n) => ({ q: `mer${n % PEOPLE}@` }) },
  { name: "by a first and a last name", filters: (n) => ({ q: `bjorn ${n % PEOPLE}` }) },
  { name: "by a product", filters: (n) => ({ q: `Archive ${n % 200}` }) },
  { name: "active ones by a product", filters: (n) => ({ q: `backup ${n % 200}`, status: ["active"] }) },
  { name: "by a word of one in eight", filters: () => ({ q: "monitoring" }), isCommon: true },
  { name: "by two letters and a number", filters: (n) => ({ q: `mü ${n % PEOPLE}` }) },
  { name: "by number", filters: (n) => ({ q: `#${1 + (n % 1000)}` }) },
  { name: "by what is nowhere", filters: () => ({ q: "zzyzx" }) },
]

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function withoutIndexes(knex: Knex, work: (trx: Knex) => Promise<unknown>): Promise<number> {
  return knex.transaction(async (trx) => {
    for (const setting of INDEX_SETTINGS) {
      await trx.raw(`set local ${setting} = off`)
    }
    return timeOf(() => work(trx))
  })
}

async function plansOf(knex: Knex, work: () => Promise<unknown>): Promise<string[]> {
  const asked: { sql: string; bindings: unknown[] }[] = []
  const listen = (question: { sql: string; bindings: unknown[] }) => asked.push(question)
  knex.on("query", listen)
  await work()
  knex.removeListener("query", listen)
  const plans: string[] = []
  for (const { sql, bindings } of asked.filter((one) => /^(select|with)/.test(one.sql))) {
    const { rows } = await knex.raw<{ rows: { "QUERY PLAN": string }[] }>(
      `explain (costs off) ${sql.replace(/\$\d+/g, "?")}`,
      bindings as Knex.RawBinding[],
    )
    plans.push(...rows.map((row) => row["QUERY PLAN"]))
  }
  return plans
}

/** What the migration does where `pg_trgm` is not to be had. */
async function withoutTrigrams(knex: Knex): Promise<void> {
  await knex.raw(`drop index "IDX_billing_subscription_search_trigrams"`)
  await knex.raw(
    `create index "IDX_billing_subscription_search_grams" on billing_subscription_search using gin (search_grams)`,
  )
  await knex.raw(`update billing_subscription_search set search_text = ''`)
  await knex.raw(`select billing_write_search(array(select id from billing_subscription))`)
  await knex.raw("vacuum full billing_subscription_search")
  await knex.raw("vacuum analyze billing_subscription_search")
}

export default async function subscriptionList({ container }: ExecArgs): Promise<void> {
  const { count, pages } = readInput<SubscriptionListInput>()
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await seed(knex, count)
  const measured: { name: string; p95: number; reference: number; plans: string[] }[] = []
  const measure = async (db: Knex, cases: PageCase[], note: string): Promise<void> => {
    for (const { name, filters, order = DEFAULT_ORDER, isCommon } of cases) {
      const page = (on: Knex, n: number, offset = 0) =>
        listSubscriptions(on, filters(n * 997), { order, limit: 20, offset })
      const times: number[] = []
      for (let n = 0; n < pages; n++) {
        times.push(await timeOf(() => page(db, n, n % 10 === 9 && name === "whole" ? 200 : 0)))
      }
      times.sort((a, b) => a - b)
      const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? 0
      const plans = isCommon ? [] : await plansOf(db, () => page(db, 1))
      measured.push({ name: `${name}${note}`, p95, reference: await withoutIndexes(db, (trx) => page(trx, 1)), plans })
    }
  }
  await measure(knex, [...PAGES, ...SEARCHES], "")
  await withoutTrigrams(knex)
  // Another handle of the same database, which has not been asked for the index yet.
  await measure(knex.withUserParams({}), SEARCHES, ", without pg_trgm")
  writeOutput({ pages: measured })
}
