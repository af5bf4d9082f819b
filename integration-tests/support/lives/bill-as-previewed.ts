import { runDetailAnswerSchema, runPreviewAnswerSchema, type RunAnswer } from "../../../src/contracts/billing/runs"
import {
  subscriptionDetailAnswerSchema,
  type SubscriptionDetailAnswer,
} from "../../../src/contracts/billing/subscription-answers"
import { compareDates, type CivilDate } from "../../../src/rules/calendar"
import { sum } from "../../../src/rules/money"
import type { World } from "../create-world"
import { runBilling } from "../run-billing"
import type { TestStore } from "../store-test"

/** Counts and sums by currency. */
type Sums = Record<string, { count: number; total: string }>

interface Renewal {
  id: string
  subscription_id: string
  cycle: number
  currency_code: string
  total: string
  /** Of its invoice, before what the customer's balance pays of it. */
  invoice_total: string
  due_on: CivilDate
  period_start: CivilDate
  period_end: CivilDate
}

interface Asked {
  renewal_id: string
  amount: string
  currency_code: string
  renewal_total: string
}

/**
 * Asks what a run would issue and charge, has it done, and expects exactly that: by currency of the run, by subscription
 * of what its page announces. What cannot be billed is named before and after. A second run on the same date does nothing.
 */
export async function billAsPreviewed(store: TestStore, world: World, asOf: CivilDate): Promise<void> {
  const get = async (path: string) => (await store.api.get(`/admin/billing/${path}`, world.adminHeaders)).data
  // What the run leaves alone is announced for another day.
  const due = store.knex()("billing_subscription").where("next_due_on", "<=", asOf)
  const ids: string[] = await due.orderBy("display_id").pluck("id")
  const upcoming = new Map<string, SubscriptionDetailAnswer["upcoming"]>()
  for (const id of ids) {
    upcoming.set(id, subscriptionDetailAnswerSchema.parse((await get(`subscriptions/${id}`)).subscription).upcoming)
  }
  const settled: string[] = await store.knex()("billing_renewal").whereIn("status", ["paid", "canceled"]).pluck("id")
  const preview = runPreviewAnswerSchema.parse((await get(`runs/preview?as_of=${asOf}`)).preview)

  const run = runDetailAnswerSchema.parse((await get(`runs/${await runBilling(store.container(), asOf)}`)).run)
  const issued = await issuedBy(store, run)
  const named = run.problems.map(({ subscription_id }) => subscription_id).sort()

  expect({ as: "the run", status: run.status, named }).toEqual({
    as: "the run",
    status: "completed",
    named: preview.refused.map(({ subscription_id }) => subscription_id).sort(),
  })
  expect({ issued: sumsOf(issued) }).toEqual({
    issued: counted(preview.sums.map(({ currency_code, invoices }) => ({ currency_code, ...invoices }))),
  })
  // Of what is settled, a run asks what became of its charges, and collects nothing.
  const asked = (await askedBy(store, run)).filter(({ renewal_id }) => !settled.includes(renewal_id))
  expect({ charged: asked.map(({ amount }) => Number(amount)) }).toEqual({
    charged: asked.map(({ renewal_total }) => Number(renewal_total)),
  })
  expect({ charged: sumsOf(asked.map((one) => ({ ...one, total: one.amount }))) }).toEqual({
    charged: counted(
      preview.sums.map(({ currency_code, charged, earlier }) => ({
        currency_code,
        count: charged.count + earlier.count,
        total: sum([String(charged.total), String(earlier.total)]),
      })),
    ),
  })
  for (const [id, next] of upcoming) {
    if (next && compareDates(next.issue_on, asOf) <= 0 && !named.includes(id)) {
      const { cycle, total, due_on, period_start, period_end, currency_code } = next
      const found = issued.find((one) => one.subscription_id === id && one.cycle === cycle)
      expect(found).toMatchObject({ due_on, period_start, period_end, currency_code })
      expect({ id, cycle, total: Number(found?.invoice_total) }).toEqual({ id, cycle, total: Number(total) })
    }
  }
  await expectNothingMore(store, asOf)
}

/** Running twice equals running once: no renewal, no invoice and no money more. */
async function expectNothingMore(store: TestStore, asOf: CivilDate): Promise<void> {
  const before = await booksOf(store)
  await runBilling(store.container(), asOf)
  expect(await booksOf(store)).toEqual(before)
}

async function booksOf(store: TestStore): Promise<Record<string, unknown>> {
  const knex = store.knex()
  return {
    renewals: await knex("billing_renewal").orderBy("id").select("id", "status", "order_id", "invoice_id", "total"),
    invoices: await knex("billing_invoice").orderBy("sequence").select("id", "number", "total"),
    orders: await knex("order").orderBy("id").pluck("id"),
    charges: await knex("demo_payment_charge").orderBy("id").select("id", "status", "amount"),
    attempts: await knex("billing_charge_attempt").orderBy("id").select("id", "status", "amount"),
  }
}

async function issuedBy(store: TestStore, { id }: RunAnswer): Promise<Renewal[]> {
  return store
    .knex()("billing_renewal as r")
    .join("billing_invoice as i", "i.id", "r.invoice_id")
    .where({ run_id: id })
    .whereNot({ status: "skipped" })
    .orderBy("r.id")
    .select("r.*", "i.total as invoice_total")
}

/** What the run collected, or tried to: of each renewal its latest attempt. */
async function askedBy(store: TestStore, { id }: RunAnswer): Promise<Asked[]> {
  const { rows } = await store.knex().raw<{ rows: Asked[] }>(
    `select r.id as renewal_id, r.currency_code, r.total as renewal_total, coalesce(a.amount, r.total) as amount
     from billing_renewal r left join lateral (
       select amount from billing_charge_attempt a where a.renewal_id = r.id order by number desc limit 1) a on true
     where r.collected_by_run = ? and r.status in ('paid', 'issued', 'failed') order by r.id`,
    [id],
  )
  return rows
}

function sumsOf(records: readonly { currency_code: string; total: string }[]): Sums {
  const currencies = [...new Set(records.map(({ currency_code }) => currency_code))]
  return counted(
    currencies.map((currency_code) => {
      const totals = records.filter((one) => one.currency_code === currency_code).map(({ total }) => String(total))
      return { currency_code, count: totals.length, total: sum(totals) }
    }),
  )
}

const counted = (sums: readonly { currency_code: string; count: number; total: string | number }[]): Sums =>
  Object.fromEntries(
    sums
      .filter(({ count }) => count > 0)
      .sort((a, b) => (a.currency_code < b.currency_code ? -1 : 1))
      .map(({ currency_code, count, total }) => [currency_code, { count, total: Number(total).toFixed(3) }]),
  )
